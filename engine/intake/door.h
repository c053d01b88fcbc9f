/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deciding what a file is: by `--as`, else by its header. Private to intake. */
#ifndef INTAKE_DOOR_H
#define INTAKE_DOOR_H

#include "intake/aside.h"
#include "intake/rows.h"

struct door {
    struct csv *csv; /* open; the caller closes it */
    struct rows rows;
    struct aside_source source;
};

bool door_open(const struct intake_how *how, struct arena *arena, struct door *door,
               struct fault *);

#endif
