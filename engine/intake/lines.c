/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records as dated lines with what they are about in front, a person or a service, in one form, so
 * that two can be compared as texts. */
#include <stdlib.h>
#include <string.h>

#include "intake/gives.h"

enum { PAIRS_MOST = EVENT_COLUMNS_FROM + EVENT_COLUMN_COUNT };

struct pairs {
    const char *texts[PAIRS_MOST]; /* name=value */
    size_t count;
};

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Within quotes a quote, a backslash and a line break are written \", \\ and \n. */
static const char *quoted(const char *text, struct arena *arena)
{
    struct text out = {0};
    text_char(&out, '"');
    for (; *text; text++) {
        if (strchr("\"\\\n", *text))
            text_char(&out, '\\');
        text_char(&out, *text == '\n' ? 'n' : *text);
    }
    text_char(&out, '"');
    const char *kept = arena_copy(arena, out.bytes, out.length);
    text_free(&out);
    return kept;
}

/* A value with a space, a quote or a line break in it stands in quotes. */
static const char *word_of(const char *text, struct arena *arena)
{
    return text[strcspn(text, " \"\n")] ? quoted(text, arena) : text;
}

static void add_pairs(struct pairs *pairs, struct text *line)
{
    qsort(pairs->texts, pairs->count, sizeof *pairs->texts, by_bytes);
    for (size_t i = 0; i < pairs->count; i++)
        text_format(line, " %s", pairs->texts[i]);
}

/* --- from an entry --------------------------------------------------------------------------- */

/* Fields that have a place of their own in a line, not written name=value. */
static bool has_own_place(enum entry_kind kind, int field)
{
    const char *name = entry_field(kind, field);
    if (field == ENTRY_WHO || strcmp(name, "date") == 0)
        return true;
    if (kind == ENTRY_EVENT)
        return text_has_word("kind time until until_time subtype", name);
    return entry_is_answers(kind) ? text_has_word("instrument item answer words time", name)
                                  : strcmp(name, "time") == 0;
}

static void entry_pairs(const struct entry *entry, struct pairs *pairs, struct arena *arena)
{
    for (int i = 0; i < entry_fields(entry->kind); i++) {
        const struct entry_cell *cell = &entry->cells[i];
        if (cell->text && !cell->constant && !has_own_place(entry->kind, i))
            pairs->texts[pairs->count++] = arena_format(arena, "%s=%s", entry_field(entry->kind, i),
                                                        word_of(cell->text, arena));
    }
}

static const char *field_text(const struct entry *entry, const char *name)
{
    int field = entry_field_of(entry->kind, name);
    return field == NO_FIELD ? NULL : entry->cells[field].text;
}

static void add_when(const struct entry *entry, struct text *line)
{
    const char *date = field_text(entry, "date"), *time = field_text(entry, "time");
    if (date)
        text_format(line, " %s", date);
    if (time)
        text_format(line, "T%s", time);
}

static void add_event(const struct entry *entry, struct text *line)
{
    const struct entry_cell *columns = entry->cells + EVENT_COLUMNS_FROM;
    if (columns[EVENT_until].text)
        text_format(line, "..%s", columns[EVENT_until].text);
    if (columns[EVENT_until_time].text)
        text_format(line, "T%s", columns[EVENT_until_time].text);
    text_format(line, " %s", entry->cells[EVENT_KIND].text);
    if (columns[EVENT_subtype].text)
        text_format(line, "/%s", columns[EVENT_subtype].text);
}

static void add_tokens(const struct entry *entry, struct text *line)
{
    text_put(line, " :");
    for (size_t i = 0; i < entry->instrument->item_count; i++)
        text_format(line, " %s", entry->tokens[i]);
}

static const char *line_kept(struct text *line, struct arena *arena)
{
    const char *kept = arena_copy(arena, line->bytes, line->length);
    text_free(line);
    return kept;
}

const char *line_of(const struct entry *entry, struct arena *arena)
{
    struct text line = {0};
    struct pairs pairs = {.count = 0};
    text_put(&line, word_of(entry->cells[ENTRY_WHO].text, arena));
    add_when(entry, &line);
    if (entry->kind == ENTRY_EVENT)
        add_event(entry, &line);
    else
        text_format(&line, " %s",
                    entry_is_answers(entry->kind) ? entry->instrument->id
                                                  : entry_kind_word(entry->kind));
    entry_pairs(entry, &pairs, arena);
    add_pairs(&pairs, &line);
    if (entry_is_answers(entry->kind))
        add_tokens(entry, &line);
    return line_kept(&line, arena);
}

/* --- from an example ------------------------------------------------------------------------- */

/* The next word; a space inside quotes parts nothing. A # with a space behind it begins a remark.
 */
static const char *next_word(const char **at, struct arena *arena)
{
    bool in_quotes = false;
    *at += strspn(*at, " \t\r");
    const char *from = *at;
    if (*from == '#' && (from[1] == ' ' || from[1] == '\0'))
        return NULL;
    while (**at && (in_quotes || !strchr(" \t\r", **at))) {
        in_quotes ^= **at == '"';
        *at += 1 + (in_quotes && **at == '\\' && (*at)[1]);
    }
    return *at > from ? arena_copy(arena, from, (size_t)(*at - from)) : NULL;
}

/* Does some record set this field to just this? Then the line need not say it. */
static bool is_set(const struct intake *intake, const char *pair, struct arena *arena)
{
    for (size_t i = 0; i < intake->count; i++) {
        const struct gives *gives = &intake->gives[i];
        for (size_t j = 0; j < gives->set_count; j++) {
            const char *name = entry_field(gives->kind, gives->sets[j].field);
            if (strcmp(pair, arena_format(arena, "%s=%s", name,
                                          word_of(gives->sets[j].text, arena))) == 0)
                return true;
        }
    }
    return false;
}

static const struct instrument *instrument_named(const struct intake *intake, const char *id)
{
    for (size_t i = 0; i < intake->count; i++)
        if (intake->gives[i].instrument && strcmp(intake->gives[i].instrument->id, id) == 0)
            return intake->gives[i].instrument;
    return NULL;
}

static bool read_tokens(const struct instrument *instrument, const char *tokens, struct text *line,
                        struct arena *arena, const char **sentence)
{
    struct fault fault;
    if (!instrument) {
        *sentence = "only answers have tokens behind a colon";
        return false;
    }
    struct answer *answers = arena_array(arena, instrument->item_count, sizeof *answers);
    if (!instrument_read(instrument, tokens, true, arena, answers, &fault)) {
        *sentence = arena_text(arena, fault.text);
        return false;
    }
    text_put(line, " :");
    for (size_t i = 0; i < instrument->item_count; i++) {
        text_char(line, ' ');
        instrument_token(&answers[i], line);
    }
    return true;
}

/* Person, date and kind as they stand; then fields in any order; then tokens. */
static bool read_words(const struct intake *intake, const char *at, struct text *line,
                       struct arena *arena, const char **sentence)
{
    struct pairs pairs = {.count = 0};
    const struct instrument *instrument = NULL;
    const char *word, *tokens = NULL;
    for (size_t n = 0; (word = next_word(&at, arena)); n++) {
        if (strcmp(word, ":") == 0) {
            tokens = at;
            break;
        }
        if (n > 1 && strchr(word, '=') && pairs.count < PAIRS_MOST) {
            if (!is_set(intake, word, arena))
                pairs.texts[pairs.count++] = word;
            continue;
        }
        if (n > 0 && !instrument)
            instrument = instrument_named(intake, word);
        text_format(line, "%s%s", n ? " " : "", word);
    }
    add_pairs(&pairs, line);
    return !tokens || read_tokens(instrument, tokens, line, arena, sentence);
}

const char *line_read(const struct intake *intake, const char *text, struct arena *arena,
                      const char **sentence)
{
    struct text line = {0};
    text_put(&line, "");
    if (read_words(intake, text, &line, arena, sentence))
        return line_kept(&line, arena);
    text_free(&line);
    return NULL;
}
