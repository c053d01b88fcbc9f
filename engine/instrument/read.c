/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From tokens and cells to answers, and back to tokens. A code that is not among the options is an
 * error, never moved to the nearest. */
#include "instrument/read.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ground/fault.h"
#include "instrument/loader.h"

/* Cells come from files: what is repeated of one in a sentence is short and of plain characters. */
const char *word_shown(const char *text, char room[44])
{
    size_t length = strlen(text);
    if (length > 40 || text_utf8_end(text, length) < length)
        return "something else";
    for (const char *at = text; *at; at++)
        if ((unsigned char)*at < 32 || *at == 127)
            return "something else";
    return memcpy(room, text, length + 1);
}

/* --- what is allowed, in words ---------------------------------------------------------------- */

static bool evenly_spaced(const double *codes, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (codes[i] != codes[i - 1] + 1)
            return false;
    return true;
}

static void say_codes(struct text *out, const double *codes, size_t count)
{
    text_put(out, count > 2 && evenly_spaced(codes, count) ? "run from " : "are ");
    for (size_t i = 0; i < count; i++) {
        bool last = i + 1 == count;
        if (count > 2 && evenly_spaced(codes, count) && i && !last)
            continue;
        if (i)
            text_put(out, count > 2 && evenly_spaced(codes, count) ? " to "
                          : last                                   ? " and "
                                                                   : ", ");
        text_number(out, codes[i]);
    }
}

static void say_range(struct text *out, const struct item *item)
{
    text_put(out, "run from ");
    text_number(out, item->from);
    text_put(out, isinf(item->to) ? " up" : " to ");
    if (!isinf(item->to))
        text_number(out, item->to);
    if (item->step != 1) {
        text_put(out, " in steps of ");
        text_number(out, item->step);
    }
}

void say_allowed(struct text *out, const struct item *item, const double *printed)
{
    if (!item->option_count && !printed) {
        say_range(out, item);
        return;
    }
    size_t count = item_choices(item);
    double *codes = memory((count + 1) * sizeof *codes);
    for (size_t i = 0; i < count; i++)
        codes[i] = printed ? printed[i] : item->options[i].code;
    say_codes(out, codes, count);
    free(codes);
}

static bool not_allowed(const struct item *item, const char *text, const double *printed,
                        struct fault *fault)
{
    char room[44];
    struct text allowed = {0};
    say_allowed(&allowed, item, printed);
    fault_set(fault, FAULT_DATA, "%s is %s; its answers %s", item->id, word_shown(text, room),
              allowed.bytes);
    text_free(&allowed);
    return false;
}

/* --- one answer ------------------------------------------------------------------------------- */

static bool read_none(const char *text, struct answer *answer)
{
    answer->kind = ANSWER_NONE;
    answer->none = MISSING;
    if (!*text)
        return true;
    for (int i = 0; i < NO_ANSWER_KINDS; i++)
        if ((text[0] == no_answer_token[i] && !text[1]) || strcmp(text, no_answer_word[i]) == 0) {
            answer->none = (enum no_answer)i;
            return true;
        }
    return false;
}

/* Nearly every code is one digit, and tokens are read as often as answers are scored. */
static bool read_digit(const char *text, double *code)
{
    bool digit = text[0] >= '0' && text[0] <= '9' && !text[1];
    if (digit)
        *code = text[0] - '0';
    return digit;
}

/* From 2^53 on every double is whole, and some are more than an int64_t can hold. */
static bool is_whole(double number)
{
    return fabs(number) >= 0x1p53 || (double)(int64_t)number == number;
}

/* Steps of a tenth or a third are met as nearly as such numbers can be; whole ones exactly. */
static bool on_a_step(const struct item *item, double code)
{
    if (item->step == 1 && is_whole(item->from))
        return is_whole(code);
    double steps = (code - item->from) / item->step;
    if (is_whole(item->from) && is_whole(item->step))
        return is_whole(steps);
    return fabs(steps - round(steps)) < 1e-9;
}

static bool in_range(const struct item *item, double code)
{
    return code >= item->from && code <= item->to && fabs(code) <= SCORE_MOST &&
           on_a_step(item, code);
}

static bool is_code(const struct item *item, double code)
{
    size_t choice;
    return item->option_count ? item_choice(item, code, &choice) : in_range(item, code);
}

void read_prepare(struct instrument *instrument)
{
    for (size_t i = 0; i < instrument->item_count; i++)
        for (int digit = 0; digit < 10 && !instrument->items[i].words; digit++)
            if (is_code(&instrument->items[i], digit))
                instrument->items[i].digits |= (uint16_t)(1u << digit);
}

static bool is_printed_none(const struct item *item, double code, struct answer *answer)
{
    for (int i = 0; i < NO_ANSWER_KINDS; i++)
        if (item->printed_none[i].has_code && item->printed_none[i].code == code) {
            answer->kind = ANSWER_NONE;
            answer->none = (enum no_answer)i;
            return true;
        }
    return false;
}

/* The code in the file's terms of what an edition prints as `code`. */
static bool from_printed(const struct item *item, const double *printed, double *code)
{
    for (size_t at = 0; at < item_choices(item); at++) {
        if (printed[at] != *code)
            continue;
        *code = item->from + (double)at;
        for (size_t i = 0; i < item->option_count; i++)
            if (item->options[i].printed == at)
                *code = item->options[i].code;
        return true;
    }
    return false;
}

static bool read_words(const struct item *item, const char *text, struct answer *answer,
                       struct fault *fault)
{
    char room[44];
    answer->kind = ANSWER_WORDS;
    return strcmp(text, "+") == 0 ||
           fault_set(
               fault, FAULT_DATA,
               "%s is %s; it is answered in words: + where there are some, - where there are none",
               item->id, word_shown(text, room));
}

bool read_code(const struct item *item, const double *printed, const char *text,
               struct answer *answer, struct fault *fault)
{
    *answer = (struct answer){.kind = ANSWER_CODE};
    if (!read_digit(text, &answer->code) && read_none(text, answer))
        return true;
    if (item->words)
        return read_words(item, text, answer, fault);
    if (!read_digit(text, &answer->code) && !text_decimal(text, &answer->code))
        return not_allowed(item, text, printed, fault);
    answer->kind = ANSWER_CODE;
    /* Asked first, as most are; none of them is printed as a kind of no answer too. */
    if (!printed && is_code(item, answer->code))
        return true;
    return is_printed_none(item, answer->code, answer) ||
           (printed && from_printed(item, printed, &answer->code)) ||
           not_allowed(item, text, printed, fault);
}

/* A kind of no answer may stand for a list of goals as a whole. */
static bool read_any(const struct item *item, const double *printed, const char *text,
                     struct arena *arena, struct answer *answer, struct fault *fault)
{
    if (!item->repeats)
        return read_code(item, printed, text, answer, fault);
    *answer = (struct answer){.kind = ANSWER_NONE};
    return read_none(text, answer) || read_goals(item, printed, text, arena, answer, fault);
}

/* --- printed editions ------------------------------------------------------------------------- */

/* The form with this id, or NULL. */
static const struct form *form_named(const struct instrument *instrument, const char *id,
                                     size_t length)
{
    for (size_t i = 0; i < instrument->form_count; i++)
        if (strlen(instrument->forms[i].id) == length &&
            strncmp(instrument->forms[i].id, id, length) == 0)
            return &instrument->forms[i];
    return NULL;
}

static bool no_such_form(const struct instrument *instrument, const char *id, size_t length,
                         struct fault *fault)
{
    struct text names = {0};
    char word[44], room[44];
    snprintf(word, sizeof word, "%.*s", (int)(length > 41 ? 41 : length), id);
    for (size_t i = 0; i < instrument->form_count; i++)
        text_format(&names, "%s`%s`", i ? ", " : "", instrument->forms[i].id);
    fault_set(fault, FAULT_DATA, "%s has no form `%s`; it has %s", instrument->id,
              word_shown(word, room), names.length ? names.bytes : "none");
    text_free(&names);
    return false;
}

bool forms_say(const struct instrument *instrument, const char *forms, size_t item,
               const size_t **order, const double **codes, struct fault *fault)
{
    const char *word;
    size_t length;
    *order = NULL;
    *codes = NULL;
    while (forms && text_word(&forms, &word, &length)) {
        const struct form *form = form_named(instrument, word, length);
        if (!form)
            return no_such_form(instrument, word, length, fault);
        const double *said = form->codes ? form->codes[item] : NULL;
        if ((*order && form->order) || (*codes && said))
            return fault_set(fault, FAULT_DATA,
                             "two of the forms named say the same thing; `%s` is one. "
                             "Name one of them",
                             form->id);
        *order = form->order ? form->order : *order;
        *codes = said ? said : *codes;
    }
    return true;
}

bool read_item(const struct instrument *instrument, const char *forms, size_t item,
               const char *text, struct arena *arena, struct answer *answer, struct fault *fault)
{
    const size_t *order;
    const double *codes;
    return forms_say(instrument, forms, item, &order, &codes, fault) &&
           read_any(&instrument->items[item], codes, text, arena, answer, fault);
}

bool instrument_read_item_form(const struct instrument *instrument, const char *forms, size_t item,
                               const char *text, struct arena *arena, struct answer *answer,
                               struct fault *fault)
{
    return read_item(instrument, forms, item, text, arena, answer, fault) &&
           goals_fit(&instrument->items[item], answer, fault);
}

bool instrument_read_item(const struct instrument *instrument, size_t item, const char *text,
                          struct arena *arena, struct answer *answer, struct fault *fault)
{
    return instrument_read_item_form(instrument, NULL, item, text, arena, answer, fault);
}
