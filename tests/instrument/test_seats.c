/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instruments about an area: who answers, what is asked of whom, and what is left out. */
#include "instrument/support.h"

#define SEATS                                                                                      \
    "about = 'area', seats = { { 'power', 'people with power' }, { 'citizens', 'citizens' } },\n"
#define ITEMS                                                                                      \
    "items = { { id = 'a' }, { id = 'b', seats = 'power' }, { id = 'c', seats = 'citizens power' " \
    "} },\n"
#define SCALE(fields) "scales = { { id = 's', title = 'S', " fields " } },\n"
#define EXAMPLES "examples = {} }"
#define AREA(rest) HEAD SEATS ONE_TO_FIVE ITEMS rest EXAMPLES

struct wrong {
    const char *source, *sentence;
};

static void assert_said(const struct wrong *wrongs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct loaded loaded;
        assert_false(load_text(&loaded, wrongs[i].source));
        assert_true(said(&loaded.faults, wrongs[i].sentence));
        assert_int_equal(loaded.faults.count, 1);
        unload(&loaded);
    }
}
#define ASSERT_SAID(wrongs) assert_said(wrongs, sizeof wrongs / sizeof *wrongs)

static void seats_belong_to_an_area_and_an_area_has_seats(void **state)
{
    (void)state;
    static const char shape[] =
        "seats[1] must be an id and what people read: { \"citizens\", \"citizens\" }";
    static const struct wrong wrongs[] = {
        {HEAD ONE_TO_FIVE "about = 'area', items = 'a',\n" EXAMPLES,
         "the file has `about = \"area\"` and no `seats`. Say who answers: seats = { { "
         "\"citizens\", \"citizens\" }, … }"},
        {HEAD ONE_TO_FIVE "about = 'area', seats = {}, items = 'a',\n" EXAMPLES,
         "the file has `about = \"area\"` and no `seats`"},
        {HEAD ONE_TO_FIVE "\nseats = { { 'x', 'X' } }, items = 'a',\n" EXAMPLES,
         "made_up.lua:5: seats is for an instrument about an area. Write `about = \"area\"`, or "
         "say "
         "in `raters` who may answer about a person"},
        {HEAD ONE_TO_FIVE "about = 'place', items = 'a',\n" EXAMPLES,
         "about is \"place\"; it must be \"person\" or \"area\""},
        {HEAD ONE_TO_FIVE "about = 'area', seats = { { 'x' } }, items = 'a',\n" EXAMPLES, shape},
        {HEAD ONE_TO_FIVE "about = 'area', seats = { { 'X', 'X' } }, items = 'a',\n" EXAMPLES,
         shape},
        {HEAD ONE_TO_FIVE "about = 'area', seats = { { 'x', 'X', 'Y' } }, items = 'a',\n" EXAMPLES,
         shape},
        {HEAD ONE_TO_FIVE "about = 'area', seats = { 'x' }, items = 'a',\n" EXAMPLES, shape},
        {HEAD ONE_TO_FIVE
         "about = 'area', seats = { { 'x', 'X' }, { 'x', 'Y' } }, items = 'a',\n" EXAMPLES,
         "seats[2] is `x`, which was there before"},
        {HEAD SEATS ONE_TO_FIVE "items = { { id = 'a', seats = 'power mayor' } },\n" EXAMPLES,
         "items[1].seats names `mayor`, which is not a seat of this file; it has power, citizens"},
        {HEAD ONE_TO_FIVE "items = { { id = 'a', seats = 'power' } },\n" EXAMPLES,
         "items[1].seats names `power`, but an instrument about a person has no seats"},
    };
    ASSERT_SAID(wrongs);
}

static bool takes(struct loaded *loaded, const char *tokens, const char *seat)
{
    return instrument_read(loaded->instrument, tokens, true, loaded->arena, loaded->answers,
                           &loaded->fault) &&
           instrument_take_seat(loaded->instrument, seat, loaded->answers, &loaded->fault);
}

static void assert_refused(struct loaded *loaded, const char *tokens, const char *seat,
                           const char *sentence)
{
    assert_false(takes(loaded, tokens, seat));
    assert_string_equal(loaded->fault.text, sentence);
}

static void who_answers_is_said_and_answers_what_is_asked_of_them(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, AREA("")));
    assert_true(takes(&loaded, "1 2 3", "power"));
    assert_true(takes(&loaded, "1 - 3", "citizens"));
    assert_int_equal(loaded.answers[1].none, NOT_ASKED);
    assert_true(loaded.answers[1].dropped);
    assert_false(loaded.answers[2].dropped);
    assert_refused(&loaded, "1 2 3", "citizens",
                   "b is asked of power only, and citizens answered it. Write n, not asked");
    assert_refused(&loaded, "1 2 3", "mayor",
                   "made_up has no seat `mayor`; its seats are: power, citizens");
    assert_refused(&loaded, "1 2 3", NULL,
                   "made_up is about an area, so it matters who answers. The seat is one of: "
                   "power, citizens");
    unload(&loaded);
    assert_true(load_text(&loaded, HEAD ONE_TO_FIVE "items = 'a',\n" EXAMPLES));
    assert_true(takes(&loaded, "1", NULL));
    assert_refused(&loaded, "1", "power", "made_up is about a person, and has no seats");
    unload(&loaded);
}

static void several_seats_are_said_in_words(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(
        &loaded,
        HEAD "about = 'area', seats = { { 'a', 'A' }, { 'b', 'B' }, { 'c', 'C' } },\n" ONE_TO_FIVE
             "items = { { id = 'x', seats = 'a b' } },\n" EXAMPLES));
    assert_refused(&loaded, "1", "c",
                   "x is asked of a and b only, and c answered it. Write n, not asked");
    unload(&loaded);
}

static const struct score *score_from(struct loaded *loaded, const char *tokens, const char *seat)
{
    struct given given = {.seat = seat};
    assert_true(takes(loaded, tokens, seat));
    assert_true(instrument_score(loaded->instrument, loaded->answers, &given, loaded->worker, true,
                                 loaded->arena, loaded->scores, &loaded->fault));
    return &loaded->scores[0];
}

static void what_is_not_asked_drops_out_of_the_score(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, AREA(SCALE("total = 'mean'"))));
    const struct score *score = score_from(&loaded, "1 n 3", "citizens");
    assert_number(score->value, 2, 0);
    assert_int_equal(score->answered, 2);
    assert_int_equal(score->of, 2);
    assert_between(score, 2, 2);
    score = score_from(&loaded, "1 n 3", "power");
    assert_string_equal(score->reason, "2 of 3 answered");
    assert_between(score, 5.0 / 3, 3);
    unload(&loaded);
    assert_true(load_text(&loaded, AREA(SCALE("items = 'b'"))));
    score = score_from(&loaded, "1 n 3", "citizens");
    assert_string_equal(score->reason, "nothing answered");
    assert_int_equal(score->of, 0);
    assert_false(score->has_range);
    unload(&loaded);
}

/* Fewer are asked of citizens, so a sum of theirs may be lower, and never as high. */
static void a_scale_reaches_as_far_as_any_seat_does(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, AREA(SCALE(""))));
    assert_number(loaded.instrument->scales[0].lowest, 2, 0);
    assert_number(loaded.instrument->scales[0].highest, 15, 0);
    size_t held;
    bool good = instrument_check_properties(loaded.instrument, &held, &loaded.faults);
    print_faults(&loaded.faults);
    assert_true(good);
    assert_int_equal(held, 10);
    unload(&loaded);
}

static bool examples_hold(struct loaded *loaded, const char *source, size_t *held)
{
    assert_true(load_text(loaded, source));
    return instrument_check_examples(loaded->instrument, held, &loaded->faults);
}

#define EXAMPLE(line) HEAD SEATS ONE_TO_FIVE ITEMS "examples = { " line " } }"

static void an_example_says_who_answered(void **state)
{
    (void)state;
    struct loaded loaded;
    size_t held;
    assert_true(
        examples_hold(&loaded, EXAMPLE("{ 'x', '1 n 3', given = { seat = 'citizens' } }"), &held));
    assert_int_equal(held, 1);
    unload(&loaded);
    assert_false(examples_hold(&loaded, EXAMPLE("{ 'x', '1 n 3' }"), &held));
    assert_true(said(&loaded.faults, "example \"x\": made_up is about an area, so it matters who "
                                     "answers. The seat is one of: power, citizens"));
    unload(&loaded);
    assert_false(
        examples_hold(&loaded, EXAMPLE("{ 'x', '1 2 3', given = { seat = 'citizens' } }"), &held));
    assert_true(said(&loaded.faults, "example \"x\": b is asked of power only, and citizens "
                                     "answered it"));
    unload(&loaded);
}

static void an_instrument_without_scales_shows_one_line_that_is_filled_in(void **state)
{
    (void)state;
    static const char sentence[] =
        "examples: an instrument without scales shows one filled-in line";
    struct loaded loaded;
    size_t held;
    assert_false(examples_hold(&loaded, EXAMPLE(""), &held));
    assert_true(said(&loaded.faults, sentence));
    unload(&loaded);
    assert_false(
        examples_hold(&loaded, EXAMPLE("{ 'x', '- n d', given = { seat = 'citizens' } }"), &held));
    assert_true(said(&loaded.faults, sentence));
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(seats_belong_to_an_area_and_an_area_has_seats),
        cmocka_unit_test(who_answers_is_said_and_answers_what_is_asked_of_them),
        cmocka_unit_test(several_seats_are_said_in_words),
        cmocka_unit_test(what_is_not_asked_drops_out_of_the_score),
        cmocka_unit_test(a_scale_reaches_as_far_as_any_seat_does),
        cmocka_unit_test(an_example_says_who_answered),
        cmocka_unit_test(an_instrument_without_scales_shows_one_line_that_is_filled_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
