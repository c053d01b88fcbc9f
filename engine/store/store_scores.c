/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scores of one person as one list, written and read: see `score` in schema.sql. */
#include <string.h>

#include "store/store_list.h"

/* --- writing ---------------------------------------------------------------------------------- */

/* How many of a score's parts are written: what stands for itself is left off at the end. */
enum { PARTS_ANSWERED = 2, PARTS_OF, PARTS_RANGE = 5, PARTS_REASON, PARTS_SE };

static int parts(const struct derived_score *score)
{
    bool sure = score->has_value && score->has_range && score->lowest == score->value &&
                score->highest == score->value;
    if (score->has_se)
        return PARTS_SE;
    if (score->reason)
        return PARTS_REASON;
    if (!sure)
        return PARTS_RANGE;
    return score->answered == score->of ? PARTS_ANSWERED : PARTS_OF;
}

static void put_value(struct text *json, const struct derived_score *score)
{
    if (score->category)
        list_put_text(json, score->category);
    else
        list_put_number(json, score->has_value, score->value);
}

static void put_part(struct text *json, const struct derived_score *score, int part)
{
    switch (part) {
    case 0:
        put_value(json, score);
        break;
    case 1:
        text_integer(json, score->answered);
        break;
    case 2:
        text_integer(json, score->of);
        break;
    case 3:
        list_put_number(json, score->has_range, score->lowest);
        break;
    case 4:
        list_put_number(json, score->has_range, score->highest);
        break;
    case 5:
        list_put_text_or_null(json, score->reason);
        break;
    default:
        list_put_number(json, score->has_se, score->se);
    }
}

static void put_score(struct text *json, const struct derived_score *score)
{
    int count = parts(score);
    for (int i = 0; i < count; i++) {
        text_char(json, i ? ',' : '[');
        put_part(json, score, i);
    }
    text_char(json, ']');
}

static bool same_administration(const struct derived_score *a, const struct derived_score *b)
{
    return a->instrument == b->instrument && a->date == b->date && a->place == b->place &&
           a->time == b->time && a->by == b->by && a->mode == b->mode;
}

static void put_wholes(struct text *json, const int *wholes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        text_char(json, i ? ',' : '[');
        text_integer(json, wholes[i]);
    }
}

static void put_how(struct text *json, const struct derived_score *score)
{
    const int how[] = {score->place, score->time, score->by, score->mode, (int)score->taken_from};
    static const int usual[] = {0, -1, 0, 0, 0};
    if (memcmp(how, usual, sizeof how) == 0) {
        text_put(json, ",0");
        return;
    }
    text_char(json, ',');
    put_wholes(json, how, sizeof how / sizeof *how - !score->taken_from);
    text_char(json, ']');
}

/* The scores of one administration, which stand together; gives how many they are. */
static size_t put_administration(struct text *json, const struct derived_score *scores,
                                 size_t count)
{
    const int about[] = {(int)scores->instrument, scores->date};
    int scale = 0;
    size_t n = 0;
    put_wholes(json, about, sizeof about / sizeof *about);
    put_how(json, scores);
    for (; n < count && same_administration(scores, &scores[n]) && scores[n].scale >= scale; n++) {
        for (; scale < scores[n].scale; scale++)
            text_put(json, ",null");
        text_char(json, ',');
        put_score(json, &scores[n]);
        scale++;
    }
    text_char(json, ']');
    return n;
}

void store_pack_scores(const struct derived_score *scores, size_t count, struct text *json)
{
    text_char(json, '[');
    for (size_t i = 0; i < count;) {
        if (i)
            text_char(json, ',');
        i += put_administration(json, scores + i, count - i);
    }
    text_char(json, ']');
}

/* --- reading ---------------------------------------------------------------------------------- */

static void take_value(struct list_reader *reader, struct derived_score *score)
{
    if (*reader->at == '"')
        score->category = list_take_text(reader);
    else
        score->has_value = list_take_number_or_null(reader, &score->value);
}

static void take_range(struct list_reader *reader, struct derived_score *score)
{
    score->has_range = list_take_number_or_null(reader, &score->lowest);
    list_expect(reader, ',');
    score->has_range = list_take_number_or_null(reader, &score->highest) && score->has_range;
}

/* What is left off at the end stands for itself: see `score` in schema.sql. */
static void take_score(struct list_reader *reader, struct derived_score *score)
{
    list_expect(reader, '[');
    take_value(reader, score);
    score->answered = list_next_whole(reader);
    score->of = list_take(reader, ',') ? (int)list_take_number(reader) : score->answered;
    score->has_range = score->has_value;
    score->lowest = score->highest = score->value;
    if (list_take(reader, ','))
        take_range(reader, score);
    if (list_take(reader, ','))
        score->reason = list_take_text_or_null(reader);
    if (list_take(reader, ','))
        score->has_se = list_take_number_or_null(reader, &score->se);
    list_expect(reader, ']');
}

static void take_how(struct list_reader *reader, struct derived_score *score)
{
    score->time = -1;
    if (list_take(reader, '0'))
        return;
    list_expect(reader, '[');
    score->place = (int)list_take_number(reader);
    score->time = list_next_whole(reader);
    score->by = list_next_whole(reader);
    score->mode = list_next_whole(reader);
    score->taken_from = list_take(reader, ',') ? (int64_t)list_take_number(reader) : 0;
    list_expect(reader, ']');
}

static void add_score(struct list_reader *reader, const struct derived_score *about,
                      struct derived_person *person, size_t *room)
{
    person->scores = arena_grow(reader->arena, person->scores, person->score_count, room,
                                sizeof *person->scores);
    person->scores[person->score_count] = *about;
    take_score(reader, &person->scores[person->score_count++]);
}

static void take_administration(struct list_reader *reader, struct derived_person *person,
                                size_t *room)
{
    struct derived_score about = {0};
    list_expect(reader, '[');
    about.instrument = (int64_t)list_take_number(reader);
    about.date = list_next_whole(reader);
    list_expect(reader, ',');
    take_how(reader, &about);
    for (; reader->good && list_take(reader, ','); about.scale++)
        if (!list_take_null(reader))
            add_score(reader, &about, person, room);
    list_expect(reader, ']');
}

bool unpack_scores(const char *json, struct arena *arena, struct derived_person *person)
{
    struct list_reader reader = {json, arena, true};
    size_t room = 0;
    list_expect(&reader, '[');
    do
        take_administration(&reader, person, &room);
    while (reader.good && list_take(&reader, ','));
    list_expect(&reader, ']');
    return reader.good && *reader.at == '\0';
}
