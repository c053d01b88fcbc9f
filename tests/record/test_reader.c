/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Patterns and looks out of plain data. */
#include <stdio.h>

#include "lines.h"
#include "record/reader.h"

struct said {
    char text[2000];
};

static void say(void *context, const char *place, const char *sentence)
{
    struct said *said = context;
    size_t length = strlen(said->text);
    snprintf(said->text + length, sizeof said->text - length, "%s: %s\n", place, sentence);
}

static bool thirty(void *context, const char *place, const char *name, int *days)
{
    (void)context;
    (void)place;
    *days = 30;
    return strcmp(name, "window") == 0;
}

static struct value contact(struct arena *arena)
{
    struct value table = value_table(arena);
    value_add(arena, table, value_text(arena, "contact request/form"));
    return table;
}

static void a_look_has_all_that_was_written(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct said said = {{0}};
    struct reader reader = {.arena = arena, .context = &said, .say = say, .setting = thirty};
    struct value table = contact(arena);
    value_set_text(arena, table, "outcome", "not need_met");
    value_set_text(arena, table, "same", "thread to=service");
    value_set_text(arena, table, "within", "window");
    value_set(arena, table, "least", value_whole(2));
    struct look look = {0};
    reader_keys(&reader, table, "after", true);
    reader_look(&reader, table, "after", false, &look);
    assert_string_equal(said.text, "");
    assert_int_equal(look.pattern.kind_count, 2);
    assert_string_equal(look.pattern.kinds[1].subtype, "form");
    assert_string_equal(look.pattern.collects[1], "request/form");
    assert_true(look.pattern.conditions[0].negated);
    assert_int_equal(look.within, 30);
    assert_int_equal(look.least, 2);
    assert_int_equal(look.same[1].anchor, EVENT_to);
    assert_int_equal(look.same[1].other, EVENT_service);
    arena_free(arena);
}

static void unknown_keys_and_other_types_are_refused(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct said said = {{0}};
    struct reader reader = {.arena = arena, .context = &said, .say = say, .setting = thirty};
    struct value table = contact(arena);
    value_set_text(arena, table, "servce", "gp");
    value_set(arena, table, "outcome", value_yes(true));
    value_set(arena, table, "within", value_whole(28));
    value_set(arena, table, "spell", value_whole(1));
    reader_keys(&reader, table, "each", false);
    assert_string_equal(said.text,
                        "each: outcome must be a text\n"
                        "each: `servce` is not a field of an event. Did you mean `service`?\n"
                        "each: `within` is not a field of an event (plugins/README.md)\n");
    arena_free(arena);
}

static void a_window_is_whole_days(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct said said = {{0}};
    struct reader reader = {.arena = arena, .context = &said, .say = say, .setting = thirty};
    struct value table = contact(arena);
    value_set(arena, table, "within", value_number(1.5));
    struct look look = {0};
    reader_look(&reader, table, "after", false, &look);
    assert_string_equal(
        said.text, "after: within must be whole days from 0 to 36525, or the name of a setting\n");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_look_has_all_that_was_written),
        cmocka_unit_test(unknown_keys_and_other_types_are_refused),
        cmocka_unit_test(a_window_is_whole_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
