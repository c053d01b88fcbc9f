/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worked steps of one set of answers, in words. */
#include <math.h>
#include <string.h>

#include "instrument/plan.h"
#include "instrument/profile.h"

/* As many decimals as the number needs, but not more than can be read. */
static const char *number(struct arena *arena, double value)
{
    const char *shortest = number_text(arena, value), *point = strchr(shortest, '.');
    return point && strlen(point + 1) > 4 ? number_fixed(arena, value, 4) : shortest;
}

static const char *code(struct arena *arena, double value)
{
    return number_text(arena, value);
}

static const char *const none[NO_ANSWER_KINDS] = {
    [MISSING] = "not answered", [DECLINED] = "declined", [UNKNOWN] = "not known",
    [NOT_ASKED] = "not asked",  [WITHHELD] = "withheld", [NOT_APPLICABLE] = "does not apply"};

static void say_code(const struct instrument *instrument, const struct counted *counted,
                     double given, struct arena *arena, struct text *out)
{
    double worth = counted_worth(instrument, counted, given);
    const char *unit = instrument->items[counted->index].unit;
    text_format(out, " %s%s%s", code(arena, given), unit ? " " : "", unit ? unit : "");
    if (counted->turned)
        text_format(out, " (turned round: %s)", number(arena, worth));
    else if (worth != given)
        text_format(out, " (counts %s)", number(arena, worth));
}

static void say_goals(const struct instrument *instrument, const struct counted *counted,
                      const struct answer *answer, struct arena *arena, struct text *out)
{
    if (!answer->goal_count)
        text_format(out, "%s: none", instrument->items[counted->index].id);
    for (size_t i = 0; i < answer->goal_count; i++) {
        const struct goal *goal = &answer->goals[i];
        text_format(out, "%s%s", i ? ", " : "", goal->name);
        if (goal->has_level)
            say_code(instrument, counted, goal->level, arena, out);
        else
            text_format(out, " %s", none[goal->none]);
        if (instrument->items[counted->index].weighs)
            text_format(out, " with weight %s", code(arena, goal->weight));
    }
}

/* A code, given or supplied by a skip. */
static void say_answered(const struct instrument *instrument, const struct counted *counted,
                         const struct answer *answer, struct arena *arena, struct text *out)
{
    if (answer->supplied)
        text_format(out, " %s and taken as", none[answer->none]);
    say_code(instrument, counted, answer->code, arena, out);
    if (answer->skip && !answer->supplied)
        text_put(out, " (answered though it should not have been asked: it stands)");
}

static void say_item(const struct instrument *instrument, const struct counted *counted,
                     const struct answer *answer, struct arena *arena, struct text *out)
{
    if (answer->kind == ANSWER_GOALS) {
        say_goals(instrument, counted, answer, arena, out);
        return;
    }
    text_put(out, instrument->items[counted->index].id);
    if (answer->kind == ANSWER_CODE)
        say_answered(instrument, counted, answer, arena, out);
    else if (answer->kind == ANSWER_WORDS)
        text_put(out, " in words");
    else
        text_format(out, " %s%s", none[answer->none], answer->dropped ? " and left out" : "");
}

static void say_scale(const struct scale *scale, const struct score *score, struct arena *arena,
                      struct text *out)
{
    text_format(out, "%s ", scale->id);
    text_put(out, score->category    ? score->category
                  : score->has_value ? number(arena, score->value)
                                     : "not scored");
}

static void say_counted(const struct instrument *instrument, const struct scale *scale,
                        const struct answer *answers, const struct score *scores,
                        struct arena *arena, struct text *out)
{
    text_put(out, "  ");
    for (size_t i = 0; i < scale->count; i++) {
        const struct counted *counted = &scale->counts[i];
        text_put(out, i ? ", " : "");
        if (counted->is_scale)
            say_scale(&instrument->scales[counted->index], &scores[counted->index], arena, out);
        else
            say_item(instrument, counted, &answers[counted->index], arena, out);
    }
    text_put(out, "\n");
}

/* --- no score --------------------------------------------------------------------------------- */

static void say_not_scored(const struct score *score, struct arena *arena, struct text *out)
{
    int blanks = score->of - score->answered;
    text_format(out, "  %s: not scored", score->reason);
    if (score->has_range && blanks && score->lowest < score->highest &&
        strcmp(score->reason, "no goals") != 0)
        text_format(out, ". The %s could have made it anything from %s to %s",
                    blanks == 1 ? "blank" : "blanks", number(arena, score->lowest),
                    number(arena, score->highest));
    text_put(out, "\n");
}

/* --- a score ---------------------------------------------------------------------------------- */

static double worth_of(const struct instrument *instrument, const struct counted *counted,
                       const struct answer *answer)
{
    double worth =
        answer->kind == ANSWER_CODE ? counted_worth(instrument, counted, answer->code) : 0;
    for (size_t i = 0; i < answer->goal_count; i++)
        if (answer->goals[i].has_level)
            worth += counted_worth(instrument, counted, answer->goals[i].level);
    return worth;
}

/* What the answers come to before the total is made of it. */
static double sum_of(const struct instrument *instrument, const struct scale *scale,
                     const struct answer *answers, const struct score *scores)
{
    double sum = 0;
    for (size_t i = 0; i < scale->count; i++) {
        const struct counted *counted = &scale->counts[i];
        if (counted->is_scale)
            sum += scores[counted->index].has_value ? scores[counted->index].value : 0;
        else
            sum += worth_of(instrument, counted, &answers[counted->index]);
    }
    return sum;
}

static void say_filled(const struct scale *scale, const struct score *score, struct arena *arena,
                       double *total, struct text *out)
{
    int blanks = score->of - score->answered;
    if (!blanks || scale->total == TOTAL_MEAN)
        return;
    double fill = scale->fill_mean ? *total / score->answered : scale->fill;
    *total = scale->fill_mean ? *total * score->of / score->answered : *total + fill * blanks;
    text_format(out, "; %d unanswered, %scounted as %s%s: %s", blanks, blanks == 1 ? "" : "each ",
                number(arena, fill), scale->fill_mean ? ", the mean of the others" : "",
                number(arena, *total));
}

static void say_times_and_plus(const struct scale *scale, struct arena *arena, double *total,
                               struct text *out)
{
    if (scale->times != 1)
        text_format(out, "; times %s", number(arena, scale->times));
    if (scale->plus != 0)
        text_format(out, "; %s %s", scale->plus < 0 ? "minus" : "plus",
                    number(arena, fabs(scale->plus)));
    if (scale->times == 1 && scale->plus == 0)
        return;
    *total = *total * scale->times + scale->plus;
    text_format(out, " gives %s", number(arena, *total));
}

static void say_declared(const struct instrument *instrument, const struct scale *scale,
                         const struct answer *answers, const struct score *scores,
                         const struct score *score, struct arena *arena, struct text *out)
{
    if (scale->total == TOTAL_PROFILE) {
        text_format(out, "  is the state %s; the table gives %s\n",
                    profile_text(scale, answers, arena), number(arena, score->value));
        return;
    }
    if (scale->total == TOTAL_EAP) {
        text_format(out, "  the model gives %s, with a standard error of %s\n",
                    number(arena, score->value), number(arena, score->se));
        return;
    }
    double total = sum_of(instrument, scale, answers, scores);
    text_format(out, "  adds up to %s", number(arena, total));
    if (scale->total == TOTAL_MEAN) {
        total /= score->answered;
        text_format(out, "; the mean of %d is %s", score->answered, number(arena, total));
    }
    say_filled(scale, score, arena, &total, out);
    say_times_and_plus(scale, arena, &total, out);
    if (scale->lookup_count)
        text_format(out, "; the table gives %s", number(arena, score->value));
    text_put(out, "\n");
}

static void say_function(const struct score *score, struct arena *arena, struct text *out)
{
    text_format(out, "  the function gives %s\n",
                score->category ? score->category : number(arena, score->value));
}

/* An answer may be missing and there is a score all the same: then say how far it could have gone.
 */
static void say_bounds(const struct score *score, struct arena *arena, struct text *out)
{
    if (score->has_range && score->lowest < score->highest)
        text_format(out, "  with every answer it could have been anything from %s to %s\n",
                    number(arena, score->lowest), number(arena, score->highest));
}

static void say_bands(const struct scale *scale, const struct score *score, struct arena *arena,
                      struct text *out)
{
    for (size_t i = 0; score->has_value && i < scale->band_count; i++) {
        const struct step *band = band_of(&scale->bands[i], score->value);
        if (band)
            text_format(out, "  %s: %s, from %s (%s)\n", scale->bands[i].id, band->text,
                        code(arena, band->from), scale->bands[i].source);
    }
}

static void explain_scale(const struct instrument *instrument, size_t index,
                          const struct answer *answers, const struct score *scores,
                          struct arena *arena, struct text *out)
{
    const struct scale *scale = &instrument->scales[index];
    const struct score *score = &scores[index];
    text_format(out, "%s\n", scale->title);
    say_counted(instrument, scale, answers, scores, arena, out);
    if (!score->has_value && !score->category)
        say_not_scored(score, arena, out);
    else if (scale->total == TOTAL_FUNCTION)
        say_function(score, arena, out);
    else
        say_declared(instrument, scale, answers, scores, score, arena, out);
    if (score->has_value)
        say_bounds(score, arena, out);
    say_bands(scale, score, arena, out);
}

/* --- without scales --------------------------------------------------------------------------- */

/* The answers as they stand, each beside what was asked. */
static void say_answers(const struct instrument *instrument, const struct answer *answers,
                        struct arena *arena, struct text *out)
{
    for (size_t i = 0; i < instrument->item_count; i++) {
        const struct item *item = &instrument->items[i];
        struct counted plain = {.index = i};
        size_t choice;
        text_format(out, "  %s: ", item->about ? item->about : item->id);
        if (answers[i].kind == ANSWER_GOALS)
            say_goals(instrument, &plain, &answers[i], arena, out);
        else if (answers[i].kind != ANSWER_CODE)
            text_put(out, answers[i].kind == ANSWER_WORDS ? "in words" : none[answers[i].none]);
        else
            text_put(out, code(arena, answers[i].code));
        if (item->option_count && answers[i].kind == ANSWER_CODE &&
            item_choice(item, answers[i].code, &choice))
            text_format(out, ", %s", item->options[choice].label);
        text_put(out, "\n");
    }
    text_put(out, "Nothing is scored: the instrument has no scales.\n");
}

void instrument_explain_score(const struct instrument *instrument, const struct answer *answers,
                              const struct score *scores, struct text *out)
{
    struct arena *arena = arena_new();
    struct answer *skipped = arena_array(arena, instrument->item_count, sizeof *skipped);
    instrument_skip(instrument, answers, skipped);
    if (!instrument->scale_count)
        say_answers(instrument, answers, arena, out);
    for (size_t i = 0; i < instrument->scale_count; i++)
        explain_scale(instrument, i, skipped, scores, arena, out);
    const char *flags = instrument_flags(instrument, answers, arena);
    if (*flags)
        text_format(out, "Brought to the person and their coach at once: %s\n", flags);
    arena_free(arena);
}

/* Scales stand behind those that they count. */
static bool *counted_scales(const struct instrument *instrument, size_t scale, struct arena *arena)
{
    bool *counts = arena_array(arena, instrument->scale_count, sizeof *counts);
    counts[scale] = true;
    for (size_t i = scale + 1; i-- > 0;)
        for (size_t k = 0; counts[i] && k < instrument->scales[i].count; k++)
            if (instrument->scales[i].counts[k].is_scale)
                counts[instrument->scales[i].counts[k].index] = true;
    return counts;
}

void instrument_explain_scale(const struct instrument *instrument, size_t scale,
                              const struct answer *answers, const struct score *scores,
                              struct text *out)
{
    struct arena *arena = arena_new();
    struct answer *skipped = arena_array(arena, instrument->item_count, sizeof *skipped);
    const bool *counts = counted_scales(instrument, scale, arena);
    instrument_skip(instrument, answers, skipped);
    for (size_t i = 0; i <= scale; i++)
        if (counts[i])
            explain_scale(instrument, i, skipped, scores, arena, out);
    arena_free(arena);
}
