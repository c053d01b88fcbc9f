/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions, threads, and the three answers of a look. */
#include "lines.h"

static struct condition condition(size_t field, const char **codes, size_t count)
{
    return (struct condition){.field = field, .codes = codes, .code_count = count};
}

static struct event with(size_t field, const char *value)
{
    struct event event = {.kind = "contact", .time = -1, .until_time = -1, .seq = -1};
    event.field[field] = value;
    return event;
}

static void a_condition_holds_only_of_what_is_recorded(void **state)
{
    (void)state;
    const char *codes[] = {"need_met", "partly_met"};
    struct condition is = condition(EVENT_outcome, codes, 2), is_not = is,
                     any = {.field = EVENT_outcome};
    struct condition none = any;
    is_not.negated = true;
    any.any = none.none = true;
    const struct {
        const char *value;
        bool is, is_not, any, none;
    } rows[] = {{"need_met", true, false, true, false},
                {"made_worse", false, true, true, false},
                {NULL, false, true, false, true},
                {"unknown", false, true, false, true}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct event event = with(EVENT_outcome, rows[i].value);
        assert_int_equal(condition_holds(&is, &event), rows[i].is);
        assert_int_equal(condition_holds(&is_not, &event), rows[i].is_not);
        assert_int_equal(condition_holds(&any, &event), rows[i].any);
        assert_int_equal(condition_holds(&none, &event), rows[i].none);
    }
}

static void unknown_counts_where_it_is_named(void **state)
{
    (void)state;
    const char *codes[] = {"unknown"};
    struct condition named = condition(EVENT_outcome, codes, 1), either = named, neither = named;
    struct event unknown = with(EVENT_outcome, "unknown"), nothing = with(EVENT_outcome, NULL);
    either.none = true;
    neither.negated = true;
    assert_true(condition_holds(&named, &unknown));
    assert_false(condition_holds(&named, &nothing));
    assert_true(condition_holds(&either, &unknown) && condition_holds(&either, &nothing));
    assert_false(condition_holds(&neither, &unknown));
    assert_true(condition_holds(&neither, &nothing));
    assert_int_equal(condition_asks(&named, &unknown).sure, SURELY);
    assert_int_equal(condition_asks(&named, &nothing).why, WHY_NOT_RECORDED);
    assert_int_equal(condition_asks(&neither, &nothing).sure, PERHAPS);
    assert_int_equal(condition_asks(&either, &nothing).sure, SURELY);
}

static void of_several_values_one_that_fits_is_enough(void **state)
{
    (void)state;
    const char *codes[] = {"chase"};
    struct condition is = condition(EVENT_purpose, codes, 1), is_not = is;
    is_not.negated = true;
    struct event both = with(EVENT_purpose, "clarify;chase"),
                 other = with(EVENT_purpose, "chase_up");
    assert_true(condition_holds(&is, &both));
    assert_false(condition_holds(&is_not, &both));
    assert_false(condition_holds(&is, &other));
    struct event service = with(EVENT_service, "a;chase");
    is.field = EVENT_service;
    assert_false(condition_holds(&is, &service)); /* a field with one value is never split */
}

static enum sure same_thread(const char *lines, const char *basis)
{
    struct arena *arena = arena_new();
    struct record record = record_from(arena, lines);
    enum basis by;
    enum sure sure = thread_same(&record.events[0], &record.events[1], &by).sure;
    assert_int_equal(thread_same(&record.events[1], &record.events[0], &by).sure, sure);
    if (sure == SURELY)
        assert_string_equal(basis_word[by], basis);
    arena_free(arena);
    return sure;
}

static void threads_are_links_then_keys_then_needs_and_never_guesses(void **state)
{
    (void)state;
    assert_int_equal(same_thread("2024-01-01 contact thread=t1\n2024-01-02 contact thread=t1\n",
                                 "recorded_link"),
                     SURELY);
    assert_int_equal(same_thread("2024-01-01 contact thread=t1 need=housing\n2024-01-02 contact "
                                 "thread=t2 need=housing\n",
                                 ""),
                     SURELY_NOT);
    assert_int_equal(
        same_thread("2024-01-01 contact thread=t1 need=housing\n2024-01-02 contact need=housing\n",
                    "code_match"),
        SURELY);
    assert_int_equal(
        same_thread("2024-01-01 contact need=money\n2024-01-02 contact need=housing\n", ""),
        SURELY_NOT);
    assert_int_equal(
        same_thread("2024-01-01 contact thread=t1\n2024-01-02 contact need=housing\n", ""),
        PERHAPS);
    assert_int_equal(same_thread("2024-01-01 contact\n2024-01-02 contact\n", ""), PERHAPS);
    assert_int_equal(
        same_thread("2024-01-01 contact need=unknown\n2024-01-02 contact need=unknown\n", ""),
        PERHAPS);
    assert_int_equal(
        same_thread("2024-01-01 contact id=a thread=t1\n2024-01-02 contact thread=t2 follows=b,a\n",
                    "recorded_link"),
        SURELY);
    assert_int_equal(same_thread("2024-01-01 contact id=a\n2024-01-02 contact follows=ab\n", ""),
                     PERHAPS);
}

/* contacts within 10 days, as a look at the first event of some lines. */
struct asked {
    struct arena *arena;
    struct record record;
    struct look look;
    struct pattern_kind kind;
    const char *collects[1];
};

static void ask_of(struct asked *asked, const char *lines, const char *from, const char *until)
{
    *asked =
        (struct asked){.arena = arena_new(), .kind = {"contact", NULL}, .collects = {"contact"}};
    asked->record = record_from(asked->arena, lines);
    record_observe(&asked->record, on(from), on(until), asked->arena);
    asked->look = (struct look){.within = 10, .least = 1};
    asked->look.pattern.kinds = &asked->kind;
    asked->look.pattern.kind_count = 1;
    asked->look.pattern.collects = asked->collects;
    asked->look.pattern.collect_count = 1;
}

static struct look_answer ask(struct asked *asked, size_t anchor)
{
    return ask_look(&asked->look, LOOK_AFTER, &asked->record, &asked->record.events[anchor],
                    asked->arena);
}

static void assert_answer(struct look_answer answer, enum sure sure, enum why why)
{
    assert_int_equal(answer.fit.sure, sure);
    assert_string_equal(why_word[answer.fit.why], why_word[why]);
}

static void none_means_none_only_where_it_would_have_been_seen(void **state)
{
    (void)state;
    struct asked asked;
    ask_of(&asked, "2024-01-05 request\n", "2024-01-01", "2024-01-15");
    assert_answer(ask(&asked, 0), SURELY_NOT, WHY_NONE);
    record_observe(&asked.record, on("2024-01-01"), on("2024-01-14"), asked.arena);
    assert_answer(ask(&asked, 0), PERHAPS, WHY_FOLLOWUP_SHORT);
    asked.record.collects_everything = false;
    assert_answer(ask(&asked, 0), PERHAPS, WHY_KIND_NOT_COLLECTED);
    arena_free(asked.arena);
    ask_of(&asked, "2024-01-05 request\n2024-01-10..2024-01-10 not_observed\n", "2024-01-01",
           "2024-02-01");
    assert_answer(ask(&asked, 0), PERHAPS, WHY_GAP);
    arena_free(asked.arena);
}

static void an_early_find_stands_and_its_window_is_said_apart(void **state)
{
    (void)state;
    struct asked asked;
    ask_of(&asked, "2024-01-05 request\n2024-01-07 contact\n", "2024-01-01", "2024-01-08");
    struct look_answer answer = ask(&asked, 0);
    assert_answer(answer, SURELY, WHY_NONE);
    assert_int_equal(answer.window, WHY_FOLLOWUP_SHORT);
    asked.look.least = 2;
    assert_answer(ask(&asked, 0), PERHAPS, WHY_FOLLOWUP_SHORT);
    arena_free(asked.arena);
}

static void what_dates_leave_open_is_said_before_what_was_not_seen(void **state)
{
    (void)state;
    struct asked asked;
    ask_of(&asked, "2024-01-25 request\n2024-02 contact\n", "2024-01-01", "2024-01-31");
    assert_answer(ask(&asked, 0), PERHAPS, WHY_DATE_NOT_EXACT);
    arena_free(asked.arena);
    ask_of(&asked, "2024-01-05 request\n2024-01-05 contact\n", "2024-01-01", "2024-12-31");
    assert_answer(ask(&asked, strcmp(asked.record.events[0].kind, "request") != 0), PERHAPS,
                  WHY_ORDER_UNKNOWN);
    arena_free(asked.arena);
}

static void of_two_possible_events_the_one_open_by_its_date_gives_the_reason(void **state)
{
    (void)state;
    struct asked asked;
    struct agreement thread[] = {{EVENT_thread, EVENT_thread}};
    ask_of(&asked, "2024-01-25 request thread=t1\n2024-01-27 contact\n2024-02 contact thread=t1\n",
           "2024-01-01", "2024-12-31");
    asked.look.same = thread;
    asked.look.same_count = 1;
    assert_answer(ask(&asked, 0), PERHAPS, WHY_DATE_NOT_EXACT);
    asked.record.event_count = 2;
    assert_answer(ask(&asked, 0), PERHAPS, WHY_NOT_RECORDED);
    arena_free(asked.arena);
}

static void without_a_limit_it_is_answered_as_things_stand(void **state)
{
    (void)state;
    struct asked asked;
    ask_of(&asked, "2024-01-05 request\n", "2024-01-01", "2024-01-06");
    asked.look.within = WITHIN_ANY;
    assert_answer(ask(&asked, 0), SURELY_NOT, WHY_NONE);
    record_observe(&asked.record, on("2024-01-01"), on("2024-01-03"), asked.arena);
    assert_answer(ask(&asked, 0), PERHAPS, WHY_FOLLOWUP_SHORT);
    asked.record.observed_count = 0;
    assert_int_equal(ask(&asked, 0).fit.sure, PERHAPS);
    arena_free(asked.arena);
}

static void a_field_in_recorded_leaves_an_event_possible(void **state)
{
    (void)state;
    struct asked asked;
    const char *codes[] = {"chase"};
    struct condition conditions[] = {condition(EVENT_purpose, codes, 1)};
    size_t recorded[] = {EVENT_purpose};
    ask_of(&asked, "2024-01-05 request\n2024-01-07 contact\n", "2024-01-01", "2024-12-31");
    asked.look.pattern.conditions = conditions;
    asked.look.pattern.condition_count = 1;
    assert_answer(ask(&asked, 0), SURELY_NOT, WHY_NONE);
    asked.look.recorded = recorded;
    asked.look.recorded_count = 1;
    assert_answer(ask(&asked, 0), PERHAPS, WHY_NOT_RECORDED);
    arena_free(asked.arena);
}

static void same_and_differs_compare_only_what_is_recorded(void **state)
{
    (void)state;
    struct asked asked;
    struct agreement to_service[] = {{EVENT_to, EVENT_service}},
                     service[] = {{EVENT_service, EVENT_service}};
    ask_of(&asked, "2024-01-05 referral to=b service=a\n2024-01-07 contact service=b\n",
           "2024-01-01", "2024-12-31");
    asked.look.same = to_service;
    asked.look.same_count = 1;
    assert_answer(ask(&asked, 0), SURELY, WHY_NONE);
    asked.look.differs = service;
    asked.look.differs_count = 1;
    assert_answer(ask(&asked, 0), SURELY, WHY_NONE);
    asked.record.events[1].field[EVENT_service] = NULL;
    assert_answer(ask(&asked, 0), SURELY_NOT, WHY_NONE);
    asked.record.events[1].field[EVENT_service] = "a";
    assert_answer(ask(&asked, 0), SURELY_NOT, WHY_NONE);
    asked.record.events[0].field[EVENT_to] = NULL; /* what the anchor lacks leaves it open */
    asked.look.differs_count = 0;
    assert_answer(ask(&asked, 0), PERHAPS, WHY_NOT_RECORDED);
    arena_free(asked.arena);
}

static void next_asks_of_the_very_next_event(void **state)
{
    (void)state;
    struct asked asked;
    const char *codes[] = {"need_met"};
    struct condition conditions[] = {condition(EVENT_outcome, codes, 1)};
    ask_of(&asked,
           "2024-01-05 request\n2024-01-07 contact outcome=made_worse\n2024-01-09 contact "
           "outcome=need_met\n",
           "2024-01-01", "2024-12-31");
    asked.look.pattern.conditions = conditions;
    asked.look.pattern.condition_count = 1;
    assert_answer(ask(&asked, 0), SURELY, WHY_NONE);
    asked.look.next = true;
    assert_answer(ask(&asked, 0), SURELY_NOT, WHY_NONE);
    asked.record.events[1].begin = asked.record.events[1].end = asked.record.events[2].begin;
    assert_answer(ask(&asked, 0), PERHAPS, WHY_ORDER_UNKNOWN);
    asked.record.events[1].begin = asked.record.events[1].end =
        (struct days){on("2024-01-08"), on("2024-01-20")};
    assert_answer(ask(&asked, 0), PERHAPS, WHY_DATE_NOT_EXACT);
    asked.record.events[1].begin = asked.record.events[1].end =
        (struct days){on("2024-01-10"), on("2024-01-20")};
    assert_answer(ask(&asked, 0), SURELY, WHY_NONE);
    arena_free(asked.arena);
    ask_of(&asked, "2024-01-05 request\n2024-01-06..2024-01-06 not_observed\n2024-01-09 contact\n",
           "2024-01-01", "2024-12-31");
    assert_answer(ask(&asked, 0), SURELY, WHY_NONE);
    asked.look.next = true;
    assert_answer(ask(&asked, 0), PERHAPS, WHY_GAP); /* another may lie where nobody looked */
    arena_free(asked.arena);
}

static void the_nearest_event_comes_first(void **state)
{
    (void)state;
    struct asked asked;
    ask_of(
        &asked,
        "2024-01-01..2024-01-09 contact id=long\n2024-01-05 contact id=short\n2024-01-10 request\n",
        "2023-01-01", "2024-12-31");
    struct look_answer answer =
        ask_look(&asked.look, LOOK_BEFORE, &asked.record, &asked.record.events[2], asked.arena);
    assert_int_equal(answer.event_count, 2);
    assert_string_equal(answer.events[0]->id, "long");
    arena_free(asked.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_condition_holds_only_of_what_is_recorded),
        cmocka_unit_test(unknown_counts_where_it_is_named),
        cmocka_unit_test(of_several_values_one_that_fits_is_enough),
        cmocka_unit_test(threads_are_links_then_keys_then_needs_and_never_guesses),
        cmocka_unit_test(none_means_none_only_where_it_would_have_been_seen),
        cmocka_unit_test(an_early_find_stands_and_its_window_is_said_apart),
        cmocka_unit_test(what_dates_leave_open_is_said_before_what_was_not_seen),
        cmocka_unit_test(of_two_possible_events_the_one_open_by_its_date_gives_the_reason),
        cmocka_unit_test(without_a_limit_it_is_answered_as_things_stand),
        cmocka_unit_test(a_field_in_recorded_leaves_an_event_possible),
        cmocka_unit_test(same_and_differs_compare_only_what_is_recorded),
        cmocka_unit_test(next_asks_of_the_very_next_event),
        cmocka_unit_test(the_nearest_event_comes_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
