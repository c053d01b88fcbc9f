/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to record: the `field=value` part of a dated line. */
#ifndef RECORD_LINE_FIELDS_H
#define RECORD_LINE_FIELDS_H

#include "record/record.h"

/* Reads one `field=value` into `event`; several values are parted by commas. Faults name `line`. */
bool line_field(char *word, int line, struct event *event, struct arena *arena,
                struct fault *fault);

#endif
