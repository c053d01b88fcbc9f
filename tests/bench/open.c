/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an indicator with a function costs a person of sixty events, the way to the worker and back
 * and a fresh state included: time on the clock, since two processes take turns at it, and what
 * each of the two used of the processor. The same rule declared is the other way, and gives the
 * same findings, which is asserted first. */
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "bench/timing.h"
#include "indicator/indicator.h"

enum { PEOPLE = 2000, EVENTS = 60 };

#define HEAD                                                                                       \
    "return { title = 'Juniper', version = '1', asks = 'Is it so?', source = 'this project', "     \
    "mislead = 'So.', tell = 'So.', examples = { { 'nothing', finds = 0, '' } },\n"
static const char by_hand[] =
    HEAD "reads = 'contact', find = function(timeline, found)\n"
         "for e in timeline:each { 'contact', outcome = 'made_worse' } do "
         "local a = timeline:after(e, { 'contact', same = 'thread', within = 28 }) "
         "if a then found { events = { e, a }, value = timeline:days(e, a), unit = 'days' } end "
         "end end }";
static const char declared[] = HEAD "at = { 'contact', outcome = 'made_worse' }, "
                                    "after = { 'contact', same = 'thread', within = 28 } }";

struct bench {
    struct indicator *open, *declared, *loop;
    struct plugin *plugins[3];
    struct record record;
    struct arena *arena, *person;
};

static void must(bool good, const char *what)
{
    if (good)
        return;
    fprintf(stderr, "bench_open: %s\n", what);
    exit(1);
}

static struct indicator *load(const char *path, const char *source, struct plugin **plugin)
{
    struct indicator *indicator = NULL;
    struct faults faults = {0};
    bool good = source ? plugin_load_source(path, source, strlen(source), plugin, &faults)
                       : plugin_load(path, plugin, &faults);
    must(good && indicator_load(*plugin, &indicator, &faults),
         faults.count ? faults.said[0] : "a file cannot be loaded");
    return indicator;
}

/* Two contacts in three, the rest referrals; every tenth did harm; four threads. */
static void make_record(struct bench *bench)
{
    char lines[EVENTS * 120] = "";
    struct fault fault;
    for (int i = 0; i < EVENTS; i++) {
        size_t length = strlen(lines);
        snprintf(lines + length, sizeof lines - length,
                 "2024-%02d-%02d %s thread=t%d service=s%d initiated_by=person outcome=%s "
                 "channel=phone need=housing from=s%d to=s%d\n",
                 1 + i / 5, 1 + i % 5 * 5, i % 3 ? "contact" : "referral", i % 4, i % 7,
                 i % 10 ? "nothing_changed" : "made_worse", i % 5, (i + 1) % 5);
    }
    bench->record = (struct record){.person = "p", .as_of = DAY_LAST, .collects_everything = true};
    must(record_read_lines(lines, bench->arena, &bench->record, &fault), fault.text);
}

static struct finding *find(struct bench *bench, const struct indicator *indicator, size_t *count)
{
    struct finding *rows;
    struct fault fault;
    must(indicator_find(indicator, &bench->record, NULL, NULL, bench->person, &rows, count, &fault),
         "a function failed");
    return rows;
}

static void check_same(struct bench *bench)
{
    size_t one, other;
    const struct finding *a = find(bench, bench->open, &one);
    const struct finding *b = find(bench, bench->declared, &other);
    must(one == other && one > 1, "not as many findings as declared");
    for (size_t i = 0; i < one; i++)
        must(strcmp(a[i].events, b[i].events) == 0 && a[i].value == b[i].value,
             "other findings than declared");
}

static double time_of(struct bench *bench, const struct indicator *indicator)
{
    struct timespec from, until;
    size_t count;
    clock_gettime(CLOCK_MONOTONIC, &from);
    for (int i = 0; i < PEOPLE; i++) {
        find(bench, indicator, &count);
        arena_reset(bench->person);
    }
    clock_gettime(CLOCK_MONOTONIC, &until);
    return (double)(until.tv_sec - from.tv_sec) + (double)(until.tv_nsec - from.tv_nsec) / 1e9;
}

static double time_open(void *context)
{
    struct bench *bench = context;
    return time_of(bench, bench->open);
}

static double time_loop(void *context)
{
    struct bench *bench = context;
    return time_of(bench, bench->loop);
}

static double time_declared(void *context)
{
    struct bench *bench = context;
    return time_of(bench, bench->declared);
}

/* --- what each of the two uses ---------------------------------------------------------------- */

/* Of workers that have ended. */
static double seconds_of_workers(void)
{
    struct rusage used;
    getrusage(RUSAGE_CHILDREN, &used);
    return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

/* On an idle machine waking each other on another processor costs as much again, so both measures
 * are said. */
static void stay_on_one_processor(void)
{
    cpu_set_t allowed, one;
    int at = 0;
    must(sched_getaffinity(0, sizeof allowed, &allowed) == 0, "the processors are not known");
    while (!CPU_ISSET(at, &allowed))
        at++;
    CPU_ZERO(&one);
    CPU_SET(at, &one);
    must(sched_setaffinity(0, sizeof one, &one) == 0, "it cannot stay on one processor");
}

/* The median of all; starting the worker and loading the file are in it, a microsecond a person. */
static void say_processor_time(struct bench *bench, const char *path, const char *source)
{
    double engine[REPETITIONS], worker[REPETITIONS];
    for (int i = 0; i < REPETITIONS; i++) {
        struct plugin *plugin;
        double own = seconds_used(), other = seconds_of_workers();
        time_of(bench, load(path, source, &plugin));
        plugin_close(plugin);
        engine[i] = (seconds_used() - own) / PEOPLE * 1e6;
        worker[i] = (seconds_of_workers() - other) / PEOPLE * 1e6;
    }
    double ours = median(engine), theirs = median(worker);
    printf("%s: processor time %.1f us a person, engine %.1f and worker %.1f\n",
           strrchr(path, '/') ? strrchr(path, '/') + 1 : path, ours + theirs, ours, theirs);
}

int main(int count, char **arguments)
{
    struct bench bench = {.arena = arena_new(), .person = arena_new()};
    double open, plain, loop, again;
    plugin_set_worker(WORKER);
    bench.open = load("by_hand.lua", by_hand, &bench.plugins[0]);
    bench.declared = load("declared.lua", declared, &bench.plugins[1]);
    bench.loop = load(SOURCE_DIR "/plugins/indicators/referral_loop.lua", NULL, &bench.plugins[2]);
    make_record(&bench);
    if (count == 2 && strcmp(arguments[1], "loop") == 0) /* for a profiler */
        return time_loop(&bench) > 0 ? 0 : 1;
    check_same(&bench);
    in_turns(time_open, time_declared, &bench, &open, &plain);
    in_turns(time_loop, time_declared, &bench, &loop, &again);
    printf("by a function, against declared: %.1f (%.1f us to %.1f us a person)\n", open / plain,
           open / PEOPLE * 1e6, plain / PEOPLE * 1e6);
    printf("referral_loop: %.1f us a person\n", loop / PEOPLE * 1e6);
    const char *shelved = SOURCE_DIR "/plugins/indicators/referral_loop.lua";
    say_processor_time(&bench, "by_hand.lua", by_hand);
    say_processor_time(&bench, shelved, NULL);
    stay_on_one_processor();
    puts("both on one processor, as where every processor has a scorer:");
    say_processor_time(&bench, "by_hand.lua", by_hand);
    say_processor_time(&bench, shelved, NULL);
    for (size_t i = 0; i < 3; i++)
        plugin_close(bench.plugins[i]);
    arena_free(bench.person);
    arena_free(bench.arena);
    return 0;
}
