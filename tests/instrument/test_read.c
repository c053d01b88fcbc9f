/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From tokens and cells to answers, and back. */
#include "instrument/support.h"

static const char *const source = HEAD ONE_TO_FIVE
    "items = { { id = 'useful' },\n"
    "{ id = 'hours', answers = { from = 0, step = 0.5 } },\n"
    "{ id = 'story', answers = 'words' },\n"
    "{ id = 'sparse', answers = { 'a', 'b', 'c', codes = { 4, 2, 0 }, u = { 9, 'not known' } } },\n"
    "{ id = 'mood', answers = { from = -2, to = 2 } } },\n"
    "forms = { back = { order = 'mood sparse story hours useful' },\n"
    "turned = { codes = { useful = { 5, 4, 3, 2, 1 }, sparse = { 1, 2, 3 }, mood = { 1, 2, 3, 4, 5 "
    "} } } },\n"
    "examples = { { 'x', '1 1 + 0 0' } } }";

static const char *back_to_text(struct loaded *loaded)
{
    static char room[200];
    struct text out = {0};
    for (size_t i = 0; i < loaded->instrument->item_count; i++) {
        text_put(&out, i ? " " : "");
        instrument_token(&loaded->answers[i], &out);
    }
    snprintf(room, sizeof room, "%s", out.bytes);
    text_free(&out);
    return room;
}

static void tokens_are_read_and_written_the_same(void **state)
{
    (void)state;
    static const char *const lines[] = {"1 0 + 4 -2", "5 2.5 - 0 2", "- d u n x", "w 100000 w - 0",
                                        "3 0.5 d 2 -1"};
    struct loaded loaded;
    assert_true(load_text(&loaded, source));
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        assert_true(instrument_read(loaded.instrument, lines[i], false, loaded.arena,
                                    loaded.answers, &loaded.fault));
        assert_string_equal(back_to_text(&loaded), lines[i]);
    }
    unload(&loaded);
}

static void a_token_may_stand_for_several_only_by_hand(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, HEAD ONE_TO_FIVE
                          "items = 'q1..q12',\nexamples = { { 'x', '1{12}' } } }"));
    assert_true(instrument_read(loaded.instrument, "2{10} -{2}", true, loaded.arena, loaded.answers,
                                &loaded.fault));
    assert_string_equal(back_to_text(&loaded), "2 2 2 2 2 2 2 2 2 2 - -");
    assert_true(instrument_read(loaded.instrument, "\t3{12}\n", true, loaded.arena, loaded.answers,
                                &loaded.fault));
    assert_false(instrument_read(loaded.instrument, "2{12}", false, loaded.arena, loaded.answers,
                                 &loaded.fault));
    assert_string_equal(loaded.fault.text, "there is 1 token for 12 items");
    assert_false(instrument_read(loaded.instrument, "6 7 8", false, loaded.arena, loaded.answers,
                                 &loaded.fault));
    assert_string_equal(loaded.fault.text, "there are 3 tokens for 12 items");
    static const char *const wrong[] = {"2{11} 2{0}",         "2{11} 2{-1}",
                                        "2{11} 2{}",          "2{11} {3}",
                                        "2{11} 2{999999999}", "2{11} 2{99999999999999999999999}"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(instrument_read(loaded.instrument, wrong[i], true, loaded.arena,
                                     loaded.answers, &loaded.fault));
    unload(&loaded);
}

static void assert_refused(struct loaded *loaded, size_t item, const char *cell,
                           const char *sentence)
{
    struct answer answer;
    assert_false(instrument_read_item(loaded->instrument, item, cell, loaded->arena, &answer,
                                      &loaded->fault));
    assert_string_equal(loaded->fault.text, sentence);
}

static void a_code_that_is_not_an_option_is_refused_with_what_is(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, source));
    assert_refused(&loaded, 0, "6", "useful is 6; its answers run from 1 to 5");
    assert_refused(&loaded, 0, "2.5", "useful is 2.5; its answers run from 1 to 5");
    assert_refused(&loaded, 0, "often", "useful is often; its answers run from 1 to 5");
    assert_refused(&loaded, 0, "+", "useful is +; its answers run from 1 to 5");
    assert_refused(&loaded, 1, "0.3", "hours is 0.3; its answers run from 0 up in steps of 0.5");
    assert_refused(&loaded, 1, "-1", "hours is -1; its answers run from 0 up in steps of 0.5");
    assert_refused(&loaded, 1, "1e5", "hours is 1e5; its answers run from 0 up in steps of 0.5");
    assert_refused(&loaded, 1, "1000000001",
                   "hours is 1000000001; its answers run from 0 up in steps of 0.5");
    assert_refused(&loaded, 2, "3",
                   "story is 3; it is answered in words: + where there are some, - where there "
                   "are none");
    assert_refused(&loaded, 3, "3", "sparse is 3; its answers are 0, 2 and 4");
    assert_refused(&loaded, 4, "3", "mood is 3; its answers run from -2 to 2");
    assert_refused(&loaded, 4, "1.0000000005",
                   "mood is 1.0000000005; its answers run from -2 to 2");
    assert_refused(&loaded, 4, "line\nbreak",
                   "mood is something else; its answers run from -2 to 2");
    assert_refused(&loaded, 4,
                   "00000000000000000000000000000000000000000000000000000000000000000000000003",
                   "mood is something else; its answers run from -2 to 2");
    unload(&loaded);
}

static void whole_steps_from_further_than_a_whole_number_holds_are_still_whole(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, HEAD "answers = { from = -1e308, to = 1e308 },\nitems = 'far',\n"
                                        "examples = {} }"));
    assert_true(instrument_read(loaded.instrument, "-73", true, loaded.arena, loaded.answers,
                                &loaded.fault));
    assert_number(loaded.answers[0].code, -73, 0);
    assert_false(instrument_read(loaded.instrument, "3.5", true, loaded.arena, loaded.answers,
                                 &loaded.fault));
    unload(&loaded);
}

static void a_token_too_long_to_be_one_is_never_cut_to_fit(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, source));
    assert_false(instrument_read(
        loaded.instrument,
        "1 0 + 4 0000000000000000000000000000000000000000000000000000000000000000000002", false,
        loaded.arena, loaded.answers, &loaded.fault));
    unload(&loaded);
}

static void every_kind_of_no_answer_is_kept_apart(void **state)
{
    (void)state;
    static const struct {
        const char *cell;
        enum no_answer none;
    } kinds[] = {{"", MISSING},
                 {"-", MISSING},
                 {"missing", MISSING},
                 {"d", DECLINED},
                 {"declined", DECLINED},
                 {"u", UNKNOWN},
                 {"unknown", UNKNOWN},
                 {"n", NOT_ASKED},
                 {"not_asked", NOT_ASKED},
                 {"x", NOT_APPLICABLE},
                 {"not_applicable", NOT_APPLICABLE},
                 {"w", WITHHELD},
                 {"withheld", WITHHELD}};
    struct loaded loaded;
    assert_true(load_text(&loaded, source));
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct answer answer;
        assert_true(instrument_read_item(loaded.instrument, 0, kinds[i].cell, loaded.arena, &answer,
                                         &loaded.fault));
        assert_int_equal(answer.kind, ANSWER_NONE);
        assert_int_equal(answer.none, kinds[i].none);
    }
    unload(&loaded);
}

static void a_printed_code_for_not_known_is_no_answer(void **state)
{
    (void)state;
    struct loaded loaded;
    struct answer answer;
    assert_true(load_text(&loaded, source));
    assert_true(
        instrument_read_item(loaded.instrument, 3, "9", loaded.arena, &answer, &loaded.fault));
    assert_int_equal(answer.kind, ANSWER_NONE);
    assert_int_equal(answer.none, UNKNOWN);
    unload(&loaded);
}

static void a_printed_edition_is_undone_while_reading(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, source));
    const struct instrument *made = loaded.instrument;
    assert_true(instrument_read_form(made, "back", "-1 4 + 1.5 5", false, loaded.arena,
                                     loaded.answers, &loaded.fault));
    assert_string_equal(back_to_text(&loaded), "5 1.5 + 4 -1");
    /* `sparse` is printed 4 2 0 in the file, 1 2 3 in the edition. */
    assert_true(instrument_read_form(made, "turned", "1 0 - 1 1", false, loaded.arena,
                                     loaded.answers, &loaded.fault));
    assert_string_equal(back_to_text(&loaded), "5 0 - 4 -2");
    assert_true(instrument_read_form(made, "back turned", "5 9 d 0 2", false, loaded.arena,
                                     loaded.answers, &loaded.fault));
    assert_string_equal(back_to_text(&loaded), "4 0 d u 2");
    assert_false(instrument_read_form(made, "turned", "1 0 - 4 1", false, loaded.arena,
                                      loaded.answers, &loaded.fault));
    assert_string_equal(loaded.fault.text, "sparse is 4; its answers run from 1 to 3");
    assert_false(instrument_read_form(made, "front", "1 0 - 4 1", false, loaded.arena,
                                      loaded.answers, &loaded.fault));
    assert_string_equal(loaded.fault.text, "made_up has no form `front`; it has `back`, `turned`");
    assert_false(instrument_read_form(made, "back back", "1 0 - 4 1", false, loaded.arena,
                                      loaded.answers, &loaded.fault));
    unload(&loaded);
}

static void a_long_line_of_rubbish_is_refused_without_harm(void **state)
{
    (void)state;
    struct loaded loaded;
    struct text line = {0};
    assert_true(load_text(&loaded, source));
    for (int i = 0; i < 100000; i++)
        text_put(&line, "9{9");
    assert_false(instrument_read(loaded.instrument, line.bytes, true, loaded.arena, loaded.answers,
                                 &loaded.fault));
    text_free(&line);
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tokens_are_read_and_written_the_same),
        cmocka_unit_test(a_token_may_stand_for_several_only_by_hand),
        cmocka_unit_test(a_code_that_is_not_an_option_is_refused_with_what_is),
        cmocka_unit_test(whole_steps_from_further_than_a_whole_number_holds_are_still_whole),
        cmocka_unit_test(a_token_too_long_to_be_one_is_never_cut_to_fit),
        cmocka_unit_test(every_kind_of_no_answer_is_kept_apart),
        cmocka_unit_test(a_printed_code_for_not_known_is_no_answer),
        cmocka_unit_test(a_printed_edition_is_undone_while_reading),
        cmocka_unit_test(a_long_line_of_rubbish_is_refused_without_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
