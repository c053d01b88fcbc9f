/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole row of answers: whose and when, and each answer as the token that the store keeps. */
#include <ctype.h>
#include <string.h>

#include "intake/check.h"

/* A day, or an order: `#2`. */
static enum entry_state read_when(struct entry *entry, struct arena *arena, struct why *why)
{
    const struct entry_cell *cell = &entry->cells[ANSWERS_DATE];
    int64_t place;
    if (cell->text[0] == '#') {
        if (!text_whole(cell->text + 1, &place) || place < 1 || place > INT32_MAX)
            return check_wrong(why, cell->column,
                               arena_format(arena, "%s is not an order. Write #1, #2, #3",
                                            entry_word(cell->text, arena)),
                               arena);
        entry->head.place = (int)place;
        return ENTRY_GOOD;
    }
    const char *no_day = entry_no_day(cell->text, arena);
    if (!day_read(cell->text, &entry->head.date))
        return check_wrong(
            why, cell->column,
            no_day ? no_day
                   : arena_format(arena,
                                  "%s is not a date. Write it as 2024-03-31, or as an order, #2",
                                  entry_word(cell->text, arena)),
            arena);
    day date = entry->head.date;
    const char *sentence =
        entry_check_days(entry->kind, (struct days){date, date}, cell->text, arena);
    return sentence ? check_wrong(why, cell->column, sentence, arena) : ENTRY_GOOD;
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

/* `not_applicable` for "Not applicable"; NULL: the text is near to no kind of no answer. */
static const char *nearest_no_answer(const char *text, struct arena *arena)
{
    char *word = arena_text(arena, text);
    for (char *c = word; *c; c++)
        *c = *c == ' ' || *c == '-' ? '_' : (char)tolower((unsigned char)*c);
    return text_nearest(word, no_answer_word, NO_ANSWER_KINDS);
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
    const char *near = nearest_no_answer(text, arena);
    return arena_format(arena, "%s is not an answer of %s; they %s%s%s%s", entry_word(text, arena),
                        entry->instrument->id, at + strlen(allowed), near ? ". Did you mean `" : "",
                        near ? near : "", near ? "`?" : "");
}

static const char *token_text(const struct answer *answer, struct arena *arena)
{
    struct text token = {0};
    instrument_token(answer, &token);
    const char *kept = token.length ? arena_copy(arena, token.bytes, token.length) : "-";
    text_free(&token);
    return kept;
}

/* An answer as the store keeps it. A code of one digit, as most are, is kept as it is written. */
static const char *token_of(const struct answer *answer, const char *text, struct arena *arena)
{
    bool as_written = answer->kind == ANSWER_CODE && text[0] >= '0' && text[0] <= '9' && !text[1];
    return as_written ? text : token_text(answer, arena);
}

static const char *forms_of(const struct entry *entry)
{
    return entry->cells[ANSWERS_FORM].text;
}

static enum entry_state check_code(struct entry *entry, size_t item, struct arena *arena,
                                   struct why *why)
{
    const struct entry_cell *cell = &entry->items[item];
    struct answer answer;
    struct fault fault;
    if (!cell->text)
        return ENTRY_GOOD;
    if (!instrument_read_item_form(entry->instrument, forms_of(entry), item, cell->text, arena,
                                   &answer, &fault))
        return check_wrong(why, cell->column,
                           no_answer_sentence(entry, cell->text, fault.text, arena), arena);
    entry->tokens[item] =
        forms_of(entry) ? token_text(&answer, arena) : token_of(&answer, cell->text, arena);
    return ENTRY_GOOD;
}

/* --- what was said --------------------------------------------------------------------------- */

static void keep_said(struct entry *entry, size_t item, const char *words, struct arena *arena)
{
    if (!entry->said)
        entry->said = arena_array(arena, entry->instrument->item_count, sizeof *entry->said);
    entry->said[item] = words;
    entry->tokens[item] = "+";
}

/* Is the cell of an item answered in words + or a kind of no answer? Its token then, else NULL. */
static const char *word_token(const struct entry *entry, size_t item, struct arena *arena)
{
    struct answer answer;
    struct fault fault;
    const char *text = entry->items[item].text;
    if (!text)
        return "-";
    bool read = instrument_read_item(entry->instrument, item, text, arena, &answer, &fault);
    return read ? token_text(&answer, arena) : NULL;
}

/* With a column an item, the cell is what was said. */
static enum entry_state check_said(struct entry *entry, size_t item, struct arena *arena,
                                   struct why *why)
{
    struct entry_cell *cell = &entry->items[item];
    const char *token = word_token(entry, item, arena);
    const char *sentence = token ? NULL : entry_check_words(&cell->text, arena);
    if (sentence)
        return check_wrong(why, cell->column, sentence, arena);
    if (token)
        entry->tokens[item] = token;
    else
        keep_said(entry, item, cell->text, arena);
    return ENTRY_GOOD;
}

/* With a row an item, what was said stands in `words`, and + or nothing in `answer`. */
static enum entry_state check_said_beside(struct entry *entry, size_t item, struct arena *arena,
                                          struct why *why)
{
    const struct entry_cell *cell = &entry->items[item], *words = &entry->cells[ANSWERS_WORDS];
    const char *token = word_token(entry, item, arena);
    if (!token)
        return check_wrong(why, cell->column,
                           arena_format(arena,
                                        "%s is answered in words. Write + here, and the "
                                        "words in the column `words`",
                                        entry->instrument->items[item].id),
                           arena);
    entry->tokens[item] = token;
    if (!words->text)
        return ENTRY_GOOD;
    if (*token != '+' && *token != '-')
        return check_wrong(why, words->column,
                           "there are words, and `answer` says that there is no answer. Leave one "
                           "of them out",
                           arena);
    keep_said(entry, item, words->text, arena);
    return ENTRY_GOOD;
}

static bool is_no_answer_token(const char *token)
{
    return !token[1] && memchr(no_answer_token, *token, NO_ANSWER_KINDS);
}

/* What is not asked of a seat has no answer. */
static enum entry_state check_asked(const struct entry *entry, size_t item, struct arena *arena,
                                    struct why *why)
{
    const struct item *about = &entry->instrument->items[item];
    const char *token = entry->tokens[item], *seat = entry->cells[ANSWERS_SEAT].text;
    if (entry->kind != ENTRY_AREA_ANSWERS || !about->seats || text_has_word(about->seats, seat) ||
        (is_no_answer_token(token)))
        return ENTRY_GOOD;
    return check_wrong(
        why, entry->items[item].column,
        arena_format(arena, "%s is asked of %s only. Leave it empty", about->id, about->seats),
        arena);
}

static enum entry_state check_item(struct entry *entry, size_t item, struct arena *arena,
                                   struct why *why)
{
    const struct item *about = &entry->instrument->items[item];
    const struct entry_cell *words = &entry->cells[ANSWERS_WORDS];
    if (about->words)
        return entry->item == NO_FIELD ? check_said(entry, item, arena, why)
                                       : check_said_beside(entry, item, arena, why);
    if (words->text)
        return check_wrong(
            why, words->column,
            arena_format(arena, "%s is not answered in words. Leave it empty", about->id), arena);
    return check_code(entry, item, arena, why);
}

/* --- the row --------------------------------------------------------------------------------- */

static bool says_nothing(const struct entry *entry)
{
    for (size_t i = 0; i < entry->instrument->item_count; i++)
        if (entry->items[i].text)
            return false;
    return true;
}

static enum entry_state check_one(struct entry *entry, size_t item, struct arena *arena,
                                  struct why *why)
{
    entry->tokens[item] = "-";
    enum entry_state state = check_item(entry, item, arena, why);
    return state == ENTRY_GOOD ? check_asked(entry, item, arena, why) : state;
}

static enum entry_state check_items(struct entry *entry, struct arena *arena, struct why *why)
{
    enum entry_state state = ENTRY_GOOD;
    size_t count = entry->instrument->item_count;
    entry->tokens = arena_array(arena, count, sizeof *entry->tokens);
    if (entry->item != NO_FIELD)
        return check_one(entry, (size_t)entry->item, arena, why);
    for (size_t i = 0; i < count && state == ENTRY_GOOD; i++)
        state = check_one(entry, i, arena, why);
    return state == ENTRY_GOOD && says_nothing(entry) ? ENTRY_EMPTY : state;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool in_head(int field)
{
    return field != ANSWERS_ITEM && field != ANSWERS_ANSWER && field != ANSWERS_WORDS;
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

static enum entry_state check_seat(const struct entry *entry, struct arena *arena, struct why *why)
{
    const struct instrument *instrument = entry->instrument;
    const struct entry_cell *seat = &entry->cells[ANSWERS_SEAT];
    const char *all = "";
    for (size_t i = 0; i < instrument->seat_count; i++)
        all = arena_format(arena, "%s%s%s", all, i ? " " : "", instrument->seats[i].id);
    if (text_has_word(all, seat->text))
        return ENTRY_GOOD;
    const char *near = entry_nearest_word(seat->text, all, arena);
    return check_wrong(why, seat->column,
                       arena_format(arena, "%s is no seat of %s, whose seats are: %s%s%s%s",
                                    entry_word(seat->text, arena), instrument->id, all,
                                    near ? ". Did you mean `" : "", near ? near : "",
                                    near ? "`?" : ""),
                       arena);
}

/* What only answers about a person say, and only those about an area. */
static enum entry_state check_answerer(struct entry *entry, struct arena *arena, struct why *why)
{
    const struct entry_cell *cells = entry->cells;
    int64_t together = 0;
    if (entry->kind == ENTRY_ANSWERS) {
        entry->head.by = number_of(raters, cells[ANSWERS_BY].text, 0);
        check_rater(entry, cells[ANSWERS_BY].text);
        return ENTRY_GOOD;
    }
    entry->head.scored = true;
    if (cells[ANSWERS_GROUP].text &&
        (!text_whole(cells[ANSWERS_GROUP].text, &together) || !together))
        return check_wrong(why, cells[ANSWERS_GROUP].column,
                           "it says how many answered together: 1 or more", arena);
    entry->head.together = (int)together;
    return check_seat(entry, arena, why);
}

static enum entry_state check_forms(struct entry *entry, struct arena *arena, struct why *why)
{
    struct entry_cell *form = &entry->cells[ANSWERS_FORM];
    const char *sentence =
        form->text ? entry_check_forms(entry->instrument, &form->text, arena) : NULL;
    if (!sentence)
        return ENTRY_GOOD;
    return form->constant
               ? check_wrong(why, NULL, arena_format(arena, "--form: %s", sentence), arena)
               : check_wrong(why, form->column, sentence, arena);
}

static enum entry_state check_head(struct entry *entry, struct arena *arena, struct why *why)
{
    const struct entry_cell *cells = entry->cells;
    if (check_fields(entry, arena, why) != ENTRY_GOOD ||
        read_when(entry, arena, why) != ENTRY_GOOD ||
        check_version(entry, &cells[ANSWERS_VERSION], arena, why) != ENTRY_GOOD ||
        check_forms(entry, arena, why) != ENTRY_GOOD ||
        check_answerer(entry, arena, why) != ENTRY_GOOD)
        return ENTRY_WRONG;
    struct answers_head *head = &entry->head;
    head->time = cells[ANSWERS_TIME].text ? minutes_read(cells[ANSWERS_TIME].text) : -1;
    head->mode = number_of(modes, cells[ANSWERS_MODE].text, 0);
    if (entry->before)
        remember(entry);
    return ENTRY_GOOD;
}

/* A row that says the same as the one before beside item and answer. */
static enum entry_state check_again(struct entry *entry, struct arena *arena, struct why *why)
{
    entry->head = entry->before->head;
    enum entry_state state = check_field(entry, ANSWERS_ANSWER, arena, why);
    return state == ENTRY_GOOD ? check_field(entry, ANSWERS_WORDS, arena, why) : state;
}

enum entry_state check_answers(struct entry *entry, struct arena *arena, struct why *why)
{
    enum entry_state state =
        said_before(entry) ? check_again(entry, arena, why) : check_head(entry, arena, why);
    return state == ENTRY_GOOD ? check_items(entry, arena, why) : state;
}
