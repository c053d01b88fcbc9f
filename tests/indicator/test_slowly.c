/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random timelines against a second implementation that is slow and obvious: it goes through every
 * world that the record leaves possible (every choice of inexact dates, of order within a day, of
 * what was not recorded, and of an event that nobody saw) and asks the question in each. */
#include "loading.h"

enum { EVENTS = 3, FIRST = 100, LAST = 124 };

struct question {
    const char *source;
    bool after, negated, by_thread;
    int within, least;
};

static const struct question questions[] = {
    {DECLARED(NO_EXAMPLES TELLS "at = { 'request' }, after = { 'contact', within = 5 }"), true,
     false, false, 5, 1},
    {DECLARED(NO_EXAMPLES TELLS
              "at = { 'request' }, after = { 'contact', within = 5, same = 'thread' }"),
     true, false, true, 5, 1},
    {DECLARED(NO_EXAMPLES TELLS "at = { 'request' }, after = { 'contact', within = 7, least = 2 }"),
     true, false, false, 7, 2},
    {DECLARED(NO_EXAMPLES TELLS
              "at = { 'request' }, not_after = { 'contact', within = 4, same = 'thread' }"),
     true, true, true, 4, 1},
    {DECLARED(NO_EXAMPLES TELLS "at = { 'request' }, before = { 'contact', within = 6 }"), false,
     false, false, 6, 1},
    {DECLARED(NO_EXAMPLES TELLS "at = { 'request' }, not_before = { 'contact', within = 0 }"),
     false, true, false, 0, 1}};

static uint32_t below(uint64_t *state, uint32_t limit)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*state >> 33) % limit;
}

/* Event 0 is the anchor. */
static struct record draw(uint64_t *chance, struct arena *arena)
{
    static const char *const threads[] = {NULL, "t1", "t1", "t2"}, *const needs[] = {
                                                                       NULL, "housing", "money"};
    static const char *const ids[] = {"a", "b", "c"};
    struct record record = {.person = "p001", .as_of = LAST};
    record.events = arena_array(arena, EVENTS, sizeof *record.events);
    record.event_count = 1 + below(chance, EVENTS);
    for (size_t i = 0; i < record.event_count; i++) {
        struct event *event = &record.events[i];
        *event = (struct event){.id = ids[i],
                                .kind = i ? "contact" : "request",
                                .time = -1,
                                .until_time = -1,
                                .seq = -1};
        event->begin.low = FIRST + 4 + (day)below(chance, 14);
        event->begin.high = event->begin.low + (below(chance, 3) ? 0 : (day)below(chance, 3));
        event->end = event->begin;
        event->time =
            event->begin.low == event->begin.high && below(chance, 2) ? (int)below(chance, 3) : -1;
        event->field[EVENT_thread] = threads[below(chance, 4)];
        event->field[EVENT_need] = needs[below(chance, 3)];
    }
    record.observed = arena_array(arena, 2, sizeof *record.observed);
    record.observed[0] =
        (struct observed){FIRST - 20 + (day)below(chance, 25), LAST - 8 + (day)below(chance, 16)};
    record.observed_count = 1;
    if (below(chance, 3) == 0) {
        day gap = FIRST + 8 + (day)below(chance, 8);
        record.observed[1] = (struct observed){gap + 1, record.observed[0].until};
        record.observed[0].until = gap - 1;
        record.observed_count = 2;
    }
    record.collects_everything = below(chance, 5) != 0;
    return record;
}

/* One world: a day for each event, who is first on one day, and whether an unsettled thread is the
 * same. */
struct world {
    day on[EVENTS];
    int first[EVENTS]; /* lower comes first where nothing recorded says so */
    bool same[EVENTS];
};

static bool comes_before(const struct record *record, const struct world *world, size_t a, size_t b)
{
    const struct event *x = &record->events[a], *y = &record->events[b];
    if (world->on[a] != world->on[b])
        return world->on[a] < world->on[b];
    if (x->time >= 0 && y->time >= 0 && x->time != y->time)
        return x->time < y->time;
    return world->first[a] < world->first[b];
}

static bool is_same_thread(const struct event *a, const struct event *b, bool unsettled)
{
    if (a->field[EVENT_thread] && b->field[EVENT_thread])
        return strcmp(a->field[EVENT_thread], b->field[EVENT_thread]) == 0;
    if (a->field[EVENT_need] && b->field[EVENT_need])
        return strcmp(a->field[EVENT_need], b->field[EVENT_need]) == 0;
    return unsettled;
}

static int count_in(const struct question *question, const struct record *record,
                    const struct world *world)
{
    int count = 0;
    for (size_t i = 1; i < record->event_count; i++) {
        int days = question->after ? world->on[i] - world->on[0] : world->on[0] - world->on[i];
        bool order =
            question->after ? comes_before(record, world, 0, i) : comes_before(record, world, i, 0);
        bool thread = !question->by_thread ||
                      is_same_thread(&record->events[0], &record->events[i], world->same[i]);
        count += order && days <= question->within && thread;
    }
    return count;
}

/* May something have happened in the window that nobody saw? */
static bool may_be_unseen(const struct question *question, const struct record *record,
                          const struct world *world)
{
    day from = question->after ? world->on[0] : world->on[0] - question->within;
    for (day at = from; at <= from + question->within; at++) {
        bool observed = false;
        for (size_t i = 0; i < record->observed_count; i++)
            observed |= record->observed[i].from <= at && at <= record->observed[i].until;
        if (!record->collects_everything || !observed)
            return true;
    }
    return false;
}

struct answers {
    bool found, not_found;
};

static void ask_in(const struct question *question, const struct record *record,
                   const struct world *world, struct answers *answers)
{
    int seen = count_in(question, record, world);
    int most = may_be_unseen(question, record, world) ? seen + question->least : seen;
    for (int count = seen; count <= most; count++)
        *((count >= question->least) != question->negated ? &answers->found : &answers->not_found) =
            true;
}

/* Every day of every event, then every order (by rank) and every unsettled thread. */
static void ask_everywhere(const struct question *question, const struct record *record,
                           struct world *world, size_t event, struct answers *answers)
{
    if (event == record->event_count) {
        ask_in(question, record, world, answers);
        return;
    }
    for (day at = record->events[event].begin.low; at <= record->events[event].begin.high; at++)
        for (int choice = 0; choice < 2 * EVENTS; choice++) {
            world->on[event] = at;
            world->first[event] = choice / 2 * 2 + (event == 0); /* never equal to the anchor's */
            world->same[event] = choice % 2;
            ask_everywhere(question, record, world, event + 1, answers);
        }
}

static enum sure slowly(const struct question *question, const struct record *record)
{
    struct answers answers = {false, false};
    struct world world;
    ask_everywhere(question, record, &world, 0, &answers);
    return answers.found && answers.not_found ? PERHAPS : answers.found ? SURELY : SURELY_NOT;
}

static enum sure state_of(const struct finding *row)
{
    return strcmp(row->state, "found") == 0       ? SURELY
           : strcmp(row->state, "not_found") == 0 ? SURELY_NOT
                                                  : PERHAPS;
}

/* Two events that are open at once may together settle what neither does alone (one of them must
 * fit), and an anchor on an open day moves its own window: there the engine may say less, never
 * other. */
static bool must_be_equal(const struct record *record)
{
    size_t open = 0;
    for (size_t i = 1; i < record->event_count; i++)
        open += record->events[i].begin.low != record->events[i].begin.high ||
                record->events[i].time < 0 || record->events[0].time < 0 ||
                !record->events[i].field[EVENT_thread];
    return open <= 1 && record->events[0].begin.low == record->events[0].begin.high;
}

static void every_world_agrees_with(const struct question *question, uint64_t *chance)
{
    size_t seen[3] = {0};
    struct loaded loaded = load_source(question->source);
    assert_loads(&loaded);
    for (int i = 0; i < 1500; i++) {
        struct arena *arena = arena_new();
        struct record record = draw(chance, arena), given = record;
        given.events = arena_array(arena, EVENTS, sizeof *given.events);
        memcpy(given.events, record.events, record.event_count * sizeof *record.events);
        record_arrange(&given, arena);
        struct finding *rows;
        size_t count;
        struct fault fault;
        assert_true(
            indicator_find(loaded.indicator, &given, NULL, NULL, arena, &rows, &count, &fault));
        assert_int_equal(count, 1);
        enum sure quick = state_of(&rows[0]), slow = slowly(question, &record);
        if (quick != PERHAPS || must_be_equal(&record))
            assert_int_equal(quick, slow);
        seen[quick]++;
        arena_free(arena);
    }
    assert_true(seen[SURELY] > 0 && seen[SURELY_NOT] > 0 && seen[PERHAPS] > 0);
    unload(&loaded);
}

static void nine_thousand_timelines_agree_with_every_possible_world(void **state)
{
    (void)state;
    uint64_t chance = 28;
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
        every_world_agrees_with(&questions[i], &chance);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nine_thousand_timelines_agree_with_every_possible_world),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
