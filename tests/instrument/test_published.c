/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped instruments against what was published about them. */
#include "instrument/support.h"

static const char *path_of(const char *file)
{
    static char path[4096];
    snprintf(path, sizeof path, "%s/%s", SOURCE_DIR, file);
    return path;
}

static void assert_file_checks(const char *file, size_t examples)
{
    struct loaded loaded;
    size_t held, properties;
    load_file(&loaded, path_of(file));
    bool good = instrument_check_examples(loaded.instrument, &held, &loaded.faults);
    good = instrument_check_properties(loaded.instrument, &properties, &loaded.faults) && good;
    print_faults(&loaded.faults);
    assert_true(good);
    assert_int_equal(held, examples);
    assert_true(properties >= 10 * loaded.instrument->scale_count);
    unload(&loaded);
}

static void every_shipped_instrument_holds_to_its_examples_and_properties(void **state)
{
    (void)state;
    assert_file_checks("instruments/audit_c.lua", 6);
    assert_file_checks("instruments/core10.lua", 14);
    assert_file_checks("instruments/djgls6.lua", 9);
    assert_file_checks("instruments/gad7.lua", 11);
    assert_file_checks("instruments/k10.lua", 20);
    assert_file_checks("instruments/ons4.lua", 10);
    assert_file_checks("instruments/phq9.lua", 14);
    assert_file_checks("instruments/rses.lua", 8);
    assert_file_checks("instruments/swemwbs.lua", 5);
    assert_file_checks("instruments/ucla3.lua", 5);
    assert_file_checks("instruments/wemwbs.lua", 5);
    assert_file_checks("instruments/gas.lua", 9);
    assert_file_checks("instruments/area_baseline.lua", 2);
    assert_file_checks("tests/real/instruments/sai.lua", 4);
}

/* Stewart-Brown et al. 2009, the whole table. */
static const double metric[] = {7.00,  9.51,  11.25, 12.40, 13.33, 14.08, 14.75, 15.32,
                                15.84, 16.36, 16.88, 17.43, 17.98, 18.59, 19.25, 19.98,
                                20.73, 21.54, 22.35, 23.21, 24.11, 25.03, 26.02, 27.03,
                                28.13, 29.31, 30.70, 32.55, 35.00};

static void every_total_of_swemwbs_has_its_published_value(void **state)
{
    (void)state;
    struct loaded loaded;
    load_file(&loaded, path_of("instruments/swemwbs.lua"));
    for (int total = 7; total <= 35; total++) {
        char tokens[32] = "";
        for (int i = 0, left = total - 7; i < 7; i++) {
            int more = left > 4 ? 4 : left;
            left -= more;
            snprintf(tokens + strlen(tokens), sizeof tokens - strlen(tokens), "%d ", 1 + more);
        }
        assert_value(&loaded, tokens, 0, metric[total - 7]);
    }
    assert_number(loaded.instrument->scales[0].lowest, 7, 0);
    assert_number(loaded.instrument->scales[0].highest, 35, 0);
    assert_int_equal(loaded.instrument->scales[0].digits, 2);
    unload(&loaded);
}

static void swemwbs_with_a_blank_is_not_scored_and_says_what_it_could_have_been(void **state)
{
    (void)state;
    struct loaded loaded;
    load_file(&loaded, path_of("instruments/swemwbs.lua"));
    assert_not_scored(&loaded, "3 3 3 - 3 3 3", 0, "6 of 7 answered");
    assert_between(&loaded.scores[0], 17.98, 20.73);
    assert_not_scored(&loaded, "- d u n x w -", 0, "nothing answered");
    assert_between(&loaded.scores[0], 7, 35);
    assert_int_equal(loaded.scores[0].answered, 0);
    assert_int_equal(loaded.scores[0].of, 7);
    unload(&loaded);
}

static void the_wobble_of_swemwbs_comes_from_the_printed_error(void **state)
{
    (void)state;
    struct loaded loaded;
    double change;
    load_file(&loaded, path_of("instruments/swemwbs.lua"));
    assert_true(scale_wobble(&loaded.instrument->scales[0], &change));
    assert_number(change, 1.959963984540054 * sqrt(2) * 1.03, 1e-9);
    assert_string_equal(loaded.instrument->taken_from, "wemwbs");
    assert_int_equal(loaded.instrument->recall_days, 14);
    assert_int_equal(loaded.instrument->scales[0].norm_count, 2);
    assert_number(loaded.instrument->scales[0].norms[1].mean, 23.2, 0);
    unload(&loaded);
}

static void assert_band(struct loaded *loaded, const char *tokens, size_t scale, const char *band)
{
    const struct score *score = score_of(loaded, tokens, scale);
    const struct band_set *set = &loaded->instrument->scales[scale].bands[0];
    const char *found = NULL;
    for (size_t i = 0; i < set->count; i++)
        if (score->value >= set->steps[i].from)
            found = set->steps[i].text;
    assert_string_equal(found, band);
}

static void phq9_adds_up_and_falls_into_its_published_bands(void **state)
{
    (void)state;
    struct loaded loaded;
    load_file(&loaded, path_of("instruments/phq9.lua"));
    static const struct {
        const char *tokens;
        double total;
        const char *band;
    } edges[] = {{"0{10}", 0, "minimal"},
                 {"1 1 1 1 0 0 0 0 0 3", 4, "minimal"},
                 {"1 1 1 1 1 0 0 0 0 0", 5, "mild"},
                 {"1{9} 0", 9, "mild"},
                 {"2{5} 0{5}", 10, "moderate"},
                 {"2{7} 0{3}", 14, "moderate"},
                 {"2{7} 1 0 0", 15, "moderately severe"},
                 {"3{6} 1 0 0 0", 19, "moderately severe"},
                 {"3{6} 2 0 0 0", 20, "severe"},
                 {"3{9} 0", 27, "severe"}};
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) {
        assert_value(&loaded, edges[i].tokens, 0, edges[i].total);
        assert_band(&loaded, edges[i].tokens, 0, edges[i].band);
    }
    double change;
    assert_true(scale_wobble(&loaded.instrument->scales[0], &change));
    assert_number(change, 6, 0);
    unload(&loaded);
}

/* The rule as public programs have it: an item counts from 2, the ninth from 1; major from five
 * with one of the first two, other from two. */
static const char *screen_by_rule(const int codes[9])
{
    int core = 0, symptoms = 0;
    for (int i = 0; i < 9; i++) {
        bool counts = codes[i] >= (i == 8 ? 1 : 2);
        symptoms += counts;
        core += counts && i < 2;
    }
    return core && symptoms >= 5 ? "major" : core && symptoms >= 2 ? "other" : "none";
}

static void the_screen_of_phq9_follows_the_published_rule(void **state)
{
    (void)state;
    struct loaded loaded;
    load_file(&loaded, path_of("instruments/phq9.lua"));
    unsigned seed = 9;
    for (int round = 0; round < 300; round++) {
        int codes[9];
        char tokens[40] = "";
        for (int i = 0; i < 9; i++) {
            seed = seed * 1103515245u + 12345u;
            codes[i] = (int)(seed >> 16) % 4;
            codes[i] = codes[i] < 0 ? -codes[i] : codes[i];
            snprintf(tokens + strlen(tokens), sizeof tokens - strlen(tokens), "%d ", codes[i]);
        }
        strcat(tokens, "0");
        const struct score *screen = score_of(&loaded, tokens, 3);
        assert_string_equal(screen->category, screen_by_rule(codes));
        arena_reset(loaded.arena);
        loaded.answers = arena_array(loaded.arena, 10, sizeof *loaded.answers);
        loaded.scores = arena_array(loaded.arena, 4, sizeof *loaded.scores);
    }
    unload(&loaded);
}

static void the_ninth_answer_of_phq9_is_flagged_at_once(void **state)
{
    (void)state;
    struct loaded loaded;
    load_file(&loaded, path_of("instruments/phq9.lua"));
    score_of(&loaded, "0 0 0 0 0 0 0 0 1 0", 0);
    assert_string_equal(instrument_flags(loaded.instrument, loaded.answers, loaded.arena), "q9");
    score_of(&loaded, "3 3 3 3 3 3 3 3 0 3", 0);
    assert_string_equal(instrument_flags(loaded.instrument, loaded.answers, loaded.arena), "");
    score_of(&loaded, "3 3 3 3 3 3 3 3 d 3", 0);
    assert_string_equal(instrument_flags(loaded.instrument, loaded.answers, loaded.arena), "");
    assert_false(loaded.instrument->scales[3].own_view);
    unload(&loaded);
}

static void ons4_has_four_scores_and_no_score_over_them(void **state)
{
    (void)state;
    struct loaded loaded;
    load_file(&loaded, path_of("instruments/ons4.lua"));
    assert_int_equal(loaded.instrument->scale_count, 4);
    for (int code = 0; code <= 10; code++) {
        static const char *const good[] = {"low",  "low",       "low",      "low",
                                           "low",  "medium",    "medium",   "high",
                                           "high", "very high", "very high"};
        static const char *const anxious[] = {"very low", "very low", "low",  "low",
                                              "medium",   "medium",   "high", "high",
                                              "high",     "high",     "high"};
        char tokens[32];
        snprintf(tokens, sizeof tokens, "%d{4}", code);
        for (size_t scale = 0; scale < 4; scale++) {
            assert_value(&loaded, tokens, scale, code);
            assert_band(&loaded, tokens, scale, scale < 3 ? good[code] : anxious[code]);
        }
    }
    assert_int_equal(loaded.instrument->scales[3].better, BETTER_LOWER);
    assert_number(loaded.instrument->scales[0].norms[0].mean, 7.45, 0);
    assert_number(loaded.instrument->scales[3].norms[0].mean, 3.23, 0);
    unload(&loaded);
}

static void ons4_is_never_scored_from_somebody_elses_answers(void **state)
{
    (void)state;
    struct loaded loaded;
    load_file(&loaded, path_of("instruments/ons4.lua"));
    assert_true(score_by(&loaded, "8 8 8 2", 1));
    for (size_t i = 0; i < 4; i++) {
        assert_false(loaded.scores[i].has_value);
        assert_string_equal(loaded.scores[i].reason, "answered by a proxy");
    }
    assert_true(score_by(&loaded, "8 8 8 2", 2));
    assert_string_equal(loaded.scores[0].reason, "answered by a coach");
    unload(&loaded);
}

/* Order A turns round 3, 5, 8, 9, 10; order B 2, 5, 6, 8, 9. */
static void assert_turned(struct loaded *loaded, const char *form, const char *turned)
{
    for (int place = 1; place <= 10; place++) {
        char tokens[64] = "", number[8];
        for (int i = 1; i <= 10; i++)
            snprintf(tokens + strlen(tokens), sizeof tokens - strlen(tokens), "%d ",
                     i == place ? 3 : 0);
        snprintf(number, sizeof number, "%d", place);
        struct given given = {0};
        assert_true(instrument_read_form(loaded->instrument, form, tokens, false, loaded->arena,
                                         loaded->answers, &loaded->fault));
        assert_true(instrument_score(loaded->instrument, loaded->answers, &given, NULL, true,
                                     loaded->arena, loaded->scores, &loaded->fault));
        assert_number(loaded->scores[0].value, text_has_word(turned, number) ? 12 : 18, 0);
    }
}

static void rses_turns_round_the_right_five_in_both_printed_orders(void **state)
{
    (void)state;
    struct loaded loaded;
    load_file(&loaded, path_of("instruments/rses.lua"));
    assert_turned(&loaded, NULL, "3 5 8 9 10");
    assert_turned(&loaded, "shuffled", "2 5 6 8 9");
    assert_number(loaded.instrument->scales[0].highest, 30, 0);
    unload(&loaded);
}

/* Kiresuk and Sherman 1968: T = 50 + 10 Σwx / √(0.7 Σw² + 0.3 (Σw)²). */
static void goal_attainment_is_as_published(void **state)
{
    (void)state;
    struct loaded loaded;
    load_file(&loaded, path_of("instruments/gas.lua"));
    assert_value(&loaded, "home:0", 0, 50);
    assert_value(&loaded, "home:1", 0, 60);
    assert_value(&loaded, "home:-2", 0, 30);
    assert_value(&loaded, "home:1@7", 0, 60);
    assert_number(score_of(&loaded, "home:1 music:2 sister:-1", 0)->value,
                  50 + 10 * 2 / sqrt(0.7 * 3 + 0.3 * 9), 1e-12);
    assert_number(score_of(&loaded, "home:1@3 music:2@1 sister:-1@2", 0)->value,
                  50 + 10 * 3 / sqrt(0.7 * 14 + 0.3 * 36), 1e-12);
    assert_number(score_of(&loaded, "home:2 music:2 sister:0@0", 0)->value,
                  50 + 10 * 4 / sqrt(0.7 * 2 + 0.3 * 4), 1e-12);
    assert_between(&loaded.scores[0], loaded.scores[0].value, loaded.scores[0].value);
    unload(&loaded);
}

static void goals_without_a_level_or_a_weight_have_no_score(void **state)
{
    (void)state;
    struct loaded loaded;
    load_file(&loaded, path_of("instruments/gas.lua"));
    assert_not_scored(&loaded, "", 0, "no goals");
    assert_not_scored(&loaded, "home:1 music:-", 0, "1 of 2 answered");
    assert_not_scored(&loaded, "home:d", 0, "nothing answered");
    assert_not_scored(&loaded, "home:1@0 music:2@0", 0, "all weights are 0");
    assert_false(loaded.scores[0].has_range);
    unload(&loaded);
}

/* The most goals there may be, all at one end, stay inside the declared range. */
static void goal_attainment_stays_in_range_for_thirty_goals(void **state)
{
    (void)state;
    struct loaded loaded;
    char lowest[300] = "", highest[300] = "";
    load_file(&loaded, path_of("instruments/gas.lua"));
    for (int i = 1; i <= 30; i++) {
        snprintf(lowest + strlen(lowest), sizeof lowest - strlen(lowest), "g%d:-2 ", i);
        snprintf(highest + strlen(highest), sizeof highest - strlen(highest), "g%d:2 ", i);
    }
    assert_number(score_of(&loaded, lowest, 0)->value, 50 - 600 / sqrt(0.7 * 30 + 0.3 * 900), 1e-9);
    assert_number(score_of(&loaded, highest, 0)->value, 50 + 600 / sqrt(0.7 * 30 + 0.3 * 900),
                  1e-9);
    unload(&loaded);
}

static void an_area_is_asked_by_seat_and_nothing_is_added_up(void **state)
{
    (void)state;
    struct loaded loaded;
    load_file(&loaded, path_of("instruments/area_baseline.lua"));
    assert_true(loaded.instrument->about_area);
    assert_int_equal(loaded.instrument->seat_count, 3);
    assert_int_equal(loaded.instrument->scale_count, 0);
    assert_false(loaded.instrument->wording_ships);
    assert_true(instrument_read(loaded.instrument, "2 1 1 - n n 3 +", false, loaded.arena,
                                loaded.answers, &loaded.fault));
    assert_true(instrument_take_seat(loaded.instrument, "citizens", loaded.answers, &loaded.fault));
    assert_true(loaded.answers[4].dropped);
    assert_true(loaded.answers[5].dropped);
    assert_false(loaded.answers[3].dropped);
    assert_int_equal(loaded.answers[7].kind, ANSWER_WORDS);
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shipped_instrument_holds_to_its_examples_and_properties),
        cmocka_unit_test(every_total_of_swemwbs_has_its_published_value),
        cmocka_unit_test(swemwbs_with_a_blank_is_not_scored_and_says_what_it_could_have_been),
        cmocka_unit_test(the_wobble_of_swemwbs_comes_from_the_printed_error),
        cmocka_unit_test(phq9_adds_up_and_falls_into_its_published_bands),
        cmocka_unit_test(the_screen_of_phq9_follows_the_published_rule),
        cmocka_unit_test(the_ninth_answer_of_phq9_is_flagged_at_once),
        cmocka_unit_test(ons4_has_four_scores_and_no_score_over_them),
        cmocka_unit_test(ons4_is_never_scored_from_somebody_elses_answers),
        cmocka_unit_test(rses_turns_round_the_right_five_in_both_printed_orders),
        cmocka_unit_test(goal_attainment_is_as_published),
        cmocka_unit_test(goals_without_a_level_or_a_weight_have_no_score),
        cmocka_unit_test(goal_attainment_stays_in_range_for_thirty_goals),
        cmocka_unit_test(an_area_is_asked_by_seat_and_nothing_is_added_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
