/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole reports of a made-up area, from its plain files to the model. */
#include "page/same.h"
#include "report/place.h"
#include "report/reader.h"

static char *area_json(struct place *place, day *earlier)
{
    struct value model;
    struct fault fault;
    must(report_area(definition(place, "area_learning"), place->store, &place->shelf, "Saltmere",
                     quarter, AS_OF, place->arena, &model, earlier, &fault),
         &fault);
    return json(place, model);
}

static char *period_json(struct place *place, const char *ref, struct days period)
{
    struct value model;
    struct fault fault;
    must(report_person(definition(place, "my_progress"), place->store, &place->shelf, ref, period,
                       AS_OF, place->arena, &model, &fault),
         &fault);
    return json(place, model);
}

static char *person_json(struct place *place, const char *ref)
{
    return period_json(place, ref, (struct days){DAY_FIRST, DAY_LAST});
}

/* --- an area ---------------------------------------------------------------------------------- */

static void a_full_area_shows_every_number_with_its_whole(void **state)
{
    (void)state;
    struct place *place = open_place(400);
    day earlier;
    const char *report = area_json(place, &earlier);
    assert_int_equal(earlier, DAY_NONE);
    assert_non_null(strstr(report, "people let what happened to them be counted here"));
    assert_non_null(strstr(report, "of whom we could tell"));
    assert_non_null(strstr(report, "told us how they were"));
    const char *story = strstr(report, "story that somebody shared");
    assert_true(story &&
                !strstr(story + 1, "story that")); /* said once, and nothing stands beside */
    assert_null(strstr(report, "\"beside\""));
    assert_null(strstr(report, "p001"));
    close_place(place);
}

static void every_count_is_a_multiple_of_five(void **state)
{
    (void)state;
    struct place *place = open_place(400);
    day earlier;
    size_t counts = 0;
    const char *report = area_json(place, &earlier);
    for (const char *at = report; (at = strstr(at, "\"count\":")); counts++) {
        long count = strtol(at += strlen("\"count\":"), NULL, 10);
        assert_int_equal(count % 5, 0);
        assert_true(count == 0 || count >= 10);
    }
    for (const char *at = report; (at = strstr(at, " people")); at++) {
        const char *digit = at;
        while (digit > report && ((digit[-1] >= '0' && digit[-1] <= '9') || digit[-1] == ','))
            digit--;
        if (digit < at && strncmp(digit, "10 people", 9) != 0)
            assert_true(at[-1] == '0' || at[-1] == '5');
    }
    assert_true(counts > 5);
    close_place(place);
}

static void a_release_is_printed_again_whatever_was_imported_since(void **state)
{
    (void)state;
    struct place *place = open_place(120);
    struct fault fault;
    day earlier;
    const char *first = area_json(place, &earlier);
    assert_string_equal(area_json(place, &earlier), first);
    assert_int_equal(earlier, AS_OF);
    const char *no =
        "person,area,date,shares\np001,Saltmere,2025-12-30,no\np002,Saltmere,2025-12-30,no\n";
    must(text_write_file(in(place, "no.csv"), no, strlen(no), &fault), &fault);
    import(place, "no.csv");
    score(place);
    assert_string_equal(area_json(place, &earlier), first);
    assert_int_equal(earlier, AS_OF);
    close_place(place);
}

static void two_made_alike_are_alike_to_the_byte(void **state)
{
    (void)state;
    struct place *one = open_place(120), *other = open_place(120);
    day earlier;
    assert_string_equal(area_json(one, &earlier), area_json(other, &earlier));
    assert_string_equal(person_json(one, "p003"), person_json(other, "p003"));
    close_place(one);
    close_place(other);
}

static void too_few_people_are_one_page_for_none_and_for_nine(void **state)
{
    (void)state;
    struct place *none = open_place(0), *nine = open_place(9);
    day earlier;
    const char *empty = area_json(none, &earlier), *few = area_json(nine, &earlier);
    assert_non_null(strstr(few, "too few people to show"));
    assert_string_equal(few, empty);
    close_place(none);
    close_place(nine);
}

/* Asked for again after the tenth person said yes, it would tell that they did. */
static void a_page_without_figures_is_kept_too(void **state)
{
    (void)state;
    struct place *place = open_place(6);
    struct fault fault;
    struct text yes = {0};
    day earlier;
    area_json(place, &earlier);
    text_put(&yes, "person,area,since,shares\n");
    for (int i = 0; i < 40; i++)
        text_format(&yes, "q%03d,Saltmere,2024-01-01,yes\n", i);
    must(text_write_file(in(place, "yes.csv"), yes.bytes, yes.length, &fault), &fault);
    text_free(&yes);
    import(place, "yes.csv");
    score(place);
    const char *report = area_json(place, &earlier);
    assert_int_equal(earlier, AS_OF);
    assert_non_null(strstr(report, "too few people to show"));
    close_place(place);
}

static void an_area_that_is_not_there_is_said(void **state)
{
    (void)state;
    struct place *place = open_place(12);
    struct value model;
    struct fault fault;
    day earlier;
    assert_false(report_area(definition(place, "area_learning"), place->store, &place->shelf,
                             "Saltmer", quarter, AS_OF, place->arena, &model, &earlier, &fault));
    assert_int_equal(fault.kind, FAULT_NO_FILE);
    close_place(place);
}

/* --- a person --------------------------------------------------------------------------------- */

static void a_persons_page_is_theirs_alone(void **state)
{
    (void)state;
    struct place *place = open_place(30);
    const char *page = person_json(place, "p005");
    assert_non_null(strstr(page, "\"title\":\"p005’s page\""));
    assert_non_null(strstr(page, "Held about you, since "));
    assert_non_null(strstr(page, "with this program, is kept, with the day."));
    assert_non_null(strstr(page, "How you compare with anyone else. It never tries."));
    assert_null(strstr(page, "p004"));
    assert_null(strstr(page, "p006"));
    assert_string_equal(person_json(place, "p005"), page);
    close_place(place);
}

static void somebody_with_nothing_held_has_a_whole_page(void **state)
{
    (void)state;
    struct place *place = open_place(1);
    struct fault fault;
    const char *row = "person,area\nnew_one,Saltmere\n";
    must(text_write_file(in(place, "new.csv"), row, strlen(row), &fault), &fault);
    import(place, "new.csv");
    score(place);
    const char *page = person_json(place, "new_one");
    assert_non_null(strstr(page, "Nothing is held about you here yet"));
    assert_non_null(strstr(page, "nothing is missing for that"));
    assert_non_null(strstr(page, "No yes of yours to that is written down"));
    close_place(place);
}

/* `answers` are rows of date and the answer to q9; everything else is answered 0. */
static void import_phq9(struct place *place, const char *ref, const char *const (*answers)[2],
                        size_t count)
{
    struct fault fault;
    struct text rows = {0};
    text_put(&rows, "person,date,instrument,item,answer,mode\n");
    for (size_t i = 0; i < count; i++)
        for (int item = 1; item <= 10; item++)
            text_format(&rows, "%s,%s,phq9,q%d,%s,self\n", ref, answers[i][0], item,
                        item == 9 ? answers[i][1] : "0");
    must(text_write_file(in(place, "phq9.csv"), rows.bytes, rows.length, &fault), &fault);
    text_free(&rows);
    import(place, "phq9.csv");
    score(place);
}

static const char should_not_wait[] =
    "On 22 December 2025 you gave an answer that should not wait: thoughts of being better off "
    "dead. Please talk about it with somebody you trust.";

static struct value person_model(struct place *place, const char *ref)
{
    struct value model;
    struct fault fault;
    must(report_person(definition(place, "my_progress"), place->store, &place->shelf, ref,
                       (struct days){DAY_FIRST, DAY_LAST}, AS_OF, place->arena, &model, &fault),
         &fault);
    return model;
}

static void an_answer_that_should_not_wait_opens_the_page(void **state)
{
    (void)state;
    struct place *place = open_place(12);
    static const char *const answers[][2] = {{"2025-11-03", "0"}, {"2025-12-22", "1"}};
    import_phq9(place, "p001", answers, 2);
    struct value model = person_model(place, "p001"), now = value_get(model, "now");
    assert_int_equal(value_count(now), 1);
    assert_string_equal(value_as_text(value_get(value_item(now, 0), "says")), should_not_wait);
    assert_string_equal(value_as_text(value_item(value_get(value_item(now, 0), "help"), 0)),
                        "Samaritans answer at any hour, free, on 116 123.");
    assert_true(report_needs_help(model));
    assert_false(report_needs_help(person_model(place, "p002")));
    assert_null(strstr(person_json(place, "p002"), "should not wait"));
    close_place(place);
}

static void an_area_learns_nothing_of_what_should_not_wait(void **state)
{
    (void)state;
    struct place *place = open_place(40);
    static const char *const answers[][2] = {{"2025-12-22", "3"}};
    day earlier;
    import_phq9(place, "p001", answers, 1);
    const char *report = area_json(place, &earlier);
    assert_null(strstr(report, "should not wait"));
    assert_null(strstr(report, "better off dead"));
    close_place(place);
}

/* Of each question only the latest answer counts, whatever time the page is about. */
static void what_was_answered_otherwise_since_is_not_brought_up_again(void **state)
{
    (void)state;
    struct place *place = open_place(1);
    static const char *const answers[][2] = {
        {"2025-11-03", "2"}, {"2025-12-22", "1"}, {"2025-12-29", "0"}};
    struct days november = {day_of(2025, 11, 1), day_of(2025, 11, 30)};
    import_phq9(place, "p001", answers, 3);
    assert_null(strstr(person_json(place, "p001"), "should not wait"));
    assert_null(strstr(period_json(place, "p001", november), "should not wait"));
    close_place(place);
}

/* One blank answer leaves the total unscored; the ninth is brought to the person all the same. */
static void a_blank_elsewhere_keeps_nothing_back(void **state)
{
    (void)state;
    struct place *place = open_place(1);
    struct fault fault;
    static const char *const rows = "person,date,instrument,item,answer,mode\n"
                                    "p901,2025-12-22,phq9,q9,1,self\n";
    must(text_write_file(in(place, "phq9.csv"), rows, strlen(rows), &fault), &fault);
    import(place, "phq9.csv");
    score(place);
    const char *page = person_json(place, "p901");
    assert_non_null(strstr(page, should_not_wait));
    assert_non_null(strstr(page, "none of these answers could be scored"));
    close_place(place);
}

static void a_time_with_nothing_in_it_says_so_of_that_time_only(void **state)
{
    (void)state;
    struct place *place = open_place(12);
    struct days before = {day_of(1990, 1, 1), day_of(1990, 12, 31)};
    const char *page = period_json(place, "p005", before);
    assert_non_null(strstr(page, "No notes of yours are here from this time"));
    assert_non_null(strstr(page, "What you wanted in this time is not written down here"));
    assert_null(strstr(page, "How have you been?"));
    assert_null(strstr(page, "Nothing of this kind was found in what is shown here. "));
    close_place(place);
}

static void no_answers_are_said_in_words(void **state)
{
    (void)state;
    struct place *place = open_place(1);
    struct fault fault;
    static const char *const row = "person,date,kind,need,initiated_by\n"
                                   "new_one,2025-11-03,request,housing,person\n";
    static const char *const person = "person,area\nnew_one,Saltmere\n";
    must(text_write_file(in(place, "new.csv"), person, strlen(person), &fault), &fault);
    must(text_write_file(in(place, "row.csv"), row, strlen(row), &fault), &fault);
    import(place, "new.csv");
    import(place, "row.csv");
    score(place);
    assert_non_null(strstr(person_json(place, "new_one"),
                           "Held about you, since 3 November 2025: 1 thing that happened."));
    close_place(place);
}

static void a_person_who_is_not_there_is_said(void **state)
{
    (void)state;
    struct place *place = open_place(3);
    struct value model;
    struct fault fault;
    assert_false(report_person(definition(place, "my_progress"), place->store, &place->shelf,
                               "p0001", (struct days){DAY_FIRST, DAY_LAST}, AS_OF, place->arena,
                               &model, &fault));
    assert_int_equal(fault.kind, FAULT_NO_FILE);
    close_place(place);
}

/* --- the definitions' own examples ------------------------------------------------------------ */

static void the_examples_of_our_reports_hold(void **state)
{
    (void)state;
    struct place *place = open_place(0);
    static const char *const ids[] = {"area_learning", "my_progress"};
    for (size_t i = 0; i < 2; i++) {
        struct faults faults = {0};
        size_t examples;
        if (!report_check_examples(definition(place, ids[i]), &place->shelf, &examples, &faults))
            fail_msg("%s", faults.said[0]);
        assert_true(examples >= 2);
    }
    close_place(place);
}

/* --- formats ---------------------------------------------------------------------------------- */

static void every_format_of_an_invented_report_says_the_same(void **state)
{
    (void)state;
    static const char *const reports[] = {"my_progress", "area_learning"};
    static const int people[] = {0, 6, 400};
    struct place *place = open_place(6);
    for (size_t r = 0; r < 2; r++)
        for (size_t i = r == 0; i < 3; i++) {
            const struct report *report = definition(place, reports[r]);
            struct value model;
            struct fault fault;
            must(report_invented(report, &place->shelf, people[i], 5, place->arena, &model, &fault),
                 &fault);
            assert_same(model, SOURCE_DIR "/reports", report_facts(report)->template);
            assert_null(nameless_key(model));
        }
    close_place(place);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_format_of_an_invented_report_says_the_same),
        cmocka_unit_test(a_persons_page_is_theirs_alone),
        cmocka_unit_test(somebody_with_nothing_held_has_a_whole_page),
        cmocka_unit_test(an_answer_that_should_not_wait_opens_the_page),
        cmocka_unit_test(an_area_learns_nothing_of_what_should_not_wait),
        cmocka_unit_test(what_was_answered_otherwise_since_is_not_brought_up_again),
        cmocka_unit_test(a_blank_elsewhere_keeps_nothing_back),
        cmocka_unit_test(a_time_with_nothing_in_it_says_so_of_that_time_only),
        cmocka_unit_test(no_answers_are_said_in_words),
        cmocka_unit_test(a_person_who_is_not_there_is_said),
        cmocka_unit_test(a_full_area_shows_every_number_with_its_whole),
        cmocka_unit_test(every_count_is_a_multiple_of_five),
        cmocka_unit_test(a_release_is_printed_again_whatever_was_imported_since),
        cmocka_unit_test(two_made_alike_are_alike_to_the_byte),
        cmocka_unit_test(too_few_people_are_one_page_for_none_and_for_nine),
        cmocka_unit_test(a_page_without_figures_is_kept_too),
        cmocka_unit_test(an_area_that_is_not_there_is_said),
        cmocka_unit_test(the_examples_of_our_reports_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
