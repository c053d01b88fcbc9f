/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The open form: a function that goes through the timeline, answering in yes and no. */
#include <stdio.h>

#include "loading.h"

#define OPEN(reads, body)                                                                          \
    DECLARED(NO_EXAMPLES TELLS "settings = { window = { 28, from = 1, to = 90, means = 'days' } "  \
                               "},\nreads = '" reads                                               \
                               "', find = function(timeline, found, settings)\n" body "\nend")

static const char two[] = "2024-03-01 contact id=a thread=t1 service=gp outcome=nothing_changed\n"
                          "2024-03-15 contact id=b thread=t1 service=gp outcome=need_met\n";

static struct found find_with(struct loaded *loaded, const char *source, const char *lines,
                              const char *as_of)
{
    *loaded = load_source(source);
    assert_loads(loaded);
    struct record record = record_of(loaded, lines, NULL, as_of);
    return find_in(loaded, &record);
}

/* The states and whys of all rows, for short. */
static void assert_rows(const char *source, const char *lines, const char *as_of, const char *rows)
{
    struct loaded loaded;
    struct found found = find_with(&loaded, source, lines, as_of);
    const char *said = "";
    for (size_t i = 0; i < found.count; i++)
        said = arena_format(loaded.arena, "%s%s%s%s%s%s%s", said, i ? "; " : "",
                            found.rows[i].state, *found.rows[i].why ? " " : "", found.rows[i].why,
                            *found.rows[i].class ? " " : "", found.rows[i].class);
    assert_string_equal(said, rows);
    unload(&loaded);
}

#define AGAIN                                                                                      \
    "for e in timeline:each { 'contact', outcome = 'not need_met' } do "                           \
    "  local a = timeline:after(e, { 'contact', same = 'thread', within = 'window' }) "            \
    "  if a then found { events = { e, a }, value = timeline:days(e, a), unit = 'days' } end "     \
    "end"

static void a_finding_rests_on_the_events_cited(void **state)
{
    (void)state;
    struct loaded loaded;
    struct found found = find_with(&loaded, OPEN("contact", AGAIN), two, NULL);
    assert_int_equal(found.count, 1);
    assert_string_equal(found.rows[0].state, "found");
    assert_string_equal(found.rows[0].basis, "recorded_link");
    assert_string_equal(found.rows[0].events, "a b");
    assert_string_equal(found.rows[0].unit, "days");
    assert_string_equal(found.rows[0].told, "It was so on 1 March 2024.");
    assert_true(found.rows[0].value == 14);
    unload(&loaded);
}

static void a_question_that_was_not_decided_leaves_the_anchor_open(void **state)
{
    (void)state;
    const char *one = "2024-03-01 contact thread=t1 outcome=nothing_changed\n";
    assert_rows(OPEN("contact", AGAIN), one, "2024-03-20", "cannot_tell followup_short");
    assert_rows(OPEN("contact", AGAIN), one, "2024-03-29", "not_found");
    assert_rows(OPEN("contact", AGAIN),
                "2024-03-01 contact thread=t1 outcome=nothing_changed\n"
                "2024-03 contact thread=t1 outcome=need_met\n",
                NULL, "cannot_tell date_not_exact");
    assert_rows(OPEN("contact", AGAIN),
                "2024-03-01 contact thread=t1 outcome=nothing_changed\n"
                "2024-03-01 contact thread=t1 outcome=need_met\n",
                NULL, "cannot_tell order_unknown");
}

static void none_is_true_only_where_nobody_can_have_been(void **state)
{
    (void)state;
    const char *source =
        OPEN("contact referral",
             "for e in timeline:each 'referral' do if timeline:none_after(e, { 'contact', within = "
             "7 }) then found { events = { e } } end end");
    assert_rows(source, "2024-03-01 referral\n", "2024-03-08", "found");
    assert_rows(source, "2024-03-01 referral\n", "2024-03-07", "cannot_tell followup_short");
    assert_rows(source, "2024-03-01 referral\n2024-03-05 contact\n", NULL, "not_found");
    assert_rows(source, "2024-03-01 referral\n2024-03 contact\n", NULL,
                "cannot_tell date_not_exact");
    source = OPEN("contact referral",
                  "for e in timeline:each 'referral' do if timeline:none_before(e, { 'contact' }) "
                  "then found { events = { e } } end end");
    assert_rows(source, "2024-03-01 referral\n2024-03-05 contact\n", NULL, "found");
    assert_rows(source, "2024-03-01 contact\n2024-03-05 referral\n", NULL, "not_found");
}

static void before_and_lists_of_looks_give_the_nearest(void **state)
{
    (void)state;
    struct loaded loaded;
    struct found found = find_with(
        &loaded,
        OPEN("contact crisis referral",
             "for e in timeline:each 'referral' do local b = timeline:before(e, { { 'contact' }, { "
             "'crisis' } }) if b then found { events = { b, e } } end end"),
        "2024-01-01 contact id=far\n2024-02-01 crisis id=near\n2024-03-01 referral id=r\n", NULL);
    assert_string_equal(found.rows[0].events, "near r");
    assert_string_equal(found.rows[0].basis, "time_order_only");
    assert_string_equal(found.rows[0].date, "2024-03-01"); /* of the anchor */
    unload(&loaded);
}

static void days_that_are_not_exact_make_a_finding_possible(void **state)
{
    (void)state;
    const char *source =
        OPEN("contact", "local all = timeline:all 'contact' for e in timeline:each { 'contact', "
                        "outcome = 'need_met' } do if timeline:days(all[1], e) < 90 then found { "
                        "events = { all[1], e } } end end");
    assert_rows(source, two, NULL, "found");
    assert_rows(source, "2024-01 contact\n2024-03-15 contact outcome=need_met\n", NULL,
                "cannot_tell date_not_exact");
}

static void days_to_the_last_observed_day_wait_for_the_next(void **state)
{
    (void)state;
    struct loaded loaded;
    struct found found = find_with(
        &loaded,
        OPEN("contact", "for e in timeline:each 'contact' do found { events = { e }, value = "
                        "timeline:days(e) } end"),
        "2024-03-01 contact\n", "2024-03-11");
    assert_true(found.rows[0].value == 10);
    assert_string_equal(found.rows[0].basis, "code_match");
    assert_int_equal(found.rows[0].next, day_of(2024, 3, 12));
    unload(&loaded);
}

static void an_overlap_counts_both_ends(void **state)
{
    (void)state;
    struct loaded loaded;
    struct found found = find_with(
        &loaded,
        OPEN("accommodation institution",
             "local all = timeline:all 'institution' for e in timeline:each 'accommodation' do "
             "found { "
             "events = { e, all[1] }, value = timeline:overlap(e, all[1]) } end"),
        "2024-01-01..2024-01-31 accommodation\n2024-01-30..2024-03-01 institution\n", NULL);
    assert_true(found.rows[0].value == 2);
    unload(&loaded);
}

static void a_group_is_one_anchor_and_its_order_must_be_known(void **state)
{
    (void)state;
    const char *source = OPEN("contact", "for key, list in timeline:groups('thread', 'contact') do "
                                         "if #list > 2 then found { events = list, class = 'many' "
                                         "} end end");
    assert_rows(source, two, NULL, "not_found");
    assert_rows(source,
                "2024-01-01 contact thread=t1\n2024-01-02 contact thread=t1\n"
                "2024-01-03 contact thread=t2\n2024-01-04 contact thread=t1\n",
                NULL, "found many; not_found");
    assert_rows(source, "2024-01-01 contact thread=t1 service=a\n2024-01-01 contact thread=t1\n",
                NULL, "cannot_tell order_unknown");
    assert_rows(source, "2024-01-01 contact\n", NULL, "not_found"); /* stands in no group */
}

#define MANY                                                                                       \
    OPEN("contact", "for key, list in timeline:groups('thread', 'contact') do if #list > 1 then "  \
                    "found { events = list } end end")

static void two_threads_stay_two_whatever_may_belong_to_both(void **state)
{
    (void)state;
    assert_rows(MANY,
                "2024-01-01 contact thread=t1 need=money\n2024-01-02 contact need=money\n"
                "2024-01-03 contact thread=t2 need=money\n",
                NULL,
                "cannot_tell not_recorded; cannot_tell not_recorded; cannot_tell not_recorded");
    assert_rows(MANY,
                "2024-01-01 contact need=money\n2024-01-02 contact thread=t2 need=money\n"
                "2024-01-03 contact thread=t1 need=money\n2024-01-04 contact thread=t1\n",
                NULL,
                "cannot_tell not_recorded; cannot_tell not_recorded; cannot_tell not_recorded");
}

static void what_has_no_thread_joins_the_one_thread_about_its_need(void **state)
{
    (void)state;
    assert_rows(MANY,
                "2024-01-01 contact need=money\n2024-01-02 contact thread=t1 need=money\n"
                "2024-01-03 contact thread=t2 need=housing\n",
                NULL, "found; not_found");
    assert_rows(MANY,
                "2024-01-01 contact need=money\n2024-01-02 contact thread=t1 need=money\n"
                "2024-01-03 contact thread=t2\n",
                NULL, "found; not_found"); /* in t1 it is not in t2 */
    assert_rows(MANY, "2024-01-01 contact need=money\n2024-01-02 contact need=money\n", NULL,
                "found");
}

static void a_link_joins_two_groups_into_one(void **state)
{
    (void)state;
    assert_rows(MANY,
                "2024-01-01 contact id=a thread=t1\n2024-01-02 contact id=b thread=t2\n"
                "2024-01-03 contact id=c thread=t2 follows=a\n",
                NULL, "found");
}

static void what_may_belong_anywhere_leaves_every_group_open(void **state)
{
    (void)state;
    assert_rows(MANY,
                "2024-01-01 contact thread=t1 need=money\n2024-01-02 contact thread=t1\n"
                "2024-01-03 contact thread=t2\n2024-01-04 contact\n",
                NULL, "cannot_tell not_recorded; cannot_tell not_recorded");
    assert_rows(MANY, "2024-01-01 contact need=money\n2024-01-03 contact thread=t2\n", NULL,
                "cannot_tell not_recorded; cannot_tell not_recorded");
}

static void a_period_is_one_that_was_wholly_observed(void **state)
{
    (void)state;
    struct loaded loaded = load_source(
        OPEN("contact", "for q in timeline:periods 'quarter' do local e = timeline:after(q, { "
                        "'contact', within = 30 }) if e then found { events = { e } } end end"));
    assert_loads(&loaded);
    struct record record =
        record_of(&loaded, "2024-04-10 contact id=a\n", "2023-12-15", "2024-07-31");
    struct found found = find_in(&loaded, &record);
    assert_int_equal(found.count, 2); /* the first and the second of 2024 */
    assert_string_equal(found.rows[0].state, "found");
    assert_string_equal(found.rows[0].events, "a");
    assert_string_equal(found.rows[0].date, "2024-Q1");
    assert_string_equal(found.rows[1].state, "not_found");
    assert_int_equal(found.rows[1].next, day_of(2024, 9, 30));
    unload(&loaded);
}

static void what_the_function_says_it_cannot_tell_is_kept(void **state)
{
    (void)state;
    assert_rows(OPEN("contact", "for e in timeline:each 'contact' do timeline:cannot_tell "
                                "'declined' end"),
                "2024-01-01 contact\n", NULL, "cannot_tell declined");
}

static void cited_events_must_surely_be_in_that_order(void **state)
{
    (void)state;
    const char *source = OPEN("contact", "local all = timeline:all 'contact' for e in "
                                         "timeline:each { 'contact', service = 'gp' } do found { "
                                         "events = { all[1], all[2] } } end");
    assert_rows(source, "2024-01-01 contact service=gp\n2024-01-01 contact service=ab\n", NULL,
                "cannot_tell order_unknown");
}

static void a_person_without_an_anchor_has_one_row(void **state)
{
    (void)state;
    assert_rows(OPEN("contact", AGAIN), "2024-01-01 referral\n", NULL, "not_found");
    assert_rows(OPEN("contact", "return"), two, NULL, "not_found");
    assert_rows(OPEN("contact", AGAIN),
                "2024-01-01 referral\n2024-02-01..2024-02-10 not_observed\n", NULL,
                "cannot_tell gap");
}

static void fields_are_texts_numbers_and_lists(void **state)
{
    (void)state;
    assert_rows(OPEN("contact",
                     "for e in timeline:each 'contact' do "
                     "assert(e.kind == 'contact' and e.service == 'gp' and e.outcome == nil) "
                     "assert(e.worker[1] == 'w1' and e.worker[2] == 'w2' and e.stated_days == 5) "
                     "assert(e.time == '09:05' and e.day == 19783 and e.last_day == e.day) "
                     "assert(timeline:all('contact')[1] == e and settings.window == 28) "
                     "found { events = { e } } end"),
                "2024-03-01T09:05 contact service=gp outcome=unknown worker=w1,w2 stated_days=5\n",
                NULL, "found");
}

/* --- failures --------------------------------------------------------------------------------- */

static void assert_fails(const char *body, const char *sentence)
{
    struct arena *arena = arena_new();
    struct loaded loaded = load_source(arena_format(arena, OPEN("contact", "%s"), body));
    assert_loads(&loaded);
    struct record record = record_of(&loaded, two, NULL, NULL);
    struct finding *rows;
    size_t count;
    struct fault fault = {.kind = FAULT_NONE};
    assert_false(
        indicator_find(loaded.indicator, &record, NULL, NULL, arena, &rows, &count, &fault));
    assert_int_equal(count, 1);
    assert_string_equal(rows[0].why, "plugin_failed");
    if (!strstr(fault.text, sentence) || !strstr(fault.text, "plugins/indicators/mine.lua:"))
        fail_msg("said: %s", fault.text);
    assert_null(strstr(fault.text, "t1")); /* nothing of the person's */
    assert_true(indicator_find(loaded.indicator, &(struct record){.as_of = DAY_LAST}, NULL, NULL,
                               arena, &rows, &count, &fault) ||
                strstr(fault.text, "failed here"));
    unload(&loaded);
    arena_free(arena);
}

static void what_goes_wrong_is_said_by_its_line_and_nothing_of_the_person(void **state)
{
    (void)state;
    static const char each[] = "for e in timeline:each 'contact' do %s end";
    static const struct {
        const char *in_turn, *sentence;
    } rows[] = {
        {"while true do end", "find took more than 5 million steps"},
        {"local t = {} for i = 1, 1e7 do t[i] = { i } end", "32 MiB"},
        {"error(e.thread)", "find failed here"},
        {"found { events = { e }, value = 0 / 0 }", "find failed here"},
        {"found { events = { e }, class = e.thread }", "does not stand in the file in quotes"},
        {"found { events = { e }, class = 'ada ' .. e.service }", "find failed here"},
        {"found { events = { e } } found { events = { e } }", "the same is found twice"},
        {"for x in timeline:each 'contact' do end", "find failed here"},
        {"return e.need_words", "find failed here"},
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_fails(arena_format(arena, each, rows[i].in_turn), rows[i].sentence);
    assert_fails("found { events = timeline:all 'contact' }", "find failed here");
    arena_free(arena);
}

/* In an example everybody is made up, so the words of the fault are shown. */
static void assert_shown(const char *body, const char *sentence)
{
    struct arena *arena = arena_new();
    struct loaded loaded = load_source(arena_format(
        arena,
        "return { title = 'Juniper', version = '1', asks = 'Is it so?', source = 'x',\nmislead = "
        "'So.', " TELLS "reads = 'contact', find = function(timeline, found, settings)\n%s\nend, "
        "examples = { { 'one', finds = 1, '2024-01-01 contact' } } }",
        body));
    size_t examples;
    assert_loads(&loaded);
    assert_false(indicator_check_examples(loaded.indicator, &examples, &loaded.faults));
    assert_true(says(&loaded, sentence));
    unload(&loaded);
    arena_free(arena);
}

/* As `still_waiting` says more than `followup_short` does. */
static void what_a_function_says_itself_comes_before_what_a_question_left_open(void **state)
{
    (void)state;
    const char *lines = "2024-03-01 contact\n";
    assert_rows(OPEN("contact", "for e in timeline:each 'contact' do "
                                "timeline:after(e, { 'contact', within = 28 }) end"),
                lines, "2024-03-20", "cannot_tell followup_short");
    assert_rows(OPEN("contact", "for e in timeline:each 'contact' do "
                                "if not timeline:after(e, { 'contact', within = 28 }) then "
                                "timeline:cannot_tell 'still_waiting' end end"),
                lines, "2024-03-20", "cannot_tell still_waiting");
}

static void a_wrong_call_is_told_how_to_write_it(void **state)
{
    (void)state;
    assert_shown("for e in timeline:each { 'contact', servce = 'gp' } do end",
                 "mine.lua:3: find: timeline:each: `servce` is not a field of an event. Did you "
                 "mean `service`?");
    assert_shown("for e in timeline:each 'complaint' do end",
                 "`complaint` is not among the kinds in `reads`. Add it there");
    assert_shown("timeline:eech 'contact'", "timeline has no `eech`. Did you mean `each`?");
    assert_shown("for q in timeline:periods 'month' do end",
                 "mine.lua:3: find: timeline:periods needs a first and a last observed day. Give "
                 "the example `from` and `as_of`");
    assert_shown("timeline.all 'contact'", "write timeline:all(…), with a colon");
    assert_shown("timeline:days(1)", "timeline:days takes an event, and was given number");
    assert_shown("for e in timeline:each 'contact' do local x = e.servce end",
                 "`servce` is not a field of an event. Did you mean `service`?");
    assert_shown("for e in timeline:each 'contact' do e.service = 'x' end",
                 "events stay as they were recorded");
    assert_shown("for e in timeline:each 'contact' do found { events = { e }, risk = 3 } end",
                 "found { } has `risk`.");
    assert_shown("for e in timeline:each 'contact' do found { events = { e }, value = 1, days = 3 "
                 "} end",
                 "found { } has two numbers, value and days. One finding is one number; give a "
                 "second one its own `class`");
    assert_shown("found { events = {} }", "found is called outside a turn");
    assert_shown("for e in timeline:each 'contact' do timeline:change('swemwbs.wellbeing', e, 90) "
                 "end",
                 "gives indicators no scores yet");
    assert_shown("for e in timeline:each 'contact' do timeline:cannot_tell 'plugin_failed' end",
                 "timeline:cannot_tell takes one of");
}

static void a_file_declares_or_has_a_function(void **state)
{
    (void)state;
    assert_refused(DECLARED(NO_EXAMPLES TELLS "reads = 'contact', find = function() end, at = { "
                                              "'contact' }"),
                   "at: does not go with `find`, which says itself what it finds");
    assert_refused(DECLARED(NO_EXAMPLES "tell = '{after.count} times.', reads = 'contact', find = "
                                        "function() end"),
                   "{after.count} cannot be filled: a function gives its number as {value}");
    assert_refused(DECLARED(NO_EXAMPLES TELLS "find = function() end"),
                   "has `find` and no `reads`");
    assert_refused(DECLARED(NO_EXAMPLES TELLS "reads = 'contact'"), "has `reads` and no `find`");
    assert_refused(DECLARED(NO_EXAMPLES TELLS "reads = 'contct', find = function() end"),
                   "reads: `contct` is not a kind of event. Did you mean `contact`?");
}

/* --- the same as declared --------------------------------------------------------------------- */

static const char by_hand[] = DECLARED(
    NO_EXAMPLES "tell = 'So.', reads = 'contact', find = function(timeline, found)\n"
                "for e in timeline:each { 'contact', outcome = 'not need_met' } do "
                "local a = timeline:after(e, { 'contact', same = 'thread', within = 28 }) "
                "if a then found { events = { e, a }, value = timeline:days(e, a), unit = 'days' } "
                "end end end");
static const char declared[] =
    DECLARED(NO_EXAMPLES "tell = 'So.', at = { 'contact', outcome = 'not need_met' }, "
                         "after = { 'contact', same = 'thread', within = 28 }");

static const char *chance_lines(struct arena *arena, uint64_t *seed)
{
    static const char *const ties[] = {"", "thread=t1", "thread=t2", "need=housing"};
    static const char *const outcomes[] = {"", "outcome=need_met", "outcome=nothing_changed"};
    const char *lines = "";
    for (int i = 0; i < 6; i++) {
        *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        uint32_t draw = (uint32_t)(*seed >> 33);
        const char *date = draw % 7 == 0 ? arena_format(arena, "2024-%02u", 1 + draw / 7 % 3)
                                         : arena_format(arena, "2024-%02u-%02u", 1 + draw / 7 % 3,
                                                        1 + draw / 21 % 28);
        lines = arena_format(arena, "%s%s contact id=e%d %s %s\n", lines, date, i,
                             ties[draw / 600 % 4], outcomes[draw / 2400 % 3]);
    }
    return lines;
}

static void by_hand_it_comes_to_the_same_as_declared(void **state)
{
    (void)state;
    struct loaded open = load_source(by_hand), plain = load_source(declared);
    uint64_t seed = 7;
    assert_loads(&open);
    assert_loads(&plain);
    for (int i = 0; i < 200; i++) {
        const char *lines = chance_lines(open.arena, &seed);
        struct record record = record_of(&open, lines, NULL, "2024-04-10");
        struct found one = find_in(&open, &record), other = find_in(&plain, &record);
        assert_int_equal(one.count, other.count);
        for (size_t k = 0; k < one.count; k++) {
            const struct finding *a = &one.rows[k], *b = &other.rows[k];
            assert_string_equal(a->state, b->state);
            assert_string_equal(a->why, b->why);
            assert_string_equal(a->events, b->events);
            assert_string_equal(a->date, b->date);
            assert_string_equal(a->certainty, b->certainty);
            assert_string_equal(a->finding, b->finding);
            assert_int_equal(a->window, b->window);
            assert_true(a->value == b->value);
        }
    }
    unload(&open);
    unload(&plain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_finding_rests_on_the_events_cited),
        cmocka_unit_test(a_question_that_was_not_decided_leaves_the_anchor_open),
        cmocka_unit_test(none_is_true_only_where_nobody_can_have_been),
        cmocka_unit_test(before_and_lists_of_looks_give_the_nearest),
        cmocka_unit_test(days_that_are_not_exact_make_a_finding_possible),
        cmocka_unit_test(days_to_the_last_observed_day_wait_for_the_next),
        cmocka_unit_test(an_overlap_counts_both_ends),
        cmocka_unit_test(a_group_is_one_anchor_and_its_order_must_be_known),
        cmocka_unit_test(two_threads_stay_two_whatever_may_belong_to_both),
        cmocka_unit_test(what_has_no_thread_joins_the_one_thread_about_its_need),
        cmocka_unit_test(a_link_joins_two_groups_into_one),
        cmocka_unit_test(what_may_belong_anywhere_leaves_every_group_open),
        cmocka_unit_test(a_period_is_one_that_was_wholly_observed),
        cmocka_unit_test(what_the_function_says_it_cannot_tell_is_kept),
        cmocka_unit_test(cited_events_must_surely_be_in_that_order),
        cmocka_unit_test(a_person_without_an_anchor_has_one_row),
        cmocka_unit_test(fields_are_texts_numbers_and_lists),
        cmocka_unit_test(what_goes_wrong_is_said_by_its_line_and_nothing_of_the_person),
        cmocka_unit_test(what_a_function_says_itself_comes_before_what_a_question_left_open),
        cmocka_unit_test(a_wrong_call_is_told_how_to_write_it),
        cmocka_unit_test(a_file_declares_or_has_a_function),
        cmocka_unit_test(by_hand_it_comes_to_the_same_as_declared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
