/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scoring by declaration from memory against a bare C loop that knows the instrument by heart:
 * fourteen items, a sum prorated when at least eleven are answered, and seven of them looked up. */
#include <stdio.h>

#include "bench/timing.h"
#include "ground/chance.h"
#include "instrument/instrument.h"

/* A block that the processor's own memory holds, gone through often: what is timed is scoring, not
 * fetching. */
enum { ITEMS = 14, BLOCK = 1000, ROUNDS = 1000, BLANK = -1 };

struct totals {
    long count[2];
    double sum[2];
};

struct bench {
    const struct instrument *instrument;
    signed char codes[BLOCK][ITEMS]; /* BLANK where there is no answer */
    struct answer answers[BLOCK][ITEMS];
    struct arena *arena;
    struct totals declared, bare;
};

static void must(bool good, const char *what)
{
    if (!good) {
        fprintf(stderr, "bench_scoring: %s\n", what);
        exit(1);
    }
}

static void make_up(struct bench *bench)
{
    struct chance chance = chance_from(1, 1);
    for (int i = 0; i < BLOCK; i++)
        for (int k = 0; k < ITEMS; k++) {
            bool blank = chance_below(&chance, 100) == 0;
            int code = blank ? BLANK : 1 + (int)chance_below(&chance, 5);
            bench->codes[i][k] = (signed char)code;
            bench->answers[i][k] = blank
                                       ? (struct answer){.kind = ANSWER_NONE}
                                       : (struct answer){.kind = ANSWER_CODE, .code = (double)code};
        }
}

static double by_declaration(void *context)
{
    struct bench *bench = context;
    struct totals totals = {0};
    struct score scores[2];
    struct given given = {0};
    struct fault fault;
    double begun = seconds_used();
    for (int round = 0; round < ROUNDS; round++)
        for (int i = 0; i < BLOCK; i++) {
            instrument_score(bench->instrument, bench->answers[i], &given, NULL, false,
                             bench->arena, scores, &fault);
            for (int s = 0; s < 2; s++) {
                totals.count[s] += scores[s].has_value;
                totals.sum[s] += scores[s].has_value ? scores[s].value : 0;
            }
            if (i % 10 == 0) /* a person */
                arena_reset(bench->arena);
        }
    bench->declared = totals;
    return seconds_used() - begun;
}

static const double lookup[] = {7,    9.5,  11.3, 12.4, 13.3, 14.1, 14.8, 15.3, 15.8, 16.4,
                                16.9, 17.4, 18,   18.6, 19.3, 20,   20.7, 21.5, 22.4, 23.2,
                                24.1, 25,   26,   27,   28.1, 29.3, 30.7, 32.6, 35};
static const int seven[] = {0, 1, 2, 5, 6, 8, 10};

static void score_bare(const signed char *codes, struct totals *totals)
{
    int answered = 0, sum = 0, of_seven = 0, answered_seven = 0;
    for (int k = 0; k < ITEMS; k++)
        if (codes[k] != BLANK) {
            answered++;
            sum += codes[k];
        }
    for (int k = 0; k < 7; k++)
        if (codes[seven[k]] != BLANK) {
            answered_seven++;
            of_seven += codes[seven[k]];
        }
    if (answered >= 11) {
        totals->count[0]++;
        totals->sum[0] += (double)sum * ITEMS / answered;
    }
    if (answered_seven == 7) {
        totals->count[1]++;
        totals->sum[1] += lookup[of_seven - 7];
    }
}

static double by_hand(void *context)
{
    struct bench *bench = context;
    struct totals totals = {0};
    double begun = seconds_used();
    for (int round = 0; round < ROUNDS; round++)
        for (int i = 0; i < BLOCK; i++)
            score_bare(bench->codes[i], &totals);
    bench->bare = totals;
    return seconds_used() - begun;
}

static void assert_equal_results(struct bench *bench)
{
    by_declaration(bench);
    by_hand(bench);
    for (int s = 0; s < 2; s++)
        must(bench->declared.count[s] == bench->bare.count[s] &&
                 bench->declared.sum[s] == bench->bare.sum[s],
             "the two do not come to the same");
}

int main(void)
{
    static struct bench bench;
    struct plugin *plugin;
    struct instrument *instrument = NULL;
    struct faults faults = {0};
    double declared, bare;
    plugin_set_worker(WORKER);
    must(plugin_load(SOURCE_DIR "/tests/bench/with/instruments/fourteen.lua", &plugin, &faults) &&
             instrument_load(plugin, &instrument, &faults),
         faults.count ? faults.said[0] : "");
    bench.instrument = instrument;
    bench.arena = arena_new();
    make_up(&bench);
    assert_equal_results(&bench);
    in_turns(by_declaration, by_hand, &bench, &declared, &bare);
    double of = 1e9 / ((double)BLOCK * ROUNDS);
    printf("scoring 1,000,000 administrations of 14 items by declaration from memory, against a "
           "bare C loop: ratio %.2f (%.1f ns to %.1f ns); goal 3 %s\n",
           declared / bare, declared * of, bare * of,
           declared / bare <= 3 ? "holds" : "does not hold yet");
    arena_free(bench.arena);
    plugin_close(plugin);
    return 0;
}
