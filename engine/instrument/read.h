/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens of an administration, split and spread out. */
#ifndef INSTRUMENT_READ_H
#define INSTRUMENT_READ_H

#include "instrument/instrument.h"

/* How many tokens a line has once `0{9}` is written out. */
size_t tokens_count(const char *tokens, bool by_hand);

/* The form with this id, or NULL. */
const struct form *form_named(const struct instrument *instrument, const char *id, size_t length);

#endif
