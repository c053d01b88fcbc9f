/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A good thing is printed beside the indicator that it mirrors, so that one must be there. */
#ifndef RUN_MIRRORED_H
#define RUN_MIRRORED_H

#include "run/shelf.h"

/* Does it mirror nothing, or another indicator of the shelf, whether that is whole or broken? */
bool mirrored_check_one(const struct shelf *shelf, const struct indicator *indicator,
                        struct faults *faults);

#endif
