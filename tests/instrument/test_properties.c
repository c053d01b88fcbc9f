/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the engine itself tries on every instrument, and instruments made at random. */
#include "instrument/support.h"


#define EXAMPLES "examples = {} }"

static bool properties_hold(struct loaded *loaded, const char *source, size_t *held)
{
    bool good = load_text(loaded, source);
    print_faults(&loaded->faults);
    assert_true(good);
    return instrument_check_properties(loaded->instrument, held, &loaded->faults);
}

static void a_sound_instrument_holds_all_of_them(void **state)
{
    (void)state;
    struct loaded loaded;
    size_t held;
    assert_true(properties_hold(
        &loaded,
        HEAD ONE_TO_FIVE
        "items = 'a b c',\n"
        "forms = { f = { order = 'c b a', codes = { 5, 4, 3, 2, 1 } } },\n"
        "scales = { { id = 's', title = 'S', items = 'a -b', unanswered = 1, fill = 'mean',\n"
        "bands = { x = { {2, 'low'}, {6, 'high'}, source = 'y' } } } },\n" EXAMPLES,
        &held));
    assert_int_equal(held, 11);
    unload(&loaded);
}

static void assert_broken(const char *source, const char *sentence)
{
    struct loaded loaded;
    size_t held;
    assert_false(properties_hold(&loaded, source, &held));
    assert_true(said(&loaded.faults, sentence));
    unload(&loaded);
}

static void prorating_beyond_what_the_blank_could_be_is_noticed(void **state)
{
    (void)state;
    assert_broken(
        HEAD "items = { { id = 'a', answers = { from = 10, to = 20 } }, { id = 'b', answers = { "
             "from = 0, to = 1 } } },\n"
             "scales = { { id = 's', title = 'S', unanswered = 1, fill = 'mean' } },\n" EXAMPLES,
        "scales[1]: the score is not between its lowest and highest: for the answers ");
    assert_broken(HEAD ONE_TO_FIVE
                  "items = 'a b',\n"
                  "scales = { { id = 's', title = 'S', unanswered = 1, fill = 0 } },\n" EXAMPLES,
                  "scales[1]: the score is not between its lowest and highest: for the answers ");
}

static void a_score_beyond_the_declared_range_is_noticed(void **state)
{
    (void)state;
    assert_broken(
        HEAD ONE_TO_FIVE
        "items = 'a b',\nscales = { { id = 's', title = 'S', range = { 3, 9 } } },\n" EXAMPLES,
        "scales[1].range is 3 to 9, but a score came out beyond it");
}

static void a_function_that_gives_a_wrong_thing_for_some_answers_is_noticed(void **state)
{
    (void)state;
    assert_broken(HEAD ONE_TO_FIVE
                  "items = 'a b',\nscales = { { id = 's', title = 'S', range = { 0, 9 },\n"
                  "score = function(answer) return answer.a + answer.b end } },\n" EXAMPLES,
                  "scales[1].score gave 10. It must give a number from 0 to 9, or nil and a reason "
                  "(for the answers ");
}

static void the_same_file_is_always_tried_with_the_same_answers(void **state)
{
    (void)state;
    static const char *const source =
        HEAD ONE_TO_FIVE "items = 'a b c',\nscales = { { id = 's', title = 'S', unanswered = 1, "
                         "fill = 0 } },\n" EXAMPLES;
    struct loaded first, second;
    size_t held;
    assert_false(properties_hold(&first, source, &held));
    assert_false(properties_hold(&second, source, &held));
    assert_int_equal(first.faults.count, second.faults.count);
    for (size_t i = 0; i < first.faults.count; i++)
        assert_string_equal(first.faults.said[i], second.faults.said[i]);
    unload(&first);
    unload(&second);
}

/* --- size ------------------------------------------------------------------------------------- */

static void three_hundred_items_of_a_wild_range_neither_overflow_nor_hang(void **state)
{
    (void)state;
    struct loaded loaded;
    size_t held;
    assert_true(load_text(
        &loaded,
        HEAD "answers = { from = -1000000, to = 1000000 },\nitems = 'q1..q300',\n"
             "scales = { { id = 's', title = 'S', unanswered = 299, fill = 'mean',\n"
             "bands = { x = { {-300000000, 'low'}, {0, 'high'}, source = 'y' } } } },\n" EXAMPLES));
    assert_value(&loaded, "1000000{300}", 0, 3e8);
    assert_value(&loaded, "-{299} -1000000", 0, -3e8);
    assert_between(&loaded.scores[0], -3e8, 299e6 - 1e6);
    assert_true(instrument_check_properties(loaded.instrument, &held, &loaded.faults));
    assert_false(instrument_check_examples(loaded.instrument, &held, &loaded.faults));
    unload(&loaded);
    static const char *const wild[] = {
        HEAD "answers = { from = -1e308, to = 1e308 },\nitems = 'q1..q300',\nscales = { { id = "
             "'s', title = 'S' } },\n" EXAMPLES,
        HEAD "answers = { from = 0, to = 1e308, step = 1e-300 },\nitems = 'q1..q300',\n"
             "scales = { { id = 's', title = 'S', items = '-q1', times = 1e308, lookup = { from = "
             "0, 1 } } },\n" EXAMPLES,
        HEAD
        "answers = { 'a', 'b', codes = { -1e308, 1e308 } },\nitems = 'q1..q300',\n"
        "scales = { { id = 's', title = 'S', items = '-q1 -q2', plus = -1e308 } },\n" EXAMPLES};
    for (size_t i = 0; i < sizeof wild / sizeof *wild; i++) {
        assert_false(load_text(&loaded, wild[i]));
        unload(&loaded);
    }
}

static void scales_over_scales_over_scales_do_not_double_the_work(void **state)
{
    (void)state;
    struct loaded loaded;
    size_t held;
    assert_true(load_text(
        &loaded,
        "local scales = { { id = 's1', title = 'S', items = 'a b' } }\n"
        "for i = 2, 25 do local ids = {}\n"
        "for k = i - 1, 1, -1 do ids[#ids + 1] = 's' .. k end\n"
        "scales[i] = { id = 's' .. i, title = 'S', items = ids, total = 'mean' } end\n" HEAD
            ONE_TO_FIVE "items = 'a b',\nscales = scales,\n" EXAMPLES));
    assert_value(&loaded, "2 3", 24, 5);
    assert_true(instrument_check_properties(loaded.instrument, &held, &loaded.faults));
    assert_false(instrument_check_examples(loaded.instrument, &held, &loaded.faults));
    unload(&loaded);
}

/* --- tables made at random -------------------------------------------------------------------- */

static uint32_t draw(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 16;
}

/* Some ask an item of one seat only, and some end with a list of goals. */
static void put_random_item(struct text *out, uint32_t *state, unsigned i, bool area, bool last)
{
    static const char *const seats[] = {"", "", "", ", seats = 'one'", ", seats = 'two'"};
    static const char *const repeats[] = {"", ", repeats = { 1, 3 }", ", repeats = { 2, 4 }"};
    static const char *const answers[] = {"{ 'a', 'b', 'c' }",
                                          "{ from = 0, 'a', 'b' }",
                                          "{ 'a', 'b', 'c', codes = { 7, 3, 0 } }",
                                          "{ from = 0, to = 10 }",
                                          "{ from = 0, to = 2, step = 0.25 }",
                                          "{ 'a', 'b', 'c', points = { 2, 9, 4 } }",
                                          "{ from = 1 }",
                                          "{ 'a', 'b', 'c', 'd', u = { 9, 'not known' } }"};
    text_format(out, "{ id = 'q%u', answers = %s%s%s },\n", i, answers[draw(state) % 8],
                area ? seats[draw(state) % 5] : "", last ? repeats[draw(state) % 3] : "");
}

static void put_random_scale(struct text *out, uint32_t *state, unsigned index, unsigned items)
{
    static const char *const ways[] = {"",
                                       "total = 'mean'",
                                       "times = -2",
                                       "plus = 3, times = 0.5",
                                       "lookup = { from = 2, 1, 2, 3, 4, 5 }",
                                       "unanswered = 1, fill = 'mean'",
                                       "unanswered = 1, total = 'mean'",
                                       "points = { 0, 1, 1 }"};
    text_format(out, "{ id = 's%u', title = 'S', %s, items = '", index, ways[draw(state) % 8]);
    unsigned counted = 1 + draw(state) % items;
    for (unsigned i = 0; i < counted; i++)
        text_format(out, "%sq%u ", draw(state) % 3 ? "" : "-", 1 + (draw(state) + i) % items);
    if (index > 1 && draw(state) % 2)
        text_format(out, "s%u", index - 1);
    text_put(out, "' },\n");
}

/* Empty ways leave a comma that Lua does not take. */
static void put_file(struct text *out, uint32_t *state)
{
    unsigned items = 1 + draw(state) % 5, scales = 1 + draw(state) % 3;
    bool area = draw(state) % 3 == 0;
    text_put(out, HEAD);
    if (area)
        text_put(out, "about = 'area', seats = { { 'one', 'One' }, { 'two', 'Two' } },\n");
    text_put(out, "items = {\n");
    for (unsigned i = 1; i <= items; i++)
        put_random_item(out, state, i, area, i == items);
    text_put(out, "},\nscales = {\n");
    for (unsigned i = 1; i <= scales; i++)
        put_random_scale(out, state, i, items);
    text_put(out, "},\n" EXAMPLES);
    for (char *comma = out->bytes; (comma = strstr(comma, "', , items"));)
        memcpy(comma, "'  , items", 10);
}

/* Bounds and ranges must hold of whatever can be loaded; only prorating over unlike ranges may
 * leave them. */
static void whatever_can_be_loaded_holds_its_properties(void **state)
{
    (void)state;
    uint32_t draws = 2024;
    size_t loaded_files = 0, held;
    for (int i = 0; i < 400; i++) {
        struct text source = {0};
        struct loaded loaded;
        put_file(&source, &draws);
        if (load_text(&loaded, source.bytes)) {
            loaded_files++;
            bool good = instrument_check_properties(loaded.instrument, &held, &loaded.faults);
            for (size_t f = 0; f < loaded.faults.count && f < FAULTS_SAID; f++)
                good = good || strstr(loaded.faults.said[f],
                                      "the score is not between its lowest and highest");
            if (!good) {
                print_message("%s\n", source.bytes);
                print_faults(&loaded.faults);
            }
            assert_true(good);
        } else
            assert_true(loaded.faults.count > 0);
        unload(&loaded);
        text_free(&source);
    }
    assert_true(loaded_files > 40);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_instrument_holds_all_of_them),
        cmocka_unit_test(prorating_beyond_what_the_blank_could_be_is_noticed),
        cmocka_unit_test(a_score_beyond_the_declared_range_is_noticed),
        cmocka_unit_test(a_function_that_gives_a_wrong_thing_for_some_answers_is_noticed),
        cmocka_unit_test(the_same_file_is_always_tried_with_the_same_answers),
        cmocka_unit_test(three_hundred_items_of_a_wild_range_neither_overflow_nor_hang),
        cmocka_unit_test(scales_over_scales_over_scales_do_not_double_the_work),
        cmocka_unit_test(whatever_can_be_loaded_holds_its_properties),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
