/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the examples must show between them. Each thing not shown is said with a line that shows it,
 * where one can be worked out. */
#include "instrument/examples.h"

#include <math.h>
#include <string.h>

#include "instrument/loader.h"
#include "instrument/plan.h"
#include "instrument/read.h"

bool near(double a, double b)
{
    return fabs(a - b) <= 1e-9 * fmax(1, fabs(b));
}

/* ` Add { "lowest", "1 1 1", wellbeing = 7 }`, or a sentence without tokens. */
static const char *remedy(const struct examples *examples, size_t scale, double wanted,
                          const struct band_set *set, const struct step *band)
{
    struct arena *arena = examples->arena;
    const char *id = examples->instrument->scales[scale].id, *value = number_text(arena, wanted);
    const char *tokens = suggest_value(examples, scale, wanted);
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
    double end = top ? item->to : item->from;
    if (item->words || isinf(end))
        return answer->kind != ANSWER_NONE;
    bool at_end = answer->goal_count || (answer->kind == ANSWER_CODE && answer->code == end);
    for (size_t i = 0; i < answer->goal_count; i++)
        at_end = at_end && answer->goals[i].has_level && answer->goals[i].level == end;
    return at_end;
}

/* Are all answers that the scale rests on at this end of their codes? */
static bool all_at_end(const struct instrument *instrument, const bool *rests_on,
                       const struct answer *answers, bool top)
{
    for (size_t i = 0; i < instrument->item_count; i++)
        if (rests_on[i] && !answers[i].dropped &&
            !item_at_end(&instrument->items[i], &answers[i], top))
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

static void cover_beyond(const struct examples *examples, const struct scale *scale)
{
    int blanks = scale->unanswered + 1;
    const char *tokens = suggest_blanks(examples, scale, blanks);
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
        while (instrument->scales[first].absent
                   ? first < i
                   : !same_rule(&instrument->scales[first], &instrument->scales[i]))
            first++;
        if (first == i && !instrument->scales[i].absent)
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

/* A score that an example states and that came from this table. */
static bool shows_table(const struct examples *examples, size_t scale, const struct lookup *lookup)
{
    const char *why;
    for (size_t i = 0; i < examples->count; i++) {
        const struct example *example = &examples->all[i];
        if (example->readable && example->scores[scale].has_value &&
            example_says(examples, example, scale).kind != VALUE_NIL &&
            lookup_for(&examples->instrument->scales[scale], &example->given, examples->arena,
                       &why) == lookup)
            return true;
    }
    return false;
}

static void cover_tables(const struct examples *examples, size_t index)
{
    const struct scale *scale = &examples->instrument->scales[index];
    for (size_t i = 0; i < scale->lookup_count; i++)
        if (!scale->lookup && !shows_table(examples, index, &scale->lookups[i]))
            examples_say(
                examples,
                "no example of %s uses %s. Add a line with given = { … } of somebody whose "
                "table it is",
                scale->id, scale->lookups[i].place);
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

static bool is_filled_in(const struct examples *examples, const struct example *example)
{
    bool answered = false;
    for (size_t i = 0; i < examples->instrument->item_count; i++)
        answered = answered || example->answers[i].kind != ANSWER_NONE;
    return answered;
}

static void cover_something(const struct examples *examples)
{
    for (size_t i = 0; i < examples->count; i++)
        if (examples->all[i].readable && is_filled_in(examples, &examples->all[i]))
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
        if (examples->instrument->scales[i].absent)
            continue;
        cover_ends(examples, i);
        cover_bands(examples, i);
        cover_values(examples, i);
        cover_tables(examples, i);
    }
    cover_rules(examples);
    cover_forms(examples);
    cover_skips(examples);
}
