/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calling a scale's own function with one administration's answers. */
#ifndef INSTRUMENT_CALL_H
#define INSTRUMENT_CALL_H

#include "ground/fault.h"
#include "instrument/instrument.h"

/* One administration being scored. */
struct scoring {
    const struct instrument *instrument;
    const struct answer *answers;
    const struct given *given;
    const char *refused; /* why nothing is scored of who answered, or NULL */
    struct worker *worker;
    bool show_message;
    struct arena *arena;
    struct score *scores; /* those of earlier scales are done */
    struct fault *fault;
};

/* Sets value, category or reason of `score`. False after a fault; the reason is "plugin_failed"
 * then. */
bool function_call(const struct scoring *scoring, size_t index, struct score *score);

#endif
