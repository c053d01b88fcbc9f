/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what is derived, person by person. */
#include <stdlib.h>
#include <string.h>

#include "store/store_read.h"

/* --- the list of scores ----------------------------------------------------------------------- */

/* A reader of exactly what store_derived.c writes: a list of lists of whole numbers, numbers, texts
 * and null. SQLite's own reader of JSON may be off by the last bit of a number, and these must come
 * back the same. */
struct reader {
    const char *at;
    struct arena *arena;
    bool good;
};

static bool take(struct reader *reader, char c)
{
    if (*reader->at != c)
        return false;
    reader->at++;
    return true;
}

static void expect(struct reader *reader, char c)
{
    if (!take(reader, c))
        reader->good = false;
}

static bool take_null(struct reader *reader)
{
    if (strncmp(reader->at, "null", 4) != 0)
        return false;
    reader->at += 4;
    return true;
}

static double take_number(struct reader *reader)
{
    char *end;
    double number = strtod(reader->at, &end); /* no locale is ever set */
    if (end == reader->at)
        reader->good = false;
    reader->at = end;
    return number;
}

static char take_escaped(struct reader *reader)
{
    char hex[5] = {0};
    if (!take(reader, 'u'))
        return *reader->at ? *reader->at++ : '\0';
    for (int i = 0; i < 4 && *reader->at; i++)
        hex[i] = *reader->at++;
    return (char)strtol(hex, NULL, 16); /* only control characters are written so */
}

static const char *take_text(struct reader *reader)
{
    struct text text = {0};
    expect(reader, '"');
    while (*reader->at && *reader->at != '"') {
        char c = *reader->at++;
        text_char(&text, c == '\\' ? take_escaped(reader) : c);
    }
    expect(reader, '"');
    const char *kept = arena_copy(reader->arena, text.bytes ? text.bytes : "", text.length);
    text_free(&text);
    return kept;
}

static const char *take_text_or_null(struct reader *reader)
{
    return take_null(reader) ? NULL : take_text(reader);
}

static bool take_number_or_null(struct reader *reader, double *number)
{
    if (take_null(reader))
        return false;
    *number = take_number(reader);
    return true;
}

static int next_whole(struct reader *reader)
{
    expect(reader, ',');
    return (int)take_number(reader);
}

static void take_value(struct reader *reader, struct derived_score *score)
{
    if (*reader->at == '"')
        score->category = take_text(reader);
    else
        score->has_value = take_number_or_null(reader, &score->value);
}

static void take_range(struct reader *reader, struct derived_score *score)
{
    score->has_range = take_number_or_null(reader, &score->lowest);
    expect(reader, ',');
    score->has_range = take_number_or_null(reader, &score->highest) && score->has_range;
}

/* What is left off at the end stands for itself: see `score` in schema.sql. */
static void take_score(struct reader *reader, struct derived_score *score)
{
    expect(reader, '[');
    take_value(reader, score);
    score->answered = next_whole(reader);
    score->of = take(reader, ',') ? (int)take_number(reader) : score->answered;
    score->has_range = score->has_value;
    score->lowest = score->highest = score->value;
    if (take(reader, ','))
        take_range(reader, score);
    if (take(reader, ','))
        score->reason = take_text_or_null(reader);
    if (take(reader, ','))
        score->has_se = take_number_or_null(reader, &score->se);
    expect(reader, ']');
}

static void take_how(struct reader *reader, struct derived_score *score)
{
    score->time = -1;
    if (take(reader, '0'))
        return;
    expect(reader, '[');
    score->place = (int)take_number(reader);
    score->time = next_whole(reader);
    score->by = next_whole(reader);
    score->mode = next_whole(reader);
    score->taken_from = take(reader, ',') ? (int64_t)take_number(reader) : 0;
    expect(reader, ']');
}

static void add_score(struct reader *reader, const struct derived_score *about,
                      struct derived_person *person, size_t *room)
{
    person->scores = arena_grow(reader->arena, person->scores, person->score_count, room,
                                sizeof *person->scores);
    person->scores[person->score_count] = *about;
    take_score(reader, &person->scores[person->score_count++]);
}

static void take_administration(struct reader *reader, struct derived_person *person, size_t *room)
{
    struct derived_score about = {0};
    expect(reader, '[');
    about.instrument = (int64_t)take_number(reader);
    about.date = next_whole(reader);
    expect(reader, ',');
    take_how(reader, &about);
    for (; reader->good && take(reader, ','); about.scale++)
        if (!take_null(reader))
            add_score(reader, &about, person, room);
    expect(reader, ']');
}

static bool parse_scores(const char *json, struct arena *arena, struct derived_person *person)
{
    struct reader reader = {json, arena, true};
    size_t room = 0;
    expect(&reader, '[');
    do
        take_administration(&reader, person, &room);
    while (reader.good && take(&reader, ','));
    expect(&reader, ']');
    return reader.good && *reader.at == '\0';
}

/* --- one person ------------------------------------------------------------------------------- */

static bool read_scores(struct store *store, struct arena *arena, struct derived_person *person,
                        struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row;
    if (!sql_kept(store, KEPT_SCORES, &stmt, fault))
        return false;
    sql_whole(stmt, 1, person->number);
    if (!sql_row(stmt, &row, fault))
        return false;
    bool good = !row || parse_scores((const char *)sqlite3_column_text(stmt, 0), arena, person);
    sqlite3_reset(stmt);
    return good ||
           fault_set(fault, FAULT_DATA,
                     "The scores kept in the store were changed by something "
                     "other than alongside. Work them out again with: alongside score --rebuild");
}

static struct derived_finding read_finding(sqlite3_stmt *stmt, struct arena *arena)
{
    return (struct derived_finding){
        .indicator = sqlite3_column_int64(stmt, 0),
        .finding = sql_copy(stmt, 1, arena),
        .date = sql_copy(stmt, 2, arena),
        .state = sql_copy(stmt, 3, arena),
        .why = sql_copy(stmt, 4, arena),
        .basis = sql_copy(stmt, 5, arena),
        .certainty = sql_copy(stmt, 6, arena),
        .class = sql_copy(stmt, 7, arena),
        .unit = sql_copy(stmt, 8, arena),
        .events = sql_copy(stmt, 9, arena),
        .told = sql_copy(stmt, 10, arena),
        .has_value = sqlite3_column_type(stmt, 11) != SQLITE_NULL,
        .value = sqlite3_column_double(stmt, 11),
        .window = strcmp((const char *)sqlite3_column_text(stmt, 12), "yes") == 0};
}

static bool read_findings(struct store *store, struct arena *arena, struct derived_person *person,
                          struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row;
    size_t room = 0;
    if (!sql_kept(store, KEPT_FINDINGS, &stmt, fault))
        return false;
    sql_whole(stmt, 1, person->number);
    while (sql_row(stmt, &row, fault)) {
        if (!row)
            return true;
        person->findings = arena_grow(arena, person->findings, person->finding_count, &room,
                                      sizeof *person->findings);
        person->findings[person->finding_count++] = read_finding(stmt, arena);
    }
    return false;
}

static bool see_person(struct store *store, int64_t number, struct arena *arena,
                       store_see_derived *see, void *context, struct fault *fault)
{
    struct derived_person person = {.number = number};
    return person_ref(store, number, arena, &person.ref, fault) &&
           read_scores(store, arena, &person, fault) &&
           read_findings(store, arena, &person, fault) && see(context, &person, fault);
}

static bool see_everyone(struct store *store, struct arena *arena, store_see_derived *see,
                         void *context, struct fault *fault)
{
    int64_t *people;
    size_t count;
    bool good = store_people(store, STORE_EVERYONE, &people, &count, fault);
    for (size_t i = 0; good && i < count; i++) {
        arena_reset(arena);
        good = see_person(store, people[i], arena, see, context, fault);
    }
    free(people);
    return good;
}

bool store_derived(struct store *store, const char *ref, struct arena *arena,
                   store_see_derived *see, void *context, struct fault *fault)
{
    int64_t number;
    bool ours;
    if (!store_read_begin(store, &ours, fault))
        return false;
    bool good = ref ? person_number(store, ref, &number, fault) &&
                          see_person(store, number, arena, see, context, fault)
                    : see_everyone(store, arena, see, context, fault);
    store_read_end(store, ours);
    return good;
}
