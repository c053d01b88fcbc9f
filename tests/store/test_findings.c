/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings as they are kept: a row a person, and everything in it comes back. */
#include "store/store_test.h"

static const char *const states[][2] = {{"found", ""},
                                        {"not_found", ""},
                                        {"cannot_tell", "followup_short"},
                                        {"cannot_tell", "gap"},
                                        {"cannot_tell", "kind_not_collected"},
                                        {"cannot_tell", "not_recorded"},
                                        {"cannot_tell", "date_not_exact"},
                                        {"cannot_tell", "order_unknown"},
                                        {"cannot_tell", "still_waiting"},
                                        {"cannot_tell", "declined"},
                                        {"cannot_tell", "no_anchor"},
                                        {"cannot_tell", "plugin_failed"}};
enum {
    STATES = sizeof states / sizeof *states,
    SHAPES = 6,
    MOST = STATES * SHAPES,
    KIND_NOT_COLLECTED = 4
};

/* Every state without an anchor, with one, with a number, a unit, a class and a sentence. */
static struct derived_finding made(struct arena *arena, int64_t indicator, int state, int shape)
{
    bool sure = state == 1, anchor = shape > 0;
    return (struct derived_finding){.indicator = indicator,
                                    .finding = arena_format(arena, "%04x00ff%08x", state, shape),
                                    .date = anchor ? "2024-03" : "",
                                    .state = states[state][0],
                                    .why = states[state][1],
                                    .basis = shape == 3 ? "code_match" : "",
                                    .certainty = anchor ? (sure ? "" : "possible")
                                                 : sure ? "certain"
                                                        : "",
                                    .class = shape == 4 ? "bounced" : "",
                                    .unit = shape == 3 ? "days" : "",
                                    .events = anchor ? "e1 \"e\\2\" café" : "",
                                    .told = shape == 5 ? "Asked again\n\"twice\"." : "",
                                    .has_value = shape == 2 || shape == 3,
                                    .value = shape == 2   ? 0.1 + 0.2
                                             : shape == 3 ? 12
                                                          : 0,
                                    .window = anchor ? shape == 1 : sure};
}

static void fill(struct world *world)
{
    begin(world, 100);
    event(world, "p1", "e1", "2024-03-05", "contact", "");
    event(world, "p2", "e2", "2024-03-05", "contact", "");
    end(world);
}

/* Keeps findings of the first person, and one without an anchor of the second. */
static struct derived_finding *keep(struct world *world)
{
    struct fault fault = {0};
    struct derive_how how = {.as_of = 19000};
    struct derived_finding *all = arena_array(world->arena, MOST, sizeof *all);
    struct stored_plugin indicator = {.kind = "indicator",
                                      .id = "visits",
                                      .version = "1",
                                      .pin = "p",
                                      .fingerprint = "f",
                                      .source = "return {}",
                                      .items = ""};
    fill(world);
    must(store_derive_begin(world->store, &how, &fault), &fault);
    must(store_use_plugin(world->store, &indicator, "", &fault), &fault);
    for (int i = 0; i < MOST; i++)
        all[i] = made(world->arena, indicator.number, i % STATES, i / STATES);
    struct derived_row row = {
        .person = 1, .findings = all, .finding_count = MOST, .next = DAY_NONE, .settled = true};
    must(store_derive_person(world->store, &row, &fault), &fault);
    row.person = 2;
    row.findings = all + KIND_NOT_COLLECTED;
    row.finding_count = 1;
    must(store_derive_person(world->store, &row, &fault), &fault);
    must(store_derive_end(world->store, true, &fault), &fault);
    return all;
}

static const char *line(struct arena *arena, const struct derived_finding *f)
{
    return arena_format(arena, "%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s", f->finding, f->date, f->state,
                        f->why, f->basis, f->certainty, f->class,
                        f->has_value ? number_text(arena, f->value) : "", f->unit, f->events,
                        f->told);
}

struct seen {
    const struct derived_finding *expected;
    size_t count;
};

static bool compare(void *context, const struct derived_person *person, struct fault *fault)
{
    struct seen *seen = context;
    struct arena *arena = arena_new();
    (void)fault;
    seen->count = person->finding_count;
    for (size_t i = 0; i < person->finding_count; i++) {
        const struct derived_finding *f = &person->findings[i], *e = &seen->expected[i];
        assert_string_equal(line(arena, f), line(arena, e));
        assert_int_equal(f->window, e->window);
        assert_int_equal(f->has_value, e->has_value);
        assert_true(!f->has_value || f->value == e->value);
        assert_int_equal(f->indicator, e->indicator);
    }
    arena_free(arena);
    return true;
}

static void every_finding_comes_back_as_it_was(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    struct seen seen = {.expected = keep(world)};
    must(store_derived(world->store, "p1", world->arena, compare, &seen, &fault), &fault);
    assert_int_equal(seen.count, MOST);
    seen.expected += KIND_NOT_COLLECTED;
    must(store_derived(world->store, "p2", world->arena, compare, &seen, &fault), &fault);
    assert_int_equal(seen.count, 1);
}

static void the_view_says_the_same(void **state)
{
    struct world *world = *state;
    struct text text = {0};
    const struct derived_finding *all = keep(world);
    for (size_t i = 0; i < MOST; i++)
        text_format(&text, "%s%s", i ? "\n" : "", line(world->arena, &all[i]));
    assert_string_equal(ask(world, "SELECT finding, date, state, why, basis, certainty, class,"
                                   " CASE value WHEN 12 THEN 12 ELSE nullif(printf('%!.17g', "
                                   "value), '0.0') END, unit, events,"
                                   " told FROM finding_long WHERE person = 'p1'"),
                        text.bytes);
    assert_string_equal(ask(world, "SELECT person, indicator, version FROM finding_long"
                                   " WHERE person = 'p2'"),
                        "p2|visits|1");
    text_free(&text);
}

static void who_has_no_anchor_costs_fifteen_bytes_an_indicator(void **state)
{
    struct world *world = *state;
    keep(world);
    assert_string_equal(ask(world, "SELECT findings, hex(names) FROM finding WHERE person = 2"),
                        "[[3,4]]|000400FF00000000");
}

static void findings_changed_by_other_hands_are_said(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    struct seen seen = {.expected = keep(world)};
    static const char *const broken[] = {"findings = '[[3,0]'",
                                         "findings = '[[3,12]]'",
                                         "findings = '[[3,-1]]'",
                                         "findings = ''",
                                         "findings = '[[3,0],]'",
                                         "findings = '[[3,0]] '",
                                         "findings = '[[3,0,1,\"2024]]'",
                                         "names = x'00'",
                                         "names = x''",
                                         "names = zeroblob(16)",
                                         "findings = '[[3,\"x\"]]'"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        ask(world, "UPDATE finding SET findings = '[[3,0]]', names = zeroblob(8) WHERE person = 2");
        ask(world, arena_format(world->arena, "UPDATE finding SET %s WHERE person = 2", broken[i]));
        assert_false(store_derived(world->store, "p2", world->arena, compare, &seen, &fault));
        assert_int_equal(fault.kind, FAULT_DATA);
        assert_non_null(strstr(fault.text, "alongside score --rebuild"));
    }
}

static void a_pin_that_changed_counts_the_findings_made_with_it(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    struct stored_plugin changed = {.kind = "indicator",
                                    .id = "visits",
                                    .version = "1",
                                    .pin = "other",
                                    .fingerprint = "f",
                                    .source = "",
                                    .items = ""};
    keep(world);
    assert_false(store_use_plugin(world->store, &changed, "", &fault));
    assert_non_null(strstr(fault.text, "has 73 findings"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(every_finding_comes_back_as_it_was),
        TEST(the_view_says_the_same),
        TEST(who_has_no_anchor_costs_fifteen_bytes_an_indicator),
        TEST(findings_changed_by_other_hands_are_said),
        TEST(a_pin_that_changed_counts_the_findings_made_with_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
