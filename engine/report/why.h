/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORT_WHY_H
#define REPORT_WHY_H

/* Why a finding cannot be told, in words; a reason that is not known stands as it is. */
const char *why_words(const char *why);

#endif
