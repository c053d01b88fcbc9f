/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORT_WHY_H
#define REPORT_WHY_H

#include "ground/words.h"

/* Why a finding cannot be told, in words; a reason that is not known stands as it is. */
const char *why_words(const char *why);

/* Why the person gave no answer, to themselves; `missing` where nobody knows. */
const char *why_none(enum no_answer none, const char *missing);

#endif
