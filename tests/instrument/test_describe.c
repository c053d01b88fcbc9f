/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole file said back in sentences, as they stand. */
#include "instrument/support.h"

static void assert_described(const char *source, const char *expected)
{
    struct loaded loaded;
    struct text out = {0};
    bool good = load_text(&loaded, source);
    print_faults(&loaded.faults);
    assert_true(good);
    instrument_describe(loaded.instrument, &out);
    assert_string_equal(out.bytes, expected);
    text_free(&out);
    unload(&loaded);
}

static void items_that_count_alike_stand_together(void **state)
{
    (void)state;
    assert_described(
        "local up, down = { 0, 1, 1 }, { 1, 1, 0 }\n" HEAD
        "recall = { 'the last week', days = 7 },\n"
        "answers = { 'no', 'more or less', 'yes' },\n"
        "items = {\n"
        "  { id = 'i3', about = 'emptiness', points = up }, { id = 'i4', points = down },\n"
        "  { id = 'i7', points = down }, { id = 'i9', points = up } },\n"
        "scales = { { id = 'total', title = 'Loneliness', better = 'lower', unanswered = 1, fill = "
        "0,\n"
        "  bands = { level = { { 0, 'not lonely' }, { 2, 'lonely' }, source = 'manual' } } } },\n"
        "examples = {} }",
        "Made up (made_up, version 1)\n"
        "Source: this project.  Wording may be here: ours.  Scoring: ours.\n"
        "Asks about the last week.\n"
        "Answers: no (1), more or less (2), yes (3).\n"
        "Items, in the order of their answers:\n"
        "  i3: emptiness\n"
        "  i4\n"
        "  i7\n"
        "  i9\n"
        "Loneliness (total, lower is better, 0 to 4)\n"
        "  adds i3, i9 (more or less and yes count 1) and i4, i7 (no and more or less count 1)\n"
        "  one of the 4 may lack an answer and then counts 0; the page says how far it could have "
        "gone\n"
        "  bands, level: not lonely from 0, lonely from 2 (manual)\n");
}

static void means_and_what_is_done_with_them_are_said(void **state)
{
    (void)state;
    assert_described(HEAD
                     "answers = { from = 0, to = 10, step = 0.5 },\n"
                     "items = { { id = 'a' }, { id = 'b' }, { id = 'c' } },\n"
                     "scales = { { id = 'm', title = 'Mean', total = 'mean', unanswered = 1, times "
                     "= 10, plus = 1, own_view = false,\n"
                     "  wobble = { change = 3, source = 'a paper' } } },\n"
                     "examples = {} }",
                     "Made up (made_up, version 1)\n"
                     "Source: this project.  Wording may be here: ours.  Scoring: ours.\n"
                     "Answers: numbers from 0 to 10 in steps of 0.5.\n"
                     "Items, in the order of their answers:\n"
                     "  a\n  b\n  c\n"
                     "Mean (m, 1 to 101)\n"
                     "  takes the mean of a, b, c; then times 10; then plus 1\n"
                     "  one of the 3 may lack an answer; the page says how far it could have gone\n"
                     "  a change of less than 3.00 may be chance (a paper)\n"
                     "  not shown on the person's own page\n");
}

static void whatever_the_file_says_is_said(void **state)
{
    (void)state;
    assert_described(
        HEAD "content = 'It asks about sad things.',\n"
             "raters = 'coach', mislead = 'It is short.',\n"
             "answers = { from = 0, 'no', 'yes' },\n"
             "items = { { id = 'a', flag = 1, text = 'Is it so?' }, { id = 'why', answers = "
             "'words' } },\n"
             "forms = { other = { order = 'why a' } },\n"
             "scales = { { id = 'a', title = 'That', items = 'a' } },\n"
             "examples = {} }",
        "Made up (made_up, version 1)\n"
        "Source: this project.  Wording may be here: ours.  Scoring: ours.\n"
        "Said before it is filled in: It asks about sad things.\n"
        "Scored when answered by: coach.\n"
        "How it may mislead: It is short.\n"
        "Answers: no (0), yes (1).\n"
        "Items, in the order of their answers:\n"
        "  a; an answer of 1 or more is brought to the person and their coach at once\n"
        "    “Is it so?”\n"
        "  why; answered in words\n"
        "Printed edition other: another order of the items.\n"
        "That (a, 0 to 1)\n"
        "  is a\n"
        "  not answered: no score\n");
}

static void skips_terms_norms_and_wobble_are_said(void **state)
{
    (void)state;
    assert_described(
        "return { title = 'Made up', version = '1', source = 'this project',\n"
        "licence = { wording = { ship = true, terms = 'theirs', notice = '© them', unaltered = "
        "true }, scoring = { ship = true, terms = 'ours' } },\n"
        "answers = { from = 0, to = 90, unit = 'minutes' }, taken_from = 'longer',\n"
        "items = 'a b c',\n"
        "skips = { { when = { a = { 0, 1 }, b = 'x' }, items = 'c', as = 0 }, { when = { a = 2 }, "
        "items = 'b c' } },\n"
        "scales = { { id = 's', title = 'S', wobble = { sd = 5, r = 0.84, r_of = 'alpha', source = "
        "'a paper' },\n"
        "  norms = { { id = 'n', of = 'people', age = { 18, 61 }, n = 1204, year = '1999', mean = "
        "4, sd = 2, source = 'b' },\n"
        "            { id = 'n', of = 'people', age = { 62 }, year = '1999', mean = 5, source = "
        "'b' } } } },\n"
        "examples = {} }",
        "Made up (made_up, version 1)\n"
        "Source: this project.  Wording may be here: theirs.  Scoring: ours.\n"
        "Whoever answered longer has answered this too.\n"
        "Answers: numbers from 0 to 90, in minutes.\n"
        "Items, in the order of their answers:\n"
        "  a\n  b\n  c\n"
        "Wherever the wording stands: © them\n"
        "The wording is used as it stands: no rewording, no other order.\n"
        "Where a is 0 or 1 and b is not_applicable, what is not answered of c counts as 0.\n"
        "Where a is 2, what is not answered of b, c is left out.\n"
        "S (s, 0 to 270)\n"
        "  adds a, b, c\n"
        "  one that is not answered: no score\n"
        "  a change of less than 5.54 may be chance (alpha; a paper)\n"
        "  beside it, n: people aged 18 to 61 (1,204 people), 1999, mean 4, SD 2 (b)\n"
        "  beside it, n: people aged 62 and over, 1999, mean 5 (b)\n");
}

static void goals_and_seats_are_said(void **state)
{
    (void)state;
    assert_described(
        HEAD
        "about = 'area', seats = { { 'p', 'those with power' }, { 'c', 'citizens' } },\n"
        "items = { { id = 'a', answers = 'words', seats = 'p c', own = true },\n"
        "{ id = 'goal', answers = { from = 0, to = 9 }, own = true, repeats = { 1, 3 }, weight "
        "= { 0, 5 } } },\n"
        "scales = { { id = 's', title = 'S', items = 'goal', range = { 0, 9 }, score = "
        "function() return 1 end } },\nexamples = {} }",
        "Made up (made_up, version 1)\n"
        "Source: this project.  Wording may be here: ours.  Scoring: ours.\n"
        "About an area. Answered by those with power (p), citizens (c); seats are never added.\n"
        "Items, in the order of their answers:\n"
        "  a; answered in words; in the person's own words; asked of p and c only\n"
        "  goal; answered numbers from 0 to 9; 1 to 3 goals, in the person's own words, with "
        "weights "
        "from 0 to 5\n"
        "S (s, 0 to 9)\n"
        "  a function of the file scores goal\n"
        "  not answered: no score\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_that_count_alike_stand_together),
        cmocka_unit_test(means_and_what_is_done_with_them_are_said),
        cmocka_unit_test(skips_terms_norms_and_wobble_are_said),
        cmocka_unit_test(whatever_the_file_says_is_said),
        cmocka_unit_test(goals_and_seats_are_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
