/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers of a person to one scale, in every version in which it means the same numbers. */
#ifndef REPORT_PERSON_SCALE_H
#define REPORT_PERSON_SCALE_H

#include "report/person.h"

/* Is there any? As below, and nothing is read. */
bool scale_is_answered(const struct person_page *page, const struct person_version *first,
                       const struct scale *scale);
/* In order; those of the page's period. `first` is a version that has the scale. */
size_t scale_answers(const struct person_page *page, const struct person_version *first,
                     const struct scale *scale, struct answered **answers);
/* Does an earlier version have the scale too? Then its answers stand with that one's. */
bool scale_in_earlier(const struct person_page *page, size_t version, const struct scale *scale);

/* The person's words for what an instrument measures, as they put them last; NULL where it asks for
 * none or for several, and where they are not here. */
const char *scale_own_words(const struct person_page *page, const struct answered *latest);

#endif
