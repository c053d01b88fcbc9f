/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A made-up area: some people, their answers, and what is said to have been noticed. */
#ifndef TESTS_FIGURES_AREA_H
#define TESTS_FIGURES_AREA_H

#include "store/store_test.h"

#include "figures/figures.h"

/* Stands in for the room `indicator`, of which figures need the facts only. */
struct indicator {
    struct indicator_facts facts;
};

const struct indicator_facts *indicator_facts(const struct indicator *indicator)
{
    return &indicator->facts;
}

static const struct indicator again = {{.id = "again", .version = "1", .kinds = "contact"}};
static const struct indicator *const indicators[] = {&again};

static struct scale total = {.id = "total",
                             .has_range = true,
                             .lowest = 0,
                             .highest = 30,
                             .apart = 1,
                             .has_sem = true,
                             .sem = 1};
static struct scale part = {.id = "part", .has_change = true, .change = 3};

struct noticed {
    const char *ref, *date, *state, *why, *events;
    bool window;
    const char *class; /* or NULL */
};

struct area {
    struct world *world;
    struct scale scales[2];
    struct instrument q3;
    const struct instrument *instruments[1];
    struct figures *figures;
    const struct noticed *noticed; /* ends with a NULL ref */
    int64_t indicator;
    int (*place)(void *context, const char *column, const char *code); /* or NULL */
    const char *(*head)(void *context, const char *column, const char *code, int *place);
};

static inline int set_up_area(void **state)
{
    struct area *area = calloc(1, sizeof *area);
    void *world;
    set_up(&world);
    area->world = world;
    area->scales[0] = total;
    area->scales[1] = part;
    area->q3 =
        (struct instrument){.id = "q3", .version = "1", .scales = area->scales, .scale_count = 2};
    area->instruments[0] = &area->q3;
    *state = area;
    begin(area->world, day_of(2024, 1, 1));
    return 0;
}

static inline int tear_down_area(void **state)
{
    struct area *area = *state;
    void *world = area->world;
    figures_free(area->figures);
    tear_down(&world);
    free(area);
    return 0;
}

/* Both scales are the sum of the codes. */
static inline size_t add_scores(const struct stored_person *person, struct derived_score *scores)
{
    size_t count = 0;
    for (size_t i = 0; i < person->administration_count; i++) {
        const struct stored_administration *from = &person->administrations[i];
        double sum = 0, code;
        const char *at = from->tokens, *word;
        char number[8];
        size_t length;
        bool whole = true;
        while (text_word(&at, &word, &length)) {
            snprintf(number, sizeof number, "%.*s", (int)length, word);
            whole &= text_decimal(number, &code);
            sum += whole ? code : 0;
        }
        for (int scale = 0; scale < 2; scale++) {
            scores[count++] = (struct derived_score){.instrument = from->instrument,
                                                     .date = from->date,
                                                     .place = from->place,
                                                     .time = from->time,
                                                     .by = from->by,
                                                     .scale = scale,
                                                     .has_value = whole,
                                                     .value = sum,
                                                     .reason = whole ? NULL : "too few answers"};
        }
    }
    return count;
}

static inline bool derive_one(void *context, const struct stored_person *person,
                              struct fault *fault)
{
    const struct area *area = context;
    struct derived_score scores[32];
    struct derived_finding findings[8];
    size_t scored = add_scores(person, scores), found = 0;
    for (const struct noticed *n = area->noticed; n && n->ref; n++) {
        if (strcmp(n->ref, person->ref) == 0) {
            findings[found++] = (struct derived_finding){.indicator = area->indicator,
                                                         .finding = "f",
                                                         .date = n->date,
                                                         .state = n->state,
                                                         .why = n->why,
                                                         .basis = "",
                                                         .certainty = "certain",
                                                         .class = n->class ? n->class : "",
                                                         .unit = "",
                                                         .events = n->events,
                                                         .told = "",
                                                         .window = n->window};
        }
    }
    struct text packed = {0};
    struct derived_row row = {.person = person->number,
                              .findings = findings,
                              .finding_count = found,
                              .next = DAY_NONE,
                              .settled = true};
    if (scored)
        store_pack_scores(scores, scored, &packed);
    row.scores = packed.bytes;
    bool kept = store_derive_person(area->world->store, &row, fault);
    text_free(&packed);
    return kept;
}

/* Ends the import, derives, and gathers the first quarter of 2024 as of the end of June. */
static inline void gather(struct area *area)
{
    struct fault fault = {0};
    struct store *store = area->world->store;
    struct arena *arena = arena_new();
    struct stored_plugin plugin = {.kind = "indicator",
                                   .id = "again",
                                   .version = "1",
                                   .pin = "p",
                                   .fingerprint = "f",
                                   .source = "return {}",
                                   .items = ""};
    struct stored_collects *collects;
    size_t count;
    day as_of = day_of(2024, 6, 30);
    struct derive_how how = {.as_of = as_of, .rebuild = true};
    end(area->world);
    must(store_derive_begin(store, &how, &fault), &fault);
    must(store_derive_collects(store, as_of, arena, &collects, &count, &fault), &fault);
    must(store_use_plugin(store, &plugin, "", &fault), &fault);
    area->indicator = plugin.number;
    must(store_walk(store, STORE_TOUCHED, as_of, arena, derive_one, area, &fault), &fault);
    must(store_derive_end(store, true, &fault), &fault);
    struct figures_ask ask = {.area = "Northwick",
                              .period = {day_of(2024, 1, 1), day_of(2024, 3, 31)},
                              .as_of = as_of,
                              .instruments = area->instruments,
                              .instrument_count = 1,
                              .indicators = indicators,
                              .indicator_count = 1,
                              .place = area->place,
                              .head = area->head};
    must(figures_gather(store, &ask, &area->figures, &fault), &fault);
    arena_free(arena);
}

static inline void assert_people(struct people people, const char *wanted)
{
    char said[256] = "";
    size_t length = 0;
    for (size_t i = 0; i < people.count; i++) {
        length += (size_t)snprintf(said + length, sizeof said - length, "%s%u", i ? " " : "",
                                   people.who[i]);
    }
    assert_string_equal(said, wanted);
}

static inline void someone(struct area *area, const char *ref, const char *says)
{
    char all[200];
    snprintf(all, sizeof all, "shares=yes since=2023-01-01 %s", says);
    person_row(area->world, ref, "Northwick", NULL, all);
}

static inline day at(int month, int date)
{
    return day_of(2024, month, date);
}

static inline struct figure_scale scale_of(struct area *area, const char *of)
{
    struct figure_scale figure;
    struct fault fault = {0};
    must(figures_scale(area->figures, of, &figure, &fault), &fault);
    return figure;
}

#define IN_AN_AREA(test) cmocka_unit_test_setup_teardown(test, set_up_area, tear_down_area)

#endif
