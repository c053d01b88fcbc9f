/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings as they are kept: a row a person, and everything in it comes back. */
#include "store/store_test.h"

enum { SHAPES = 6, KIND_NOT_COLLECTED = 4 };

struct state {
    const char *state, *why;
};

static int state_count(struct world *world)
{
    return atoi(ask(world, "SELECT count(*) FROM finding_state"));
}

/* As the database numbers it. */
static struct state state_numbered(struct world *world, int n)
{
    const char *row = ask(
        world, arena_format(world->arena, "SELECT state, why FROM finding_state WHERE n = %d", n));
    size_t length = strcspn(row, "|");
    return (struct state){arena_copy(world->arena, row, length),
                          arena_text(world->arena, row + length + 1)};
}

/* Every state without an anchor, with one, with a number, a unit, a class and a sentence. */
static struct derived_finding made(struct world *world, int64_t indicator, int n, int shape)
{
    struct arena *arena = world->arena;
    struct state state = state_numbered(world, n);
    bool sure = n == 1, anchor = shape > 0;
    return (struct derived_finding){.indicator = indicator,
                                    .finding = arena_format(arena, "%04x00ff%08x", n, shape),
                                    .date = anchor ? "2024-03" : "",
                                    .state = state.state,
                                    .why = state.why,
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
    int states = state_count(world), most = states * SHAPES;
    struct derived_finding *all = arena_array(world->arena, (size_t)most, sizeof *all);
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
    for (int i = 0; i < most; i++)
        all[i] = made(world, indicator.number, i % states, i / states);
    struct derived_row row = {.person = 1,
                              .findings = all,
                              .finding_count = (size_t)most,
                              .next = DAY_NONE,
                              .settled = true};
    must(store_derive_person(world->store, &row, &fault), &fault);
    row.person = 2;
    row.findings = all + KIND_NOT_COLLECTED;
    row.finding_count = 1;
    must(store_derive_person(world->store, &row, &fault), &fault);
    must(store_derive_end(world->store, true, &fault), &fault);
    return all;
}

/* What the database cannot number is never kept as something else. */
static void a_state_without_a_number_is_refused(void **state)
{
    static const struct state wrong[] = {
        {"found", "gap"}, {"cannot_tell", ""}, {"cannot_tell", "tired"}, {"perhaps", ""}};
    struct world *world = *state;
    keep(world);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct fault fault = {0};
        struct derive_how how = {.as_of = 19000};
        struct derived_finding finding = made(world, 3, 0, 1);
        struct derived_row row = {
            .person = 2, .findings = &finding, .finding_count = 1, .next = DAY_NONE};
        finding.state = wrong[i].state;
        finding.why = wrong[i].why;
        must(store_derive_begin(world->store, &how, &fault), &fault);
        assert_false(store_derive_person(world->store, &row, &fault));
        assert_int_equal(fault.kind, FAULT_OURS);
        assert_non_null(strstr(fault.text, wrong[i].state));
        fault = (struct fault){0};
        must(store_derive_end(world->store, false, &fault), &fault);
    }
    assert_string_equal(ask(world, "SELECT findings FROM finding WHERE person = 2"), "[[3,4]]");
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
    assert_int_equal(seen.count, state_count(world) * SHAPES);
    seen.expected += KIND_NOT_COLLECTED;
    must(store_derived(world->store, "p2", world->arena, compare, &seen, &fault), &fault);
    assert_int_equal(seen.count, 1);
}

static void the_view_says_the_same(void **state)
{
    struct world *world = *state;
    struct text text = {0};
    const struct derived_finding *all = keep(world);
    for (int i = 0; i < state_count(world) * SHAPES; i++)
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
    const char *about = count_about(world->arena, state_count(world) * SHAPES + 1, "findings");
    assert_non_null(strstr(fault.text, arena_format(world->arena, "version 1 has %s and", about)));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(every_finding_comes_back_as_it_was),
        TEST(a_state_without_a_number_is_refused),
        TEST(the_view_says_the_same),
        TEST(who_has_no_anchor_costs_fifteen_bytes_an_indicator),
        TEST(findings_changed_by_other_hands_are_said),
        TEST(a_pin_that_changed_counts_the_findings_made_with_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
