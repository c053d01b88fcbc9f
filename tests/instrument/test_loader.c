/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the loader says of a file that is wrong. */
#include "instrument/support.h"

#define ITEMS "items = { { id = 'a' }, { id = 'b' } },\n"
#define EXAMPLES "examples = { { 'x', '1 1' } } }"
#define SCALE(fields) "scales = { { id = 's', title = 'S', " fields " } },\n"
#define FILE_WITH(rest) HEAD ONE_TO_FIVE ITEMS rest EXAMPLES

struct wrong {
    const char *source, *sentence;
};

static void assert_said(const struct wrong *wrongs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct loaded loaded;
        assert_false(load_text(&loaded, wrongs[i].source));
        assert_true(said(&loaded.faults, wrongs[i].sentence));
        assert_int_equal(strncmp(loaded.faults.said[0], "made_up.lua:", 12), 0);
        unload(&loaded);
    }
}
#define ASSERT_SAID(wrongs) assert_said(wrongs, sizeof wrongs / sizeof *wrongs)

static void unknown_and_missing_fields_are_named(void **state)
{
    (void)state;
    static const struct wrong wrongs[] = {
        {FILE_WITH(SCALE("unanswerd = 1")),
         "scales[1]: `unanswerd` is not a field of a scale. Did you mean `unanswered`?"},
        {HEAD ONE_TO_FIVE "items = { { id = 'a', reverse = true } },\n" EXAMPLES,
         "items[1]: `reverse` is not a field of an item. An item is turned round where it is "
         "counted"},
        {FILE_WITH("scales = { { id = 's' } },\n"),
         "scales[1] has no `title`. It is the name that people read"},
        {FILE_WITH(SCALE("unanswered = 'one'")),
         "scales[1].unanswered is \"one\"; it must be a whole number from 0 up"},
        {FILE_WITH(
             SCALE("norms = { { id = 'n', of = 'x', year = '1', source = 'y', share = 1 } }")),
         "`share` is in the contract, but this version does not follow it yet"},
        {FILE_WITH("raters = 'person cat',\n"),
         "raters names `cat`; who may answer is one of: person proxy"},
        {FILE_WITH("recall = { 14 },\n"), "recall must say what stretch of time it asks about"},
        {FILE_WITH("taken_from = 'made_up',\n"), "taken_from is this file itself: a circle"},
    };
    ASSERT_SAID(wrongs);
}

static void items_are_checked(void **state)
{
    (void)state;
    static const struct wrong wrongs[] = {
        {HEAD ONE_TO_FIVE "items = { { id = 'a' }, { id = 'b' }, { id = 'a' } },\n" EXAMPLES,
         "items[1] and items[3] have the same id, `a`"},
        {HEAD "items = { { id = 'a' } },\n" EXAMPLES,
         "items[1] has no `answers`, and the file gives none for all items"},
        {HEAD ONE_TO_FIVE "items = {},\n" EXAMPLES,
         "items has 0 entries; an instrument has from 1 to 1000"},
        {HEAD ONE_TO_FIVE "items = { { id = 'a', flag = 6 } },\n" EXAMPLES,
         "items[1].flag is 6, which is not a code of `a`"},
        {HEAD ONE_TO_FIVE "items = { { id = 'a', points = { 1, 2, 3 } } },\n" EXAMPLES,
         "items[1].points has 3 values for 5 options"},
        {"return { title = 'M', version = '1', source = 's', licence = { wording = { terms = 't' "
         "}, scoring = "
         "{ ship = true, terms = 't' } },\n" ONE_TO_FIVE
         "items = { { id = 'a', text = 'secret' } },\n" EXAMPLES,
         "items[1].text: this wording may not ship (licence.wording.ship is not true). Leave it "
         "out, "
         "and write what the item is about in `about`; or set `ship = true` if it may be here"},
        {"return { title = 'M', version = '1', source = 's', licence = { wording = { terms = 't' "
         "}, scoring = "
         "{ terms = 't' } },\n" ONE_TO_FIVE ITEMS SCALE("") EXAMPLES,
         "scales may not ship (licence.scoring.ship is not true)"},
    };
    ASSERT_SAID(wrongs);
}

#define ANSWERS(a) HEAD "answers = " a ",\n" ITEMS EXAMPLES

static void answers_are_checked(void **state)
{
    (void)state;
    static const struct wrong wrongs[] = {
        {ANSWERS("'time'"), "answers is \"time\"; this version does not read times of day yet"},
        {ANSWERS("'word'"), "answers is \"word\"; it must be a list of labels"},
        {ANSWERS("{}"), "answers has no labels and no `from` or `to`"},
        {ANSWERS("{ 'a', 'b', to = 3 }"), "answers has labels and `to` or `step`"},
        {ANSWERS("{ 'a', 'b', codes = { 1, 2, 3 } }"), "answers.codes has 3 values for 2 options"},
        {ANSWERS("{ 'a', 'b', codes = { 1, 1 } }"), "answers gives two options the code 1"},
        {ANSWERS("{ 'a', 'b', codes = { 1, 'x' } }"), "answers.codes must be a list of numbers"},
        {ANSWERS("{ 'a', '' }"), "answers has a label that is no text, number 2"},
        {ANSWERS("{ 'a', 'b', unit = 'minutes' }"),
         "answers has labels and `unit`. A unit is of a number; write it into the labels"},
        {ANSWERS("{ from = 5, to = 1 }"), "answers must rise: from 5 to 1 in steps of 1"},
        {ANSWERS("{ from = 0, to = 1, step = 0 }"), "answers must rise: from 0 to 1 in steps of 0"},
        {ANSWERS("{ from = 0, to = 1, step = 0.3 }"),
         "answers never reaches 1 in steps of 0.3 from 0"},
        {ANSWERS("{ 'a', 'b', u = { 2, 'not known' } }"),
         "answers.u is the code 2, which is also an answer"},
        {ANSWERS("{ 'a', 'b', u = 9 }"),
         "answers.u must be the option's text, or its code and text"},
        {ANSWERS("{ from = 0, points = { 1, 2 } }"), "which has no options to be worth something"},
        {ANSWERS("{ 'a', 'b', choose = 'many' }"), "`choose` is in the contract"},
    };
    ASSERT_SAID(wrongs);
}

static void what_a_scale_counts_is_checked(void **state)
{
    (void)state;
    static const struct wrong wrongs[] = {
        {HEAD ONE_TO_FIVE "items = { { id = 'failure' } },\n" SCALE("items = 'faliure'") EXAMPLES,
         "scales[1].items names `faliure`, which is not an item. Did you mean `failure`?"},
        {HEAD "items = { { id = 'group', answers = { 'x', 'y', unordered = true } } },\n" SCALE(
             "items = '-group'") EXAMPLES,
         "scales[1].items turns `group` round, but its answers are names, not a ladder"},
        {HEAD "items = { { id = 'group', answers = { 'x', 'y', unordered = true } } },\n" SCALE("")
             EXAMPLES,
         "scales[1].items names `group`, but its answers are names, not a ladder"},
        {HEAD "items = { { id = 'units', answers = { from = 0 } } },\n" SCALE("items = '-units'")
             EXAMPLES,
         "scales[1].items turns `units` round, but it has no upper end. Give `answers.to`, or "
         "`points`"},
        {HEAD "items = { { id = 'story', answers = 'words' } },\n" SCALE("") EXAMPLES,
         "scales[1].items names `story`, which is answered in words and cannot be added"},
        {FILE_WITH(SCALE("items = 'a a'")), "scales[1].items names `a` twice"},
        {FILE_WITH(
             "scales = { { id = 's', title = 'S' }, { id = 't', title = 'T', items = '-s' } },\n"),
         "scales[2].items turns `s` round, but that is a scale"},
        {FILE_WITH("scales = { { id = 's', title = 'S' }, { id = 's', title = 'T' } },\n"),
         "scales[1] and scales[2] have the same id, `s`"},
        {FILE_WITH("scales = { { id = 'a', title = 'A', items = '-a' } },\n"),
         "scales[1].id is `a`, the id of an item, but the scale is not that item as it stands"},
        {FILE_WITH("scales = { { id = 'flags', title = 'F' } },\n"),
         "means something else in an example"},
        {FILE_WITH(SCALE("points = { 0, 1, 1 }")), "scales[1].points has 3 values for 5 options"},
        {FILE_WITH(SCALE("items = 'a', points = { 0, 0, 1, 1, 1, b = { 0, 0, 0, 0, 1 } }")),
         "scales[1].points says what `b` is worth, which is not among the scale's items"},
        {FILE_WITH(SCALE("points = { { 0, 1 } }")), "this version does not follow steps"},
    };
    ASSERT_SAID(wrongs);
}

static void the_way_from_total_to_score_is_checked(void **state)
{
    (void)state;
    static const struct wrong wrongs[] = {
        {FILE_WITH(SCALE("lookup = { from = 2, 1, 2, 3, 4, 5, 6, 7, 8 }")),
         "scales[1].lookup has 8 values; totals run from 2 to 10, so it needs 9"},
        {FILE_WITH(SCALE("lookup = { from = 3, 1, 2, 3, 4, 5, 6, 7, 8 }")),
         "scales[1].lookup begins at 3; totals run from 2 to 10"},
        {HEAD "answers = { from = 0 },\n" ITEMS SCALE("lookup = { from = 0, 1 }") EXAMPLES,
         "scales[1].lookup is a table, but totals run from 0 to no end. Give the answers an end"},
        {FILE_WITH(SCALE("unanswered = 1")), "scales[1] may lack 1 answer, but not what a missing "
                                             "one counts. Add `fill = \"mean\"` or `fill = 0`, "
                                             "as published"},
        {FILE_WITH(SCALE("unanswered = 2, fill = 0")),
         "scales[1].unanswered is as many as the scale has items, 2"},
        {FILE_WITH(SCALE("fill = 0")), "scales[1].fill has nothing to fill: `unanswered` is 0"},
        {FILE_WITH(SCALE("total = 'mean', unanswered = 1, fill = 0")),
         "scales[1].fill is for a sum; a mean leaves missing answers out"},
        {FILE_WITH(SCALE("unanswered = 1, fill = 'median'")),
         "scales[1].fill must be \"mean\" or a number"},
        {FILE_WITH(SCALE("total = 'most'")),
         "scales[1].total is \"most\"; it must be \"sum\", \"mean\", \"profile\" or \"eap\""},
        {FILE_WITH(SCALE("times = 0")), "scales[1].times is 0: every score would be the same"},
        {FILE_WITH(SCALE("range = { 0, 20 }")),
         "scales[1].range is 0 to 20, but the scale runs from 2 to 10"},
        {FILE_WITH(SCALE("times = 1e300")),
         "scales[1] can come to more than 1000000000 on either side of 0"},
        {FILE_WITH(SCALE("digits = 7")), "scales[1].digits is 7; at most 6 are printed"},
        {FILE_WITH(SCALE("better = 'more'")), "scales[1].better is \"more\"; it must be"},
        {FILE_WITH(SCALE("variant = 's'")),
         "scales[1].variant names `s`, which is not another scale"},
    };
    ASSERT_SAID(wrongs);
}

static void functions_are_checked_against_what_stands_beside_them(void **state)
{
    (void)state;
    static const struct wrong wrongs[] = {
        {FILE_WITH(SCALE("score = function(a) return 1 end")),
         "scales[1] has `score` and gives a number, so it needs `range = { lowest, highest }`"},
        {FILE_WITH(
             SCALE("range = { 0, 1 }, lookup = { from = 2, 1 }, score = function(a) return 1 end")),
         "scales[1] has both `score` and `lookup`. Do the looking up in the function, or the sum "
         "without it"},
        {FILE_WITH(SCALE("range = { 0, 1 }, times = 2, score = function(a) return 1 end")),
         "scales[1] has both `score` and `times`"},
        {FILE_WITH(SCALE("items = '-a', range = { 0, 1 }, score = function(a) return 1 end")),
         "scales[1].items turns an item round, but `score` is given the answers as they are"},
        {FILE_WITH(SCALE("values = { 'x' }")), "scales[1] has `values` without `score`"},
        {FILE_WITH(SCALE("values = { 'x', 'x' }, score = function(a) return 'x' end")),
         "scales[1].values must be a list of different texts"},
        {FILE_WITH(SCALE("values = { 'x' }, range = { 0, 1 }, score = function(a) return 'x' end")),
         "scales[1] has `values` and `range`"},
        {FILE_WITH(
             SCALE("values = { 'x' }, better = 'higher', score = function(a) return 'x' end")),
         "scales[1].better is for numbers"},
        {FILE_WITH(SCALE("range = { 1, 0 }, score = function(a) return 1 end")),
         "scales[1].range must be { lowest, highest }"},
        {FILE_WITH("scales = { { id = 's', title = 'S', values = { 'x' }, score = function(a) "
                   "return 'x' end }, "
                   "{ id = 't', title = 'T', items = 's' } },\n"),
         "scales[2].items names `s`, whose values are words and cannot be added"},
    };
    ASSERT_SAID(wrongs);
}

static void marks_are_checked(void **state)
{
    (void)state;
    static const struct wrong wrongs[] = {
        {FILE_WITH(
             SCALE("bands = { abs = { {2, 'low'}, {8, 'high'}, {6, 'mid'}, source = 'x' } }")),
         "edges must rise; 6 comes after 8"},
        {FILE_WITH(SCALE("bands = { abs = { {3, 'low'}, {8, 'high'}, source = 'x' } }")),
         "bands.abs begins at 3, but the scale goes down to 2"},
        {FILE_WITH(SCALE("bands = { abs = { {2, 'low'}, {18, 'high'}, source = 'x' } }")),
         "bands.abs has an edge at 18, above the highest score"},
        {FILE_WITH(SCALE("bands = { abs = { {2, 'low'} } }")), "bands.abs has no `source`"},
        {FILE_WITH(SCALE("bands = { lowest = { {2, 'low'}, source = 'x' } }")),
         "cannot be called `lowest`"},
        {FILE_WITH(SCALE("wobble = { sem = 1, change = 2, source = 'x' }")),
         "scales[1].wobble has `sem` and `change`. Keep the one the source gives"},
        {FILE_WITH(SCALE("wobble = { source = 'x' }")),
         "scales[1].wobble has neither `sem` nor `change`"},
        {FILE_WITH(SCALE("wobble = { sd = 4, r = .8, source = 'x' }")),
         "scales[1].wobble must say `sd`, `r` and `r_of` together"},
        {FILE_WITH(SCALE("wobble = { sd = 4, r = 1, r_of = 'alpha', source = 'x' }")),
         "scales[1].wobble.r is 1; a reliability is between 0 and 1"},
        {FILE_WITH(SCALE("wobble = { sem = 1, sd = 4, r = .8, r_of = 'alpha', source = 'x' }")),
         "scales[1].wobble has `sem` and `sd`. Keep the one the source gives"},
        {FILE_WITH(SCALE("wobble = { change = 1, sd = 4, r = .8, r_of = 'a', source = 'x' }")),
         "scales[1].wobble has `sd` and `change`. Keep the one the source gives"},
        {FILE_WITH(SCALE("wobble = { sem = 0, source = 'x' }")),
         "scales[1].wobble must be above 0"},
        {FILE_WITH(SCALE("wobble = { sem = 1 }")), "scales[1].wobble has no `source`"},
        {FILE_WITH(SCALE("matters = { person = -1, source = 'x' }")),
         "scales[1].matters must say a change above 0"},
        {FILE_WITH(SCALE("norms = { { id = 'uk', of = 'x', year = '2020', source = 'y' } }")),
         "scales[1].norms[1] has no `mean`"},
        {FILE_WITH(SCALE("norms = { { id = 'uk', of = 'x', year = '2020', source = 'y', mean = 1, "
                         "mode = 'fax' } }")),
         "scales[1].norms[1].mode names `fax`; modes are unknown self screen"},
        {FILE_WITH(SCALE("norms = { { id = 'uk', of = 'x', year = '2020', source = 'y', mean = 1, "
                         "age = { 61, 18 } } }")),
         "scales[1].norms[1].age must be { from, to } in years, both included"},
    };
    ASSERT_SAID(wrongs);
}

static void forms_are_checked(void **state)
{
    (void)state;
    static const struct wrong wrongs[] = {
        {FILE_WITH("forms = { f = { order = 'a' } },\n"), "forms.f.order names 1 of 2 items"},
        {FILE_WITH("forms = { f = { order = 'a a' } },\n"), "forms.f.order names `a` twice"},
        {FILE_WITH("forms = { f = { order = 'a c' } },\n"),
         "forms.f.order names `c`, which is not an item"},
        {"return { title = 'M', version = '1', source = 's', licence = { wording = { ship = true, "
         "terms = 't', unaltered = true }, scoring = { ship = true, terms = 't' } },\n" ONE_TO_FIVE
             ITEMS "forms = { f = { order = 'b a' } },\n" EXAMPLES,
         "forms.f.order prints the items in another order, but this wording may not be altered"},
        {FILE_WITH("forms = { f = { codes = { 1, 2 } } },\n"),
         "must give `a` one code for each of its 5 options"},
        {FILE_WITH("forms = { f = { codes = { 1, 2, 3, 4, 4 } } },\n"), "none twice"},
        {FILE_WITH("forms = { f = { codes = { c = { 1 } } } },\n"),
         "forms.f.codes names `c`, which is not an item"},
    };
    ASSERT_SAID(wrongs);
}

static void what_is_said_of_wording_units_norms_and_wobble_is_kept(void **state)
{
    (void)state;
    struct loaded loaded;
    bool good = load_text(
        &loaded,
        "return { title = 'M', version = '1', source = 's', licence = { wording = { ship = true, "
        "terms = 't', notice = '© them', unaltered = true }, scoring = { ship = true, terms = 't' "
        "} },\n"
        "answers = { from = 0, to = 90, unit = 'minutes' },\n" ITEMS SCALE(
            "wobble = { sd = 5, r = 0.84, r_of = 'alpha', source = 'x' }, norms = {\n"
            "{ id = 'n', of = 'people', year = '1999', source = 'y', mean = 4, n = 535, age = { "
            "18, "
            "61 } },\n"
            "{ id = 'n', of = 'people', year = '1999', source = 'y', mean = 5, age = { 62 } } }")
            EXAMPLES);
    print_faults(&loaded.faults);
    assert_true(good);
    const struct scale *scale = &loaded.instrument->scales[0];
    double change;
    assert_string_equal(loaded.instrument->wording_notice, "© them");
    assert_true(loaded.instrument->wording_unaltered);
    assert_string_equal(loaded.instrument->items[0].unit, "minutes");
    assert_number(scale->sem, 2, 1e-12);
    assert_string_equal(scale->wobble_r_of, "alpha");
    assert_true(scale_wobble(scale, &change));
    assert_number(change, 1.959963984540054 * sqrt(2) * 2, 1e-9);
    assert_true(scale->norms[0].has_n && !scale->norms[1].has_n);
    assert_int_equal(scale->norms[0].n, 535);
    assert_number(scale->norms[0].youngest, 18, 0);
    assert_number(scale->norms[0].oldest, 61, 0);
    assert_true(isinf(scale->norms[1].oldest));
    unload(&loaded);
}

static void all_faults_of_a_file_are_said_at_once(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_false(load_text(&loaded, HEAD ONE_TO_FIVE ITEMS
                           "colour = 'red',\n"
                           "scales = { { id = 's', title = 'S', times = 0 }, { id = 't', title = "
                           "'T', items = 's c' },\n"
                           "{ id = 'u', title = 'U', digits = 9 } },\n" EXAMPLES));
    assert_true(said(&loaded.faults, "`colour` is not a field of an instrument"));
    assert_true(said(&loaded.faults, "scales[1].times is 0"));
    assert_true(said(&loaded.faults, "scales[2].items names `c`"));
    assert_true(said(&loaded.faults, "scales[3].digits is 9"));
    assert_int_equal(loaded.faults.count, 4);
    unload(&loaded);
}

static void a_line_is_where_the_field_is_written(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_false(load_text(&loaded, HEAD ONE_TO_FIVE ITEMS "\n\n" SCALE("\ntimes = 0") EXAMPLES));
    assert_true(said(&loaded.faults, "made_up.lua:8: scales[1].times is 0"));
    unload(&loaded);
}

static void nothing_of_an_empty_table_crashes_the_loader(void **state)
{
    (void)state;
    static const char *const sources[] = {
        "return {}",
        "return { items = 3 }",
        "return { items = { 1, 'a', {} }, answers = 5 }",
        "return { items = 'a', answers = { 'x', 'y' }, scales = { 1, {}, { id = 3 } }, forms = { f "
        "= 1 } }",
        "return { items = 'a', answers = { 'x', 'y' }, scales = { { id = 's', title = 'T', lookup "
        "= 3, bands = 4, "
        "norms = { 1 }, wobble = 'x', matters = 2, range = 'y', points = 7, fill = {} } } }",
        "return { items = 'a b', answers = { from = 1, to = 1e308 }, scales = { { id = 's', title "
        "= 'T', "
        "lookup = { from = 2, 1 } } } }"};
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        struct loaded loaded;
        assert_false(load_text(&loaded, sources[i]));
        assert_true(loaded.faults.count > 0);
        unload(&loaded);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unknown_and_missing_fields_are_named),
        cmocka_unit_test(items_are_checked),
        cmocka_unit_test(answers_are_checked),
        cmocka_unit_test(what_a_scale_counts_is_checked),
        cmocka_unit_test(the_way_from_total_to_score_is_checked),
        cmocka_unit_test(functions_are_checked_against_what_stands_beside_them),
        cmocka_unit_test(marks_are_checked),
        cmocka_unit_test(forms_are_checked),
        cmocka_unit_test(what_is_said_of_wording_units_norms_and_wobble_is_kept),
        cmocka_unit_test(all_faults_of_a_file_are_said_at_once),
        cmocka_unit_test(a_line_is_where_the_field_is_written),
        cmocka_unit_test(nothing_of_an_empty_table_crashes_the_loader),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
