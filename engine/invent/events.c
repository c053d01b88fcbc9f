/* SPDX-License-Identifier: GPL-3.0-or-later */
/* events.csv: what services did in each life. */
#include <stdlib.h>
#include <string.h>

#include "invent/story.h"
#include "invent/told.h"

struct happening {
    struct life *life;
    struct chance *chance;
    struct arena *arena;
    const struct told *told; /* NULL for most */
    struct rows rows;
};

static bool overlap(struct days a, struct days b)
{
    return a.low <= b.high && b.low <= a.high;
}

/* Is something else told of these days, or did nobody hear from them then? */
static bool taken(const struct happening *h, struct days days)
{
    return life_quiet_on(h->life, days) || (h->told && overlap(days, told_period(h->told)));
}

/* Death and moving away end what the area knows of a life. */
static bool is_end(const struct row *row)
{
    return strcmp(row->kind, "death") == 0 || strcmp(row->kind, "moved_away") == 0;
}

/* A story that comes by chance is told from beginning to end, or not at all. Nobody of whom
 * something else is told leaves by chance. */
static void happen(struct happening *h, const struct story *story, day from)
{
    size_t before = h->rows.count;
    struct days days = story_tell(story, h->life, h->chance, from, &h->rows, h->arena);
    bool leaves = h->told && is_end(&h->rows.row[h->rows.count - 1]);
    if (taken(h, days) || leaves)
        h->rows.count = before;
}

/* They ask for help, again and again over the years, for one thing or another. */
static void happen_asking(struct happening *h)
{
    const struct story *asking = story_named("asked_for_help");
    for (day at = h->life->known.low + draw_up_to(h->chance, 90); at <= h->life->known.high;
         at += 40 + draw_up_to(h->chance, 220))
        happen(h, asking, at);
}

static void happen_by_chance(struct happening *h)
{
    const struct story *story;
    for (size_t i = 0; (story = story_at(i)); i++) {
        bool comes = chance_in_100(h->chance, (uint32_t)story->often);
        bool twice = h->told && strcmp(h->told->story, story->name) == 0;
        day from = draw_day(h->chance, h->life->known);
        if (comes && !twice)
            happen(h, story, from);
    }
}

static void happen_as_told(struct happening *h)
{
    const struct story *story = story_named(h->told->story);
    story_tell(story, h->life, h->chance, told_period(h->told).low, &h->rows, h->arena);
}

enum { NAMED_IN_100 = 60, NAMED_AGAIN = 3 };

/* Most say now and then who is in their life. By chances of its own, so that whatever else is drawn
 * of a life stays as it is. */
static void happen_naming(struct happening *h)
{
    struct chance apart = *h->chance, *chance = h->chance;
    day at = h->life->known.low + 7 + draw_up_to(&apart, 30);
    if (!chance_in_100(&apart, NAMED_IN_100))
        return;
    h->chance = &apart;
    happen(h, &stories_of_people[0], at);
    for (int i = 0; i < NAMED_AGAIN; i++) {
        at += 90 + draw_up_to(&apart, 90);
        happen(h, &stories_of_people[1], at);
    }
    h->chance = chance;
}

static void happen_nothing(struct happening *h)
{
    const struct life *life = h->life;
    if (life->quiet.low == DAY_NONE || !life->quiet_said)
        return;
    struct row *row = rows_add(&h->rows, h->arena, life->quiet.low, "not_observed");
    row->columns[EVENT_until] = day_text(h->arena, life->quiet.high);
}

/* --- the end --------------------------------------------------------------------------------- */

static void forget_after(const char **column, const char *last_day)
{
    if (*column && strcmp(*column, last_day) > 0)
        *column = NULL;
}

/* Rows with a day of their own after the last are not there yet; what runs then is still running,
 * and nothing is taken back yet. */
static void end_on(struct rows *rows, const char *last_day, day last)
{
    size_t kept = 0;
    for (size_t i = 0; i < rows->count; i++) {
        struct row *row = &rows->row[i];
        if (row->day > last)
            continue;
        forget_after(&row->columns[EVENT_until], last_day);
        forget_after(&row->columns[EVENT_withdrawn], last_day);
        rows->row[kept++] = *row;
    }
    rows->count = kept;
}

static void end_life(struct happening *h)
{
    struct life *life = h->life;
    for (size_t i = 0; i < h->rows.count; i++) {
        const struct row *row = &h->rows.row[i];
        if (!is_end(row) || row->day >= life->known.high)
            continue;
        life->known.high = row->day;
        life->until_said = false;
    }
    end_on(&h->rows, day_text(h->arena, life->known.high), life->known.high);
}

/* --- the file -------------------------------------------------------------------------------- */

static int earlier(const void *left, const void *right)
{
    const struct row *a = left, *b = right;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

/* What somebody asked a service for, quoted now and then. */
static void quote(struct row *row, struct chance *chance)
{
    const char *need = row->columns[EVENT_need], *by = row->columns[EVENT_initiated_by];
    bool asked = text_has_word("request contact", row->kind) && by && strcmp(by, "person") == 0;
    if (asked && need)
        row->columns[EVENT_need_words] = own_words_for(chance, need);
}

static void write_row(struct made *made, const struct life *life, const struct row *row)
{
    struct text *file = &made->files[INVENT_EVENTS];
    text_format(file, "%s,%s,%s,%s", life->ref, day_text(made->arena, row->day), row->kind,
                row->id ? row->id : "");
    for (size_t i = 0; i < EVENT_COLUMN_COUNT; i++) {
        text_char(file, ',');
        text_csv(file, row->columns[i] ? row->columns[i] : "");
    }
    text_char(file, '\n');
}

void made_header_of_events(struct made *made)
{
    struct text *file = &made->files[INVENT_EVENTS];
    text_put(file, "person,date,kind,id");
    for (size_t i = 0; i < EVENT_COLUMN_COUNT; i++)
        text_format(file, ",%s", event_column[i].name);
    text_char(file, '\n');
}

void made_events(struct made *made, struct chance *chance, struct life *life)
{
    struct happening h = {life, chance, made->arena, told_of(life->number), {0}};
    if (h.told)
        happen_as_told(&h);
    happen_asking(&h);
    happen_by_chance(&h);
    happen_naming(&h);
    happen_nothing(&h);
    end_life(&h);
    if (h.rows.count)
        qsort(h.rows.row, h.rows.count, sizeof *h.rows.row, earlier);
    for (size_t i = 0; i < h.rows.count; i++) {
        quote(&h.rows.row[i], chance);
        write_row(made, life, &h.rows.row[i]);
    }
}
