/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/entry.h"

#include <string.h>

const char *const entry_kind_word[ENTRY_KINDS] = {"person", "answers", "event"};
const char *const entry_file_word[ENTRY_KINDS] = {"people", "answers", "events"};

static const struct column person_first[] = {
    {"person", COLUMN_KEY, NULL}, {"area", COLUMN_KEY, NULL}, {"date", COLUMN_DATE, NULL}};
static const struct column event_first[] = {{"person", COLUMN_KEY, NULL},
                                            {"date", COLUMN_DATE, NULL},
                                            {"kind", COLUMN_CODE, NULL},
                                            {"id", COLUMN_KEY, NULL}};
/* Date, instrument, item and answer have readers of their own. */
static const struct column answers_field[ANSWERS_FIELDS] = {
    {"person", COLUMN_KEY, NULL}, {"date", COLUMN_KEY, NULL},   {"instrument", COLUMN_KEY, NULL},
    {"item", COLUMN_KEY, NULL},   {"answer", COLUMN_KEY, NULL}, {"time", COLUMN_TIME, NULL},
    {"mode", COLUMN_CODE, modes}, {"by", COLUMN_CODE, raters},  {"version", COLUMN_KEY, NULL}};

int entry_fields(enum entry_kind kind)
{
    if (kind == ENTRY_PERSON)
        return PERSON_COLUMNS + (int)person_column_count;
    return kind == ENTRY_EVENT ? EVENT_COLUMNS_FROM + EVENT_COLUMN_COUNT : ANSWERS_FIELDS;
}

static const struct column *column_of(enum entry_kind kind, int field)
{
    if (kind == ENTRY_PERSON)
        return field < PERSON_COLUMNS ? &person_first[field]
                                      : &person_column[field - PERSON_COLUMNS];
    if (kind == ENTRY_EVENT)
        return field < EVENT_COLUMNS_FROM ? &event_first[field]
                                          : &event_column[field - EVENT_COLUMNS_FROM];
    return &answers_field[field];
}

const char *entry_field(enum entry_kind kind, int field)
{
    return column_of(kind, field)->name;
}

int entry_field_of(enum entry_kind kind, const char *name)
{
    for (int i = 0; i < entry_fields(kind); i++)
        if (strcmp(entry_field(kind, i), name) == 0)
            return i;
    return NO_FIELD;
}

const char *entry_nearest_field(enum entry_kind kind, const char *name)
{
    const char *names[EVENT_COLUMNS_FROM + EVENT_COLUMN_COUNT]; /* the kind with most */
    int count = entry_fields(kind);
    for (int i = 0; i < count; i++)
        names[i] = entry_field(kind, i);
    return text_nearest(name, names, (size_t)count);
}

struct entry *entry_new(enum entry_kind kind, const struct instrument *instrument, int64_t line,
                        struct arena *arena)
{
    struct entry *entry = arena_take(arena, sizeof *entry);
    entry->kind = kind;
    entry->line = line;
    entry->item = NO_FIELD;
    entry->cells = arena_array(arena, (size_t)entry_fields(kind), sizeof *entry->cells);
    entry->instrument = instrument;
    if (instrument)
        entry->items = arena_array(arena, instrument->item_count, sizeof *entry->items);
    return entry;
}

/* --- one field ------------------------------------------------------------------------------- */

enum { QUOTE_MOST = 40 }; /* bytes of a cell that a message quotes */

const char *entry_quote(const char *text, struct arena *arena)
{
    size_t length = strcspn(text, "\r\n");
    bool cut = text[length] != '\0' || length > QUOTE_MOST;
    if (length > QUOTE_MOST)
        for (length = QUOTE_MOST; ((unsigned char)text[length] & 0xC0) == 0x80;)
            length--;
    return arena_format(arena, "\"%.*s%s\"", (int)length, text, cut ? "…" : "");
}

const char *entry_word(const char *text, struct arena *arena)
{
    size_t plain =
        strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+./:#");
    return plain > 0 && plain <= QUOTE_MOST && !text[plain] ? text : entry_quote(text, arena);
}

static const char *no_date(const char *text, struct arena *arena)
{
    return arena_format(arena, "%s is not a date. Write it as 2024-03-31%s",
                        entry_word(text, arena),
                        strchr(text, 'T') ? ", and the time in a column `time`" : "");
}

static bool has_control(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text < ' ' || *text == 0x7F)
            return true;
    return false;
}

static const char *did_you_mean(const char *text, const char *codes, struct arena *arena)
{
    const char *names[64], *at = codes, *word;
    size_t count = 0, length;
    while (count < 64 && text_word(&at, &word, &length))
        names[count++] = arena_copy(arena, word, length);
    const char *near = text_nearest(text, names, count);
    return near ? arena_format(arena, ". Did you mean `%s`?", near) : "";
}

static const char *no_code(const struct column *column, const char *text, struct arena *arena)
{
    const char *quote = entry_word(text, arena);
    if (!column->codes)
        return arena_format(arena,
                            "%s is not a code: letters, digits and _, beginning with a letter. An "
                            "intake maps words to codes",
                            quote);
    return arena_format(arena, "%s is not one of its codes, which are: %s%s", quote, column->codes,
                        did_you_mean(text, column->codes, arena));
}

/* The kinds of no answer that the self-described fields of a people file take like codes. */
static bool is_no_answer(const char *word)
{
    for (int i = DECLINED; i < NO_ANSWER_KINDS; i++)
        if (strcmp(word, no_answer_word[i]) == 0)
            return true;
    return false;
}

/* A key is a name, a reference or a number. What is longer is a sentence, and perhaps about
 * somebody: it would stand in the store as it is, and be printed. */
enum { KEY_LETTERS = 60, KEY_WORDS = 6 };

static bool is_longer_than_a_name(const char *text)
{
    const char *at = text, *word;
    size_t letters = 0, words = 0, length;
    for (const char *c = text; *c; c++)
        letters += ((unsigned char)*c & 0xC0) != 0x80;
    while (text_word(&at, &word, &length))
        words++;
    return letters > KEY_LETTERS || words > KEY_WORDS || strpbrk(text, "\r\n");
}

static const char *check_key(const char *text, struct arena *arena)
{
    if (is_longer_than_a_name(text))
        return "this is longer than a name. Words about people are not kept here; shorten it, or "
               "leave it out";
    if (has_control(text))
        return "it holds a control character";
    uint32_t unseen = text_unseen(text);
    return unseen ? arena_format(arena,
                                 "it holds the character U+%04X, which cannot be seen and would "
                                 "make it another name. Take it out",
                                 (unsigned)unseen)
                  : NULL;
}

/* Of answers these have readers of their own, which quote what they cannot take. */
static bool is_read_elsewhere(enum entry_kind kind, int field)
{
    return kind == ENTRY_ANSWERS && field >= ANSWERS_DATE && field <= ANSWERS_ANSWER;
}

/* One of several parted by `;`. */
static const char *check_part(const struct column *column, const char *part, struct arena *arena)
{
    if (!*part)
        return "between two `;` there is nothing";
    if (column->type == COLUMN_KEYS)
        return check_key(part, arena);
    return column_takes(column, part) || is_no_answer(part) ? NULL : no_code(column, part, arena);
}

/* Several parted by `;`, kept without spaces around them. */
static const char *check_parts(const struct column *column, const char **text, struct arena *arena)
{
    const char *kept = "";
    for (const char *at = *text, *end; at; at = end ? end + 1 : NULL) {
        end = strchr(at, ';');
        size_t length = end ? (size_t)(end - at) : strlen(at);
        for (; length > 0 && *at == ' '; at++)
            length--;
        while (length > 0 && at[length - 1] == ' ')
            length--;
        const char *part = arena_copy(arena, at, length);
        const char *wrong = check_part(column, part, arena);
        if (wrong)
            return wrong;
        kept = *kept ? arena_format(arena, "%s;%s", kept, part) : part;
    }
    *text = kept;
    return NULL;
}

static const char *check_code(const struct column *column, const char *text, struct arena *arena)
{
    if (column_takes(column, text))
        return NULL;
    return no_code(column, text, arena);
}

static const char *check_kind(const char *text, struct arena *arena)
{
    if (event_kind_is(text))
        return NULL;
    const char *near = text_nearest(text, event_kind, event_kind_count);
    const char *slash = strchr(text, '/');
    if (slash)
        near = NULL;
    return arena_format(arena, "%s is not a kind of event%s%s%s%s", entry_word(text, arena),
                        near ? ". Did you mean `" : "", near ? near : "", near ? "`?" : "",
                        slash ? ". Write what is behind the / in the column `subtype`" : "");
}

/* Dates of events may be as vague as a year; a birth may be a year; the rest are days. */
static const char *check_date(enum entry_kind kind, const char *name, const char *text,
                              struct arena *arena)
{
    struct days days;
    bool vague = kind == ENTRY_EVENT || (strcmp(name, "born") == 0 && strlen(text) == 4);
    bool good = vague ? days_read(text, &days) : day_read(text, &days.low);
    return good ? NULL : no_date(text, arena);
}

static const char *check_time(const char **text, struct arena *arena)
{
    int minutes = minutes_read(*text);
    if (minutes < 0)
        return arena_format(arena, "%s is not a time. Write it as 23:40", entry_word(*text, arena));
    *text = arena_format(arena, "%02d:%02d", minutes / 60, minutes % 60);
    return NULL;
}

static const char *check_whole(enum entry_kind kind, const char *text, struct arena *arena)
{
    int64_t number;
    if ((text_whole(text, &number) && number >= 0 && number <= INT32_MAX) ||
        (kind == ENTRY_PERSON && is_no_answer(text)))
        return NULL;
    return arena_format(arena, "%s is not a whole number from 0 up", entry_word(text, arena));
}

const char *entry_check_field(enum entry_kind kind, int field, const char **text,
                              struct arena *arena)
{
    static const struct column yes_no = {"", COLUMN_CODE, "yes no unknown"};
    const struct column *column = column_of(kind, field);
    if (kind == ENTRY_EVENT && field == EVENT_KIND)
        return check_kind(*text, arena);
    if (is_read_elsewhere(kind, field))
        return has_control(*text) ? "it holds a control character" : NULL;
    switch (column->type) {
    case COLUMN_KEY:
        return check_key(*text, arena);
    case COLUMN_CODE:
        return check_code(column, *text, arena);
    case COLUMN_CODES:
    case COLUMN_KEYS:
        return check_parts(column, text, arena);
    case COLUMN_DATE:
        return check_date(kind, column->name, *text, arena);
    case COLUMN_TIME:
        return check_time(text, arena);
    case COLUMN_WHOLE:
        return check_whole(kind, *text, arena);
    case COLUMN_YES_NO:
        return check_code(&yes_no, *text, arena);
    case COLUMN_WORDS:
        break;
    }
    return "words are kept only encrypted, and this version cannot keep them yet. Leave it out";
}
