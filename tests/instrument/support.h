/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An instrument from a file of the tree or from a few lines of Lua, and its scores from tokens. */
#ifndef TESTS_INSTRUMENT_SUPPORT_H
#define TESTS_INSTRUMENT_SUPPORT_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ground/fault.h"
#include "instrument/instrument.h"

struct loaded {
    struct plugin *plugin;
    struct instrument *instrument;
    struct worker *worker;
    struct arena *arena;
    struct faults faults;
    struct answer *answers;
    struct score *scores;
    struct fault fault;
};

/* What every made-up file begins with. */
#define HEAD                                                                                       \
    "return { title = 'Made up', version = '1', source = 'this project',\n"                        \
    "licence = { wording = { ship = true, terms = 'ours' }, scoring = { ship = true, terms = "     \
    "'ours' } },\n"
#define ONE_TO_FIVE "answers = { 'never', 'rarely', 'sometimes', 'often', 'always' },\n"

static inline void assert_number(double actual, double expected, double slack)
{
    bool good = fabs(actual - expected) <= slack;
    if (!good)
        print_message("%.17g, not %.17g\n", actual, expected);
    assert_true(good);
}

static inline void print_faults(const struct faults *faults)
{
    for (size_t i = 0; i < faults->count && i < FAULTS_SAID; i++)
        print_message("%s\n", faults->said[i]);
}

static inline void ready(struct loaded *loaded)
{
    struct fault fault;
    loaded->answers =
        arena_array(loaded->arena, loaded->instrument->item_count, sizeof *loaded->answers);
    loaded->scores =
        arena_array(loaded->arena, loaded->instrument->scale_count, sizeof *loaded->scores);
    if (loaded->instrument->has_functions)
        assert_true(worker_open(loaded->plugin, &loaded->worker, &fault));
}

/* True when the source becomes an instrument; examples are not run. */
static inline bool load_text(struct loaded *loaded, const char *source)
{
    memset(loaded, 0, sizeof *loaded);
    plugin_set_worker(WORKER);
    loaded->arena = arena_new();
    bool good = plugin_load_source("made_up.lua", source, strlen(source), &loaded->plugin,
                                   &loaded->faults) &&
                instrument_load(loaded->plugin, &loaded->instrument, &loaded->faults);
    if (good)
        ready(loaded);
    return good;
}

static inline void load_file(struct loaded *loaded, const char *path)
{
    memset(loaded, 0, sizeof *loaded);
    plugin_set_worker(WORKER);
    loaded->arena = arena_new();
    bool good = plugin_load(path, &loaded->plugin, &loaded->faults) &&
                instrument_load(loaded->plugin, &loaded->instrument, &loaded->faults);
    print_faults(&loaded->faults);
    assert_true(good);
    ready(loaded);
}

static inline void unload(struct loaded *loaded)
{
    worker_close(loaded->worker);
    plugin_close(loaded->plugin);
    faults_clear(&loaded->faults);
    arena_free(loaded->arena);
}

static inline bool score_by(struct loaded *loaded, const char *tokens, int by)
{
    struct given given = {.by = by};
    bool read = instrument_read(loaded->instrument, tokens, true, loaded->arena, loaded->answers,
                                &loaded->fault);
    if (!read)
        print_message("%s\n", loaded->fault.text);
    assert_true(read);
    return instrument_score(loaded->instrument, loaded->answers, &given, loaded->worker, true,
                            loaded->arena, loaded->scores, &loaded->fault);
}

/* Scores the tokens, answered by the person, and gives one scale's score. */
static inline const struct score *score_of(struct loaded *loaded, const char *tokens, size_t scale)
{
    bool scored = score_by(loaded, tokens, 0);
    if (!scored)
        print_message("%s\n", loaded->fault.text);
    assert_true(scored);
    return &loaded->scores[scale];
}

static inline void assert_value(struct loaded *loaded, const char *tokens, size_t scale,
                                double value)
{
    const struct score *score = score_of(loaded, tokens, scale);
    assert_true(score->has_value);
    assert_number(score->value, value, 0);
    assert_null(score->reason);
}

static inline void assert_between(const struct score *score, double lowest, double highest)
{
    assert_true(score->has_range);
    assert_number(score->lowest, lowest, 1e-12);
    assert_number(score->highest, highest, 1e-12);
}

static inline void assert_not_scored(struct loaded *loaded, const char *tokens, size_t scale,
                                     const char *reason)
{
    const struct score *score = score_of(loaded, tokens, scale);
    assert_false(score->has_value);
    assert_null(score->category);
    assert_string_equal(score->reason, reason);
}

/* Is there a fault with exactly this sentence, behind path and line? */
static inline bool said(const struct faults *faults, const char *sentence)
{
    for (size_t i = 0; i < faults->count && i < FAULTS_SAID; i++)
        if (strstr(faults->said[i], sentence))
            return true;
    print_message("not said: %s\nbut:\n", sentence);
    print_faults(faults);
    return false;
}

#endif
