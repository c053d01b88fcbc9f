/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was heard and how they are, from numbers that may be shown: the exact words, and that a
 * hidden number leaves no trace. */
#include "report/said.h"

static void who_was_heard_is_said_with_its_whole(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_scale shown = shown_scale();
    struct value into = section(arena);
    shown.twice = some(120);
    shown.once = some(30);
    heard_scale(arena, &shown, into);
    assert_string_equal(text_of(figure(into, 0), "title"),
                        "Of 240 people, 150 told us how they were, and 90 we did not hear from, or "
                        "the answers could not be scored");
    assert_string_equal(row_text(figure(into, 0), 0, "strong"),
                        "Told us in this period, not for the first time:");
    assert_string_equal(row_text(figure(into, 0), 0, "says"), "120 people");
    assert_string_equal(row_text(figure(into, 0), 1, "says"), "30 people");
    assert_string_equal(row_text(figure(into, 0), 3, "strong"),
                        "Never asked, or chose not to, or the answers could not be scored:");
    assert_non_null(
        strstr(text_of(figure(into, 0), "sub"), "Told us means answers that could be scored."));
    arena_free(arena);
}

/* People who answered and could not be scored are among them, and so are some who told us many
 * times before this period: no sentence may say of all of them that they were not heard from. */
static void nobody_who_answered_is_said_not_to_be_heard_from(void **state)
{
    (void)state;
    static const char *const unheard[] = {"ot heard from", "not hear from"};
    struct arena *arena = arena_new();
    struct shown_scale shown = shown_scale();
    struct text json = {0};
    struct value into = section(arena);
    heard_scale(arena, &shown, into);
    scores_change(arena, &shown, into);
    shown.before = hidden;
    heard_scale(arena, &shown, into);
    shown.of_twice = true;
    shown.of_started = false;
    shown.whole = some(240);
    shown.unseen = some(90);
    heard_scale(arena, &shown, into);
    scores_change(arena, &shown, into);
    page_json(into, &json);
    assert_null(strstr(json.bytes, "twice"));
    size_t said = 0;
    for (size_t i = 0; i < 2; i++) {
        for (const char *at = json.bytes; (at = strstr(at, unheard[i])); at++, said++) {
            const char *unscored = strstr(at, " answers could not be scored");
            assert_true(unscored && unscored < strchr(at, '"'));
        }
    }
    assert_int_equal(said, 3); /* two titles and a row */
    text_free(&json);
    arena_free(arena);
}

static void whom_the_figures_are_of_is_said(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_scale shown = shown_scale();
    struct value into = section(arena), other = section(arena);
    shown.of_twice = true;
    shown.once = shown.before = shown.never = hidden;
    heard_scale(arena, &shown, into);
    assert_string_equal(
        text_of(figure(into, 0), "title"),
        "Of 240 people, 150 told us how they were, not for the first time, and of 90 there is no "
        "answer in this period that could be scored and compared with an earlier one");
    assert_int_equal(value_count(value_get(figure(into, 0), "rows")), 2);
    assert_string_equal(row_text(figure(into, 0), 1, "says"), "90 people");
    shown.heard = shown.twice = shown.unheard = shown.unseen = hidden;
    heard_scale(arena, &shown, other);
    assert_string_equal(row_text(figure(other, 0), 0, "strong"), "Told us in this period:");
    arena_free(arena);
}

static void hidden_has_the_same_words_for_none_and_for_nine(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_scale shown = shown_scale();
    struct value into = section(arena);
    shown.heard = shown.unheard = shown.twice = shown.once = shown.never = hidden;
    heard_scale(arena, &shown, into);
    assert_string_equal(
        text_of(figure(into, 0), "title"),
        "How many of 240 people told us how they were is fewer than 10, or protected");
    assert_int_equal(value_count(value_get(figure(into, 0), "rows")), 2);
    for (size_t i = 0; i < 2; i++) {
        struct value row = value_item(value_get(figure(into, 0), "rows"), i);
        assert_string_equal(text_of(row, "says"), "fewer than 10, or protected");
        assert_string_equal(text_of(value_get(row, "chart"), "kind"), "hidden");
    }
    assert_false(model_holds(into, "35"));
    arena_free(arena);
}

/* Thousands of people are still a few lines of dots, all of one size. */
static void a_dot_stands_for_more_where_there_are_very_many(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct value made = value_table(arena), few = value_table(arena);
    double each;
    people_row(arena, made, "Some:", some(15), "full");
    people_row(arena, made, "Many:", some(1120), "full");
    people_row(arena, made, "None that may be told:", hidden, "full");
    set_dots(arena, made, "People.");
    assert_string_equal(text_of(made, "sub"), "People. One dot is 25 people.");
    for (size_t i = 0; i < 2; i++) {
        struct value row = value_item(value_get(made, "rows"), i);
        assert_true(value_as_number(value_get(value_get(row, "chart"), "each"), &each));
        assert_true(each == 25);
    }
    people_row(arena, few, "Some:", some(280), "full");
    set_dots(arena, few, "People.");
    assert_string_equal(text_of(few, "sub"), "People. One dot is five people.");
    assert_false(model_holds(few, "each"));
    arena_free(arena);
}

static void change_is_of_everyone_who_has_ever_told_us(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_scale shown = shown_scale();
    struct value into = section(arena);
    scores_change(arena, &shown, into);
    assert_string_equal(
        text_of(figure(into, 0), "title"),
        "Of 185 people who have told us how they were, 40 went up by more than wobble, 20 went "
        "down, and of 35 we cannot say");
    assert_string_equal(row_text(figure(into, 0), 0, "soft"), "· likely 1 to 3 in 10");
    assert_string_equal(row_text(figure(into, 0), 3, "strong"),
                        "No answer in this period that could be scored and compared with an "
                        "earlier one:");
    assert_string_equal(row_text(figure(into, 0), 3, "says"), "35 people");
    assert_false(model_holds(into, "240"));
    assert_string_equal(text_of(figure(into, 1), "title"),
                        "On average the answers of 150 people went up between first and latest");
    assert_string_equal(row_text(figure(into, 1), 0, "says"),
                        "up 1.4 points, likely between 0.7 and 2.1");
    assert_true(has(value_get(figure(into, 1), "note"), "People often come at a low point"));
    arena_free(arena);
}

/* Where those who have ever told us may not be told apart: everyone, and said so. */
static void change_of_everyone_says_that_some_may_never_have_told_us(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_scale shown = shown_scale();
    struct value into = section(arena);
    shown.of_started = false;
    shown.whole = some(240);
    shown.unseen = some(90);
    scores_change(arena, &shown, into);
    assert_string_equal(
        text_of(figure(into, 0), "title"),
        "Of 240 people, 40 went up by more than wobble, 20 went down, and of 90 we cannot say");
    assert_non_null(strstr(text_of(figure(into, 0), "sub"),
                           "Anyone who never told us, with answers that could be scored, is among "
                           "them"));
    assert_string_equal(row_text(figure(into, 1), 1, "strong"),
                        "Everyone, if those without two answers to compare did 2 points worse:");
    assert_string_equal(row_text(figure(into, 1), 1, "says"), "up 0.7 points");
    assert_true(has(value_get(figure(into, 1), "note"), "may have no first one either"));
    arena_free(arena);
}

static void both_directions_are_told_or_neither(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_scale shown = shown_scale();
    struct value into = section(arena);
    shown.down = hidden;
    scores_change(arena, &shown, into);
    assert_string_equal(
        text_of(figure(into, 0), "title"),
        "Of 185 people who have told us how they were, 60 went up or down by more than wobble, and "
        "of 35 we cannot say");
    assert_string_equal(row_text(figure(into, 0), 0, "strong"), "More than wobble, up or down:");
    assert_int_equal(value_count(value_get(figure(into, 0), "rows")), 3);
    assert_false(model_holds(figure(into, 0), " 40"));
    assert_false(model_holds(figure(into, 0), ":40"));
    arena_free(arena);
}

static void what_hangs_on_those_without_two_answers_is_told(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct scale other_way = scale;
    struct asked_scale fewer_is_better = {"x.y", NULL, &other_way};
    struct shown_scale shown = shown_scale();
    struct value into = section(arena), other = section(arena), none = section(arena);
    shown.whole = some(240);
    shown.unseen = some(90);
    scores_change(arena, &shown, into);
    assert_string_equal(row_text(figure(into, 1), 1, "strong"),
                        "All who have told us, if those without two answers to compare did 2 "
                        "points worse:");
    assert_string_equal(row_text(figure(into, 1), 1, "says"), "up 0.7 points");   /* 0.65 */
    assert_string_equal(row_text(figure(into, 1), 2, "says"), "down 0.5 points"); /* −0.475 */
    other_way.better = BETTER_LOWER;
    other_way.highest = 16; /* five points would be more than a quarter of it */
    shown.asked = &fewer_is_better;
    scores_change(arena, &shown, other);
    assert_int_equal(value_count(value_get(figure(other, 1), "rows")), 2);
    assert_string_equal(row_text(figure(other, 1), 1, "says"), "up 2.2 points"); /* 2.15 */
    other_way.better = BETTER_NEITHER;
    scores_change(arena, &shown, none);
    assert_int_equal(value_count(value_get(figure(none, 1), "rows")), 1);
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
    arena_free(arena);
}

static void an_end_of_a_range_that_is_none_is_said_in_words(void **state)
{
    (void)state;
    static const struct {
        double low, high;
        const char *says;
    } ranges[] = {{0, 1, "likely between no change and 1.0 points up"},
                  {-0.04, 1, "likely between no change and 1.0 points up"},
                  {-1.2, 0, "likely between 1.2 points down and no change"},
                  {0, 0, "likely no change"}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        struct arena *arena = arena_new();
        struct shown_scale shown = shown_scale();
        struct value into = section(arena);
        shown.change =
            (struct shown_mean){.low = ranges[i].low, .high = ranges[i].high, .has_interval = true};
        scores_change(arena, &shown, into);
        assert_string_equal(row_text(figure(into, 1), 0, "says"), ranges[i].says);
        arena_free(arena);
    }
}

static void forty_in_a_hundred_without_two_answers_cannot_tell(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_scale shown = shown_scale();
    struct value into = section(arena), hiding = section(arena);
    shown.whole = some(225);
    shown.unseen = some(90);
    scores_change(arena, &shown, into);
    assert_string_equal(text_of(figure(into, 1), "title"),
                        "We cannot tell whether people are doing better on the whole");
    assert_true(has(value_get(figure(into, 1), "note"),
                    "Of too many there is no answer in this period that could be scored and "
                    "compared with an earlier one: 90 of 225 people who have told us how they "
                    "were."));
    shown.unseen = hidden;
    scores_change(arena, &shown, hiding);
    assert_string_equal(text_of(figure(hiding, 1), "title"),
                        "We cannot tell whether people are doing better on the whole");
    assert_int_equal(value_count(value_get(figure(hiding, 1), "rows")), 1);
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
                        "On average the answers of 150 people went down between first and latest");
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
    assert_int_equal(value_count(value_get(into, "figures")), 1);
    assert_true(has(value_get(figure(into, 0), "note"),
                    "the average change is of fewer than 10 people, or protected."));
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
    struct shown_groups shown = {.field = "ethnic group",
                                 .has_told = true,
                                 .groups = groups,
                                 .count = 3,
                                 .declined = some(20),
                                 .unknown = hidden,
                                 .not_asked = some(35)};
    struct value into = section(arena);
    heard_groups(arena, &shown, into);
    struct value made = figure(into, 0);
    assert_int_equal(value_count(value_get(made, "rows")), 3);
    assert_string_equal(row_text(made, 0, "strong"), "Asian:");
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

static void shares_that_are_hidden_one_and_all_are_said_once(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_group groups[] = {{"asian", some(20), hidden, {.known = false}},
                                   {"White", some(150), hidden, {.known = false}}};
    struct shown_groups shown = {.field = "ethnic group",
                                 .told_hidden = true,
                                 .groups = groups,
                                 .count = 2,
                                 .declined = hidden,
                                 .unknown = hidden,
                                 .not_asked = hidden};
    struct value into = section(arena), nobody = section(arena);
    heard_groups(arena, &shown, into);
    assert_string_equal(text_of(figure(into, 0), "title"),
                        "Who we are, by what people say of themselves: ethnic group");
    assert_string_equal(row_text(figure(into, 0), 0, "strong"), "Asian:");
    assert_string_equal(row_text(figure(into, 0), 0, "says"), "20 people");
    assert_true(has(value_get(figure(into, 0), "note"),
                    "How many of each group told us how they were is not shown"));
    shown.count = 0;
    heard_groups(arena, &shown, nobody);
    assert_int_equal(value_count(value_get(figure(nobody, 0), "rows")), 1);
    assert_string_equal(row_text(figure(nobody, 0), 0, "strong"), "Every group:");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_was_heard_is_said_with_its_whole),
        cmocka_unit_test(nobody_who_answered_is_said_not_to_be_heard_from),
        cmocka_unit_test(whom_the_figures_are_of_is_said),
        cmocka_unit_test(hidden_has_the_same_words_for_none_and_for_nine),
        cmocka_unit_test(a_dot_stands_for_more_where_there_are_very_many),
        cmocka_unit_test(change_is_of_everyone_who_has_ever_told_us),
        cmocka_unit_test(change_of_everyone_says_that_some_may_never_have_told_us),
        cmocka_unit_test(both_directions_are_told_or_neither),
        cmocka_unit_test(what_hangs_on_those_without_two_answers_is_told),
        cmocka_unit_test(a_range_that_holds_none_cannot_tell),
        cmocka_unit_test(an_end_of_a_range_that_is_none_is_said_in_words),
        cmocka_unit_test(forty_in_a_hundred_without_two_answers_cannot_tell),
        cmocka_unit_test(a_fall_is_said_as_plainly_as_a_rise),
        cmocka_unit_test(a_hidden_mean_leaves_no_number),
        cmocka_unit_test(a_wobble_that_nobody_published_says_nobody_went_up),
        cmocka_unit_test(groups_that_may_not_be_shown_are_one_row_that_is_always_there),
        cmocka_unit_test(shares_that_are_hidden_one_and_all_are_said_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
