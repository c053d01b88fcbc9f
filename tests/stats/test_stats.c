/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#include "stats/stats.h"

static void assert_near(double got, double wanted, double within)
{
    if (!(fabs(got - wanted) <= within)) {
        fail_msg("%.12g is not within %g of %.12g", got, within, wanted);
    }
}

static void wilson_gives_the_published_limits(void **state)
{
    (void)state;
    struct interval range = stats_wilson(7, 12);
    assert_true(range.known);
    assert_near(range.low, .3195113, 1e-6);
    assert_near(range.high, .8067398, 1e-6);
}

static void wilson_touches_0_and_1_exactly_at_the_ends(void **state)
{
    (void)state;
    for (int64_t n = 1; n < 400; n++) {
        struct interval none = stats_wilson(0, n), all = stats_wilson(n, n);
        assert_true(none.low == 0 && none.high > 0 && none.high < 1);
        assert_true(all.high == 1 && all.low > 0 && all.low < 1);
        assert_near(none.high, 1 - all.low, 1e-12);
    }
}

static void wilson_of_nobody_is_a_reason(void **state)
{
    (void)state;
    struct interval range = stats_wilson(0, 0);
    assert_false(range.known);
    assert_string_equal(range.reason, "nobody to count");
    assert_false(stats_wilson(5, 4).known);
    assert_false(stats_wilson(-1, 4).known);
}

static void a_mean_has_students_interval(void **state)
{
    (void)state;
    /* t(.975, 9) = 2.2621571628; t(.975, 1) = 12.7062047362 (tables) */
    struct interval ten = stats_mean_interval(5, 2, 10);
    assert_true(ten.known);
    assert_near(ten.high - 5, 2.2621571628 * 2 / sqrt(10), 1e-9);
    assert_near(5 - ten.low, ten.high - 5, 1e-12);
    assert_near(stats_mean_interval(0, 1, 2).high, 12.7062047362 / sqrt(2), 1e-8);
}

static void a_mean_of_fewer_than_two_has_no_interval(void **state)
{
    (void)state;
    assert_false(stats_mean_interval(5, 0, 0).known);
    assert_string_equal(stats_mean_interval(5, 0, 1).reason, "fewer than 2 people");
    assert_false(stats_mean_interval(NAN, 1, 10).known);
    assert_false(stats_mean_interval(1, NAN, 10).known);
    assert_false(stats_mean_interval(1, INFINITY, 10).known);
}

static void reliable_change_is_that_of_the_worked_example(void **state)
{
    (void)state;
    assert_near(stats_reliable_change(2.4), 6.652, 5e-4);
    assert_near(stats_reliable_change(1.03), 2.855, 5e-4);
    assert_near(stats_reliable_change(0), 0, 0);
    assert_near(stats_soft_bar(2.4) * 2, stats_reliable_change(2.4), 0);
}

static void a_sum_does_not_depend_on_the_order(void **state)
{
    (void)state;
    struct exact up = {0}, down = {0}, halves[2] = {{0}, {0}};
    for (int i = 0; i < 1000; i++) {
        double rising = 0.1 * i - 20.73, falling = 0.1 * (999 - i) - 20.73;
        exact_add(&up, rising);
        exact_add(&down, falling);
        exact_add(&halves[i % 2], rising);
    }
    exact_join(&halves[0], &halves[1]);
    assert_true(up.n == down.n && up.sum == down.sum && up.squares == down.squares);
    assert_true(up.sum == halves[0].sum && up.squares == halves[0].squares);
    assert_near(exact_mean(&up), 29.22, 1e-9);
    assert_near(exact_sd(&up), 28.881943609574936, 1e-9);
}

static void the_spread_of_equal_values_is_exactly_0(void **state)
{
    (void)state;
    struct exact same = {0};
    for (int i = 0; i < 37; i++) {
        exact_add(&same, -20.73);
    }
    assert_true(exact_sd(&same) == 0);
    assert_near(exact_mean(&same), -20.73, 1e-12);
}

static void a_small_spread_far_from_0_is_kept(void **state)
{
    (void)state;
    struct exact far = {0};
    for (int i = 0; i < 10; i++) {
        exact_add(&far, 100000000000.0 + i % 2);
    }
    assert_near(exact_sd(&far), 0.5270462766947299, 1e-9);
}

static void a_spread_below_0_is_that_above(void **state)
{
    (void)state;
    struct exact above = {0}, below = {0};
    for (int i = 0; i < 7; i++) {
        exact_add(&above, 3.3 * i * i);
        exact_add(&below, -3.3 * i * i);
    }
    assert_near(exact_sd(&above), exact_sd(&below), 0);
}

static void a_sum_that_would_wrap_says_so_and_stops(void **state)
{
    (void)state;
    struct exact full = {0};
    exact_add(&full, 9e12);
    assert_false(full.overflow);
    exact_add(&full, 9e12);
    assert_true(full.overflow);
    int64_t sum = full.sum, n = full.n;
    exact_add(&full, 1);
    assert_true(full.overflow && full.sum == sum && n == 1);
    struct exact other = {0};
    exact_join(&other, &full);
    assert_true(other.overflow);
}

static void what_is_no_number_is_never_added(void **state)
{
    (void)state;
    const double bad[] = {NAN, INFINITY, -INFINITY, 1e300};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct exact sum = {0};
        exact_add(&sum, bad[i]);
        assert_true(sum.overflow && sum.n == 0);
    }
}

static void two_errors_of_their_own_add_as_squares(void **state)
{
    (void)state;
    assert_near(stats_reliable_change_between(3, 4), 5 * STATS_Z95, 1e-12);
    assert_near(stats_reliable_change_between(1.03, 1.03), stats_reliable_change(1.03), 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_errors_of_their_own_add_as_squares),
        cmocka_unit_test(wilson_gives_the_published_limits),
        cmocka_unit_test(wilson_touches_0_and_1_exactly_at_the_ends),
        cmocka_unit_test(wilson_of_nobody_is_a_reason),
        cmocka_unit_test(a_mean_has_students_interval),
        cmocka_unit_test(a_mean_of_fewer_than_two_has_no_interval),
        cmocka_unit_test(reliable_change_is_that_of_the_worked_example),
        cmocka_unit_test(a_sum_does_not_depend_on_the_order),
        cmocka_unit_test(the_spread_of_equal_values_is_exactly_0),
        cmocka_unit_test(a_small_spread_far_from_0_is_kept),
        cmocka_unit_test(a_spread_below_0_is_that_above),
        cmocka_unit_test(a_sum_that_would_wrap_says_so_and_stops),
        cmocka_unit_test(what_is_no_number_is_never_added),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
