/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A made-up area: the plain files of people who plainly never lived, the same bytes for the same
 * seed. */
#ifndef INVENT_INVENT_H
#define INVENT_INVENT_H

#include <stdint.h>

#include "ground/fault.h"

/* Writes people.csv, answers.csv and events.csv into `folder` (made when it is not there; 73 when
 * one of the files is there already). */
bool invent_area(const char *folder, int people, uint64_t seed, struct fault *);

#endif
