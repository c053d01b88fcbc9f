/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who lives through which story, and when, whatever the seed. README.md says the same to readers,
 * and a test holds them equal. Private to invent. */
#ifndef INVENT_TOLD_H
#define INVENT_TOLD_H

#include "ground/day.h"

struct told {
    int person;
    const char *story;
    const char *from, *until; /* it begins on the first day; nothing else happens until the last */
};

const struct told *told_of(int person); /* NULL for most */
struct days told_period(const struct told *);

#endif
