/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Is a cell a value of its field? One check a type of column. */
#include <string.h>

#include "ground/clock.h"
#include "intake/entry.h"
#include "intake/intake.h"

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

/* Digits and dashes as in a date, of a day that the calendar does not have. */
static bool is_no_such_day(const char *text)
{
    static const char form[] = "0000-00-00";
    size_t i = 0;
    while (form[i] && (form[i] == '-' ? text[i] == '-' : text[i] >= '0' && text[i] <= '9'))
        i++;
    return !form[i] && !text[i];
}

const char *entry_no_day(const char *text, struct arena *arena)
{
    return is_no_such_day(text)
               ? arena_format(arena, "%s: there is no such day; a date is written as 2024-03-31",
                              text)
               : NULL;
}

static const char *no_date(const char *name, const char *text, struct arena *arena)
{
    if (strcmp(name, "born") == 0)
        return arena_format(arena,
                            "%s is not a date. Write a year, 1985, or a "
                            "date, 1985-03-31",
                            entry_word(text, arena));
    const char *no_day = entry_no_day(text, arena);
    if (no_day)
        return no_day;
    return arena_format(arena, "%s is not a date. Write it as 2024-03-31%s",
                        entry_word(text, arena),
                        strchr(text, 'T') ? ", and the time in a column `time`" : "");
}

/* NULL where it has no control character; a line break, as from a spreadsheet, is named as such. */
static const char *what_control(const char *text)
{
    if (strpbrk(text, "\r\n"))
        return "it holds a line break. Take it out";
    for (; *text; text++)
        if ((unsigned char)*text < ' ' || *text == 0x7F)
            return "it holds a control character";
    return NULL;
}

const char *entry_nearest_word(const char *text, const char *words, struct arena *arena)
{
    const char **names = arena_array(arena, strlen(words) / 2 + 1, sizeof *names), *word;
    size_t count = 0, length;
    while (text_word(&words, &word, &length))
        names[count++] = arena_copy(arena, word, length);
    return text_nearest(text, names, count);
}

static const char *no_code(const struct column *column, const char *text, struct arena *arena)
{
    const char *quote = entry_word(text, arena);
    if (!column->codes)
        return arena_format(arena,
                            "%s is not a code: letters, digits and _, beginning with a letter. An "
                            "intake maps words to codes",
                            quote);
    const char *near = entry_nearest_word(text, column->codes, arena);
    return arena_format(arena, "%s is not one of its codes, which are: %s%s%s%s", quote,
                        column->codes, near ? ". Did you mean `" : "", near ? near : "",
                        near ? "`?" : "");
}

/* The self-described fields of a people file take these like codes. */
bool entry_is_no_answer(const char *word)
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
    return letters > KEY_LETTERS || words > KEY_WORDS;
}

static const char *check_key(const char *text, struct arena *arena)
{
    if (is_longer_than_a_name(text))
        return "this is longer than a name. Words about people are not kept here; shorten it, or "
               "leave it out";
    const char *control = what_control(text);
    if (control)
        return control;
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
    return entry_is_answers(kind) &&
           ((field >= ANSWERS_DATE && field <= ANSWERS_ANSWER) || field == ANSWERS_FORM);
}

static bool is_kind_of_event(enum entry_kind kind, int field)
{
    return (kind == ENTRY_EVENT && field == EVENT_KIND) ||
           (kind == ENTRY_COLLECTS && field == COLLECTS_KIND);
}

/* One of several parted by `;`. */
static const char *check_part(const struct column *column, const char *part, struct arena *arena)
{
    if (!*part)
        return "between two `;` there is nothing. Take one `;` out";
    if (column->type == COLUMN_KEYS)
        return check_key(part, arena);
    return column_takes(column, part) || entry_is_no_answer(part) ? NULL
                                                                  : no_code(column, part, arena);
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
                        slash  ? ". Write what is behind the / in the column `subtype`"
                        : near ? ""
                               : ". `alongside explain kind` names them all");
}

/* The first day that anything is kept of: what is before is a year of two digits, or a day that
 * some program writes for none. */
enum { FIRST_KEPT_YEAR = 1900 };

const char *entry_check_days(enum entry_kind kind, struct days days, const char *text,
                             struct arena *arena)
{
    if (days.low < day_of(FIRST_KEPT_YEAR, 1, 1))
        return arena_format(arena, "%s is before anything here: write the year as 2024", text);
    if (kind != ENTRY_EVENT && days.low > clock_today())
        return arena_format(arena, "%s is still to come: only an event may be planned", text);
    return NULL;
}

/* Is this the day that something was, and not one of a person's life or of a span? */
static bool is_day_it_was(enum entry_kind kind, const char *name)
{
    return (kind == ENTRY_EVENT || kind == ENTRY_GOAL || kind == ENTRY_NOTE) &&
           strcmp(name, "date") == 0;
}

/* Dates of events may be as vague as a year; a birth may be a year; the rest are days. */
static const char *check_date(enum entry_kind kind, const char *name, const char *text,
                              struct arena *arena)
{
    struct days days;
    bool vague = kind == ENTRY_EVENT || (strcmp(name, "born") == 0 && strlen(text) == 4);
    bool good = vague ? days_read(text, &days) : day_read(text, &days.low);
    if (!good)
        return no_date(name, text, arena);
    return is_day_it_was(kind, name) ? entry_check_days(kind, days, text, arena) : NULL;
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
        (kind == ENTRY_PERSON && entry_is_no_answer(text)))
        return NULL;
    return arena_format(arena, "%s is not a whole number from 0 up", entry_word(text, arena));
}

/* --- words ----------------------------------------------------------------------------------- */

enum { WORDS_MOST = 100000 }; /* bytes */

/* Has it a control character that is no line break? Those of C1 are two bytes long. */
static bool has_control_in_words(const char *text)
{
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text, next = (unsigned char)text[1];
        if ((c < ' ' && c != '\n') || c == 0x7F || (c == 0xC2 && next < 0xA0))
            return true;
    }
    return false;
}

/* Line breaks as one byte, so that the same words are the same from any editor. */
static const char *with_plain_breaks(const char *text, struct arena *arena)
{
    if (!strchr(text, '\r'))
        return text;
    char *kept = arena_text(arena, text), *to = kept;
    for (const char *at = text; *at; at++)
        if (*at != '\r' || at[1] != '\n')
            *to++ = *at;
    *to = '\0';
    return kept;
}

const char *entry_check_words(const char **text, struct arena *arena)
{
    size_t length = strlen(*text);
    if (length > WORDS_MOST)
        return "these words are longer than 100,000 bytes. Write them in two rows";
    if (text_utf8_end(*text, length) < length)
        return "these words are not UTF-8. Save the file as UTF-8, or give its `encoding` in an "
               "intake";
    *text = with_plain_breaks(*text, arena);
    return has_control_in_words(*text)
               ? "these words hold a control character that is no line break. Take it out"
               : NULL;
}

/* --- any field ------------------------------------------------------------------------------- */

const char *entry_check_field(enum entry_kind kind, int field, const char **text,
                              struct arena *arena)
{
    static const struct column yes_no = {"", COLUMN_CODE, "yes no unknown"};
    const struct column *column = entry_column(kind, field);
    if (is_kind_of_event(kind, field))
        return check_kind(*text, arena);
    if (is_read_elsewhere(kind, field))
        return what_control(*text);
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
    return entry_check_words(text, arena);
}

const char *intake_no_area(const char *name, struct arena *arena)
{
    if (!*name)
        return "it has no name";
    if (text_utf8_end(name, strlen(name)) < strlen(name))
        return "it is not UTF-8";
    return entry_check_field(ENTRY_AREA, AREA_AREA, &name, arena);
}
