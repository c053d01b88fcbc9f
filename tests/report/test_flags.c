/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer that should not wait stands until the same question is answered again: no answer is
 * neither yes nor no. */
#include "report/place.h"

static const struct days everything = {DAY_FIRST, DAY_LAST};

/* `rows` are lines of date, instrument, item, answer and time. */
static struct place *answered(const char *rows)
{
    struct place *place = open_place(0);
    struct fault fault;
    static const char person[] = "person,area\nh1,Saltmere\n";
    const char *text =
        arena_format(place->arena, "person,date,instrument,item,answer,time\n%s", rows);
    must(text_write_file(in(place, "h1.csv"), person, strlen(person), &fault), &fault);
    must(text_write_file(in(place, "own.csv"), text, strlen(text), &fault), &fault);
    import(place, "h1.csv");
    import(place, "own.csv");
    score(place);
    return place;
}

static struct value now_of(struct place *place, struct days period, day as_of)
{
    struct value model;
    struct fault fault;
    must(report_person(definition(place, "my_progress"), place->store, &place->shelf, "h1", period,
                       as_of, place->arena, &model, &fault),
         &fault);
    return value_get(model, "now");
}

static void assert_brought(const char *rows, size_t count, const char *begins)
{
    struct place *place = answered(rows);
    struct value now = now_of(place, everything, AS_OF);
    assert_int_equal(value_count(now), count);
    if (count) {
        const char *says = value_as_text(value_get(value_item(now, 0), "says"));
        assert_memory_equal(says, begins, strlen(begins));
    }
    close_place(place);
}

#define HIGH "h1,2025-11-01,phq9,q9,3,\n"
#define ON_THAT_DAY "On 1 November 2025 you gave an answer that should not wait: thoughts of "

static void what_was_not_answered_since_takes_nothing_back(void **state)
{
    (void)state;
    static const char *const none[] = {"declined", "unknown", "not_asked", "not_applicable",
                                       "withheld"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        char rows[160];
        snprintf(rows, sizeof rows, HIGH "h1,2025-12-10,phq9,q1,2,\nh1,2025-12-10,phq9,q9,%s,\n",
                 none[i]);
        assert_brought(rows, 1, ON_THAT_DAY);
    }
    assert_brought(HIGH "h1,2025-12-10,phq9,q1,2,\n", 1, ON_THAT_DAY);
}

static void neither_does_a_form_that_was_refused_as_a_whole(void **state)
{
    (void)state;
    char rows[600] = HIGH;
    for (int item = 1; item <= 10; item++) {
        size_t at = strlen(rows);
        snprintf(rows + at, sizeof rows - at, "h1,2025-12-10,phq9,q%d,declined,\n", item);
    }
    assert_brought(rows, 1, ON_THAT_DAY);
}

static void an_answer_since_does(void **state)
{
    (void)state;
    assert_brought(HIGH "h1,2025-12-10,phq9,q9,0,\n", 0, NULL);
    assert_brought(HIGH "h1,2025-12-10,phq9,q9,0,\nh1,2025-12-20,phq9,q9,declined,\n", 0, NULL);
    assert_brought("h1,2025-10-01,phq9,q9,2,\n" HIGH, 1, ON_THAT_DAY);
    assert_brought(HIGH "h1,2025-12-10,core10,q6,0,\n", 1, ON_THAT_DAY); /* another measure */
}

/* Which of two answers of one day came later is told by their times alone. */
static void of_one_day_only_what_is_surely_later_counts(void **state)
{
    (void)state;
    assert_brought(HIGH "h1,2025-11-01,phq9,q9,0,09:30\n", 1, ON_THAT_DAY);
    assert_brought("h1,2025-11-01,phq9,q9,3,09:00\nh1,2025-11-01,phq9,q9,0,09:30\n", 0, NULL);
    assert_brought("h1,2025-11-01,phq9,q9,3,09:30\nh1,2025-11-01,phq9,q9,0,09:00\n", 1,
                   ON_THAT_DAY);
    assert_brought("h1,#1,phq9,q9,3,\nh1,#2,phq9,q9,declined,\n", 1, "The latest time that");
    assert_brought("h1,#1,phq9,q9,3,\nh1,#2,phq9,q9,0,\n", 0, NULL);
}

static void it_is_brought_whatever_time_is_asked_for_up_to_the_as_of_day(void **state)
{
    (void)state;
    struct place *place = answered(HIGH "h1,2025-12-10,phq9,q9,0,\nh1,2025-12-20,phq9,q9,1,\n");
    struct days long_ago = {day_of(2019, 1, 1), day_of(2019, 12, 31)};
    assert_int_equal(value_count(now_of(place, long_ago, AS_OF)), 1);
    assert_int_equal(value_count(now_of(place, everything, AS_OF)), 1);
    close_place(place);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_not_answered_since_takes_nothing_back),
        cmocka_unit_test(neither_does_a_form_that_was_refused_as_a_whole),
        cmocka_unit_test(an_answer_since_does),
        cmocka_unit_test(of_one_day_only_what_is_surely_later_counts),
        cmocka_unit_test(it_is_brought_whatever_time_is_asked_for_up_to_the_as_of_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
