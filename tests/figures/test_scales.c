/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was heard, how their answers are spread, and what changed. */
#include "figures/area.h"

static struct figure_spread spread_of(struct area *area, const struct figure_scale *figure)
{
    struct figure_spread spread;
    figures_spread(area->figures, figure, &figure->heard, &spread);
    return spread;
}

static void pairs_are_first_ever_to_latest_in_the_period(void **state)
{
    struct area *area = *state;
    struct world *world = area->world;
    const char *refs[] = {"p0", "p1", "p2", "p3", "p4", "p5"};
    for (size_t i = 0; i < 6; i++) {
        someone(area, refs[i], "");
    }
    wide(world, "p0", day_of(2023, 5, 1), "1 1 1");
    wide(world, "p0", at(1, 1), "5 5 5");
    wide(world, "p0", at(3, 31), "2 2 3");          /* 3 to 7 */
    wide(world, "p0", at(4, 1), "9 9 9");           /* after the period */
    wide(world, "p1", at(2, 1), "4 4 4");           /* once: never its own follow-up */
    wide(world, "p2", day_of(2023, 5, 1), "4 4 4"); /* once, before */
    wide(world, "p3", at(2, 1), "4 - 4");           /* no score */
    wide(world, "p4", day_of(2023, 5, 1), "1 1 1"); /* twice, both before */
    wide(world, "p4", day_of(2023, 6, 1), "1 1 1");
    answers_by(world, "p5", world->q3, at(2, 1), 2, 0, "1 1 1");          /* the coach's */
    answers_by(world, "p5", world->q3_second, at(2, 2), 0, 0, "1 1 1 1"); /* another version */
    gather(area);
    struct figure_scale figure = scale_of(area, "q3.total");
    assert_people(figure.heard, "0 1");
    assert_people(figure.never, "3 5");
    assert_people(figure.twice, "0");
    assert_int_equal(figure.change.n, 1);
    assert_true(exact_mean(&figure.change) == 4);
    struct figure_spread spread = spread_of(area, &figure);
    assert_int_equal(spread.latest.n, 2); /* p0: 7, p1: 12 */
    assert_true(exact_mean(&spread.latest) == 9.5);
    assert_false(figure.only_order);
}

static void put_change(struct area *area, const char *ref, const char *later)
{
    someone(area, ref, "");
    wide(area->world, ref, at(1, 5), "5 5 5");
    wide(area->world, ref, at(2, 5), later);
}

static void a_published_change_is_so_much_or_more(void **state)
{
    struct area *area = *state;
    put_change(area, "p0", "5 5 7"); /* + 2 */
    put_change(area, "p1", "5 5 8"); /* + 3: as published */
    put_change(area, "p2", "5 5 2"); /* − 3 */
    put_change(area, "p3", "5 5 3");
    gather(area);
    struct figure_scale figure = scale_of(area, "q3.part");
    assert_people(figure.up, "1");
    assert_people(figure.down, "2");
    assert_people(figure.within, "0 3");
    assert_int_equal(spread_of(area, &figure).bin_count, 0); /* no ends are known */
}

static void an_error_of_measurement_needs_strictly_more(void **state)
{
    struct area *area = *state;
    put_change(area, "p0", "5 5 7"); /* 2 < 2.77 */
    put_change(area, "p1", "5 5 8"); /* 3 > 2.77 */
    put_change(area, "p2", "5 5 2");
    gather(area);
    struct figure_scale figure = scale_of(area, "q3.total");
    assert_people(figure.up, "1");
    assert_people(figure.down, "2");
    assert_people(figure.within, "0");
    area->scales[0].sem = 3 / stats_reliable_change(1); /* as large as the change itself */
    assert_true(stats_reliable_change(area->scales[0].sem) == 3);
    figure = scale_of(area, "q3.total");
    assert_people(figure.up, "");
    assert_people(figure.within, "0 1 2");
}

static void without_a_wobble_no_change_is_told(void **state)
{
    struct area *area = *state;
    put_change(area, "p0", "9 9 9");
    area->scales[0].has_sem = false;
    gather(area);
    struct figure_scale figure = scale_of(area, "q3.total");
    assert_false(figure.has_wobble);
    assert_true(figure.up.count + figure.within.count + figure.down.count == 0);
    assert_people(figure.twice, "0");
}

static void put_order(struct area *area, const char *ref, int place, const char *code)
{
    struct fault fault = {0};
    const char *tokens[] = {code, code, code};
    struct import_answers row = {.line = ++area->world->line,
                                 .ref = ref,
                                 .instrument = area->world->q3,
                                 .place = place,
                                 .time = -1,
                                 .item_count = 3,
                                 .count = 3,
                                 .tokens = tokens};
    must(store_import_answers(area->world->import, &row, &fault), &fault);
}

static void an_order_without_dates_counts_and_is_said(void **state)
{
    struct area *area = *state;
    person_row(area->world, "p0", "Northwick", NULL, "shares=yes");
    put_order(area, "p0", 2, "5");
    put_order(area, "p0", 1, "1");
    person_row(area->world, "p1", "Eastfield", NULL, "shares=yes");
    put_order(area, "p1", 1, "1");
    gather(area);
    struct figure_scale figure = scale_of(area, "q3.total");
    assert_true(figure.only_order);
    assert_people(*figures_everyone(area->figures), "0");
    assert_people(figure.twice, "0");
    assert_people(figure.up, "0");
    assert_true(exact_mean(&figure.change) == 12);
}

static void bins_are_round_and_hold_ten_people(void **state)
{
    struct area *area = *state;
    char ref[8], tokens[16];
    size_t held = 0;
    for (int i = 0; i < 60; i++) { /* 0 to 27, most of them in the middle */
        int score = i < 3 ? i : 9 + i % 11;
        snprintf(ref, sizeof ref, "p%03d", i);
        snprintf(tokens, sizeof tokens, "%d %d %d", score / 3, score / 3, score - score / 3 * 2);
        someone(area, ref, "");
        wide(area->world, ref, at(2, 1), tokens);
    }
    gather(area);
    struct figure_scale figure = scale_of(area, "q3.total");
    struct figure_spread spread = spread_of(area, &figure);
    assert_true(spread.bin_count >= 2);
    assert_true(spread.bins[0].from == 0 && spread.bins[spread.bin_count - 1].to == 30);
    for (size_t i = 0; i < spread.bin_count; i++) {
        assert_true(spread.bins[i].people.count >= 10);
        assert_true(i == 0 || spread.bins[i].from == spread.bins[i - 1].to);
        assert_true((int)spread.bins[i].to % 2 == 0);
        held += spread.bins[i].people.count;
    }
    assert_int_equal(held, 60);
}

static void few_values_have_a_bin_each(void **state)
{
    struct area *area = *state;
    char ref[8], token[8];
    for (int i = 0; i < 50; i++) {
        snprintf(ref, sizeof ref, "p%03d", i);
        snprintf(token, sizeof token, "0 0 %d", i % 5);
        someone(area, ref, "");
        wide(area->world, ref, at(2, 1), token);
    }
    area->scales[0].highest = 4;
    gather(area);
    struct figure_scale figure = scale_of(area, "q3.total");
    struct figure_spread spread = spread_of(area, &figure);
    assert_int_equal(spread.bin_count, 4); /* 0, 1, 2, and 3 to 4: the last has its end with it */
    assert_true(spread.bins[1].from == 1 && spread.bins[1].people.count == 10);
    assert_true(spread.bins[3].from == 3 && spread.bins[3].people.count == 20);
}

static void with_few_people_there_is_one_bin(void **state)
{
    struct area *area = *state;
    put_change(area, "p0", "5 5 8");
    gather(area);
    struct figure_scale figure = scale_of(area, "q3.total");
    struct figure_spread spread = spread_of(area, &figure);
    assert_int_equal(spread.bin_count, 1);
    assert_true(spread.bins[0].from == 0 && spread.bins[0].to == 30);
    assert_people(spread.bins[0].people, "0");
}

static void an_unknown_scale_is_refused_by_name(void **state)
{
    struct area *area = *state;
    struct figure_scale figure;
    struct fault fault = {0};
    gather(area);
    const char *const bad[] = {"q3", "q3.", "q3.none", "q.total", ""};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(figures_scale(area->figures, bad[i], &figure, &fault));
        assert_non_null(strstr(fault.text, bad[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_AN_AREA(pairs_are_first_ever_to_latest_in_the_period),
        IN_AN_AREA(a_published_change_is_so_much_or_more),
        IN_AN_AREA(an_error_of_measurement_needs_strictly_more),
        IN_AN_AREA(without_a_wobble_no_change_is_told),
        IN_AN_AREA(an_order_without_dates_counts_and_is_said),
        IN_AN_AREA(bins_are_round_and_hold_ten_people),
        IN_AN_AREA(few_values_have_a_bin_each),
        IN_AN_AREA(with_few_people_there_is_one_bin),
        IN_AN_AREA(an_unknown_scale_is_refused_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
