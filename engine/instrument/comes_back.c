/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "instrument/plan.h"
#include "instrument/trying.h"

static bool same_goals(const struct answer *a, const struct answer *b)
{
    bool same = a->goal_count == b->goal_count;
    for (size_t i = 0; same && i < a->goal_count; i++)
        same = strcmp(a->goals[i].name, b->goals[i].name) == 0 &&
               a->goals[i].has_level == b->goals[i].has_level &&
               a->goals[i].level == b->goals[i].level && a->goals[i].weight == b->goals[i].weight;
    return same;
}

static bool same_answer(const struct answer *a, const struct answer *b)
{
    return a->kind == b->kind && (a->kind != ANSWER_CODE || a->code == b->code) &&
           (a->kind != ANSWER_NONE || a->none == b->none) && same_goals(a, b);
}

/* Without scales the answers themselves are what is kept. */
bool answers_come_back(struct trying *trying, size_t index)
{
    const struct instrument *instrument = trying->instrument;
    struct fault fault;
    trying->answers[chance_below(&trying->chance, (uint32_t)instrument->item_count)] =
        draw_none(&trying->chance);
    bool same = instrument_read(instrument, trying_tokens(trying, trying->arena), false,
                                trying->arena, trying->other, &fault);
    for (size_t i = index; same && i < instrument->item_count; i++)
        same = same_answer(&trying->answers[i], &trying->other[i]);
    return same || trying_broken(trying, "the answers written out cannot be read back");
}

/* --- forms ------------------------------------------------------------------------------------ */

/* The code that a form prints for an answer. */
static double printed_code(const struct item *item, const double *codes, double code)
{
    size_t choice;
    if (!codes || !item_choice(item, code, &choice))
        return code;
    return codes[item->option_count ? item->options[choice].printed : choice];
}

static void print_codes(struct trying *trying, const struct item *item, const double *codes,
                        struct answer *answer)
{
    struct goal *goals = arena_array(trying->arena, answer->goal_count, sizeof *goals);
    answer->code = printed_code(item, codes, answer->code);
    for (size_t i = 0; i < answer->goal_count; i++) {
        goals[i] = answer->goals[i];
        goals[i].level = printed_code(item, codes, goals[i].level);
    }
    answer->goals = goals;
}

static const char *tokens_in_form(struct trying *trying, const struct form *form)
{
    const struct instrument *instrument = trying->instrument;
    struct text tokens = {0};
    for (size_t k = 0; k < instrument->item_count; k++) {
        size_t item = form->order ? form->order[k] : k;
        struct answer printed = trying->answers[item];
        print_codes(trying, &instrument->items[item], form->codes ? form->codes[item] : NULL,
                    &printed);
        text_put(&tokens, k ? " " : "");
        instrument_token(&printed, &tokens);
    }
    const char *kept = arena_text(trying->arena, tokens.bytes);
    text_free(&tokens);
    return kept;
}

bool form_comes_back(struct trying *trying, size_t index)
{
    const struct instrument *instrument = trying->instrument;
    const struct form *form = &instrument->forms[index];
    struct fault fault;
    const char *tokens = tokens_in_form(trying, form);
    if (!instrument_read_form(instrument, form->id, tokens, false, trying->arena, trying->other,
                              &fault))
        return trying_broken(trying, "the form does not come back to the same codes");
    for (size_t i = 0; i < instrument->item_count; i++)
        if (!same_answer(&trying->answers[i], &trying->other[i]))
            return trying_broken(trying, "the form does not come back to the same codes");
    return true;
}

/* --- skips ------------------------------------------------------------------------------------ */

/* Answers for which the skip fits, and everything that it would pass over is answered. */
static void fit_skip(struct trying *trying, const struct skip *skip)
{
    for (size_t i = 0; i < skip->when_count; i++) {
        const struct skip_condition *condition = &skip->when[i];
        struct answer *answer = &trying->answers[condition->item];
        if (condition->code_count)
            answer->code =
                condition->codes[chance_below(&trying->chance, (uint32_t)condition->code_count)];
        for (int kind = 0; kind < NO_ANSWER_KINDS; kind++)
            if (condition->none[kind])
                *answer = (struct answer){.kind = ANSWER_NONE, .none = (enum no_answer)kind};
    }
}

bool given_beats_skip(struct trying *trying, size_t index)
{
    const struct instrument *instrument = trying->instrument;
    fit_skip(trying, &instrument->skips[index]);
    instrument_skip(instrument, trying->answers, trying->other);
    for (size_t i = 0; i < instrument->item_count; i++)
        if (trying->answers[i].kind != ANSWER_NONE &&
            !same_answer(&trying->answers[i], &trying->other[i]))
            return trying_broken(trying, "a skip changes an answer that was given");
    return true;
}
