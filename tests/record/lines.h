/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by the tests of records: a record from dated lines, and chance. */
#ifndef TESTS_RECORD_LINES_H
#define TESTS_RECORD_LINES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "record/look.h"
#include "record/record.h"

static inline day on(const char *text)
{
    day at;
    if (!day_read(text, &at))
        fail_msg("%s is no day", text);
    return at;
}

static inline struct record record_from(struct arena *arena, const char *lines)
{
    struct record record = {.person = "p001", .as_of = DAY_LAST, .collects_everything = true};
    struct fault fault = {0};
    if (!record_read_lines(lines, arena, &record, &fault))
        fail_msg("%s", fault.text);
    return record;
}

static inline void assert_refused(const char *lines, const char *sentence)
{
    struct arena *arena = arena_new();
    struct record record = {.as_of = DAY_LAST};
    struct fault fault = {0};
    assert_false(record_read_lines(lines, arena, &record, &fault));
    assert_int_equal(fault.kind, FAULT_DATA);
    if (!strstr(fault.text, sentence))
        fail_msg("said: %s", fault.text);
    arena_free(arena);
}

/* One look at one anchor. */
static inline struct look_answer ask_look(const struct look *look, enum look_side side,
                                          const struct record *record, const struct event *anchor,
                                          struct arena *arena)
{
    struct events among = look_events(look, pattern_events(&look->pattern, record, arena), arena);
    return look_ask_among(look, side, record, among, anchor, arena);
}

static inline uint32_t below(uint64_t *state, uint32_t limit)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*state >> 33) % limit;
}

#endif
