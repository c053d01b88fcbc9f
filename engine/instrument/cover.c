/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the examples must show between them. Each thing not shown is said with a line that shows it,
 * where one can be worked out. */
#include "instrument/examples.h"

#include <math.h>
#include <string.h>

#include "instrument/loader.h"
#include "instrument/plan.h"
#include "instrument/read.h"

static bool near(double a, double b)
{
    return fabs(a - b) <= 1e-9 * fmax(1, fabs(b));
}

/* --- a line that would show it ---------------------------------------------------------------- */

static void low_answer(const struct item *item, struct answer *answer)
{
    *answer = (struct answer){.kind = item->words ? ANSWER_WORDS : ANSWER_CODE, .code = item->from};
}

/* Tries answers out. The arena is for what each try needs and is forgotten after it. */
struct trial {
    const struct instrument *instrument;
    struct answer *answers;
    struct score *scores;
    size_t scale;
    struct arena *arena;
};

static bool try_out(const struct trial *trial, double *value)
{
    struct given given = {.by = rater_first(trial->instrument)};
    struct fault fault;
    instrument_score(trial->instrument, trial->answers, &given, NULL, false, trial->arena,
                     trial->scores, &fault);
    *value = trial->scores[trial->scale].value;
    bool scored = trial->scores[trial->scale].has_value;
    arena_reset(trial->arena);
    return scored;
}

enum { SUGGESTED_CHOICES = 50, SUGGESTED_ITEMS = 60 }; /* nobody would paste a longer line */

/* Takes the choice of one item that brings the scale nearest to `wanted` from where it stands. */
static void approach(const struct trial *trial, size_t item, double wanted)
{
    const struct item *asked = &trial->instrument->items[item];
    double best = INFINITY, value, *code = &trial->answers[item].code, nearest = *code;
    for (size_t i = 0; i < item_choices(asked) && i < SUGGESTED_CHOICES; i++) {
        *code = choice_code(asked, i);
        if (try_out(trial, &value) && fabs(value - wanted) < best) {
            best = fabs(value - wanted);
            nearest = *code;
        }
    }
    *code = nearest;
}

static const char *tokens_of(const struct examples *examples, const struct answer *answers)
{
    struct text tokens = {0};
    for (size_t i = 0; i < examples->instrument->item_count; i++) {
        text_put(&tokens, i ? " " : "");
        instrument_token(&answers[i], &tokens);
    }
    const char *kept = arena_text(examples->arena, tokens.bytes);
    text_free(&tokens);
    return kept;
}

/* Answers for which a declared scale comes to `wanted`, or NULL. */
static const char *tokens_for(const struct examples *examples, size_t scale, double wanted)
{
    const struct instrument *instrument = examples->instrument;
    size_t count = instrument->item_count;
    struct trial trial = {
        instrument, arena_array(examples->arena, count, sizeof *trial.answers),
        arena_array(examples->arena, instrument->scale_count, sizeof *trial.scores), scale,
        arena_new()};
    double value = NAN;
    for (size_t i = 0; i < count && count <= SUGGESTED_ITEMS; i++)
        low_answer(&instrument->items[i], &trial.answers[i]);
    for (size_t i = 0; i < count && count <= SUGGESTED_ITEMS; i++)
        approach(&trial, i, wanted);
    bool found = count <= SUGGESTED_ITEMS && try_out(&trial, &value) && near(value, wanted);
    arena_free(trial.arena);
    return found ? tokens_of(examples, trial.answers) : NULL;
}

/* ` Add { "lowest", "1 1 1", wellbeing = 7 }`, or a sentence without tokens. */
static const char *remedy(const struct examples *examples, size_t scale, double wanted,
                          const struct band_set *set, const struct step *band)
{
    struct arena *arena = examples->arena;
    const char *id = examples->instrument->scales[scale].id, *value = number_text(arena, wanted);
    const char *tokens = tokens_for(examples, scale, wanted);
    const char *says =
        set ? arena_format(arena, "%s = { %s, %s = \"%s\" }", id, value, set->id, band->text)
            : arena_format(arena, "%s = %s", id, value);
    return tokens
               ? arena_format(arena, "Add { \"%s is %s\", \"%s\", %s },", id, value, tokens, says)
               : arena_format(arena, "Add a line with %s", says);
}

/* --- what is shown ---------------------------------------------------------------------------- */

static bool shows_value(const struct examples *examples, size_t scale, double wanted,
                        const struct band_set *set)
{
    for (size_t i = 0; i < examples->count; i++) {
        const struct example *example = &examples->all[i];
        if (example->readable && example->scores[scale].has_value &&
            example_says(examples, example, scale).kind != VALUE_NIL &&
            near(example->scores[scale].value, wanted) &&
            (!set || example_band(examples, example, scale, set->id)))
            return true;
    }
    return false;
}

static void cover_end(const struct examples *examples, size_t scale, const char *which,
                      double wanted)
{
    if (isfinite(wanted) && !shows_value(examples, scale, wanted, NULL))
        examples_say(examples, "no example has the %s value of %s, %s. %s", which,
                     examples->instrument->scales[scale].id, number_text(examples->arena, wanted),
                     remedy(examples, scale, wanted, NULL, NULL));
}

/* --- a function's ends ------------------------------------------------------------------------ */

static bool item_at_end(const struct item *item, const struct answer *answer, bool top)
{
    if (item->words || (top && isinf(item->to)))
        return answer->kind != ANSWER_NONE;
    return answer->kind == ANSWER_CODE && answer->code == (top ? item->to : item->from);
}

/* Are all answers that the scale rests on at this end of their codes? */
static bool all_at_end(const struct instrument *instrument, const bool *rests_on,
                       const struct answer *answers, bool top)
{
    for (size_t i = 0; i < instrument->item_count; i++)
        if (rests_on[i] && !item_at_end(&instrument->items[i], &answers[i], top))
            return false;
    return true;
}

static void cover_function_end(const struct examples *examples, size_t scale, bool top)
{
    const struct instrument *instrument = examples->instrument;
    const bool *rests_on = scale_rests_on(instrument, scale, examples->arena);
    for (size_t i = 0; i < examples->count; i++) {
        const struct example *example = &examples->all[i];
        if (example->readable && example_says(examples, example, scale).kind != VALUE_NIL &&
            all_at_end(instrument, rests_on, example->answers, top))
            return;
    }
    examples_say(
        examples,
        "no example shows %s with all its answers at their %s. Add a line with them, %s = …",
        instrument->scales[scale].id, top ? "highest" : "lowest", instrument->scales[scale].id);
}

static void cover_ends(const struct examples *examples, size_t index)
{
    const struct scale *scale = &examples->instrument->scales[index];
    if (scale->total == TOTAL_FUNCTION) {
        cover_function_end(examples, index, false);
        cover_function_end(examples, index, true);
    } else {
        cover_end(examples, index, "lowest", scale->lowest);
        cover_end(examples, index, "highest", scale->highest);
    }
}

/* --- missing rules ---------------------------------------------------------------------------- */

static bool same_rule(const struct scale *a, const struct scale *b)
{
    return a->unanswered == b->unanswered && a->fill_mean == b->fill_mean &&
           a->fill_number == b->fill_number && a->fill == b->fill &&
           (!a->unanswered || a->total == b->total);
}

/* A scale with this rule whose answers lack exactly `blanks`, of which an example says what it
 * comes to. */
static bool shows_blanks(const struct examples *examples, const struct scale *rule, int blanks)
{
    const struct instrument *instrument = examples->instrument;
    for (size_t i = 0; i < examples->count; i++)
        for (size_t s = 0; examples->all[i].readable && s < instrument->scale_count; s++) {
            const struct score *score = &examples->all[i].scores[s];
            if (same_rule(&instrument->scales[s], rule) && score->of - score->answered == blanks &&
                example_says(examples, &examples->all[i], s).kind != VALUE_NIL)
                return true;
        }
    return false;
}

static const char *line_with_blanks(const struct examples *examples, const struct scale *scale,
                                    int blanks)
{
    const struct instrument *instrument = examples->instrument;
    struct answer *answers = arena_array(examples->arena, instrument->item_count, sizeof *answers);
    for (size_t i = 0; i < instrument->item_count; i++)
        low_answer(&instrument->items[i], &answers[i]);
    for (size_t i = 0; i < scale->count && blanks; i++)
        if (!scale->counts[i].is_scale) {
            answers[scale->counts[i].index] = (struct answer){.kind = ANSWER_NONE, .none = MISSING};
            blanks--;
        }
    return blanks || instrument->item_count > SUGGESTED_ITEMS ? NULL : tokens_of(examples, answers);
}

static void cover_beyond(const struct examples *examples, const struct scale *scale)
{
    int blanks = scale->unanswered + 1;
    const char *tokens = line_with_blanks(examples, scale, blanks);
    if (shows_blanks(examples, scale, blanks))
        return;
    if (tokens)
        examples_say(
            examples,
            "examples: one missing rule has no example beyond it. Add { \"%d unanswered\", "
            "\"%s\", %s = \"not scored\" },",
            blanks, tokens, scale->id);
    else
        examples_say(examples,
                     "examples: one missing rule has no example beyond it. Add a line with %d "
                     "unanswered, %s = \"not scored\"",
                     blanks, scale->id);
}

static void cover_rule(const struct examples *examples, const struct scale *scale)
{
    if (scale->unanswered && !shows_blanks(examples, scale, scale->unanswered))
        examples_say(examples,
                     "examples: one missing rule has no example at its limit. Add a line with %d "
                     "unanswered, %s = the score it still has",
                     scale->unanswered, scale->id);
    cover_beyond(examples, scale);
}

static void cover_rules(const struct examples *examples)
{
    const struct instrument *instrument = examples->instrument;
    for (size_t i = 0; i < instrument->scale_count; i++) {
        size_t first = 0;
        while (!same_rule(&instrument->scales[first], &instrument->scales[i]))
            first++;
        if (first == i)
            cover_rule(examples, &instrument->scales[i]);
    }
}

/* --- bands, values, forms, skips -------------------------------------------------------------- */

static bool shows_band(const struct examples *examples, size_t scale, const struct band_set *set,
                       const struct step *band)
{
    for (size_t i = 0; i < examples->count; i++) {
        const struct example *example = &examples->all[i];
        if (example->readable && example->scores[scale].has_value &&
            example_band(examples, example, scale, set->id) &&
            band_of(set, example->scores[scale].value) == band)
            return true;
    }
    return false;
}

static void cover_edge(const struct examples *examples, size_t scale, const struct band_set *set,
                       size_t at)
{
    double below, above;
    const struct step *band = &set->steps[at];
    if (!at || !scale_beside(&examples->instrument->scales[scale], band->from, &below, &above))
        return;
    bool low = shows_value(examples, scale, below, set),
         high = shows_value(examples, scale, above, set);
    if (low && high)
        return;
    examples_say(examples, "no example shows %s on either side of %s (%s and %s). %s", set->id,
                 number_text(examples->arena, band->from), number_text(examples->arena, below),
                 number_text(examples->arena, above),
                 low ? remedy(examples, scale, above, set, band_of(set, above))
                     : remedy(examples, scale, below, set, band_of(set, below)));
}

static void cover_band(const struct examples *examples, size_t scale, const struct band_set *set,
                       size_t at)
{
    const char *id = examples->instrument->scales[scale].id, *band = set->steps[at].text;
    if (!shows_band(examples, scale, set, &set->steps[at]))
        examples_say(examples,
                     "no example shows %s in the band \"%s\" of %s. Add a line with %s = { …, "
                     "%s = \"%s\" }",
                     id, band, set->id, id, set->id, band);
    cover_edge(examples, scale, set, at);
}

static void cover_bands(const struct examples *examples, size_t scale)
{
    const struct scale *measured = &examples->instrument->scales[scale];
    for (size_t s = 0; s < measured->band_count; s++)
        for (size_t i = 0; i < measured->bands[s].count && examples->faults->count < FAULTS_SAID;
             i++)
            cover_band(examples, scale, &measured->bands[s], i);
}

static void cover_values(const struct examples *examples, size_t scale)
{
    const struct scale *measured = &examples->instrument->scales[scale];
    for (size_t v = 0; v < measured->value_count; v++) {
        bool shown = false;
        for (size_t i = 0; i < examples->count; i++)
            shown = shown || (examples->all[i].readable &&
                              examples->all[i].scores[scale].category == measured->values[v] &&
                              example_says(examples, &examples->all[i], scale).kind != VALUE_NIL);
        if (!shown)
            examples_say(examples, "no example shows %s = \"%s\". Add a line with it", measured->id,
                         measured->values[v]);
    }
}

static void cover_forms(const struct examples *examples)
{
    const struct instrument *instrument = examples->instrument;
    for (size_t f = 0; f < instrument->form_count; f++) {
        bool shown = false;
        for (size_t i = 0; i < examples->count; i++)
            shown = shown || (examples->all[i].readable &&
                              text_has_word(examples->all[i].forms, instrument->forms[f].id));
        if (!shown)
            examples_say(examples,
                         "no example uses the form `%s`. Add a line with given = { form = \"%s\" }",
                         instrument->forms[f].id, instrument->forms[f].id);
    }
}

/* An example in which this skip passes over something that has no answer. */
static bool shows_skip(const struct examples *examples, size_t skip)
{
    const struct instrument *instrument = examples->instrument;
    struct answer *after = arena_array(examples->arena, instrument->item_count, sizeof *after);
    for (size_t i = 0; i < examples->count; i++) {
        if (!examples->all[i].readable)
            continue;
        instrument_skip(instrument, examples->all[i].answers, after);
        for (size_t k = 0; k < instrument->item_count; k++)
            if (after[k].skip == (short)(skip + 1) && (after[k].supplied || after[k].dropped))
                return true;
    }
    return false;
}

static void cover_skips(const struct examples *examples)
{
    for (size_t s = 0; s < examples->instrument->skip_count; s++)
        if (!shows_skip(examples, s))
            examples_say(examples,
                         "no example has skips[%zu] leave out an item. Add a line in which it fits "
                         "and an item of it has no answer",
                         s + 1);
}

static void cover_something(const struct examples *examples)
{
    for (size_t i = 0; i < examples->count; i++)
        if (examples->all[i].readable)
            return;
    examples_say(examples, "examples: an instrument without scales shows one filled-in line. Add "
                           "{ \"filled in\", \"…\" }");
}

void examples_cover(const struct examples *examples)
{
    if (!examples->instrument->scale_count)
        cover_something(examples);
    for (size_t i = 0;
         i < examples->instrument->scale_count && examples->faults->count < FAULTS_SAID; i++) {
        cover_ends(examples, i);
        cover_bands(examples, i);
        cover_values(examples, i);
    }
    cover_rules(examples);
    cover_forms(examples);
    cover_skips(examples);
}
