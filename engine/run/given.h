/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What scoring needs besides answers, of one person on one day. */
#ifndef RUN_GIVEN_H
#define RUN_GIVEN_H

#include "instrument/instrument.h"
#include "store/store.h"

/* Who answered `a` and how; and, where the instrument needs them, age that day and sex as the
 * people file has them last, and the administrations among `all` that came before: of the same
 * version by the same rater, surely earlier, latest first. Where `a` has no date but an order, the
 * age is not known. */
struct given given_of(const struct stored_person *person, const struct instrument *instrument,
                      const struct stored_administration *a,
                      const struct stored_administration *all, size_t count, struct arena *arena);

/* Of one person, as the people file has it last: how old on a day, and the code of their sex; NULL
 * where it is not known, or they would rather not say. */
struct ages given_age(const struct stored_person *person, day on);
const char *given_sex(const struct stored_person *person);

#endif
