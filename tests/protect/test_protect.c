/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "made.h"

static struct made made;

/* Which inner cells are hidden, as `a b`, for cells from `first` named from a on. */
static void assert_hidden(size_t first, const char *wanted)
{
    char hidden[256] = "";
    size_t length = 0;
    for (size_t c = first; c < made.count; c++) {
        if (!made.cells[c].shown) {
            length += (size_t)snprintf(hidden + length, sizeof hidden - length, "%s%zu",
                                       length ? " " : "", c - first);
        }
    }
    assert_string_equal(hidden, wanted);
}

static void decide(void)
{
    protect_free(made_decide(&made));
}

static void one_way(const size_t *counts, size_t cells, const char *hidden)
{
    made_one_way(&made, counts, cells);
    decide();
    assert_true(made.cells[0].shown);
    assert_hidden(1, hidden);
    assert_false(attack_succeeds(&made));
}

static void one_way_tables_hide_what_the_method_says(void **state)
{
    (void)state;
    one_way((const size_t[]){4, 25, 40, 31}, 4, "0 1");
    one_way((const size_t[]){4, 3, 40, 31}, 4, "0 1 3");
    one_way((const size_t[]){1, 1, 40, 31}, 4, "0 1 3");
    one_way((const size_t[]){4, 0, 40, 31}, 4, "0 3");
    one_way((const size_t[]){9, 12, 40, 31}, 4, "0 1");
}

/* What the rest leaves for two that are hidden for being few must not make both eight or nine. */
static void two_few_are_not_told_by_what_they_are_together(void **state)
{
    (void)state;
    one_way((const size_t[]){8, 7, 40, 31}, 4, "0 1 3");
    one_way((const size_t[]){9, 9, 40, 31}, 4, "0 1 3");
    one_way((const size_t[]){7, 7, 40, 31}, 4, "0 1");
}

static void nine_are_hidden_and_ten_are_shown(void **state)
{
    (void)state;
    one_way((const size_t[]){10, 10, 10}, 3, "");
    one_way((const size_t[]){9, 10, 11}, 3, "0 1");
    one_way((const size_t[]){10, 0}, 2, "");
}

static int golden[5][6] = {{24, 31, 12, 40, 18, 27},
                           {15, 22, 4, 33, 11, 19},
                           {6, 12, 14, 17, 13, 21},
                           {88, 120, 65, 140, 77, 95},
                           {11, 3, 10, 16, 12, 14}};
enum { GOLDEN_INNER = 24 };

static void six_neighbourhoods_hide_one_cycle_of_six_cells(void **state)
{
    (void)state;
    made_golden(&made, golden);
    struct protect *protect = made_decide(&made);
    /* n1 black, n3 black; n1 mixed, n2 mixed; n2 other, n3 other */
    assert_hidden(GOLDEN_INNER, "6 8 12 13 25 26");
    size_t primary, secondary;
    protect_tally(protect, &primary, &secondary);
    assert_int_equal(primary, 3);
    assert_int_equal(secondary, 3);
    assert_false(attack_succeeds(&made));
    protect_free(protect);
}

static void two_small_cells_in_a_row_hide_eight(void **state)
{
    (void)state;
    int changed[5][6];
    memcpy(changed, golden, sizeof changed);
    changed[1][0] = 3;
    changed[2][0] = 4;
    made_golden(&made, changed);
    decide();
    /* n1 black, n2 black, n3 black; n1 mixed, n2 mixed; n1 other, n2 other, n3 other */
    assert_hidden(GOLDEN_INNER, "6 7 8 12 13 24 25 26");
    assert_false(attack_succeeds(&made));
}

/* The mutation: one secondary cell shown after all. */
static void showing_any_one_further_cell_is_found_out(void **state)
{
    (void)state;
    made_golden(&made, golden);
    decide();
    for (size_t c = 0; c < made.count; c++) {
        if (!made.cells[c].shown && made.cells[c].count >= 10) {
            made.cells[c].shown = true;
            assert_true(attack_succeeds(&made));
            made.cells[c].shown = false;
        }
    }
    assert_false(attack_succeeds(&made));
}

/* The mutation: small cells hidden, and nothing else. */
static void hiding_only_what_is_small_is_found_out(void **state)
{
    (void)state;
    made_golden(&made, golden);
    for (size_t c = 0; c < made.count; c++) {
        made.cells[c].shown = made.cells[c].count >= 10;
    }
    assert_true(attack_succeeds(&made));
}

static void an_attacker_learns_nothing_small_from_random_areas(void **state)
{
    (void)state;
    uint64_t seed = 7;
    for (int round = 0; round < 60; round++) {
        struct made_up how = {.people = 20 + made_random(&seed) % 130,
                              .fields = 1 + made_random(&seed) % 2,
                              .groups = 2 + made_random(&seed) % 4,
                              .questions = made_random(&seed) % 2,
                              .overlap = round % 3 == 0,
                              .yes_of_100 = made_random(&seed) % 101,
                              .tell_of_100 = 60 + made_random(&seed) % 41};
        made_area(&made, &how, &seed);
        decide();
        if (attack_succeeds(&made)) {
            fail_msg("round %d: %zu people", round, how.people);
        }
    }
}

static void an_attacker_learns_nothing_small_from_random_tables(void **state)
{
    (void)state;
    uint64_t seed = 11;
    for (int round = 0; round < 300; round++) {
        size_t counts[8], cells = 2 + made_random(&seed) % 7;
        for (size_t i = 0; i < cells; i++) {
            counts[i] = made_random(&seed) % (made_random(&seed) % 3 ? 40 : 10);
        }
        made_one_way(&made, counts, cells);
        decide();
        assert_false(attack_succeeds(&made));
    }
}

static void an_attacker_learns_nothing_small_from_random_crossings(void **state)
{
    (void)state;
    uint64_t seed = 13;
    for (int round = 0; round < 40; round++) {
        int inner[5][6];
        for (int i = 0; i < 30; i++) {
            inner[i / 6][i % 6] = (int)(made_random(&seed) % (made_random(&seed) % 4 ? 36 : 8));
        }
        made_golden(&made, inner);
        decide();
        assert_false(attack_succeeds(&made));
    }
}

static void overlapping_sets_give_no_overlap_away(void **state)
{
    (void)state;
    uint64_t seed = 17;
    for (int round = 0; round < 60; round++) {
        memset(&made, 0, sizeof made);
        made.people = 60;
        for (int c = 0; c < 6; c++) {
            size_t cell = made_cell(&made, c, -1, false), from = made_random(&seed) % 50;
            size_t to = from + 5 + made_random(&seed) % 40;
            for (size_t p = from; p < (to < 60 ? to : 60); p++) {
                made_put(&made, cell, p);
            }
        }
        decide();
        assert_false(attack_succeeds(&made));
    }
}

static void all_but_a_few_of_a_wider_set_are_not_shown_beside_it(void **state)
{
    (void)state;
    memset(&made, 0, sizeof made);
    made.people = 50;
    size_t all = made_cell(&made, 0, -1, false), most = made_cell(&made, 1, -1, false);
    for (size_t p = 0; p < 50; p++) {
        made_put(&made, all, p);
        if (p < 45) {
            made_put(&made, most, p);
        }
    }
    decide();
    assert_true(made.cells[all].shown);
    assert_false(made.cells[most].shown);
}

static void what_a_table_leaves_over_is_protected_too(void **state)
{
    (void)state;
    made_one_way(&made, (const size_t[]){30, 24}, 2);
    for (size_t i = 0; i < 6; i++) { /* six more people, in neither cell */
        made_put(&made, 0, made.people++);
    }
    decide();
    assert_true(made.cells[0].shown);
    assert_hidden(1, "1");
}

static void many_small_cells_are_not_told_together(void **state)
{
    (void)state;
    one_way((const size_t[]){1, 1, 1, 2, 1, 40, 30}, 7, "0 1 2 3 4 6");
}

/* Who is the one person of a cell knows it, and must not learn that the other is nine. */
static void the_one_person_of_a_cell_learns_no_other(void **state)
{
    (void)state;
    one_way((const size_t[]){1, 9, 40, 31}, 4, "0 1 3");
    one_way((const size_t[]){2, 9, 40, 31}, 4, "0 1");
}

/* The third row is 12 people: 8, 4 and a shown 0. From what would be printed the 9 of the first row
 * could be narrowed; one more cell goes. */
static void printed_numbers_narrow_no_small_cell(void **state)
{
    (void)state;
    static const size_t inner[9] = {11, 9, 14, 12, 11, 10, 0, 8, 4};
    memset(&made, 0, sizeof made);
    for (int rank = 0; rank < 3; rank++) {
        for (int i = 0; i < (rank == 0 ? 1 : rank == 1 ? 6 : 9); i++) {
            made_cell(&made, rank, -1, false);
        }
    }
    for (size_t i = 0; i < 9; i++) {
        for (size_t j = 0; j < inner[i]; j++, made.people++) {
            const size_t in[] = {0, 1 + i / 3, 4 + i % 3, 7 + i};
            for (size_t k = 0; k < 4; k++) {
                made_put(&made, in[k], made.people);
            }
        }
    }
    decide();
    assert_hidden(7, "0 1 3 4 5 7 8");
    assert_false(attack_succeeds(&made));
}

/* yes of all, with or without the other side as a cell. */
static void yes_no(size_t yes, size_t all, bool both_sides)
{
    memset(&made, 0, sizeof made);
    made.people = all;
    made_cell(&made, 0, -1, false);
    made_cell(&made, 1, 0, true);
    for (size_t p = 0; p < all; p++) {
        made_put(&made, 0, p);
        if (p < yes) {
            made_put(&made, 1, p);
        }
    }
    if (both_sides) {
        made_cell(&made, 1, 0, false);
        for (size_t p = yes; p < all; p++) {
            made_put(&made, 2, p);
        }
    }
    decide();
}

static void nobody_and_everybody_look_alike_in_a_yes_or_no(void **state)
{
    (void)state;
    const size_t hidden[] = {0, 1, 9, 51, 59, 60}, shown[] = {10, 30, 50};
    for (int sides = 0; sides < 2; sides++) {
        for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++) {
            yes_no(hidden[i], 60, sides);
            assert_true(made.cells[0].shown);
            assert_false(made.cells[1].shown);
            assert_false(sides && made.cells[2].shown);
        }
        for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
            yes_no(shown[i], 60, sides);
            assert_true(made.cells[1].shown && (!sides || made.cells[2].shown));
        }
    }
}

static void a_hidden_zero_cannot_be_had_from_the_other_groups(void **state)
{
    (void)state;
    memset(&made, 0, sizeof made);
    made.people = 120;
    bool in[120];
    char answer[120];
    for (size_t p = 0; p < 120; p++) {
        in[p] = true;
        answer[p] = p >= 40 && p % 2 ? 'y' : 'n'; /* nobody of the first group */
    }
    made_question(&made, in, 0, answer);
    for (size_t g = 0; g < 3; g++) {
        for (size_t p = 0; p < 120; p++) {
            in[p] = p / 40 == g;
        }
        made_question(&made, in, 1, answer);
    }
    decide();
    assert_false(made.cells[5].shown); /* yes of the first group: 0 */
    assert_false(made.cells[6].shown);
    assert_true(made.cells[1].shown); /* yes of all, so one of the other groups' must be hidden */
    assert_false(made.cells[9].shown && made.cells[13].shown);
}

static void a_zero_is_shown_unless_so_few_could_be_told_of(void **state)
{
    (void)state;
    one_way((const size_t[]){0, 30}, 2, "");
    one_way((const size_t[]){0, 30, 12}, 3, "");
    made_one_way(&made, (const size_t[]){0, 7}, 2);
    decide();
    assert_false(made.cells[0].shown || made.cells[1].shown || made.cells[2].shown);
}

static void counts_are_rounded_to_the_nearest_five(void **state)
{
    (void)state;
    for (size_t n = 10; n < 40; n++) {
        made_one_way(&made, &n, 1);
        struct protect *protect = made_decide(&made);
        int64_t rounded = protect_count(protect, 0).rounded;
        assert_true(rounded % 5 == 0 && llabs(rounded - (int64_t)n) <= 2);
        protect_free(protect);
    }
}

static void a_hidden_cell_carries_no_number(void **state)
{
    (void)state;
    made_one_way(&made, (const size_t[]){9}, 1);
    struct protect *protect = made_decide(&made);
    assert_true(protect_count(protect, 0).hidden);
    assert_int_equal(protect_count(protect, 0).rounded, 0);
    assert_true(protect_count(protect, 99).hidden);
    assert_true(protect_count(protect, -1).hidden);
    protect_free(protect);
}

static void nothing_is_shown_before_deciding(void **state)
{
    (void)state;
    uint32_t people[50];
    struct protect *protect = protect_new(50);
    for (uint32_t i = 0; i < 50; i++) {
        people[i] = i;
    }
    int cell = protect_cell(protect, people, 50, 0, -1, false);
    assert_true(protect_count(protect, cell).hidden);
    protect_decide(protect);
    assert_false(protect_count(protect, cell).hidden);
    protect_free(protect);
}

static void what_cannot_be_is_not_shown(void **state)
{
    (void)state;
    const uint32_t people[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 50};
    struct protect *stranger = protect_new(50), *forward = protect_new(60),
                   *outside = protect_new(60);
    protect_cell(stranger, people, 11, 0, -1, false);
    protect_cell(forward, people, 11, 0, 3, false);
    protect_cell(outside, people, 10, 0, -1, false);
    protect_cell(outside, people, 11, 0, 0, true); /* not within its whole */
    struct protect *all[] = {stranger, forward, outside};
    for (size_t i = 0; i < 3; i++) {
        protect_decide(all[i]);
        assert_true(protect_count(all[i], 0).hidden && protect_count(all[i], 1).hidden);
        protect_free(all[i]);
    }
}

static void a_person_named_twice_counts_once(void **state)
{
    (void)state;
    const uint32_t people[] = {3, 1, 2, 3, 0, 4, 5, 6, 7, 8, 8, 3};
    struct protect *protect = protect_new(60);
    int cell = protect_cell(protect, people, 12, 0, -1, false);
    protect_decide(protect);
    assert_true(protect_count(protect, cell).hidden); /* they are nine */
    protect_free(protect);
}

/* The mutation: a share and its range from true counts. */
static void shares_come_from_rounded_counts(void **state)
{
    (void)state;
    for (size_t yes = 28; yes <= 32; yes++) {
        for (size_t all = 98; all <= 102; all++) {
            made_one_way(&made, (const size_t[]){yes, all - yes}, 2);
            struct protect *protect = made_decide(&made);
            struct shown_share share = protect_share(protect, 1, 0);
            assert_true(share.known);
            assert_int_equal(share.per_cent, 30);
            assert_int_equal(share.low, 21); /* Wilson for 30 of 100: .2189 to .3958 */
            assert_int_equal(share.high, 40);
            protect_free(protect);
        }
    }
}

static void a_share_needs_a_whole_of_25_and_two_shown_cells(void **state)
{
    (void)state;
    made_one_way(&made, (const size_t[]){11, 11}, 2);
    struct protect *protect = made_decide(&made);
    assert_false(protect_share(protect, 1, 0).known); /* of about 20 */
    protect_free(protect);
    made_one_way(&made, (const size_t[]){11, 12}, 2);
    protect = made_decide(&made);
    assert_true(protect_share(protect, 1, 0).known);  /* of about 25 */
    assert_false(protect_share(protect, 0, 1).known); /* the whole of a part */
    assert_false(protect_share(protect, 1, 2).known);
    protect_free(protect);
    made_one_way(&made, (const size_t[]){4, 40, 30}, 3);
    protect = made_decide(&made);
    assert_false(protect_share(protect, 1, 0).known);
    assert_true(protect_share(protect, 2, 0).known);
    protect_free(protect);
}

static struct exact values_of(size_t count, double first, double step)
{
    struct exact values = {0};
    for (size_t i = 0; i < count; i++) {
        exact_add(&values, first + step * (double)(i % 5));
    }
    return values;
}

static void a_mean_has_one_decimal_and_a_wider_range(void **state)
{
    (void)state;
    made_one_way(&made, (const size_t[]){20, 30}, 2);
    struct protect *protect = made_decide(&made);
    struct exact values = values_of(20, 20.73, 1);
    struct shown_mean mean = protect_mean(protect, 1, &values);
    assert_false(mean.hidden);
    assert_true(mean.mean == 22.7 && mean.has_interval);
    assert_true(mean.low == 22.0 && mean.high == 23.5); /* 22.73 ± 0.679 */
    protect_free(protect);
}

static void a_mean_needs_just_the_people_of_a_shown_cell(void **state)
{
    (void)state;
    made_one_way(&made, (const size_t[]){9, 20, 30}, 3);
    struct protect *protect = made_decide(&made);
    struct exact nine = values_of(9, 1, 1), twenty = values_of(20, 1, 1),
                 thirty = values_of(30, 1, 1), others = values_of(29, 1, 1),
                 same = values_of(30, 4, 0), wrapped = thirty;
    wrapped.overflow = true;
    assert_true(protect_mean(protect, 1, &nine).hidden);
    assert_true(protect_mean(protect, 2, &twenty).hidden); /* hidden to protect the nine */
    assert_false(protect_mean(protect, 3, &thirty).hidden);
    assert_true(protect_mean(protect, 3, &others).hidden);
    assert_true(protect_mean(protect, 3, &same).hidden); /* would tell each person's */
    assert_true(protect_mean(protect, 3, &wrapped).hidden);
    protect_free(protect);
}

static void a_comfortable_area_shows_most_of_its_cells(void **state)
{
    (void)state;
    uint64_t seed = 5;
    struct made_up how = {.people = 1200,
                          .fields = 2,
                          .groups = 5,
                          .questions = 3,
                          .yes_of_100 = 40,
                          .tell_of_100 = 85};
    made_area(&made, &how, &seed);
    decide();
    size_t shown = 0;
    for (size_t c = 0; c < made.count; c++) {
        shown += made.cells[c].shown;
    }
    assert_true(shown * 100 >= made.count * 60);
}

static void six_people_are_not_shown_at_all(void **state)
{
    (void)state;
    uint64_t seed = 5;
    struct made_up how = {
        .people = 6, .fields = 2, .groups = 3, .questions = 1, .yes_of_100 = 40, .tell_of_100 = 85};
    made_area(&made, &how, &seed);
    decide();
    for (size_t c = 0; c < made.count; c++) {
        assert_false(made.cells[c].shown && made.cells[c].count > 0);
    }
}

static void the_same_release_is_decided_the_same_way(void **state)
{
    (void)state;
    static struct made again;
    uint64_t seed = 23;
    struct made_up how = {.people = 150,
                          .fields = 2,
                          .groups = 4,
                          .questions = 2,
                          .yes_of_100 = 30,
                          .tell_of_100 = 80};
    made_area(&made, &how, &seed);
    again = made;
    decide();
    protect_free(made_decide(&again));
    for (size_t c = 0; c < made.count; c++) {
        assert_int_equal(made.cells[c].shown, again.cells[c].shown);
    }
}

static void the_order_of_people_changes_nothing(void **state)
{
    (void)state;
    static struct made turned;
    uint64_t seed = 29;
    struct made_up how = {.people = 150,
                          .fields = 2,
                          .groups = 4,
                          .questions = 2,
                          .yes_of_100 = 30,
                          .tell_of_100 = 80};
    made_area(&made, &how, &seed);
    turned = made;
    for (size_t c = 0; c < turned.count; c++) {
        struct made_cell *cell = &turned.cells[c];
        for (size_t i = 0; i < cell->count; i++) {
            cell->people[i] = (uint32_t)(made.people - 1) - cell->people[i];
        }
    }
    decide();
    protect_free(made_decide(&turned));
    for (size_t c = 0; c < made.count; c++) {
        assert_int_equal(made.cells[c].shown, turned.cells[c].shown);
    }
}

static void too_large_a_release_shows_its_grand_total_alone(void **state)
{
    (void)state;
    enum { SO_MANY = 6400 };
    uint32_t *people = calloc(SO_MANY, sizeof *people);
    struct protect *protect = protect_new(SO_MANY);
    for (uint32_t i = 0; i < SO_MANY; i++) {
        people[i] = i;
    }
    for (size_t i = 0; i + 20 <= SO_MANY; i++) {
        protect_cell(protect, people + i, 20, 1, -1, false);
    }
    int total = protect_cell(protect, people, SO_MANY, 0, -1, false);
    protect_decide(protect);
    assert_int_equal(protect_count(protect, total).rounded, SO_MANY);
    for (int i = 0; i < total; i++) {
        assert_true(protect_count(protect, i).hidden);
    }
    protect_free(protect);
    free(people);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_way_tables_hide_what_the_method_says),
        cmocka_unit_test(two_few_are_not_told_by_what_they_are_together),
        cmocka_unit_test(nine_are_hidden_and_ten_are_shown),
        cmocka_unit_test(six_neighbourhoods_hide_one_cycle_of_six_cells),
        cmocka_unit_test(two_small_cells_in_a_row_hide_eight),
        cmocka_unit_test(showing_any_one_further_cell_is_found_out),
        cmocka_unit_test(hiding_only_what_is_small_is_found_out),
        cmocka_unit_test(an_attacker_learns_nothing_small_from_random_areas),
        cmocka_unit_test(an_attacker_learns_nothing_small_from_random_tables),
        cmocka_unit_test(an_attacker_learns_nothing_small_from_random_crossings),
        cmocka_unit_test(overlapping_sets_give_no_overlap_away),
        cmocka_unit_test(all_but_a_few_of_a_wider_set_are_not_shown_beside_it),
        cmocka_unit_test(what_a_table_leaves_over_is_protected_too),
        cmocka_unit_test(many_small_cells_are_not_told_together),
        cmocka_unit_test(the_one_person_of_a_cell_learns_no_other),
        cmocka_unit_test(printed_numbers_narrow_no_small_cell),
        cmocka_unit_test(nobody_and_everybody_look_alike_in_a_yes_or_no),
        cmocka_unit_test(a_hidden_zero_cannot_be_had_from_the_other_groups),
        cmocka_unit_test(a_zero_is_shown_unless_so_few_could_be_told_of),
        cmocka_unit_test(counts_are_rounded_to_the_nearest_five),
        cmocka_unit_test(a_hidden_cell_carries_no_number),
        cmocka_unit_test(nothing_is_shown_before_deciding),
        cmocka_unit_test(what_cannot_be_is_not_shown),
        cmocka_unit_test(a_person_named_twice_counts_once),
        cmocka_unit_test(shares_come_from_rounded_counts),
        cmocka_unit_test(a_share_needs_a_whole_of_25_and_two_shown_cells),
        cmocka_unit_test(a_mean_has_one_decimal_and_a_wider_range),
        cmocka_unit_test(a_mean_needs_just_the_people_of_a_shown_cell),
        cmocka_unit_test(a_comfortable_area_shows_most_of_its_cells),
        cmocka_unit_test(six_people_are_not_shown_at_all),
        cmocka_unit_test(the_same_release_is_decided_the_same_way),
        cmocka_unit_test(the_order_of_people_changes_nothing),
        cmocka_unit_test(too_large_a_release_shows_its_grand_total_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
