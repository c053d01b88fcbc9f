/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is held about a person, what they said yes and no to, who looked, and whom to ask. */
#include <string.h>

#include "report/model.h"
#include "report/person.h"
#include "report/sentences.h"
#include "timeline/timeline.h"

enum { BY_THE_PERSON = 0, MONTHS_OF_LOOKS = 6 };

const char *person_counted(struct arena *arena, size_t count, const char *one, const char *many)
{
    return arena_format(arena, "%s %s", count_text(arena, (int64_t)count), count == 1 ? one : many);
}

/* --- what is held ----------------------------------------------------------------------------- */

/* Pieces of one sentence: "a, b and c". */
struct pieces {
    const char *list[8];
    size_t count;
};

static void piece(struct person_page *page, struct pieces *pieces, size_t count, const char *one,
                  const char *many)
{
    if (count)
        pieces->list[pieces->count++] = person_counted(page->arena, count, one, many);
}

static const char *joined(struct arena *arena, const struct pieces *pieces)
{
    struct text all = {0};
    for (size_t i = 0; i < pieces->count; i++)
        text_format(&all, "%s%s",
                    i == 0                  ? ""
                    : i + 1 < pieces->count ? ", "
                                            : " and ",
                    pieces->list[i]);
    const char *copy = arena_text(arena, all.bytes);
    text_free(&all);
    return copy;
}

static void say_held(struct person_page *page, struct value section)
{
    struct pieces held = {.count = 0};
    size_t own = 0, all = page->stored.administration_count;
    for (size_t i = 0; i < all; i++)
        own += page->stored.administrations[i].by == BY_THE_PERSON;
    piece(page, &held, own, SAY_HELD_TIME, SAY_HELD_TIMES);
    piece(page, &held, all - own, SAY_HELD_OTHERS_TIME, SAY_HELD_OTHERS_TIMES);
    piece(page, &held, page->stored.event_count, SAY_HELD_THING, SAY_HELD_THINGS);
    piece(page, &held, page->note_count, SAY_HELD_NOTE, SAY_HELD_NOTES);
    piece(page, &held, page->goal_count, SAY_HELD_GOAL, SAY_HELD_GOALS);
    piece(page, &held, page->consent_count, SAY_HELD_CONSENT, SAY_HELD_CONSENTS);
    if (!held.count)
        model_say(page->arena, section, "says", SAY_HELD_NOTHING);
    else if (page->known.low > page->known.high)
        model_say(page->arena, section, "says", SAY_HELD, joined(page->arena, &held));
    else
        model_say(page->arena, section, "says", SAY_HELD_SINCE,
                  day_words(page->arena, page->known.low), joined(page->arena, &held));
}

/* --- words ------------------------------------------------------------------------------------ */

static enum words_kept goal_kept(const struct stored_goal *goal)
{
    enum words_kept kept = WORDS_NONE;
    for (size_t r = 0; r < goal->row_count; r++)
        if (goal->rows[r].words.kept != WORDS_NONE)
            kept = goal->rows[r].words.kept;
    return kept;
}

static struct pieces words_kept_so(struct person_page *page, bool erased, bool *locked)
{
    size_t notes = 0, goals = 0;
    struct pieces pieces = {.count = 0};
    for (size_t i = 0; i < page->note_count; i++) {
        enum words_kept kept = page->notes[i].words.kept;
        *locked = *locked || kept == WORDS_LOCKED;
        notes += kept != WORDS_NONE && (kept == WORDS_ERASED) == erased;
    }
    for (size_t i = 0; i < page->goal_count; i++) {
        enum words_kept kept = goal_kept(&page->goals[i]);
        *locked = *locked || kept == WORDS_LOCKED;
        goals += kept != WORDS_NONE && (kept == WORDS_ERASED) == erased;
    }
    piece(page, &pieces, notes, SAY_HELD_NOTE, SAY_HELD_NOTES);
    piece(page, &pieces, goals, SAY_HELD_GOAL, SAY_HELD_GOALS);
    return pieces;
}

static void say_words(struct person_page *page, struct value section)
{
    bool locked = false;
    struct pieces kept = words_kept_so(page, false, &locked);
    struct pieces erased = words_kept_so(page, true, &locked);
    if (kept.count)
        model_say(page->arena, section, "says", SAY_WORDS_LOCKED, joined(page->arena, &kept));
    if (locked)
        model_say(page->arena, section, "says", SAY_WORDS_NO_KEY);
    if (erased.count)
        model_say(page->arena, section, "says", SAY_WORDS_ERASED, joined(page->arena, &erased));
}

/* --- yes and no ------------------------------------------------------------------------------- */

static const char *purpose_words(const char *purpose)
{
    static const struct {
        const char *purpose, *words;
    } known[] = {
        {"coaching", SAY_FOR_COACHING},
        {"learning", SAY_FOR_LEARNING},
        {"quotes", SAY_FOR_QUOTES},
        {"research", SAY_FOR_RESEARCH},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].purpose, purpose) == 0)
            return known[i].words;
    return purpose;
}

static void say_consent(struct person_page *page, const struct stored_consent *consent,
                        struct value section)
{
    struct arena *arena = page->arena;
    const char *on = "", *until = "", *counted = "";
    if (consent->date > DAY_FIRST)
        on = arena_format(arena, SAY_CONSENT_ON, day_words(arena, consent->date));
    if (consent->until != DAY_NONE)
        until =
            arena_format(arena, consent->until < page->as_of ? SAY_CONSENT_PAST : SAY_CONSENT_UNTIL,
                         day_words(arena, consent->until));
    if (strcmp(consent->purpose, "learning") == 0)
        counted = timeline_shares(&page->stored) ? SAY_COUNTED : SAY_NOT_COUNTED;
    model_term(arena, section, purpose_words(consent->purpose), SAY_CONSENT "%s",
               consent->given ? SAY_YES : SAY_NO, on, until, counted);
}

static void say_consents(struct person_page *page, struct value section)
{
    bool learning = false;
    for (size_t i = 0; i < page->consent_count; i++) {
        learning = learning || strcmp(page->consents[i].purpose, "learning") == 0;
        say_consent(page, &page->consents[i], section);
    }
    if (!learning)
        model_term(page->arena, section, SAY_FOR_LEARNING, SAY_NEVER_COUNTED);
    model_say(page->arena, section, "beside", SAY_CHANGE_MIND);
}

/* --- who looked ------------------------------------------------------------------------------- */

/* Six months before the as-of day: the same day of the month, or its last. */
static day looks_since(const struct person_page *page)
{
    int year, month, date;
    day_parts(page->as_of, &year, &month, &date);
    month -= MONTHS_OF_LOOKS;
    if (month < 1) {
        month += 12;
        year--;
    }
    int last = day_days_in(year, month);
    return day_of(year, month, date < last ? date : last);
}

size_t person_looks(const struct person_page *page)
{
    size_t count = 0;
    while (count < page->look_count && page->looks[count].on >= looks_since(page))
        count++;
    return count;
}

static const char *who_words(const char *who)
{
    return strcmp(who, "command line") == 0 ? SAY_WHO_COMMAND_LINE : who;
}

static const char *report_words(struct person_page *page, const char *id)
{
    if (strcmp(id, page->report->facts.id) == 0)
        return SAY_SAW_PAGE;
    const struct plugin *plugin = shelf_report(page->shelf, id);
    const char *title = plugin ? value_as_text(value_get(plugin->table, "title")) : NULL;
    return arena_format(page->arena, SAY_SAW_REPORT, title ? title : id);
}

static const char *what_words(struct person_page *page, const struct stored_look *look)
{
    static const char report[] = "report ";
    const char *saw = look->what;
    if (text_starts(saw, report))
        saw = report_words(page, saw + sizeof report - 1);
    else if (strcmp(saw, "scores") == 0)
        saw = SAY_SAW_SCORES;
    else if (strcmp(saw, "findings") == 0)
        saw = SAY_SAW_FINDINGS;
    return look->everybody ? arena_format(page->arena, SAY_SAW_EVERYBODY, saw) : saw;
}

static void add_looks(struct person_page *page, size_t count, struct value section)
{
    struct arena *arena = page->arena;
    struct value table = model_table(
        arena, section, arena_format(arena, SAY_LOOKS_CAPTION, day_words(arena, looks_since(page))),
        SAY_LOOKS_HEAD);
    for (size_t i = 0; i < count; i++) {
        const char *cells[] = {who_words(page->looks[i].who), what_words(page, &page->looks[i]),
                               NULL};
        model_table_row(arena, table, day_words(arena, page->looks[i].on), cells);
    }
}

static void say_looks(struct person_page *page, struct value section)
{
    struct arena *arena = page->arena;
    size_t count = person_looks(page), before = page->look_count - count;
    model_say(arena, section, "says", SAY_WHO_SEES);
    if (count)
        add_looks(page, count, section);
    else
        model_say(arena, section, "says", SAY_LOOKS_NONE, day_words(arena, looks_since(page)));
    if (before)
        model_say(arena, section, "beside", SAY_LOOKS_BEFORE, person_looks_words(arena, before));
    model_say(arena, section, "beside", SAY_LOOKS_UNTIL, day_words(arena, page->as_of));
}

const char *person_looks_words(struct arena *arena, size_t count)
{
    return count == 0   ? SAY_LOOKS_NOBODY
           : count == 1 ? SAY_LOOKS_ONCE
                        : arena_format(arena, SAY_LOOKS_COUNT, count);
}

void person_record(struct person_page *page, struct value section)
{
    say_held(page, section);
    say_words(page, section);
    model_say(page->arena, section, "says", SAY_HELD_KEPT);
    model_say(page->arena, section, "says", SAY_HELD_UNASKED);
    model_say(page->arena, section, "says", SAY_HELD_FOR);
    say_consents(page, section);
    say_looks(page, section);
    model_say(page->arena, section, "beside", SAY_CORRECT);
    model_say(page->arena, section, "beside", SAY_WHOM_TO_ASK, page->stored.ref);
}
