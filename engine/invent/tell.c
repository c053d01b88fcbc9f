/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells a story: its steps, read in the notation of story.h, become rows. */
#include <stdlib.h>
#include <string.h>

#include "invent/services.h"
#include "invent/story.h"

/* One telling: whose life, which need, which services and workers. */
struct telling {
    const struct life *life;
    struct chance *chance;
    struct arena *arena;
    struct rows *rows;
    const struct need *need;
    const char *other; /* key of another service */
    int worker;        /* the first of its workers */
    const char *always;
    day at, last; /* of the step, and of anything told so far: what runs ends later */
};

struct row *rows_add(struct rows *rows, struct arena *arena, day at, const char *kind)
{
    rows->row = arena_grow(arena, rows->row, rows->count, &rows->room, sizeof *rows->row);
    struct row *row = &rows->row[rows->count];
    *row = (struct row){.day = at, .order = rows->count, .kind = kind};
    rows->count++;
    return row;
}

/* --- what a value stands for ----------------------------------------------------------------- */

static const char *key_of(const struct telling *t, const char *key)
{
    return arena_format(t->arena, "%s-%d%s", t->life->ref, t->rows->told, key);
}

static const char *worker_of(const struct telling *t, const char *number)
{
    return arena_format(t->arena, "w%02d", (t->worker + atoi(number)) % 60 + 1);
}

/* Each of several values that are parted by ; */
static const char *each_of(const struct telling *t, const char *values,
                           const char *(*one)(const struct telling *, const char *))
{
    char *rest, *copy = arena_text(t->arena, values);
    const char *said = one(t, strtok_r(copy, ";", &rest));
    for (const char *value; (value = strtok_r(NULL, ";", &rest));)
        said = arena_format(t->arena, "%s;%s", said, one(t, value));
    return said;
}

static const char *service_of(const struct telling *t, const char *value)
{
    const char *key = strcmp(value, "@") == 0    ? t->need->service
                      : strcmp(value, "@2") == 0 ? t->other
                                                 : value;
    return service_keyed(key)->reference;
}

static const char *day_after(struct telling *t, const char *gap)
{
    day after = t->at + draw_gap(t->chance, gap);
    t->last = after > t->last ? after : t->last;
    return day_text(t->arena, after);
}

/* What a person calls somebody, written in a story without spaces. */
static const char *label_of(const struct telling *t, const char *value)
{
    char *label = arena_text(t->arena, value);
    for (char *c = label; *c; c++)
        if (*c == '_')
            *c = ' ';
    return label;
}

static const char *meant(struct telling *t, const char *name, const char *value)
{
    static const char keys[] = "id thread episode matter assessment joint plan_group follows "
                               "response_to same_request part_of because";
    if (text_has_word(keys, name))
        return each_of(t, value, key_of);
    if (strcmp(name, "tie") == 0)
        return label_of(t, value);
    if (text_has_word("service from to onward", name))
        return service_of(t, value);
    if (text_has_word("until withdrawn", name))
        return day_after(t, value);
    if (strcmp(name, "worker") == 0)
        return each_of(t, value, worker_of);
    return strcmp(value, "@") == 0 ? t->need->code : value;
}

/* --- lines ----------------------------------------------------------------------------------- */

/* COLUMN=VALUE; a value that is drawn empty is not recorded. */
static void tell_cell(struct telling *t, struct row *row, char *cell)
{
    char *value = strchr(cell, '=');
    *value++ = '\0';
    const char *drawn = draw_word(t->chance, value, t->arena);
    const char *said = *drawn ? meant(t, cell, drawn) : NULL;
    if (strcmp(cell, "id") == 0)
        row->id = said;
    else
        row->columns[event_column_of(cell)] = said;
}

static void tell_cells(struct telling *t, struct row *row, const char *cells)
{
    char *rest, *copy = arena_text(t->arena, cells);
    for (char *cell = strtok_r(copy, " ", &rest); cell; cell = strtok_r(NULL, " ", &rest))
        tell_cell(t, row, cell);
}

/* KIND[/SUBTYPE], each of them drawn. */
static struct row *tell_kind(const struct telling *t, const char *word)
{
    char *rest, *copy = arena_text(t->arena, word);
    const char *kind = draw_word(t->chance, strtok_r(copy, "/", &rest), t->arena);
    const char *subtypes = strtok_r(NULL, "/", &rest);
    struct row *row = rows_add(t->rows, t->arena, t->at, kind);
    row->columns[EVENT_subtype] = subtypes ? draw_word(t->chance, subtypes, t->arena) : NULL;
    return row;
}

/* An account that nobody gave has no author. */
static void tidy(struct row *row)
{
    if (!row->columns[EVENT_outcome])
        row->columns[EVENT_outcome_by] = NULL;
    if (!row->columns[EVENT_purpose])
        row->columns[EVENT_purpose_by] = NULL;
}

static bool met(const struct row *row)
{
    const char *outcome = row->columns[EVENT_outcome];
    return outcome && strcmp(outcome, "need_met") == 0;
}

/* Gives whether the person's need was met. */
static bool tell_step(struct telling *t, char *line)
{
    char *rest, *word = strtok_r(line, " ", &rest);
    if (strcmp(word, "*") == 0) {
        t->always = rest;
        return false;
    }
    if (strchr(word, '%')) {
        if (!chance_in_100(t->chance, (uint32_t)atoi(word)))
            return false;
        word = strtok_r(NULL, " ", &rest);
    }
    t->at += draw_gap(t->chance, word);
    t->last = t->at > t->last ? t->at : t->last;
    struct row *row = tell_kind(t, strtok_r(NULL, " ", &rest));
    tell_cells(t, row, t->always);
    tell_cells(t, row, rest);
    tidy(row);
    return met(row);
}

struct days story_tell(const struct story *story, const struct life *life, struct chance *chance,
                       day from, struct rows *rows, struct arena *arena)
{
    struct telling t = {life, chance, arena, rows, need_drawn(chance), NULL, 0, "", from, from};
    t.other = service_beside(chance, t.need->service);
    t.worker = draw_up_to(chance, 59);
    rows->told++;
    char *rest, *copy = arena_text(arena, story->steps);
    bool over = false;
    for (char *line = strtok_r(copy, "\n", &rest); line && !over;
         line = strtok_r(NULL, "\n", &rest))
        over = tell_step(&t, line) && story->until_met;
    return (struct days){from, t.last};
}
