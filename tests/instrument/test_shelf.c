/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rest of the shipped instruments against what was published: every total with its bands, what
 * is lowest and highest, what is missing, and whose wording may be here. */
#include "instrument/support.h"

#define SHELF(file) SOURCE_DIR "/instruments/" file

/* `count` answers from `least` up that add up to `total`, none above `most`. */
static const char *adding_up_to(int total, int count, int least, int most)
{
    static char tokens[80];
    int left = total - count * least;
    *tokens = 0;
    for (int i = 0; i < count; i++) {
        int more = left > most - least ? most - least : left;
        left -= more;
        snprintf(tokens + strlen(tokens), sizeof tokens - strlen(tokens), "%d ", least + more);
    }
    return tokens;
}

/* A published set of bands: each begins where it says, and the last ends at the highest score. */
struct published {
    const char *set;
    struct {
        int from;
        const char *name;
    } bands[6];
};

static const char *published_band(const struct published *published, int total)
{
    const char *name = NULL;
    for (size_t i = 0; i < 6 && published->bands[i].name; i++)
        if (total >= published->bands[i].from)
            name = published->bands[i].name;
    return name;
}

static const char *band_in(const struct scale *scale, const char *id, double value)
{
    const char *name = NULL;
    for (size_t s = 0; s < scale->band_count; s++)
        for (size_t i = 0; strcmp(scale->bands[s].id, id) == 0 && i < scale->bands[s].count; i++)
            if (value >= scale->bands[s].steps[i].from)
                name = scale->bands[s].steps[i].text;
    assert_non_null(name);
    return name;
}

struct summed {
    const char *file;
    int count, least, most;
    struct published sets[3];
    size_t set_count;
};

static const struct summed sums[] = {
    {SHELF("wemwbs.lua"), 14, 1, 5, {{0}}, 0},
    {SHELF("gad7.lua"),
     7,
     0,
     3,
     {{"severity", {{0, "minimal"}, {5, "mild"}, {10, "moderate"}, {15, "severe"}}},
      {"cut_off", {{0, "below"}, {8, "at or above"}}}},
     2},
    {SHELF("ucla3.lua"), 3, 1, 3, {{0}}, 0},
    {SHELF("audit_c.lua"), 3, 0, 4, {{"uk", {{0, "negative"}, {5, "positive"}}}}, 1},
    {SHELF("k10.lua"),
     10,
     1,
     5,
     {{"abs", {{10, "low"}, {16, "moderate"}, {22, "high"}, {30, "very high"}}},
      {"crufad", {{10, "likely to be well"}, {20, "mild"}, {25, "moderate"}, {30, "severe"}}}},
     2},
    {SHELF("core10.lua"),
     10,
     0,
     4,
     {{"severity",
       {{0, "healthy or low"},
        {11, "mild"},
        {15, "moderate"},
        {20, "moderate to severe"},
        {25, "severe"}}},
      {"cut_off", {{0, "below"}, {11, "at or above"}}},
      {"depression", {{0, "below"}, {13, "at or above"}}}},
     3},
};

static void every_total_falls_into_its_published_bands(void **state)
{
    (void)state;
    for (size_t k = 0; k < sizeof sums / sizeof *sums; k++) {
        const struct summed *sum = &sums[k];
        struct loaded loaded;
        load_file(&loaded, sum->file);
        const struct scale *scale = &loaded.instrument->scales[0];
        for (int total = sum->count * sum->least; total <= sum->count * sum->most; total++) {
            assert_value(&loaded, adding_up_to(total, sum->count, sum->least, sum->most), 0, total);
            for (size_t s = 0; s < sum->set_count; s++)
                assert_string_equal(band_in(scale, sum->sets[s].set, total),
                                    published_band(&sum->sets[s], total));
        }
        assert_number(scale->lowest, sum->count * sum->least, 0);
        assert_number(scale->highest, sum->count * sum->most, 0);
        assert_int_equal(scale->band_count, sum->set_count);
        unload(&loaded);
    }
}

static void sums_need_every_answer(void **state)
{
    (void)state;
    static const struct {
        const char *file, *tokens, *reason;
        double lowest, highest;
    } rows[] = {{SHELF("wemwbs.lua"), "2{13} -", "13 of 14 answered", 27, 31},
                {SHELF("gad7.lua"), "- 3{6}", "6 of 7 answered", 18, 21},
                {SHELF("ucla3.lua"), "2 d 3", "2 of 3 answered", 6, 8},
                {SHELF("audit_c.lua"), "0 n n", "1 of 3 answered", 0, 8},
                {SHELF("k10.lua"), "2{9} w", "9 of 10 answered", 19, 23}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct loaded loaded;
        load_file(&loaded, rows[i].file);
        assert_not_scored(&loaded, rows[i].tokens, 0, rows[i].reason);
        assert_between(&loaded.scores[0], rows[i].lowest, rows[i].highest);
        unload(&loaded);
    }
}

/* --- K10 -------------------------------------------------------------------------------------- */

static double in_form(struct loaded *loaded, const char *form, const char *tokens, size_t scale)
{
    struct given given = {0};
    assert_true(instrument_read_form(loaded->instrument, form, tokens, true, loaded->arena,
                                     loaded->answers, &loaded->fault));
    assert_true(instrument_score(loaded->instrument, loaded->answers, &given, NULL, true,
                                 loaded->arena, loaded->scores, &loaded->fault));
    assert_true(loaded->scores[scale].has_value);
    return loaded->scores[scale].value;
}

/* The survey of 1997 counted the other way: 60 less its total. The US counts from 0. */
static void k10_comes_to_the_same_in_every_coding(void **state)
{
    (void)state;
    struct loaded loaded;
    load_file(&loaded, SHELF("k10.lua"));
    for (int total = 10; total <= 50; total++) {
        assert_number(in_form(&loaded, "survey_1997", adding_up_to(total, 10, 1, 5), 0), 60 - total,
                      0);
        assert_number(in_form(&loaded, "us", adding_up_to(total - 10, 10, 0, 4), 0), total, 0);
        assert_number(loaded.scores[1].value, total - 10, 0);
    }
    assert_string_equal(loaded.instrument->scales[1].variant, "distress");
    unload(&loaded);
}

/* In the Australian form effort stands eighth and cheering up ninth; in the original the other way
 * round. */
static void k10_knows_both_orders(void **state)
{
    (void)state;
    struct loaded loaded;
    load_file(&loaded, SHELF("k10.lua"));
    in_form(&loaded, "original", "1 1 1 1 1 1 1 5 2 1", 0);
    assert_string_equal(loaded.instrument->items[7].id, "effort");
    assert_string_equal(loaded.instrument->items[8].id, "cheer_up");
    assert_number(loaded.answers[7].code, 2, 0);
    assert_number(loaded.answers[8].code, 5, 0);
    unload(&loaded);
}

/* Kessler 2002: nervous, hopeless, restless, nothing cheers up, effort, worthless, each from 0. */
static void k6_is_the_published_six_counted_from_0(void **state)
{
    (void)state;
    static const bool of_six[] = {false, true, false, true, true, false, false, true, true, true};
    struct loaded loaded;
    load_file(&loaded, SHELF("k10.lua"));
    for (int at = 0; at < 10; at++) {
        char tokens[40] = "";
        for (int i = 0; i < 10; i++)
            strcat(tokens, i == at ? "5 " : "1 ");
        assert_value(&loaded, tokens, 2, of_six[at] ? 4 : 0);
    }
    const struct scale *k6 = &loaded.instrument->scales[2];
    assert_number(k6->lowest, 0, 0);
    assert_number(k6->highest, 24, 0);
    assert_string_equal(band_in(k6, "cut_off", 12), "below");
    assert_string_equal(band_in(k6, "cut_off", 13), "at or above");
    unload(&loaded);
}

static void k10_passes_over_the_stronger_question_after_none_of_the_time(void **state)
{
    (void)state;
    struct loaded loaded;
    load_file(&loaded, SHELF("k10.lua"));
    assert_value(&loaded, "3 1 n 3 1 n 3 3 3 3", 0, 22);
    assert_value(&loaded, "3 1 4 3 1 n 3 3 3 3", 0, 25);
    assert_not_scored(&loaded, "3 2 n 3 1 n 3 3 3 3", 0, "9 of 10 answered");
    assert_number(in_form(&loaded, "us", "2 0 n 2 0 n 2 2 2 2", 0), 22, 0);
    unload(&loaded);
}

/* --- CORE-10 ---------------------------------------------------------------------------------- */

static void core10_is_ten_times_the_mean_of_what_was_answered(void **state)
{
    (void)state;
    struct loaded loaded;
    load_file(&loaded, SHELF("core10.lua"));
    assert_number(score_of(&loaded, "1 2 3 4 - 0 1 2 3 4", 0)->value, 20 * 10.0 / 9, 1e-12);
    assert_between(&loaded.scores[0], 20, 24);
    assert_not_scored(&loaded, "1 2 3 4 - 0 1 2 3 -", 0, "8 of 10 answered");
    assert_not_scored(&loaded, "-{10}", 0, "nothing answered");
    unload(&loaded);
}

/* The printed codes of the second and third already run the other way. */
static void core10_prints_two_items_the_other_way_and_turns_none(void **state)
{
    (void)state;
    struct loaded loaded;
    load_file(&loaded, SHELF("core10.lua"));
    for (size_t i = 0; i < 10; i++) {
        const struct item *item = &loaded.instrument->items[i];
        bool reversed = i == 1 || i == 2;
        assert_string_equal(item->options[0].label,
                            reversed ? "Most or all the time" : "Not at all");
        assert_false(loaded.instrument->scales[0].counts[i].turned);
    }
    assert_value(&loaded, "0 4 4 0 0 0 0 0 0 0", 0, 8);
    unload(&loaded);
}

static void core10_brings_the_sixth_at_once_and_may_not_be_altered(void **state)
{
    (void)state;
    struct loaded loaded;
    double change;
    load_file(&loaded, SHELF("core10.lua"));
    score_of(&loaded, "0 0 0 0 0 1 0 0 0 0", 0);
    assert_string_equal(instrument_flags(loaded.instrument, loaded.answers, loaded.arena), "q6");
    score_of(&loaded, "4 4 4 4 4 0 4 4 4 4", 0);
    assert_string_equal(instrument_flags(loaded.instrument, loaded.answers, loaded.arena), "");
    assert_true(loaded.instrument->wording_unaltered);
    assert_non_null(strstr(loaded.instrument->wording_notice, "CC BY-ND 4.0"));
    assert_non_null(loaded.instrument->content);
    assert_true(scale_wobble(&loaded.instrument->scales[0], &change));
    assert_number(change, 6, 0);
    const struct norm *norms = loaded.instrument->scales[0].norms;
    assert_number(norms[0].mean, 4.7, 0);
    assert_number(norms[0].sd, 4.8, 0);
    assert_int_equal(norms[0].n, 535);
    assert_number(norms[1].mean, 19.7, 0);
    assert_number(norms[1].sd, 7.7, 0);
    assert_int_equal(norms[1].n, 1835);
    unload(&loaded);
}

/* --- De Jong Gierveld ------------------------------------------------------------------------- */

/* Manual, section 8: emotional counts codes 2 and 3 of items 3, 9, 10; social codes 1 and 2 of 4,
 * 7, 8. Items stand in the file as 3 4 7 8 9 10. Every one of the 729 ways to answer. */
static void djgls6_counts_as_its_manual_says(void **state)
{
    (void)state;
    static const bool emotional[] = {true, false, false, false, true, true};
    static const struct published level = {"level",
                                           {{0, "not lonely"}, {2, "moderate"}, {5, "severe"}}};
    struct loaded loaded;
    load_file(&loaded, SHELF("djgls6.lua"));
    for (int way = 0; way < 729; way++) {
        char tokens[20] = "";
        int counted[2] = {0, 0};
        for (int i = 0, rest = way; i < 6; i++, rest /= 3) {
            int code = rest % 3 + 1;
            counted[emotional[i]] += emotional[i] ? code >= 2 : code <= 2;
            snprintf(tokens + strlen(tokens), sizeof tokens - strlen(tokens), "%d ", code);
        }
        assert_value(&loaded, tokens, 0, counted[true]);
        assert_value(&loaded, tokens, 1, counted[false]);
        assert_value(&loaded, tokens, 2, counted[0] + counted[1]);
        assert_string_equal(band_in(&loaded.instrument->scales[2], "level", loaded.scores[2].value),
                            published_band(&level, counted[0] + counted[1]));
    }
    unload(&loaded);
}

static void one_missing_statement_of_djgls6_adds_nothing_to_the_total(void **state)
{
    (void)state;
    struct loaded loaded;
    load_file(&loaded, SHELF("djgls6.lua"));
    assert_value(&loaded, "3 1 1 1 3 -", 2, 5);
    assert_between(&loaded.scores[2], 5, 6);
    assert_string_equal(loaded.scores[0].reason, "2 of 3 answered");
    assert_number(loaded.scores[1].value, 3, 0);
    assert_not_scored(&loaded, "3 1 - 1 3 -", 2, "4 of 6 answered");
    assert_between(&loaded.scores[2], 4, 6);
    unload(&loaded);
}

/* --- licences --------------------------------------------------------------------------------- */

static void wording_is_here_only_where_it_may_be(void **state)
{
    (void)state;
    static const struct {
        const char *file;
        bool ships;
    } files[] = {
        {SHELF("ons4.lua"), true},     {SHELF("ucla3.lua"), true},  {SHELF("phq9.lua"), true},
        {SHELF("gad7.lua"), true},     {SHELF("k10.lua"), true},    {SHELF("audit_c.lua"), true},
        {SHELF("rses.lua"), true},     {SHELF("core10.lua"), true}, {SHELF("wemwbs.lua"), false},
        {SHELF("swemwbs.lua"), false}, {SHELF("djgls6.lua"), false}};
    for (size_t k = 0; k < sizeof files / sizeof *files; k++) {
        struct loaded loaded;
        load_file(&loaded, files[k].file);
        assert_int_equal(loaded.instrument->wording_ships, files[k].ships);
        for (size_t i = 0; i < loaded.instrument->item_count; i++)
            assert_int_equal(loaded.instrument->items[i].text != NULL, files[k].ships);
        unload(&loaded);
    }
}

static void wemwbs_holds_the_seven_of_swemwbs_in_their_places(void **state)
{
    (void)state;
    static const size_t places[] = {1, 2, 3, 6, 7, 9, 11};
    struct loaded all, seven;
    load_file(&all, SHELF("wemwbs.lua"));
    load_file(&seven, SHELF("swemwbs.lua"));
    for (size_t i = 0; i < 7; i++)
        assert_string_equal(all.instrument->items[places[i] - 1].id, seven.instrument->items[i].id);
    assert_number(all.instrument->scales[0].norms[0].mean, 50.1, 0);
    assert_number(all.instrument->scales[0].norms[1].mean, 49.6, 0);
    unload(&all);
    unload(&seven);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_total_falls_into_its_published_bands),
        cmocka_unit_test(sums_need_every_answer),
        cmocka_unit_test(k10_comes_to_the_same_in_every_coding),
        cmocka_unit_test(k10_knows_both_orders),
        cmocka_unit_test(k6_is_the_published_six_counted_from_0),
        cmocka_unit_test(k10_passes_over_the_stronger_question_after_none_of_the_time),
        cmocka_unit_test(core10_is_ten_times_the_mean_of_what_was_answered),
        cmocka_unit_test(core10_prints_two_items_the_other_way_and_turns_none),
        cmocka_unit_test(core10_brings_the_sixth_at_once_and_may_not_be_altered),
        cmocka_unit_test(djgls6_counts_as_its_manual_says),
        cmocka_unit_test(one_missing_statement_of_djgls6_adds_nothing_to_the_total),
        cmocka_unit_test(wording_is_here_only_where_it_may_be),
        cmocka_unit_test(wemwbs_holds_the_seven_of_swemwbs_in_their_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
