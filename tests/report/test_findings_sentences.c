/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was noticed, from numbers that may be shown: the exact words, and that a hidden number
 * leaves no trace. */
#include "report/said.h"

#include "report/area_sets.h"

static void ranges_are_rounded_outwards(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(likely_words(arena, (struct shown_share){true, 57, 41, 72}),
                        "likely 4 to 8 in 10");
    assert_string_equal(likely_words(arena, (struct shown_share){true, 57, 40, 80}),
                        "likely 4 to 8 in 10");
    assert_string_equal(likely_words(arena, (struct shown_share){true, 0, 0, 10}),
                        "likely 0 to 1 in 10");
    assert_string_equal(likely_words(arena, (struct shown_share){true, 100, 100, 100}),
                        "about 10 in 10");
    assert_null(likely_words(arena, (struct shown_share){.known = false}));
    arena_free(arena);
}

static const struct indicator_facts facts = {
    .id = "asked_again",
    .title = "Asking again",
    .asks = "Where do people have to ask again?",
    .mislead = "Keeping in touch looks like it.",
    .settings =
        (struct indicator_setting[]){
            {.name = "window", .means = "days in which it counts", .value = 28, .is_number = true},
            {.name = "hub", .means = "the hub", .word = "gp"}},
    .setting_count = 2};

static struct shown_findings shown_findings(void)
{
    return (struct shown_findings){.facts = &facts,
                                   .collected = true,
                                   .told = {.everyone = some(240),
                                            .found = some(95),
                                            .not_found = some(65),
                                            .cannot_tell = some(80),
                                            .assessable = some(160),
                                            .share = {true, 59, 51, 67}}};
}

static void a_finding_is_said_of_whom_we_could_tell(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_findings shown = shown_findings();
    struct value into = section(arena);
    findings_figure(arena, &shown, 1, into);
    assert_string_equal(text_of(figure(into, 0), "title"),
                        "It happened to 95 of the 160 people of whom we could tell");
    assert_string_equal(row_text(figure(into, 0), 0, "says"),
                        "95 of 160 people of whom we could tell, cannot tell for 80");
    assert_string_equal(row_text(figure(into, 0), 0, "soft"), "· likely 5 to 7 in 10");
    struct value term = value_item(value_get(into, "terms"), 0);
    assert_string_equal(text_of(term, "term"), "Asking again");
    assert_string_equal(text_of(term, "says"),
                        "Where do people have to ask again? Used here: 28 days in which it counts; "
                        "“gp”, the hub. How it may mislead: Keeping in touch looks like it.");
    arena_free(arena);
}

static void a_hidden_finding_leaves_no_number(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_findings shown = shown_findings();
    struct value into = section(arena);
    shown.told.found = shown.told.not_found = (struct shown){.hidden = true, .rounded = 95};
    shown.told.share.known = false;
    findings_figure(arena, &shown, 1, into);
    assert_string_equal(
        row_text(figure(into, 0), 0, "says"),
        "fewer than 10, or protected, of 160 people of whom we could tell, cannot tell for 80");
    assert_false(model_holds(into, "95"));
    assert_false(model_holds(into, "65"));
    shown.told.assessable = some(0);
    struct value nobody = section(arena);
    findings_figure(arena, &shown, 1, nobody);
    assert_string_equal(row_text(figure(nobody, 0), 0, "says"),
                        "nobody of whom we could tell, cannot tell for 80");
    shown.told.assessable = shown.told.cannot_tell = hidden;
    struct value other = section(arena);
    findings_figure(arena, &shown, 1, other);
    assert_int_equal(value_count(value_get(other, "figures")), 0);
    assert_true(has(value_get(other, "says"),
                    "How often it happened: fewer than 10 people, or protected, of 240 people, for "
                    "“Asking again”."));
    arena_free(arena);
}

static void a_finding_stands_where_only_its_whole_is_hidden(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_findings shown = shown_findings();
    struct value into = section(arena);
    shown.told.assessable = shown.told.not_found = shown.told.cannot_tell = hidden;
    shown.told.share.known = false;
    findings_figure(arena, &shown, 1, into);
    assert_string_equal(text_of(figure(into, 0), "title"),
                        "It happened to at least 95 of 240 people");
    assert_string_equal(row_text(figure(into, 0), 0, "says"),
                        "95 of all 240 people; to the others it did not, or we cannot tell");
    assert_false(model_holds(into, "160"));
    arena_free(arena);
}

static void what_nobody_collects_is_not_zero(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_findings shown = shown_findings();
    struct value into = section(arena);
    shown.collected = false;
    shown.told.found = some(0);
    findings_figure(arena, &shown, 1, into);
    assert_string_equal(
        row_text(figure(into, 0), 0, "says"),
        "nobody collects these here, so we cannot tell for anyone. That is not zero.");
    assert_string_equal(
        text_of(value_get(value_item(value_get(figure(into, 0), "rows"), 0), "chart"), "kind"),
        "unknown");
    arena_free(arena);
}

static struct shown_told told(int64_t found, int64_t of)
{
    return (struct shown_told){.everyone = hidden,
                               .not_found = hidden,
                               .cannot_tell = hidden,
                               .found = some(found),
                               .assessable = some(of)};
}

static void reasons_classes_and_parts_that_are_hidden_are_not_named(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_findings shown = shown_findings();
    struct shown_count whys[] = {{"it ended too soon", some(60)}, {"a date is not exact", hidden}};
    struct shown_count classes[] = {{"cliff edge", some(35)}, {"some onward", hidden}};
    struct shown_part parts[] = {{"food", {hidden, hidden, hidden, hidden, hidden, {0}}},
                                 {"housing", told(35, 60)}};
    struct value into = section(arena);
    shown.whys = whys;
    shown.classes = classes;
    shown.parts = parts;
    shown.why_count = shown.class_count = shown.part_count = 2;
    shown.by = "need";
    shown.whole = told(40, 70);
    findings_figure(arena, &shown, 1, into);
    assert_true(
        has(value_get(into, "unknown"),
            "Asking again: cannot tell for 60 people, as it ended too soon; for any others, "
            "each reason is of fewer than 10 people, or protected."));
    assert_false(model_holds(into, "a date is not exact"));
    assert_false(model_holds(into, "food"));
    assert_false(model_holds(into, "some onward"));
    assert_string_equal(row_text(figure(into, 1), 0, "strong"), "Cliff edge:");
    assert_string_equal(row_text(figure(into, 1), 1, "says"), "fewer than 10, or protected");
    assert_string_equal(row_text(figure(into, 2), 1, "strong"), "Housing:");
    assert_string_equal(row_text(figure(into, 2), 2, "says"), "fewer than 10, or protected");
    struct value all = section(arena);
    shown.told.cannot_tell = some(60);
    findings_figure(arena, &shown, 1, all);
    assert_false(has(value_get(all, "unknown"), "any others"));
    arena_free(arena);
}

static void parts_stand_beside_everyone_in_their_order_and_never_by_value(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_findings shown = shown_findings();
    struct shown_part parts[] = {{"White: Irish", told(10, 20)},
                                 {"Asian: Indian", told(30, 40)},
                                 {"Arab", {hidden, hidden, hidden, hidden, hidden, {0}}},
                                 {"prefer not to say", told(20, 60)}};
    struct value into = section(arena);
    parts[1].told.share = (struct shown_share){true, 75, 59, 86};
    parts[1].told.cannot_tell = some(10);
    shown.parts = parts;
    shown.part_count = 4;
    shown.by = "ethnic_group";
    shown.whole = shown.told;
    shown.again = true;
    findings_figure(arena, &shown, 1, into);
    struct value first = figure(into, 0);
    assert_int_equal(value_count(value_get(into, "figures")), 1);
    assert_string_equal(text_of(first, "title"),
                        "Asking again, by what people say of themselves: ethnic group");
    assert_non_null(strstr(text_of(first, "sub"), "the upright line is everyone."));
    assert_non_null(strstr(text_of(first, "sub"), "One part has a mark."));
    assert_string_equal(row_text(first, 0, "strong"), "Everyone who may be counted:");
    assert_string_equal(row_text(first, 1, "says"), "10 of 20 people of whom we could tell");
    assert_string_equal(row_text(first, 1, "soft"), "· too few for a likely range");
    assert_string_equal(row_text(first, 2, "says"),
                        "30 of 40 people of whom we could tell, cannot tell for 10");
    assert_string_equal(row_text(first, 2, "soft"), "· likely 5 to 9 in 10");
    assert_string_equal(row_text(first, 3, "strong"), "Prefer not to say:");
    assert_string_equal(row_text(first, 4, "says"),
                        "too few of us here to show. That is itself a finding");
    assert_false(model_holds(into, "Arab"));
    struct value row = value_item(value_get(first, "rows"), 2);
    double everyone;
    assert_true(value_as_number(value_get(value_get(row, "chart"), "zero"), &everyone));
    assert_true(everyone == 59);
    arena_free(arena);
}

static void everyone_stands_where_only_of_whom_we_could_tell_is_hidden(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_findings shown = shown_findings();
    struct value into = section(arena);
    shown.told.assessable = shown.told.not_found = shown.told.cannot_tell = hidden;
    shown.told.share.known = false;
    struct shown_part parts[] = {{"yes", told(20, 40)}};
    shown.by = "disability";
    shown.whole = shown.told;
    shown.parts = parts;
    shown.part_count = 1;
    shown.again = true;
    findings_figure(arena, &shown, 1, into);
    assert_string_equal(row_text(figure(into, 0), 0, "says"),
                        "95 of all 240 people; to the others it did not, or we cannot tell");
    assert_int_equal(value_get(figure(into, 0), "axis").kind, VALUE_NIL); /* nothing is on it */
    arena_free(arena);
}

/* Who asked about something stands beside all who asked, and never beside people who asked about
 * nothing. */
static void what_it_was_about_stands_beside_those_with_such_an_event(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_findings shown = shown_findings();
    struct shown_part parts[] = {{"food", told(30, 60)}, {"housing", told(30, 50)}};
    struct value into = section(arena), without = section(arena);
    double line;
    parts[0].told.share = (struct shown_share){true, 50, 38, 62};
    parts[1].told.share = (struct shown_share){true, 60, 46, 72};
    shown.by = "need";
    shown.again = true;
    shown.parts = parts;
    shown.part_count = 2;
    shown.whole = told(95, 120);
    shown.whole.share = (struct shown_share){true, 79, 71, 86};
    findings_figure(arena, &shown, 1, into);
    assert_string_equal(row_text(figure(into, 0), 0, "strong"), "All of these people:");
    assert_string_equal(row_text(figure(into, 0), 0, "says"),
                        "95 of 120 people of whom we could tell");
    assert_non_null(strstr(text_of(figure(into, 0), "sub"), "Only people with an event"));
    assert_non_null(strstr(text_of(figure(into, 0), "sub"), "line is all of these people"));
    assert_non_null(strstr(text_of(figure(into, 0), "sub"), "2 parts have a mark"));
    assert_null(strstr(text_of(figure(into, 0), "sub"), "everyone"));
    struct value row = value_item(value_get(figure(into, 0), "rows"), 1);
    assert_true(value_as_number(value_get(value_get(row, "chart"), "zero"), &line) && line == 79);
    shown.whole.assessable = hidden;
    shown.whole.share.known = false;
    findings_figure(arena, &shown, 1, without);
    assert_string_equal(row_text(figure(without, 0), 0, "strong"), "Food:");
    assert_non_null(strstr(text_of(figure(without, 0), "sub"), "is fewer than 10, or protected"));
    assert_null(strstr(text_of(figure(without, 0), "sub"), "upright line"));
    assert_false(model_holds(without, "zero"));
    arena_free(arena);
}

/* Nobody in any part, or a few in each: the same words. */
static void parts_that_are_hidden_one_and_all_are_one_sentence(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_findings shown = shown_findings();
    struct shown_part parts[] = {{"the person", told(0, 45)}};
    struct value some_parts = section(arena), none = section(arena);
    static const char says[] =
        "Asking again: by who decided, it happened to fewer than 10 people in every part, or the "
        "number is protected. So no part is shown.";
    parts[0].told.found = hidden;
    shown.by = "decided_by";
    shown.again = true;
    findings_figure(arena, &shown, 1, none);
    shown.parts = parts;
    shown.part_count = 1;
    findings_figure(arena, &shown, 1, some_parts);
    assert_int_equal(value_count(value_get(some_parts, "figures")), 0);
    assert_true(has(value_get(some_parts, "says"), says));
    assert_true(has(value_get(none, "says"), says));
    arena_free(arena);
}

static void what_is_hidden_is_not_parted(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_findings shown = shown_findings();
    struct value into = section(arena);
    shown.told.found = hidden;
    shown.by = "disability";
    shown.again = true;
    findings_figure(arena, &shown, 1, into);
    assert_int_equal(value_count(value_get(into, "figures")), 0);
    assert_true(has(value_get(into, "says"), "Asking again: there are too few people"));
    arena_free(arena);
}

static struct people people(struct arena *arena, uint32_t from, uint32_t count)
{
    struct people made = {arena_array(arena, count, sizeof(uint32_t)), count, count};
    for (uint32_t i = 0; i < count; i++)
        made.who[i] = from + i;
    return made;
}

static void sets_of_people_stay_in_order(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct people a = people(arena, 0, 6), b = people(arena, 4, 4), none = {0};
    struct people minus = people_minus(arena, &a, &b), both = people_both(arena, &a, &b);
    struct people either = people_either(arena, &b, &a);
    assert_true(minus.count == 4 && minus.who[3] == 3);
    assert_true(both.count == 2 && both.who[0] == 4 && both.who[1] == 5);
    assert_true(either.count == 8 && either.who[0] == 0 && either.who[7] == 7);
    assert_int_equal(people_both(arena, &a, &none).count, 0);
    assert_int_equal(people_minus(arena, &none, &a).count, 0);
    assert_int_equal(people_either(arena, &none, &a).count, 6);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ranges_are_rounded_outwards),
        cmocka_unit_test(a_finding_is_said_of_whom_we_could_tell),
        cmocka_unit_test(a_hidden_finding_leaves_no_number),
        cmocka_unit_test(a_finding_stands_where_only_its_whole_is_hidden),
        cmocka_unit_test(what_nobody_collects_is_not_zero),
        cmocka_unit_test(reasons_classes_and_parts_that_are_hidden_are_not_named),
        cmocka_unit_test(parts_stand_beside_everyone_in_their_order_and_never_by_value),
        cmocka_unit_test(everyone_stands_where_only_of_whom_we_could_tell_is_hidden),
        cmocka_unit_test(what_it_was_about_stands_beside_those_with_such_an_event),
        cmocka_unit_test(parts_that_are_hidden_one_and_all_are_one_sentence),
        cmocka_unit_test(what_is_hidden_is_not_parted),
        cmocka_unit_test(sets_of_people_stay_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
