/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is soon told of an event is asked first, and gives the answer that asking in order gives. */
#include "lines.h"

#include <stdlib.h>

#include "ground/chance.h"
#include "record/look.h"

enum { ROUNDS = 200000 };

/* In the order in which doubts stand: ties, reach at any distance, reach within the window. */
static struct fit plainly(const struct look *look, enum look_side side, const struct event *anchor,
                          const struct event *event)
{
    static const enum why whys[] = {WHY_NONE, WHY_DATE_NOT_EXACT, WHY_ORDER_UNKNOWN};
    enum basis basis;
    if (!pattern_names(&look->pattern, event))
        return (struct fit){SURELY_NOT, WHY_NONE};
    struct fit fit = thread_same(anchor, event, &basis);
    const int within[] = {WITHIN_ANY, look->within};
    for (int i = 0; i < 2; i++) {
        struct reach reach = side == LOOK_AFTER
                                 ? record_after(anchor, event, within[i], look->same_day)
                                 : record_before(anchor, event, within[i], look->same_day);
        fit = fit_and(fit, (struct fit){reach.sure, whys[reach.doubt]});
    }
    return fit;
}

static struct days some_days(struct chance *chance, day from)
{
    day low = from + (day)chance_below(chance, 12);
    bool exact = chance_below(chance, 2);
    return (struct days){low, exact ? low : low + (day)chance_below(chance, 8)};
}

static void make_up(struct chance *chance, const char *id, struct event *event)
{
    static const char *const kinds[] = {"contact", "crisis", "request"};
    static const char *const threads[] = {"t1", "t2", NULL};
    *event = (struct event){.id = id,
                            .kind = kinds[chance_below(chance, 3)],
                            .begin = some_days(chance, 100),
                            .time = chance_below(chance, 2) ? -1 : (int)chance_below(chance, 3),
                            .until_time = -1,
                            .seq = -1,
                            .interval = chance_below(chance, 3) == 0};
    event->field[EVENT_thread] = threads[chance_below(chance, 3)];
    event->end = event->interval ? some_days(chance, event->begin.high) : event->begin;
}

static void a_look_answers_as_if_it_asked_in_order(void **state)
{
    (void)state;
    struct chance chance = chance_from(7, 7);
    struct pattern_kind kinds[] = {{"contact", NULL}, {"request", NULL}};
    struct agreement same = {EVENT_thread, EVENT_thread};
    for (int i = 0; i < ROUNDS; i++) {
        struct event anchor, event;
        enum basis basis;
        struct look look = {.pattern = {.kinds = kinds, .kind_count = 2},
                            .within = (int)chance_below(&chance, 8) - 1,
                            .least = 1,
                            .same_day = chance_below(&chance, 2),
                            .same = &same,
                            .same_count = 1};
        enum look_side side = chance_below(&chance, 2) ? LOOK_AFTER : LOOK_BEFORE;
        make_up(&chance, "a", &anchor);
        make_up(&chance, "b", &event);
        struct fit expected = plainly(&look, side, &anchor, &event);
        struct fit fit = look_fits(&look, side, &anchor, &event, &basis);
        assert_int_equal(fit.sure, expected.sure);
        assert_int_equal(fit.sure == PERHAPS ? fit.why : WHY_NONE,
                         expected.sure == PERHAPS ? expected.why : WHY_NONE);
    }
}

static int by_first_day(const void *left, const void *right)
{
    const struct event *a = left, *b = right;
    return (a->begin.low > b->begin.low) - (a->begin.low < b->begin.low);
}

static void a_look_passes_over_nothing_that_fits(void **state)
{
    enum { EVENTS = 12 };
    (void)state;
    struct chance chance = chance_from(8, 8);
    struct pattern_kind kinds[] = {{"contact", NULL}, {"request", NULL}};
    struct arena *arena = arena_new();
    for (int i = 0; i < ROUNDS / EVENTS; i++, arena_reset(arena)) {
        struct event events[EVENTS];
        struct record record = {.events = events,
                                .event_count = EVENTS,
                                .collects_everything = true,
                                .as_of = DAY_LAST};
        struct look look = {.pattern = {.kinds = kinds, .kind_count = 2},
                            .within = (int)chance_below(&chance, 8) - 1,
                            .least = 1};
        enum look_side side = chance_below(&chance, 2) ? LOOK_AFTER : LOOK_BEFORE;
        for (size_t k = 0; k < EVENTS; k++)
            make_up(&chance, "a", &events[k]);
        qsort(events, EVENTS, sizeof *events, by_first_day);
        const struct event *anchor = &events[chance_below(&chance, EVENTS)];
        size_t fit = 0;
        for (size_t k = 0; k < EVENTS; k++) {
            enum basis basis;
            fit += look_fits(&look, side, anchor, &events[k], &basis).sure == SURELY;
        }
        assert_int_equal(ask_look(&look, side, &record, anchor, arena).event_count, fit);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_look_answers_as_if_it_asked_in_order),
        cmocka_unit_test(a_look_passes_over_nothing_that_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
