/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to instrument: the parts of a description. */
#ifndef INSTRUMENT_DESCRIBE_H
#define INSTRUMENT_DESCRIBE_H

#include "instrument/instrument.h"

void describe_scale(const struct instrument *instrument, size_t index, struct text *out);

#endif
