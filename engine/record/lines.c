/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dated lines, the notation of examples: `2024-03-01T09:05  contact  thread=t1 need=housing`. */
#include <string.h>

#include "ground/text.h"
#include "record/line_fields.h"
#include "record/record.h"

struct reader {
    struct arena *arena;
    struct record *record;
    char **content; /* what each event's line says, to tell a doubled line from a doubled id */
    size_t event_room, content_room;
    int line;
    struct fault *fault;
};

/* `2024-03-01`, `2024-03`, `2024-Q1`, `2024`; a day may have a time behind a T. */
static bool read_moment(char *text, struct days *days, int *time)
{
    char *clock = strchr(text, 'T');
    *time = -1;
    if (!clock)
        return days_read(text, days);
    *clock = '\0';
    *time = minutes_read(clock + 1);
    return *time >= 0 && days_read(text, days) && days->low == days->high;
}

static bool read_end(char *text, struct event *event)
{
    event->interval = true;
    if (!*text) {
        event->end = (struct days){DAY_LAST, DAY_LAST};
        return true;
    }
    if (!read_moment(text, &event->end, &event->until_time) || event->end.high < event->begin.low)
        return false;
    if (event->end.low < event->begin.low)
        event->end.low = event->begin.low;
    return true;
}

static bool read_date(struct reader *reader, const char *word, struct event *event)
{
    char *text = arena_text(reader->arena, word), *dots = strstr(text, "..");
    event->until_time = -1;
    if (dots)
        *dots = '\0';
    bool good = read_moment(text, &event->begin, &event->time);
    event->end = event->begin;
    if (good && dots)
        good = read_end(dots + 2, event);
    return good ? true
                : fault_set(
                      reader->fault, FAULT_DATA,
                      "line %d: `%s` is not a date. Write 2024-03-31, 2024-03-31T09:05, 2024-03, "
                      "2024-Q1, 2024, or two of them with .. between",
                      reader->line, word);
}

static bool refuse_kind(struct reader *reader, const char *kind)
{
    const char *near = text_nearest(kind, event_kind, event_kind_count);
    if (near)
        return fault_set(
            reader->fault, FAULT_DATA,
            "line %d: `%s` is not a kind of event. Did you mean `%s`? (plugins/README.md)",
            reader->line, kind, near);
    return fault_set(
        reader->fault, FAULT_DATA,
        "line %d: `%s` is not a kind of event (plugins/README.md). Lines of answers and "
        "scores are not read by this version",
        reader->line, kind);
}

static bool read_kind(struct reader *reader, char *word, struct event *event)
{
    char *slash = strchr(word, '/');
    if (slash)
        *slash = '\0';
    if (!event_kind_is(word))
        return refuse_kind(reader, word);
    event->kind = word;
    if (!slash)
        return true;
    if (!text_is_code(slash + 1))
        return fault_set(reader->fault, FAULT_DATA,
                         "line %d: `%s` is not a subtype. Write letters, digits and _",
                         reader->line, slash + 1);
    event->field[EVENT_subtype] = slash + 1;
    return true;
}

/* Everything that a line says, in a fixed order: the same however it is spaced and its fields
 * ordered. */
static char *content_of(struct arena *arena, const struct event *event)
{
    const char *said[RECORD_FIELDS + 2] = {event->kind};
    said[1] = arena_format(arena, "%d %d %d %d %d %d %d", event->begin.low, event->begin.high,
                           event->time, event->end.low, event->end.high, event->until_time,
                           event->interval);
    for (size_t i = 0; i < RECORD_FIELDS; i++) {
        const char *value = record_says(event, i);
        said[i + 2] = value ? value : "";
    }
    return record_name(arena, said, RECORD_FIELDS + 2);
}

static bool is_first_of_its_id(struct reader *reader, const struct event *event,
                               const char *content)
{
    for (size_t i = 0; i < reader->record->event_count; i++)
        if (strcmp(reader->record->events[i].id, event->id) == 0 &&
            strcmp(reader->content[i], content) != 0)
            return fault_set(
                reader->fault, FAULT_DATA,
                "line %d: another line has the id `%s` and says something else. Give each "
                "event its own id",
                reader->line, event->id);
    return true;
}

/* Withdrawn events, and those after `as_of`, are not there. */
static bool is_there(const struct reader *reader, const struct event *event)
{
    return !event->field[EVENT_withdrawn] && event->begin.low <= reader->record->as_of;
}

static bool keep(struct reader *reader, struct event *event)
{
    struct record *record = reader->record;
    char *content = content_of(reader->arena, event);
    event->id = event->id ? event->id : content;
    if (!is_there(reader, event))
        return true;
    if (!is_first_of_its_id(reader, event, content))
        return false;
    size_t count = record->event_count++;
    record->events =
        arena_grow(reader->arena, record->events, count, &reader->event_room, sizeof *event);
    reader->content = arena_grow(reader->arena, reader->content, count, &reader->content_room,
                                 sizeof *reader->content);
    record->events[count] = *event;
    reader->content[count] = content;
    return true;
}

/* The words of a line up to a note, as texts of their own. */
static size_t split(struct reader *reader, const char *line, char ***words)
{
    size_t count = 0, room = 0, length;
    const char *word;
    *words = NULL;
    while (text_word(&line, &word, &length) && *word != '#') {
        *words = arena_grow(reader->arena, *words, count, &room, sizeof **words);
        (*words)[count++] = arena_copy(reader->arena, word, length);
    }
    return count;
}

static bool read_line(struct reader *reader, const char *line)
{
    struct event event = {.time = -1, .until_time = -1, .seq = -1};
    char **words;
    size_t count = split(reader, line, &words);
    if (count == 0)
        return true;
    if (count == 1)
        return fault_set(reader->fault, FAULT_DATA,
                         "line %d: has a date and nothing else. Write DATE KIND field=value",
                         reader->line);
    if (!read_date(reader, words[0], &event) || !read_kind(reader, words[1], &event))
        return false;
    for (size_t i = 2; i < count; i++)
        if (!line_field(words[i], reader->line, &event, reader->arena, reader->fault))
            return false;
    return keep(reader, &event);
}

static void observe(struct record *record, struct arena *arena)
{
    struct observed given = {DAY_FIRST, record->as_of};
    if (record->observed_count)
        given = (struct observed){record->observed[0].from,
                                  record->observed[record->observed_count - 1].until};
    record_observe(record, given.from, given.until, arena);
}

bool record_read_lines(const char *lines, struct arena *arena, struct record *record,
                       struct fault *fault)
{
    struct reader reader = {.arena = arena, .record = record, .fault = fault};
    while (*lines) {
        size_t length = strcspn(lines, "\n");
        reader.line++;
        if (!read_line(&reader, arena_copy(arena, lines, length)))
            return false;
        lines += length + (lines[length] == '\n');
    }
    record_arrange(record, arena);
    observe(record, arena);
    return true;
}
