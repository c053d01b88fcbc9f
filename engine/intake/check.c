/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole entry: its fields one by one, then what they say together. */
#include <string.h>

#include "intake/entry.h"

static enum entry_state wrong(struct why *why, const char *what)
{
    why->what = what;
    why->remedy = NULL;
    return ENTRY_WRONG;
}

static enum entry_state wrong_cell(struct why *why, const char *column, const char *what,
                                   struct arena *arena)
{
    return wrong(why, column ? arena_format(arena, "column %s: %s", column, what) : what);
}

/* The first `count` fields of a kind are needed. */
static enum entry_state check_needed(const struct entry *entry, int count, struct arena *arena,
                                     struct why *why)
{
    for (int i = 0; i < count; i++) {
        const struct entry_cell *cell = &entry->cells[i];
        if (!cell->text)
            return wrong(
                why, arena_format(arena, "no `%s`: column %s is empty", entry_field(entry->kind, i),
                                  cell->column ? cell->column : entry_field(entry->kind, i)));
    }
    return ENTRY_GOOD;
}

static enum entry_state check_field(struct entry *entry, int field, struct arena *arena,
                                    struct why *why)
{
    struct entry_cell *cell = &entry->cells[field];
    if (!cell->text)
        return ENTRY_GOOD;
    const char *sentence = entry_check_field(entry->kind, field, &cell->text, arena);
    return sentence ? wrong_cell(why, cell->column, sentence, arena) : ENTRY_GOOD;
}

static enum entry_state check_fields(struct entry *entry, struct arena *arena, struct why *why)
{
    int count = entry_fields(entry->kind);
    for (int i = 0; i < count; i++)
        if (check_field(entry, i, arena, why) != ENTRY_GOOD)
            return ENTRY_WRONG;
    return ENTRY_GOOD;
}

/* --- events ---------------------------------------------------------------------------------- */

static enum entry_state check_interval(const struct entry *entry, struct arena *arena,
                                       struct why *why)
{
    struct days begin, end;
    const struct entry_cell *until = &entry->cells[EVENT_COLUMNS_FROM + EVENT_until];
    if (until->text && days_read(entry->cells[EVENT_DATE].text, &begin) &&
        days_read(until->text, &end) && end.high < begin.low)
        return wrong_cell(why, until->column, "it ends before it begins", arena);
    return ENTRY_GOOD;
}

static enum entry_state check_account(const struct entry *entry, struct arena *arena,
                                      struct why *why)
{
    const struct entry_cell *outcome = &entry->cells[EVENT_COLUMNS_FROM + EVENT_outcome];
    const char *by = entry->cells[EVENT_COLUMNS_FROM + EVENT_outcome_by].text;
    if (outcome->text && strcmp(outcome->text, "made_worse") == 0 && by &&
        strcmp(by, "person") != 0)
        return wrong_cell(why, outcome->column,
                          "only the person can say made_worse, and `outcome_by` is somebody else",
                          arena);
    return ENTRY_GOOD;
}

static enum entry_state check_event(struct entry *entry, struct arena *arena, struct why *why)
{
    enum entry_state state = check_needed(entry, EVENT_KIND + 1, arena, why);
    if (state == ENTRY_GOOD)
        state = check_fields(entry, arena, why);
    if (state == ENTRY_GOOD)
        state = check_interval(entry, arena, why);
    return state == ENTRY_GOOD ? check_account(entry, arena, why) : state;
}

/* --- people ---------------------------------------------------------------------------------- */

static enum entry_state check_person(struct entry *entry, struct arena *arena, struct why *why)
{
    enum entry_state state = check_needed(entry, PERSON_PERSON + 1, arena, why);
    if (state == ENTRY_GOOD)
        state = check_fields(entry, arena, why);
    if (state != ENTRY_GOOD)
        return state;
    const struct entry_cell *since = &entry->cells[entry_field_of(ENTRY_PERSON, "since")];
    const struct entry_cell *until = &entry->cells[entry_field_of(ENTRY_PERSON, "until")];
    if (since->text && until->text && strcmp(until->text, since->text) < 0)
        return wrong_cell(why, until->column, "it is before `since`", arena);
    return ENTRY_GOOD;
}

/* --- answers --------------------------------------------------------------------------------- */

/* A day, or an order: `#2`. */
static enum entry_state read_when(struct entry *entry, struct arena *arena, struct why *why)
{
    const struct entry_cell *cell = &entry->cells[ANSWERS_DATE];
    int64_t place;
    if (cell->text[0] == '#') {
        if (!text_whole(cell->text + 1, &place) || place < 1 || place > INT32_MAX)
            return wrong_cell(why, cell->column,
                              arena_format(arena, "%s is not an order. Write #1, #2, #3",
                                           entry_word(cell->text, arena)),
                              arena);
        entry->head.place = (int)place;
        return ENTRY_GOOD;
    }
    if (!day_read(cell->text, &entry->head.date))
        return wrong_cell(
            why, cell->column,
            arena_format(arena, "%s is not a date. Write it as 2024-03-31, or as an order, #2",
                         entry_word(cell->text, arena)),
            arena);
    return ENTRY_GOOD;
}

/* The place of `word` among `words`, which is its number in the store; `absent` when there is none.
 */
static int number_of(const char *words, const char *wanted, int absent)
{
    const char *at = words, *word;
    size_t length;
    for (int n = 0; wanted && text_word(&at, &word, &length); n++)
        if (strlen(wanted) == length && memcmp(word, wanted, length) == 0)
            return n;
    return absent;
}

static enum entry_state check_version(const struct entry *entry, struct arena *arena,
                                      struct why *why)
{
    const struct entry_cell *cell = &entry->cells[ANSWERS_VERSION];
    const struct instrument *instrument = entry->instrument;
    if (!cell->text || strcmp(cell->text, instrument->version) == 0)
        return ENTRY_GOOD;
    return wrong_cell(why, cell->column,
                      arena_format(arena, "there is no version %s of %s here; it is version %s",
                                   entry_word(cell->text, arena), instrument->id,
                                   instrument->version),
                      arena);
}

/* The instrument says "optimistic is 6; its answers run from 1 to 5", which names the item; here
 * the column is named already, and the instrument is not. */
static const char *no_answer_sentence(const struct entry *entry, const char *text, const char *said,
                                      struct arena *arena)
{
    static const char allowed[] = "; its answers ";
    const char *at = strstr(said, allowed);
    if (!at)
        return arena_text(arena, said);
    return arena_format(arena, "%s is not an answer of %s; they %s", entry_word(text, arena),
                        entry->instrument->id, at + strlen(allowed));
}

/* An answer as the store keeps it. A code of one digit, as most are, is kept as it is written. */
static const char *token_of(const struct answer *answer, const char *text, struct arena *arena)
{
    if (answer->kind == ANSWER_CODE && text[0] >= '0' && text[0] <= '9' && !text[1])
        return text;
    struct text token = {0};
    instrument_token(answer, &token);
    const char *kept = arena_copy(arena, token.bytes, token.length);
    text_free(&token);
    return kept;
}

static enum entry_state check_item(struct entry *entry, size_t item, struct arena *arena,
                                   struct why *why)
{
    const struct entry_cell *cell = &entry->items[item];
    const struct item *about = &entry->instrument->items[item];
    struct answer answer;
    struct fault fault;
    entry->tokens[item] = "-";
    if (!cell->text)
        return ENTRY_GOOD;
    bool read = instrument_read_item(entry->instrument, item, cell->text, arena, &answer, &fault);
    if (about->words && (!read || answer.kind == ANSWER_WORDS))
        return wrong_cell(
            why, cell->column,
            arena_format(arena,
                         "%s is answered in words. Words are kept only encrypted, and this "
                         "version cannot keep them yet. Leave it empty",
                         about->id),
            arena);
    if (!read)
        return wrong_cell(why, cell->column,
                          no_answer_sentence(entry, cell->text, fault.text, arena), arena);
    entry->tokens[item] = token_of(&answer, cell->text, arena);
    return ENTRY_GOOD;
}

static bool says_nothing(const struct entry *entry)
{
    for (size_t i = 0; i < entry->instrument->item_count; i++)
        if (entry->items[i].text)
            return false;
    return true;
}

static enum entry_state check_items(struct entry *entry, struct arena *arena, struct why *why)
{
    enum entry_state state = ENTRY_GOOD;
    size_t count = entry->instrument->item_count;
    entry->tokens = arena_array(arena, count, sizeof *entry->tokens);
    if (entry->item != NO_FIELD)
        return check_item(entry, (size_t)entry->item, arena, why);
    for (size_t i = 0; i < count && state == ENTRY_GOOD; i++)
        state = check_item(entry, i, arena, why);
    return state == ENTRY_GOOD && says_nothing(entry) ? ENTRY_EMPTY : state;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool in_head(int field)
{
    return field != ANSWERS_ITEM && field != ANSWERS_ANSWER;
}

static bool said_before(const struct entry *entry)
{
    const struct head_before *before = entry->before;
    if (!before || before->instrument != entry->instrument)
        return false;
    for (int i = 0; i < ANSWERS_FIELDS; i++)
        if (in_head(i) && !same_text(entry->cells[i].text, before->texts[i]))
            return false;
    return true;
}

static void remember(const struct entry *entry)
{
    struct head_before *before = entry->before;
    size_t used = 0;
    before->instrument = NULL;
    for (int i = 0; i < ANSWERS_FIELDS; i++) {
        const char *text = in_head(i) ? entry->cells[i].text : NULL;
        size_t size = text ? strlen(text) + 1 : 0;
        if (size > sizeof before->room - used)
            return;
        before->texts[i] = text ? memcpy(before->room + used, text, size) : NULL;
        used += size;
    }
    before->instrument = entry->instrument;
    before->head = entry->head;
}

/* Area answers have a file of their own kind. */
static enum entry_state check_about(const struct entry *entry, struct arena *arena, struct why *why)
{
    if (!entry->instrument->about_area)
        return ENTRY_GOOD;
    return wrong_cell(why, "instrument",
                      arena_format(arena,
                                   "%s is answered about an area, by seat, and this file is about "
                                   "people. Its file has the columns area and seat, not person",
                                   entry->instrument->id),
                      arena);
}

static enum entry_state check_head(struct entry *entry, struct arena *arena, struct why *why)
{
    const struct entry_cell *cells = entry->cells;
    if (check_needed(entry, ANSWERS_DATE + 1, arena, why) != ENTRY_GOOD ||
        check_fields(entry, arena, why) != ENTRY_GOOD ||
        read_when(entry, arena, why) != ENTRY_GOOD ||
        check_about(entry, arena, why) != ENTRY_GOOD ||
        check_version(entry, arena, why) != ENTRY_GOOD)
        return ENTRY_WRONG;
    struct answers_head *head = &entry->head;
    head->time = cells[ANSWERS_TIME].text ? minutes_read(cells[ANSWERS_TIME].text) : -1;
    head->by = number_of(raters, cells[ANSWERS_BY].text, 0);
    head->mode = number_of(modes, cells[ANSWERS_MODE].text, 0);
    const char *by = cells[ANSWERS_BY].text ? cells[ANSWERS_BY].text : "person";
    head->scored = text_has_word(entry->instrument->raters, by);
    if (entry->before)
        remember(entry);
    return ENTRY_GOOD;
}

static enum entry_state check_answers(struct entry *entry, struct arena *arena, struct why *why)
{
    bool again = said_before(entry);
    if (again)
        entry->head = entry->before->head;
    enum entry_state state =
        again ? check_field(entry, ANSWERS_ANSWER, arena, why) : check_head(entry, arena, why);
    return state == ENTRY_GOOD ? check_items(entry, arena, why) : state;
}

enum entry_state entry_check(struct entry *entry, struct arena *arena, struct why *why)
{
    if (entry->kind == ENTRY_EVENT)
        return check_event(entry, arena, why);
    return entry->kind == ENTRY_PERSON ? check_person(entry, arena, why)
                                       : check_answers(entry, arena, why);
}
