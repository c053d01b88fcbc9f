/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers are digits of five bits, the least first, in printable letters: the sign is the lowest
 * bit, and a letter with the sixth bit has another behind it. Texts have their length before them
 * and a space behind them. Of a stretch of days the second is told by its distance from the first.
 */
#include "record/carry.h"

#include <string.h>

/* --- writing ---------------------------------------------------------------------------------- */

enum { DIGIT = 5, MASK = 31, MORE = 32, LETTER = ' ', DIGITS_MOST = 13 };

/* Gives where it ends. */
static char *write_number(char *at, int64_t number)
{
    uint64_t left = (uint64_t)number << 1 ^ (number < 0 ? UINT64_MAX : 0);
    for (; left > MASK; left >>= DIGIT)
        *at++ = (char)(LETTER + MORE + (int)(left & MASK));
    *at++ = (char)(LETTER + (int)left);
    return at;
}

static char *write_text(char *at, const char *said, size_t length)
{
    at = write_number(at, (int64_t)length);
    memcpy(at, said, length);
    at[length] = ' ';
    return at + length + 1;
}

static void put_number(struct text *text, int64_t number)
{
    text_end(text, write_number(text_room(text, DIGITS_MOST), number));
}

static void put_days(struct text *text, struct days days)
{
    put_number(text, days.low);
    put_number(text, (int64_t)days.high - days.low);
}

static void put_text(struct text *text, const char *said)
{
    size_t length = strlen(said);
    text_end(text, write_text(text_room(text, DIGITS_MOST + length + 1), said, length));
}

static size_t kind_number(const char *kind)
{
    size_t i = 0;
    while (strcmp(event_kind[i], kind) != 0)
        i++;
    return i;
}

/* A person's own words stay where they are, and so does whoever wrote a row down. */
static bool is_carried(size_t field)
{
    return event_column[field].type != COLUMN_WORDS && field != EVENT_source &&
           field != EVENT_label_by;
}

static void put_field(struct text *text, size_t field, const char *said)
{
    size_t length = strlen(said);
    char *at = write_number(text_room(text, 2 * DIGITS_MOST + length + 1), (int64_t)field);
    text_end(text, write_text(at, said, length));
}

static void put_fields(struct text *text, const struct event *event)
{
    for (size_t i = 0; i < EVENT_COLUMN_COUNT; i++)
        if (event->field[i] && is_carried(i))
            put_field(text, i, event->field[i]);
    for (size_t i = 0; i < RECORD_FIELDS - EVENT_COLUMN_COUNT; i++)
        if (event->taken[i])
            put_field(text, EVENT_COLUMN_COUNT + i, event->taken[i]);
    put_number(text, RECORD_FIELDS);
}

static void put_event(struct text *text, const struct event *event)
{
    put_number(text, (int64_t)kind_number(event->kind));
    put_text(text, event->id ? event->id : "");
    put_days(text, event->begin);
    put_number(text, event->interval);
    if (event->interval)
        put_days(text, event->end);
    put_number(text, event->time);
    put_number(text, event->until_time);
    put_number(text, event->seq);
    put_text(text, event->outcome_by ? event->outcome_by : "");
    put_fields(text, event);
}

/* `contact service_type=gp` and `crisis/ae_attendance` are of their first word. */
static bool is_of(const char *kinds, const char *what)
{
    size_t length = strcspn(what, "/ ");
    const char *word;
    size_t own;
    while (text_word(&kinds, &word, &own))
        if (own == length && memcmp(word, what, length) == 0)
            return true;
    return false;
}

static void put_collected(struct text *text, const struct record *record, const char *kinds)
{
    size_t count = 0;
    for (size_t i = 0; i < record->collected_count; i++)
        count += is_of(kinds, record->collected[i].kind);
    put_number(text, (int64_t)count);
    for (size_t i = 0; i < record->collected_count; i++) {
        const struct collected *collected = &record->collected[i];
        if (!is_of(kinds, collected->kind))
            continue;
        put_text(text, collected->kind);
        put_number(text, collected->since);
        put_number(text, collected->until);
    }
}

void carry_write(const struct record *record, const char *kinds, struct text *text,
                 const struct event **events, size_t *count)
{
    *count = 0;
    for (size_t i = 0; i < record->event_count; i++)
        if (is_of(kinds, record->events[i].kind))
            events[(*count)++] = &record->events[i];
    put_number(text, record->as_of);
    put_number(text, record->collects_everything);
    put_number(text, (int64_t)record->observed_count);
    for (size_t i = 0; i < record->observed_count; i++) {
        put_number(text, record->observed[i].from);
        put_number(text, record->observed[i].until);
    }
    put_collected(text, record, kinds);
    put_number(text, (int64_t)*count);
    for (size_t i = 0; i < *count; i++)
        put_event(text, events[i]);
}

/* --- reading ---------------------------------------------------------------------------------- */

struct carried {
    char *at, *end;
    bool good;
};

static int64_t take_number(struct carried *carried)
{
    uint64_t number = 0;
    char *at = carried->at;
    unsigned shift = 0, letter = MORE;
    while (letter & MORE && shift < DIGIT * DIGITS_MOST && at < carried->end) {
        letter = (unsigned)(unsigned char)*at++ - LETTER;
        number |= (uint64_t)(letter & MASK) << shift;
        shift += DIGIT;
    }
    carried->good &= letter < MORE;
    carried->at = carried->good ? at : carried->end;
    return carried->good ? (int64_t)(number >> 1 ^ (number & 1 ? UINT64_MAX : 0)) : 0;
}

/* Of what was altered on the way a distance may be anything. */
static struct days take_days(struct carried *carried)
{
    int64_t low = take_number(carried), high = low;
    carried->good &= low >= DAY_NONE && low <= DAY_LAST;
    int64_t further = take_number(carried);
    carried->good &= further >= 0 && further <= (int64_t)DAY_LAST - DAY_NONE;
    high += carried->good ? further : 0;
    return (struct days){(day)low, (day)high};
}

static const char *take_text(struct carried *carried)
{
    int64_t length = take_number(carried);
    carried->good &= length >= 0 && length < carried->end - carried->at;
    if (!carried->good)
        return "";
    char *text = carried->at;
    carried->at += length;
    carried->good = *carried->at == ' ';
    *carried->at++ = '\0';
    return text;
}

/* How many of something follow, each of at least two bytes. */
static size_t take_count(struct carried *carried)
{
    int64_t count = take_number(carried);
    carried->good &= count >= 0 && count <= (carried->end - carried->at) / 2;
    return carried->good ? (size_t)count : 0;
}

static const char *or_null(const char *text)
{
    return *text ? text : NULL;
}

static void take_fields(struct carried *carried, struct event *event)
{
    int64_t field;
    while ((field = take_number(carried)) >= 0 && field < RECORD_FIELDS && carried->good)
        if (field < EVENT_COLUMN_COUNT)
            event->field[field] = take_text(carried);
        else
            event->taken[field - EVENT_COLUMN_COUNT] = take_text(carried);
    carried->good &= field == RECORD_FIELDS;
}

static void take_event(struct carried *carried, struct event *event)
{
    int64_t kind = take_number(carried);
    carried->good &= kind >= 0 && kind < (int64_t)event_kind_count;
    event->kind = event_kind[carried->good ? kind : 0];
    event->id = take_text(carried);
    event->begin = take_days(carried);
    event->interval = take_number(carried) != 0;
    event->end = event->interval ? take_days(carried) : event->begin;
    event->time = (int)take_number(carried);
    event->until_time = (int)take_number(carried);
    event->seq = (int)take_number(carried);
    event->outcome_by = or_null(take_text(carried));
    take_fields(carried, event);
}

static void take_stretches(struct carried *carried, struct arena *arena, struct record *record)
{
    record->observed_count = take_count(carried);
    record->observed = arena_array(arena, record->observed_count + 1, sizeof *record->observed);
    for (size_t i = 0; i < record->observed_count; i++) {
        record->observed[i].from = (day)take_number(carried);
        record->observed[i].until = (day)take_number(carried);
    }
    record->collected_count = take_count(carried);
    record->collected = arena_array(arena, record->collected_count + 1, sizeof *record->collected);
    for (size_t i = 0; i < record->collected_count; i++) {
        record->collected[i].kind = take_text(carried);
        record->collected[i].since = (day)take_number(carried);
        record->collected[i].until = (day)take_number(carried);
    }
}

bool carry_read(char *text, struct arena *arena, struct record *record)
{
    struct carried carried = {text, text + strlen(text), true};
    *record = (struct record){.person = ""};
    record->as_of = (day)take_number(&carried);
    record->collects_everything = take_number(&carried) != 0;
    take_stretches(&carried, arena, record);
    record->event_count = take_count(&carried);
    record->events = arena_array(arena, record->event_count + 1, sizeof *record->events);
    for (size_t i = 0; i < record->event_count && carried.good; i++)
        take_event(&carried, &record->events[i]);
    return carried.good && carried.at == carried.end;
}
