/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences from numbers that may be shown: the exact words, and that a hidden number leaves no
 * trace. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "page/page.h"
#include "report/area.h"
#include "report/area_sets.h"

static const struct shown hidden = {.hidden = true};

static struct shown some(int64_t rounded)
{
    return (struct shown){.rounded = rounded};
}

static struct scale scale = {.id = "wellbeing",
                             .title = "Mental wellbeing",
                             .has_range = true,
                             .lowest = 7,
                             .highest = 35,
                             .has_sem = true,
                             .sem = 1.03,
                             .wobble_source = "a paper"};
static const struct asked_scale asked = {"swemwbs.wellbeing", NULL, &scale};

/* The numbers of the page that people look at: 240, 185, 120, 65, 55. */
static struct shown_scale shown_scale(void)
{
    return (struct shown_scale){
        .asked = &asked,
        .everyone = some(240),
        .started = some(185),
        .pairs = some(120),
        .unheard = some(65),
        .never = some(55),
        .answered = some(150),
        .up = some(40),
        .within = some(60),
        .down = some(20),
        .up_share = {true, 22, 16, 29},
        .change = {.mean = 1.4, .low = 0.7, .high = 2.1, .has_interval = true}};
}

static struct value section(struct arena *arena)
{
    struct value made = value_table(arena);
    value_set_text(arena, made, "id", "part");
    return made;
}

static struct value figure(struct value into, size_t index)
{
    return value_item(value_get(into, "figures"), index);
}

static const char *text_of(struct value map, const char *key)
{
    const char *text = value_as_text(value_get(map, key));
    return text ? text : "";
}

static const char *row_text(struct value figure, size_t index, const char *key)
{
    return text_of(value_item(value_get(figure, "rows"), index), key);
}

static bool has(struct value list, const char *words)
{
    for (size_t i = 0; i < value_count(list); i++)
        if (strstr(value_as_text(value_item(list, i)), words))
            return true;
    return false;
}

/* Everything that the model holds, as somebody who wants to find people would read it. */
static bool model_holds(struct value model, const char *words)
{
    struct text json = {0};
    page_json(model, &json);
    bool holds = strstr(json.bytes, words) != NULL;
    text_free(&json);
    return holds;
}

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

static void who_was_heard_is_said_with_its_whole(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_scale shown = shown_scale();
    struct value into = section(arena);
    heard_scale(arena, &shown, into);
    assert_string_equal(
        text_of(figure(into, 0), "title"),
        "Of 240 people, 185 told us how they were, and 65 of those we have not heard from "
        "again");
    assert_string_equal(row_text(figure(into, 0), 0, "says"), "120 people");
    assert_string_equal(row_text(figure(into, 0), 2, "strong"), "Never asked, or chose not to:");
    arena_free(arena);
}

static void hidden_has_the_same_words_for_none_and_for_nine(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_scale shown = shown_scale();
    struct value into = section(arena);
    shown.unheard = hidden;
    heard_scale(arena, &shown, into);
    assert_string_equal(text_of(figure(into, 0), "title"),
                        "Of 240 people, 185 told us how they were");
    assert_string_equal(row_text(figure(into, 0), 1, "says"), "fewer than 10, or protected");
    assert_string_equal(
        text_of(value_get(value_item(value_get(figure(into, 0), "rows"), 1), "chart"), "kind"),
        "hidden");
    shown.started = hidden;
    struct value other = section(arena);
    heard_scale(arena, &shown, other);
    assert_false(model_holds(other, "185"));
    arena_free(arena);
}

static void change_counts_everyone_who_started(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_scale shown = shown_scale();
    struct value into = section(arena);
    scores_change(arena, &shown, into);
    assert_string_equal(
        text_of(figure(into, 0), "title"),
        "Of 185 people who started, 40 went up by more than wobble, 20 went down, and 65 we "
        "cannot say");
    assert_string_equal(row_text(figure(into, 0), 0, "soft"), "· likely 1 to 3 in 10");
    assert_string_equal(row_text(figure(into, 0), 3, "strong"), "Not heard from again:");
    assert_string_equal(text_of(figure(into, 1), "title"),
                        "On average the answers of 120 people went up between first and latest");
    assert_string_equal(row_text(figure(into, 1), 0, "says"),
                        "up 1.4 points, likely between 0.7 and 2.1");
    assert_true(has(value_get(figure(into, 1), "note"),
                    "if they changed by about 4 points less than the rest"));
    assert_true(has(value_get(figure(into, 1), "note"), "People often come at a low point"));
    arena_free(arena);
}

static void a_range_that_holds_none_cannot_tell(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_scale shown = shown_scale();
    struct value into = section(arena);
    shown.change = (struct shown_mean){.mean = 0.4, .low = -0.3, .high = 1.1, .has_interval = true};
    scores_change(arena, &shown, into);
    assert_string_equal(text_of(figure(into, 1), "title"),
                        "We cannot tell whether people are doing better on the whole");
    assert_string_equal(row_text(figure(into, 1), 0, "says"),
                        "likely between 0.3 points down and 1.1 points up");
    assert_true(has(value_get(figure(into, 1), "note"), "Too noisy"));
    assert_false(has(value_get(figure(into, 1), "note"), "points less"));
    arena_free(arena);
}

/* Where nearly everybody was heard, who never was is hidden, and who started with it. */
static void the_coarser_number_stands_where_the_finer_are_hidden(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_scale shown = shown_scale();
    struct value into = section(arena), heard = section(arena), many = section(arena);
    shown.started = shown.unheard = shown.never = hidden;
    shown.pairs = some(180);
    shown.unseen = some(60);
    heard_scale(arena, &shown, heard);
    assert_string_equal(text_of(figure(heard, 0), "title"),
                        "Of 240 people, 180 told us how they were twice or more");
    assert_string_equal(row_text(figure(heard, 0), 1, "strong"),
                        "Told us once, never, or not again in this period:");
    scores_change(arena, &shown, into);
    assert_string_equal(row_text(figure(into, 0), 3, "says"), "60 people");
    assert_string_equal(text_of(figure(into, 1), "title"),
                        "On average the answers of 180 people went up between first and latest");
    shown.unseen = some(100);
    scores_change(arena, &shown, many);
    assert_string_equal(text_of(figure(many, 1), "title"),
                        "We cannot tell whether people are doing better on the whole");
    assert_true(has(value_get(figure(many, 1), "note"),
                    "Too many not heard from twice: 100 of 240 people."));
    arena_free(arena);
}

static void forty_in_a_hundred_unheard_cannot_tell(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_scale shown = shown_scale();
    shown.started = some(100);
    shown.unheard = some(40);
    struct value into = section(arena);
    scores_change(arena, &shown, into);
    assert_string_equal(text_of(figure(into, 1), "title"),
                        "We cannot tell whether people are doing better on the whole");
    assert_true(
        has(value_get(figure(into, 1), "note"), "Too many not heard from again: 40 of 100 people"));
    shown.unheard = some(35);
    struct value fewer = section(arena);
    scores_change(arena, &shown, fewer);
    assert_string_equal(text_of(figure(fewer, 1), "title"),
                        "On average the answers of 120 people went up between first and latest");
    arena_free(arena);
}

static void a_fall_is_said_as_plainly_as_a_rise(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_scale shown = shown_scale();
    struct value into = section(arena);
    shown.change =
        (struct shown_mean){.mean = -1.4, .low = -2.1, .high = -0.7, .has_interval = true};
    scores_change(arena, &shown, into);
    assert_string_equal(text_of(figure(into, 1), "title"),
                        "On average the answers of 120 people went down between first and latest");
    assert_string_equal(row_text(figure(into, 1), 0, "says"),
                        "down 1.4 points, likely between 0.7 and 2.1");
    arena_free(arena);
}

static void a_hidden_mean_leaves_no_number(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_scale shown = shown_scale();
    struct value into = section(arena);
    shown.change.hidden = true;
    scores_change(arena, &shown, into);
    assert_false(model_holds(into, "1.4"));
    assert_false(model_holds(into, "2.1"));
    assert_string_equal(row_text(figure(into, 1), 0, "says"),
                        "Too few: the average change is of fewer than 10 people, or protected.");
    arena_free(arena);
}

static void a_wobble_that_nobody_published_says_nobody_went_up(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct scale without = scale;
    struct asked_scale other = {"x.y", NULL, &without};
    struct shown_scale shown = shown_scale();
    struct value into = section(arena);
    without.has_sem = false;
    shown.asked = &other;
    scores_change(arena, &shown, into);
    assert_non_null(strstr(text_of(figure(into, 0), "sub"), "No wobble of this measure"));
    assert_int_equal(value_count(value_get(figure(into, 0), "rows")), 2);
    assert_false(model_holds(figure(into, 0), "More than wobble"));
    arena_free(arena);
}

static void groups_that_may_not_be_shown_are_one_row_that_is_always_there(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_group groups[] = {
        {"Asian", some(20), some(10), {.known = false}},
        {"Roma", hidden, hidden, {.known = false}},
        {"White", some(150), some(120), {true, 80, 73, 86}},
    };
    struct shown_groups shown = {"ethnic group", groups, 3, some(20), hidden, some(35)};
    struct value into = section(arena);
    heard_groups(arena, &shown, into);
    struct value made = figure(into, 0);
    assert_int_equal(value_count(value_get(made, "rows")), 3);
    assert_string_equal(row_text(made, 0, "says"), "10 of 20 people told us how they were");
    assert_string_equal(row_text(made, 0, "soft"), "· too few for a likely range");
    assert_string_equal(row_text(made, 1, "soft"), "· likely 7 to 9 in 10");
    assert_string_equal(row_text(made, 2, "says"),
                        "too few of us here to show. That is itself a finding");
    assert_false(model_holds(into, "Roma"));
    assert_true(has(value_get(made, "note"), "We did not ask 35 people about this."));
    assert_true(has(value_get(made, "note"), "20 people would rather not say."));
    assert_false(has(value_get(made, "note"), "people did not know."));
    shown.count = 1;
    struct value other = section(arena);
    heard_groups(arena, &shown, other);
    assert_string_equal(row_text(figure(other, 0), 1, "says"),
                        "too few of us here to show. That is itself a finding");
    arena_free(arena);
}

static const struct indicator_facts facts = {
    .id = "asked_again", .title = "Asking again", .mislead = "Keeping in touch looks like it."};

static struct shown_findings shown_findings(void)
{
    return (struct shown_findings){.facts = &facts,
                                   .collected = true,
                                   .everyone = some(240),
                                   .found = some(95),
                                   .not_found = some(65),
                                   .cannot_tell = some(80),
                                   .assessable = some(160),
                                   .share = {true, 59, 51, 67}};
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
    assert_true(has(value_get(figure(into, 0), "note"), "Keeping in touch looks like it."));
    arena_free(arena);
}

static void a_hidden_finding_leaves_no_number(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_findings shown = shown_findings();
    struct value into = section(arena);
    shown.found = shown.not_found = (struct shown){.hidden = true, .rounded = 95};
    shown.share.known = false;
    findings_figure(arena, &shown, 1, into);
    assert_string_equal(
        row_text(figure(into, 0), 0, "says"),
        "fewer than 10, or protected, of 160 people of whom we could tell, cannot tell for 80");
    assert_false(model_holds(into, "95"));
    assert_false(model_holds(into, "65"));
    shown.assessable = some(0);
    struct value nobody = section(arena);
    findings_figure(arena, &shown, 1, nobody);
    assert_string_equal(row_text(figure(nobody, 0), 0, "says"),
                        "nobody of whom we could tell, cannot tell for 80");
    shown.assessable = shown.cannot_tell = hidden;
    struct value other = section(arena);
    findings_figure(arena, &shown, 1, other);
    assert_string_equal(row_text(figure(other, 0), 0, "says"), "fewer than 10, or protected");
    arena_free(arena);
}

static void a_finding_stands_where_only_its_whole_is_hidden(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_findings shown = shown_findings();
    struct value into = section(arena);
    shown.assessable = shown.not_found = shown.cannot_tell = hidden;
    shown.share.known = false;
    findings_figure(arena, &shown, 1, into);
    assert_string_equal(text_of(figure(into, 0), "title"),
                        "It happened to at least 95 of 240 people");
    assert_string_equal(
        row_text(figure(into, 0), 0, "says"),
        "95 of all 240 people; of how many we could tell is fewer than 10, or protected");
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
    shown.found = some(0);
    findings_figure(arena, &shown, 1, into);
    assert_string_equal(
        row_text(figure(into, 0), 0, "says"),
        "nobody collects these here, so we cannot tell for anyone. That is not zero.");
    assert_string_equal(
        text_of(value_get(value_item(value_get(figure(into, 0), "rows"), 0), "chart"), "kind"),
        "unknown");
    arena_free(arena);
}

static void reasons_and_needs_that_are_hidden_are_not_named(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_findings shown = shown_findings();
    struct shown_count whys[] = {{"it ended too soon", some(60)}, {"a date is not exact", hidden}};
    struct shown_count needs[] = {{"food", hidden}, {"housing", some(35)}};
    struct value into = section(arena);
    shown.whys = whys;
    shown.needs = needs;
    shown.why_count = shown.need_count = 2;
    shown.by_need = true;
    findings_figure(arena, &shown, 1, into);
    assert_true(has(value_get(into, "unknown"),
                    "Asking again: cannot tell for 60 people, as it ended too soon."));
    assert_false(model_holds(into, "a date is not exact"));
    assert_false(model_holds(into, "food"));
    assert_string_equal(row_text(figure(into, 1), 0, "strong"), "housing:");
    assert_string_equal(row_text(figure(into, 1), 1, "says"), "fewer than 10, or protected");
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

static void a_measure_without_ends_shows_no_spread(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_scale shown = shown_scale();
    struct section section_of = {0};
    struct value into = section(arena);
    scores_scale(arena, &shown, &section_of, into);
    assert_string_equal(
        text_of(figure(into, 0), "title"),
        "“Mental wellbeing” has no highest score, so how answers are spread is not shown");
    assert_true(value_is(value_get(figure(into, 0), "chart"), VALUE_NIL));
    arena_free(arena);
}

static void a_reference_is_no_aim(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct norm norms[] = {{.id = "england",
                            .of = "men in England",
                            .year = "2010-13",
                            .source = "a survey",
                            .has_mean = true,
                            .mean = 23.7},
                           {.id = "wales",
                            .of = "people in Wales",
                            .year = "2014",
                            .source = "another",
                            .has_mean = true,
                            .mean = 23,
                            .has_sd = true,
                            .sd = 4}};
    struct scale with = scale;
    struct asked_scale other = {"swemwbs.wellbeing", NULL, &with};
    const char *england[] = {"england"}, *wales[] = {"wales"};
    struct shown_bin bins[] = {{7, 21, some(100)}, {21, 35, hidden}};
    struct shown_scale shown = shown_scale();
    struct section beside = {.beside = england, .beside_count = 1};
    with.norms = norms;
    with.norm_count = 2;
    shown.asked = &other;
    shown.bins = bins;
    shown.bin_count = 2;
    shown.latest = (struct shown_mean){.mean = 20.1, .low = 19, .high = 21.2, .has_interval = true};
    struct value into = section(arena);
    scores_scale(arena, &shown, &beside, into);
    struct value chart = value_get(figure(into, 0), "chart");
    assert_string_equal(text_of(figure(into, 0), "title"),
                        "The latest answers of 150 people are spread around an average of 20.1");
    assert_true(has(value_get(figure(into, 0), "note"),
                    "A reference, not an aim: men in England, 2010-13, average 23.7 (a survey)."));
    assert_true(value_is(value_get(chart, "reference"), VALUE_NIL));
    assert_true(value_get(value_item(value_get(chart, "bins"), 1), "hidden").yes);
    beside.beside = wales;
    struct value drawn = section(arena);
    scores_scale(arena, &shown, &beside, drawn);
    double low;
    assert_true(value_as_number(
        value_get(value_get(value_get(figure(drawn, 0), "chart"), "reference"), "low"), &low));
    assert_true(low == 19);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ranges_are_rounded_outwards),
        cmocka_unit_test(who_was_heard_is_said_with_its_whole),
        cmocka_unit_test(hidden_has_the_same_words_for_none_and_for_nine),
        cmocka_unit_test(change_counts_everyone_who_started),
        cmocka_unit_test(a_range_that_holds_none_cannot_tell),
        cmocka_unit_test(the_coarser_number_stands_where_the_finer_are_hidden),
        cmocka_unit_test(forty_in_a_hundred_unheard_cannot_tell),
        cmocka_unit_test(a_fall_is_said_as_plainly_as_a_rise),
        cmocka_unit_test(a_hidden_mean_leaves_no_number),
        cmocka_unit_test(a_wobble_that_nobody_published_says_nobody_went_up),
        cmocka_unit_test(groups_that_may_not_be_shown_are_one_row_that_is_always_there),
        cmocka_unit_test(a_finding_is_said_of_whom_we_could_tell),
        cmocka_unit_test(a_hidden_finding_leaves_no_number),
        cmocka_unit_test(a_finding_stands_where_only_its_whole_is_hidden),
        cmocka_unit_test(what_nobody_collects_is_not_zero),
        cmocka_unit_test(reasons_and_needs_that_are_hidden_are_not_named),
        cmocka_unit_test(sets_of_people_stay_in_order),
        cmocka_unit_test(a_measure_without_ends_shows_no_spread),
        cmocka_unit_test(a_reference_is_no_aim),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
