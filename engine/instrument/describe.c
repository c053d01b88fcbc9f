/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An instrument said back in sentences, from what was made of its declarations: an author sees what
 * the engine understood. */
#include <string.h>

#include "instrument/describe.h"
#include "instrument/loader.h"

/* --- the head of the file -------------------------------------------------------------------- */

/* "  Wording is not here: register before use (University of Warwick)." */
static void say_part(const struct instrument *instrument, const char *part, const char *begins,
                     struct text *out)
{
    struct value table = value_get(value_get(instrument->plugin->table, "licence"), part);
    const char *terms = value_as_text(value_get(table, "terms"));
    const char *holder = value_as_text(value_get(table, "holder"));
    if (terms)
        text_format(out, "  %s: %s%s%s%s.", begins, terms, holder ? " (" : "", holder ? holder : "",
                    holder ? ")" : "");
}

static void say_head(const struct instrument *instrument, struct text *out)
{
    text_format(out, "%s (%s, version %s)\n", instrument->title, instrument->id,
                instrument->version);
    text_format(out, "Source: %s.", instrument->source);
    say_part(instrument, "wording",
             instrument->wording_ships ? "Wording may be here" : "Wording is not here", out);
    say_part(instrument, "scoring", "Scoring", out);
    text_put(out, "\n");
}

static void say_asked(const struct instrument *instrument, struct text *out)
{
    if (instrument->recall)
        text_format(out, "Asks about %s.\n", instrument->recall);
    if (instrument->content)
        text_format(out, "Said before it is filled in: %s\n", instrument->content);
    for (size_t i = 0; i < instrument->seat_count; i++)
        text_format(out, "%s%s (%s)%s", i ? ", " : "About an area. Answered by ",
                    instrument->seats[i].title, instrument->seats[i].id,
                    i + 1 < instrument->seat_count ? "" : "; seats are never added.\n");
    if (strcmp(instrument->raters, "person") != 0)
        text_format(out, "Scored when answered by: %s.\n", instrument->raters);
    if (instrument->taken_from)
        text_format(out, "Whoever answered %s has answered this too.\n", instrument->taken_from);
    if (instrument->mislead)
        text_format(out, "How it may mislead: %s\n", instrument->mislead);
}

/* --- answers --------------------------------------------------------------------------------- */

static void say_range(const struct item *item, struct text *out)
{
    text_put(out, "numbers from ");
    text_number(out, item->from);
    if (item->to < 1e300) {
        text_put(out, " to ");
        text_number(out, item->to);
    } else
        text_put(out, " up");
    if (item->step != 1) {
        text_put(out, " in steps of ");
        text_number(out, item->step);
    }
    if (item->unit)
        text_format(out, ", in %s", item->unit);
}

static void say_options(const struct item *item, struct text *out)
{
    for (size_t i = 0; i < item->option_count; i++) {
        text_put(out, i ? ", " : "");
        text_format(out, "%s (", item->options[i].label ? item->options[i].label : "");
        text_number(out, item->options[i].code);
        text_put(out, ")");
    }
}

/* "; not known (9) means unknown" */
static void say_printed_none(const struct printed_none *printed, const char *kind, struct text *out)
{
    if (!printed->has_code && !printed->label)
        return;
    text_format(out, "; %s", printed->label ? printed->label : "");
    if (printed->has_code) {
        text_put(out, printed->label ? " (" : "(");
        text_number(out, printed->code);
        text_put(out, ")");
    }
    text_format(out, " means %s", kind);
}

static void say_answers(const struct item *item, struct text *out)
{
    if (item->words)
        text_put(out, "in words");
    else if (item->option_count)
        say_options(item, out);
    else
        say_range(item, out);
    for (size_t i = 0; i < NO_ANSWER_KINDS; i++)
        say_printed_none(&item->printed_none[i], no_answer_word[i], out);
}

static bool has_own_answers(const struct instrument *instrument, size_t item)
{
    struct value list = value_get(instrument->plugin->table, "items");
    return !value_is(value_get(value_item(list, item), "answers"), VALUE_NIL);
}

/* "; 1 to 3 goals, in the person's own words, with weights from 0 to 9" */
static void say_goals(const struct item *item, struct text *out)
{
    if (item->repeats && item->goals_least < item->goals_most)
        text_format(out, "; %zu to %zu goals", item->goals_least, item->goals_most);
    else if (item->repeats)
        text_format(out, "; %zu goal%s", item->goals_most, item->goals_most == 1 ? "" : "s");
    if (item->own)
        text_put(out,
                 item->repeats ? ", in the person's own words" : "; in the person's own words");
    if (!item->weighs)
        return;
    text_put(out, ", with weights from ");
    text_number(out, item->weight_least);
    text_put(out, " to ");
    text_number(out, item->weight_most);
}

/* "; asked of citizens and workers only" */
static void say_seats_of(const struct item *item, struct text *out)
{
    const char *at = item->seats, *word;
    size_t length;
    for (size_t n = 0; at && text_word(&at, &word, &length); n++)
        text_format(out, "%s%.*s", n ? " and " : "; asked of ", (int)length, word);
    text_put(out, item->seats ? " only" : "");
}

static void say_items(const struct instrument *instrument, struct text *out)
{
    for (size_t i = 0; i < instrument->item_count; i++)
        if (!has_own_answers(instrument, i)) {
            text_put(out, "Answers: ");
            say_answers(&instrument->items[i], out);
            text_put(out, ".\n");
            break;
        }
    text_put(out, "Items, in the order of their answers:\n");
    for (size_t i = 0; i < instrument->item_count; i++) {
        const struct item *item = &instrument->items[i];
        text_format(out, "  %s", item->id);
        if (item->about)
            text_format(out, ": %s", item->about);
        if (has_own_answers(instrument, i)) {
            text_put(out, "; answered ");
            say_answers(item, out);
        }
        if (item->has_flag) {
            text_put(out, "; an answer of ");
            text_number(out, item->flag);
            text_put(out, " or more is brought to the person and their coach at once");
        }
        say_goals(item, out);
        say_seats_of(item, out);
        text_put(out, "\n");
        if (item->text)
            text_format(out, "    “%s”\n", item->text);
        fields_say_rest(value_item(value_get(instrument->plugin->table, "items"), i), &item_fields,
                        "id about text answers points flag own repeats weight seats", "    ", out);
    }
}

/* What must stand where the wording does. */
static void say_terms(const struct instrument *instrument, struct text *out)
{
    if (instrument->wording_notice)
        text_format(out, "Wherever the wording stands: %s\n", instrument->wording_notice);
    if (instrument->wording_unaltered)
        text_put(out, "The wording is used as it stands: no rewording, no other order.\n");
}

/* "nervous is 1 or 2 and work is not applicable" */
static void say_conditions(const struct instrument *instrument, const struct skip *skip,
                           struct text *out)
{
    for (size_t i = 0; i < skip->when_count; i++) {
        const struct skip_condition *condition = &skip->when[i];
        text_format(out, "%s%s is", i ? " and " : "", instrument->items[condition->item].id);
        for (size_t k = 0; k < condition->code_count; k++) {
            text_put(out, k ? " or " : " ");
            text_number(out, condition->codes[k]);
        }
        for (size_t kind = 0; kind < NO_ANSWER_KINDS; kind++)
            if (condition->none[kind])
                text_format(out, " %s", no_answer_word[kind]);
    }
}

static void say_skips(const struct instrument *instrument, struct text *out)
{
    for (size_t s = 0; s < instrument->skip_count; s++) {
        const struct skip *skip = &instrument->skips[s];
        text_put(out, "Where ");
        say_conditions(instrument, skip, out);
        text_put(out, ", what is not answered of ");
        for (size_t i = 0; i < skip->item_count; i++)
            text_format(out, "%s%s", i ? ", " : "", instrument->items[skip->items[i]].id);
        text_put(out, skip->supplies ? " counts as " : " is left out");
        if (skip->supplies)
            text_number(out, skip->as);
        text_put(out, ".\n");
    }
}

static void say_forms(const struct instrument *instrument, struct text *out)
{
    for (size_t i = 0; i < instrument->form_count; i++) {
        const struct form *form = &instrument->forms[i];
        text_format(out, "Printed edition %s: %s%s%s.\n", form->id,
                    form->order ? "another order of the items" : "",
                    form->order && form->codes ? ", " : "",
                    form->codes ? "other codes for the options" : "");
    }
}

/* --- the whole ---------------------------------------------------------------------------- */

static const char said_of_file[] =
    "title version examples source mislead licence recall content about seats raters answers items "
    "forms taken_from scales skips";

void instrument_describe(const struct instrument *instrument, struct text *out)
{
    say_head(instrument, out);
    say_asked(instrument, out);
    say_items(instrument, out);
    say_terms(instrument, out);
    say_skips(instrument, out);
    say_forms(instrument, out);
    fields_say_rest(instrument->plugin->table, &instrument_fields, said_of_file, "", out);
    for (size_t i = 0; i < instrument->scale_count; i++)
        describe_scale(instrument, i, out);
}
