/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by the tests of indicators: a declaration from a text, a timeline from dated lines. */
#ifndef TESTS_INDICATOR_LOADING_H
#define TESTS_INDICATOR_LOADING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "indicator/indicator.h"

struct loaded {
    struct plugin *plugin;
    struct indicator *indicator;
    struct faults faults;
    struct arena *arena;
    bool good;
};

static inline struct loaded load_source(const char *source)
{
    struct loaded loaded = {.arena = arena_new()};
    plugin_set_worker(WORKER);
    loaded.good = plugin_load_source("plugins/indicators/mine.lua", source, strlen(source),
                                     &loaded.plugin, &loaded.faults) &&
                  indicator_load(loaded.plugin, &loaded.indicator, &loaded.faults);
    return loaded;
}

static inline struct loaded load_file(const char *path)
{
    struct loaded loaded = {.arena = arena_new()};
    plugin_set_worker(WORKER);
    loaded.good = plugin_load(path, &loaded.plugin, &loaded.faults) &&
                  indicator_load(loaded.plugin, &loaded.indicator, &loaded.faults);
    return loaded;
}

/* The fields that every indicator has, around what a test is about. */
#define DECLARED(body)                                                                             \
    "return { title = 'Juniper', version = '1', asks = 'Is it so?', source = 'this project',\n"    \
    "mislead = 'In made-up ways.',\n" body "\n}"
#define TELLS "tell = 'It was so on {at.date}.', "
#define NO_EXAMPLES "examples = { { 'nothing', finds = 0, '' } }, "

static inline void unload(struct loaded *loaded)
{
    if (loaded->plugin)
        plugin_close(loaded->plugin);
    faults_clear(&loaded->faults);
    arena_free(loaded->arena);
}

static inline void assert_loads(const struct loaded *loaded)
{
    if (!loaded->good)
        print_error("%s\n", loaded->faults.count ? loaded->faults.said[0] : "no fault was said");
    assert_true(loaded->good);
}

static inline bool says(const struct loaded *loaded, const char *sentence)
{
    for (size_t i = 0; i < loaded->faults.count && i < FAULTS_SAID; i++)
        if (strstr(loaded->faults.said[i], sentence))
            return true;
    for (size_t i = 0; i < loaded->faults.count && i < FAULTS_SAID; i++)
        print_error("said: %s\n", loaded->faults.said[i]);
    return false;
}

/* Loading this must fail with a sentence that holds `sentence`. */
static inline void assert_refused(const char *source, const char *sentence)
{
    struct loaded loaded = load_source(source);
    assert_false(loaded.good);
    assert_true(says(&loaded, sentence));
    unload(&loaded);
}

struct found {
    struct finding *rows;
    size_t count;
};

static inline struct record record_of(struct loaded *loaded, const char *lines, const char *from,
                                      const char *as_of)
{
    struct record record = {.person = "p001", .collects_everything = true, .as_of = DAY_LAST};
    struct observed *observed = arena_take(loaded->arena, sizeof *observed);
    struct fault fault = {0};
    *observed = (struct observed){DAY_FIRST, DAY_LAST};
    if (from)
        assert_true(day_read(from, &observed->from));
    if (as_of) {
        assert_true(day_read(as_of, &record.as_of));
        observed->until = record.as_of;
    }
    record.observed = observed;
    record.observed_count = 1;
    if (!record_read_lines(lines, loaded->arena, &record, &fault))
        fail_msg("%s", fault.text);
    return record;
}

static inline struct found find_in(struct loaded *loaded, const struct record *record)
{
    struct found found;
    struct fault fault = {0};
    assert_true(indicator_find(loaded->indicator, record, NULL, NULL, loaded->arena, &found.rows,
                               &found.count, &fault));
    return found;
}

static inline struct found find(struct loaded *loaded, const char *lines)
{
    struct record record = record_of(loaded, lines, NULL, NULL);
    return find_in(loaded, &record);
}

#endif
