/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to `page`: where in its markup a template is, so that a value can only stand where
 * escaping makes it safe. Reads the template one byte at a time, as a browser would. */
#ifndef PAGE_PLACE_H
#define PAGE_PLACE_H

#include <stdbool.h>
#include <stddef.h>

enum place_kind {
    PLACE_TEXT,      /* between tags */
    PLACE_TAG_NAME,  /* <di| */
    PLACE_TAG,       /* <div | */
    PLACE_ATTRIBUTE, /* <div cl| */
    PLACE_EQUALS,    /* <div class=| */
    PLACE_QUOTED,    /* <div class="| */
    PLACE_SINGLE,    /* <div class='| */
    PLACE_BARE,      /* <div class=a| */
    PLACE_COMMENT,
    PLACE_RAW /* inside <script>, <style> and the like, where nothing is escaped */
};

struct place {
    enum place_kind kind;
    char tag[16], attribute[24]; /* in small letters, cut off where longer */
    bool begun;                  /* the quoted value has a beginning already … */
    bool fragment;               /* … and it was # */
};

/* Moves over the byte at `at`; what follows it may be looked at up to a NUL. */
void place_step(struct place *place, const char *at);

/* NULL where a value may stand, else the end of the sentence "{{name}} stands …". */
const char *place_refuses(const struct place *place);

/* Is this the same place, so that what lies between may be repeated or left out? */
bool place_same(const struct place *a, const struct place *b);

#endif
