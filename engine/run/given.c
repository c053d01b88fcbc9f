/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/given.h"

#include <stdlib.h>
#include <string.h>

/* The last that the people file says, or NULL. */
static const char *said_last(const struct stored_person *person, const char *column)
{
    size_t at = 0;
    while (strcmp(person_column[at].name, column) != 0)
        at++;
    for (size_t i = person->row_count; i-- > 0;)
        if (person->rows[i].columns[at])
            return person->rows[i].columns[at];
    return NULL;
}

struct ages given_age(const struct stored_person *person, day on)
{
    struct days born;
    const char *said = said_last(person, "born");
    return said && days_read(said, &born) ? ages_on(born, on) : (struct ages){0};
}

const char *given_sex(const struct stored_person *person)
{
    const char *said = said_last(person, "sex");
    for (size_t i = 0; said && i < NO_ANSWER_KINDS; i++)
        if (strcmp(said, no_answer_word[i]) == 0)
            return NULL;
    return said;
}

/* Surely: of two on one day both times are known; a date and an order cannot be compared. */
static bool is_before(const struct stored_administration *x, const struct stored_administration *a)
{
    if (!x->place != !a->place)
        return false;
    if (x->place != a->place)
        return x->place < a->place;
    if (x->date != a->date)
        return x->date < a->date;
    return x->time >= 0 && a->time >= 0 && x->time < a->time;
}

static int latest_first(const void *x, const void *y)
{
    const struct stored_administration *a = *(const struct stored_administration *const *)x,
                                       *b = *(const struct stored_administration *const *)y;
    if (a->place != b->place)
        return a->place < b->place ? 1 : -1;
    if (a->date != b->date)
        return a->date < b->date ? 1 : -1;
    return a->time != b->time ? (a->time < b->time ? 1 : -1) : (a < b) - (a > b);
}

static void read_earlier(const struct instrument *instrument, const struct stored_administration *a,
                         const struct stored_administration **found, size_t count,
                         struct arena *arena, struct given *given)
{
    struct earlier *earlier = arena_array(arena, count, sizeof *earlier);
    struct fault fault; /* what cannot be read is told of when it is scored itself */
    for (size_t i = 0; i < count; i++) {
        struct answer *answers = arena_array(arena, instrument->item_count, sizeof *answers);
        if (!instrument_read(instrument, found[i]->tokens, false, arena, answers, &fault))
            continue;
        earlier[given->earlier_count++] =
            (struct earlier){!a->place, a->date - found[i]->date, answers};
    }
    given->earlier = earlier;
}

static void find_earlier(const struct instrument *instrument, const struct stored_administration *a,
                         const struct stored_administration *all, size_t count, struct arena *arena,
                         struct given *given)
{
    const struct stored_administration **found = arena_array(arena, count, sizeof *found);
    size_t found_count = 0;
    for (size_t i = 0; i < count; i++)
        if (all[i].instrument == a->instrument && all[i].by == a->by && is_before(&all[i], a))
            found[found_count++] = &all[i];
    if (found_count)
        qsort(found, found_count, sizeof(*found), latest_first);
    read_earlier(instrument, a, found, found_count, arena, given);
}

struct given given_of(const struct stored_person *person, const struct instrument *instrument,
                      const struct stored_administration *a,
                      const struct stored_administration *all, size_t count, struct arena *arena)
{
    struct given given = {.by = a->by, .mode = a->mode};
    if (instrument->needs & NEEDS_AGE && !a->place)
        given.age = given_age(person, a->date);
    if (instrument->needs & NEEDS_SEX)
        given.sex = given_sex(person);
    if (instrument->needs & NEEDS_EARLIER)
        find_earlier(instrument, a, all, count, arena, &given);
    return given;
}
