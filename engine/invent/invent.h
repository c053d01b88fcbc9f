/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A made-up area: the plain files of people who plainly never lived, over the years 2024 and 2025;
 * the same bytes for the same seed. Some people live through a story that can be told by a test,
 * whatever the seed: README.md says who. */
#ifndef INVENT_INVENT_H
#define INVENT_INVENT_H

#include <stdint.h>

#include "ground/fault.h"

/* Where everybody is at first; some move to the area beside it. */
#define INVENT_AREA "Saltmere"

enum invent_file {
    INVENT_PEOPLE,
    INVENT_ANSWERS,
    INVENT_EVENTS,
    INVENT_GOALS,
    INVENT_NOTES,
    INVENT_CONSENTS,
    INVENT_SERVICES,
    INVENT_AREAS,
    INVENT_COLLECTS,
    INVENT_AREA_ANSWERS,
    INVENT_FILES
};
extern const char *const invent_file_name[INVENT_FILES]; /* people.csv, answers.csv … */

/* Writes every file into `folder`, which is made when it is not there; 73, and nothing is written,
 * when one of them is there already. */
bool invent_area(const char *folder, int people, uint64_t seed, struct fault *);

#endif
