/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "invent/invent.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ground/chance.h"
#include "ground/day.h"
#include "ground/text.h"
#include "ground/words.h"

static const char area[] = "Saltmere";

enum { YEARS_FROM = 2024, DAYS_IN_ALL = 731 }; /* 1 January 2024 to 31 December 2025 */

struct files {
    struct text people, answers, events;
};

/* One made-up life: what everything else is drawn from. Every draw is a statement of its own,
 * because C does not say in which order arguments are worked out. */
struct life {
    char ref[16];
    int begins; /* day of the two years on which they are first known */
    bool shares, leaves;
    int wellbeing; /* where their answers lie, 7 to 35 */
    int drift;     /* points in two years */
};

static const char *const ethnic_groups[] = {
    "white_british", "white_british", "white_british",   "white_british",
    "white_british", "white_irish",   "asian_pakistani", "asian_pakistani",
    "asian_indian",  "black_african", "black_caribbean", "mixed_white_and_black_caribbean",
    "declined",      "not_asked"};
static const char *const needs[] = {"housing", "money", "mental_health", "benefits", "food"};
static const char *const services[] = {"Housing office", "Advice centre", "Mental health team",
                                       "Benefits office", "Food bank"};
static const char *const unsettled[] = {"nothing_changed", "nothing_changed", "partly_met",
                                        "made_worse", ""};

/* 0 to `most`, each as likely; and the middle more often, the sum of three. */
static int chance_up_to(struct chance *chance, int most)
{
    return (int)chance_below(chance, (uint32_t)most + 1);
}

static int chance_bell(struct chance *chance, int most)
{
    int part = most / 3;
    int first = chance_up_to(chance, part), second = chance_up_to(chance, part);
    return first + second + chance_up_to(chance, most - 2 * part);
}

static int between(int low, int number, int high)
{
    return number < low ? low : number > high ? high : number;
}

/* The last day on which they are known. */
static int last_day(const struct life *life)
{
    return life->leaves ? between(0, life->begins + 200, DAYS_IN_ALL - 1) : DAYS_IN_ALL - 1;
}

/* --- people ----------------------------------------------------------------------------------- */

static struct life a_life(struct chance *chance, int number)
{
    struct life life;
    snprintf(life.ref, sizeof life.ref, "p%03d", number);
    life.begins = chance_up_to(chance, 500);
    life.shares = chance_in_100(chance, 82);
    life.leaves = chance_in_100(chance, 20);
    life.wellbeing = 13 + chance_bell(chance, 14);
    life.drift = chance_bell(chance, 12) - 5;
    return life;
}

static const char *pick(struct chance *chance, const char *const *from, size_t count)
{
    return from[chance_up_to(chance, (int)count - 1)];
}
#define PICK(chance, list) pick(chance, list, sizeof(list) / sizeof *(list))

static const char *said_about_sharing(struct chance *chance, const struct life *life)
{
    if (life->shares)
        return "yes";
    return chance_in_100(chance, 50) ? "no" : "";
}

static void write_person(struct files *files, struct chance *chance, const struct life *life,
                         struct arena *arena)
{
    day first = day_of(YEARS_FROM, 1, 1);
    const char *until = life->leaves ? day_text(arena, first + life->begins + 200) : "";
    int born = 1945 + chance_up_to(chance, 60);
    const char *shares = said_about_sharing(chance, life);
    const char *sex = chance_in_100(chance, 55) ? "female" : "male";
    text_format(&files->people, "%s,%s,%d,%s,%s,%s,%s,%s\n", life->ref, area, born,
                day_text(arena, first + life->begins), until, shares, sex,
                PICK(chance, ethnic_groups));
}

/* --- answers ---------------------------------------------------------------------------------- */

/* Most answers are codes; some are one of the ways of not answering. */
static void write_answer(struct files *files, struct chance *chance, const struct life *life,
                         const char *date, const char *mode, const char *instrument,
                         const char *item, int code)
{
    text_format(&files->answers, "%s,%s,%s,%s,", life->ref, date, instrument, item);
    if (chance_in_100(chance, 98))
        text_format(&files->answers, "%d", code);
    else if (chance_in_100(chance, 60))
        text_put(&files->answers, no_answer_word[1 + chance_up_to(chance, 4)]);
    text_format(&files->answers, ",%s\n", mode);
}

static void write_swemwbs(struct files *files, struct chance *chance, const struct life *life,
                          const char *date, const char *mode, int level)
{
    static const char *const items[] = {"optimistic", "useful", "relaxed", "problems",
                                        "clearly",    "close",  "decide"};
    for (size_t i = 0; i < 7; i++)
        write_answer(files, chance, life, date, mode, "swemwbs", items[i],
                     between(1, (level + chance_up_to(chance, 6)) / 7, 5));
}

static void write_ons4(struct files *files, struct chance *chance, const struct life *life,
                       const char *date, const char *mode, int level)
{
    static const char *const items[] = {"life_satisfaction", "worthwhile", "happy_yesterday"};
    for (size_t i = 0; i < 3; i++)
        write_answer(files, chance, life, date, mode, "ons4", items[i],
                     between(0, (level - 7) * 10 / 28 + chance_up_to(chance, 3) - 1, 10));
    write_answer(files, chance, life, date, mode, "ons4", "anxious_yesterday",
                 between(0, 10 - (level - 7) * 10 / 28 + chance_up_to(chance, 4) - 2, 10));
}

static void write_phq9(struct files *files, struct chance *chance, const struct life *life,
                       const char *date, const char *mode, int level)
{
    for (int i = 1; i <= 10; i++) {
        char item[8];
        snprintf(item, sizeof item, "q%d", i);
        int code = between(0, (35 - level) / 9 + chance_up_to(chance, 2) - 1, 3);
        write_answer(files, chance, life, date, mode, "phq9", item,
                     i == 9 && !chance_in_100(chance, 15) ? 0 : code);
    }
}

/* Asked about every four months while they are here; a quarter of the times nobody asks or answers.
 */
static void write_answers(struct files *files, struct chance *chance, const struct life *life,
                          struct arena *arena)
{
    int last = last_day(life);
    for (int at = life->begins + chance_up_to(chance, 40); at <= last;
         at += 95 + chance_up_to(chance, 40)) {
        if (chance_in_100(chance, 28))
            continue;
        const char *date = day_text(arena, day_of(YEARS_FROM, 1, 1) + at);
        const char *mode = chance_in_100(chance, 70) ? "assisted" : "self";
        int level = between(
            7, life->wellbeing + life->drift * at / DAYS_IN_ALL + chance_up_to(chance, 6) - 3, 35);
        write_swemwbs(files, chance, life, date, mode, level);
        if (chance_in_100(chance, 60))
            write_ons4(files, chance, life, date, mode, level);
        if (chance_in_100(chance, 25))
            write_phq9(files, chance, life, date, mode, level);
    }
}

/* --- what services did ------------------------------------------------------------------------ */

/* A contact or a request about one need. Now and then only the month is known. */
static void write_contact(struct files *files, struct chance *chance, const struct life *life,
                          struct arena *arena, int at, size_t need, int thread, bool settled)
{
    const char *date = day_text(arena, day_of(YEARS_FROM, 1, 1) + at);
    const char *outcome = settled ? "need_met" : PICK(chance, unsettled);
    const char *precision = chance_in_100(chance, 5) ? "month" : "";
    const char *channel = chance_in_100(chance, 60) ? "phone" : "in_person";
    const char *kind = chance_in_100(chance, 30) ? "request" : "contact";
    text_format(&files->events, "%s,%s,%s,%s,%s,%s,", life->ref, date, kind, precision, channel,
                services[need]);
    if (chance_in_100(chance, 80))
        text_format(&files->events, "%s-%d", life->ref, thread);
    text_format(&files->events, ",%s,person,%s,%s\n", needs[need], outcome,
                *outcome && chance_in_100(chance, 85) ? "person" : "");
}

/* Somebody asks until it is settled, or until they stop asking. */
static void write_thread(struct files *files, struct chance *chance, const struct life *life,
                         struct arena *arena, int at, int last, int thread)
{
    size_t need = (size_t)chance_up_to(chance, 4);
    for (int asked = 0; asked < 6 && at <= last; asked++) {
        bool settled = chance_in_100(chance, 42);
        write_contact(files, chance, life, arena, at, need, thread, settled);
        if (settled || chance_in_100(chance, 15))
            return;
        at += 4 + chance_up_to(chance, 38);
    }
}

static void write_events(struct files *files, struct chance *chance, const struct life *life,
                         struct arena *arena)
{
    int last = last_day(life), thread = 1;
    for (int at = life->begins + chance_up_to(chance, 90); at <= last;
         at += 40 + chance_up_to(chance, 220))
        write_thread(files, chance, life, arena, at, last, thread++);
}

/* --- the folder ------------------------------------------------------------------------------- */

static void write_headers(struct files *files)
{
    text_put(&files->people, "person,area,born,since,until,shares,sex,ethnic_group\n");
    text_put(&files->answers, "person,date,instrument,item,answer,mode\n");
    text_put(&files->events,
             "person,date,kind,precision,channel,service,thread,need,initiated_by,outcome,"
             "outcome_by\n");
}

static bool keep(const char *folder, const char *name, const struct text *text, struct fault *fault)
{
    struct text path = {0};
    text_format(&path, "%s/%s", folder, name);
    bool kept =
        access(path.bytes, F_OK) != 0
            ? text_write_file(path.bytes, text->bytes, text->length, fault)
            : fault_set(fault, FAULT_CREATE,
                        "%s: is there already. Name a folder that is empty or not there yet",
                        path.bytes);
    text_free(&path);
    return kept;
}

bool invent_area(const char *folder, int people, uint64_t seed, struct fault *fault)
{
    if (mkdir(folder, 0700) != 0 && errno != EEXIST)
        return fault_set(fault, FAULT_CREATE, "%s: the folder cannot be made: %s", folder,
                         strerror(errno));
    struct files files = {0};
    struct arena *arena = arena_new();
    write_headers(&files);
    for (int i = 1; i <= people; i++) {
        /* Each life has its own chances, so that person 7 is the same among 10 people and among
         * 400. */
        struct chance chance = chance_from(seed, (uint64_t)i);
        struct life life = a_life(&chance, i);
        write_person(&files, &chance, &life, arena);
        write_answers(&files, &chance, &life, arena);
        write_events(&files, &chance, &life, arena);
        arena_reset(arena);
    }
    bool kept = keep(folder, "people.csv", &files.people, fault) &&
                keep(folder, "answers.csv", &files.answers, fault) &&
                keep(folder, "events.csv", &files.events, fault);
    arena_free(arena);
    text_free(&files.people);
    text_free(&files.answers);
    text_free(&files.events);
    return kept;
}
