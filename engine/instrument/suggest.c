/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line that would show what the examples lack, where one can be worked out. */
#include <math.h>

#include "instrument/draw.h"
#include "instrument/examples.h"
#include "instrument/plan.h"

static void low_answer(const struct item *item, struct arena *arena, struct answer *answer)
{
    if (item->repeats)
        *answer = goals_made(item->goals_least, item->from, arena);
    else
        *answer =
            (struct answer){.kind = item->words ? ANSWER_WORDS : ANSWER_CODE, .code = item->from};
}

/* Tries answers out. The arena is for what each try needs and is forgotten after it. */
struct trial {
    const struct instrument *instrument;
    struct answer *answers;
    struct score *scores;
    size_t scale;
    struct arena *arena, *kept;
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

/* As few goals as are asked for, or as many as may be, all at one level. */
static void approach_goals(const struct trial *trial, size_t item, double wanted)
{
    const struct item *asked = &trial->instrument->items[item];
    struct answer *answer = &trial->answers[item], nearest = *answer;
    double best = INFINITY, value;
    size_t counts[] = {asked->goals_least, asked->goals_most};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < item_choices(asked) && i < SUGGESTED_CHOICES; i++) {
            *answer = goals_made(counts[k], choice_code(asked, i), trial->kept);
            if (try_out(trial, &value) && fabs(value - wanted) < best) {
                best = fabs(value - wanted);
                nearest = *answer;
            }
        }
    *answer = nearest;
}

/* Takes the choice of one item that brings the scale nearest to `wanted` from where it stands. */
static void approach(const struct trial *trial, size_t item, double wanted)
{
    const struct item *asked = &trial->instrument->items[item];
    if (asked->repeats) {
        approach_goals(trial, item, wanted);
        return;
    }
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

/* Of an area's, a line would have to say in which seat. */
static bool fits_a_line(const struct instrument *instrument)
{
    return instrument->item_count <= SUGGESTED_ITEMS && !instrument->seat_count;
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

const char *suggest_value(const struct examples *examples, size_t scale, double wanted)
{
    const struct instrument *instrument = examples->instrument;
    size_t count = instrument->item_count;
    struct trial trial = {
        instrument,
        arena_array(examples->arena, count, sizeof *trial.answers),
        arena_array(examples->arena, instrument->scale_count, sizeof *trial.scores),
        scale,
        arena_new(),
        examples->arena};
    double value = NAN;
    bool fits = fits_a_line(instrument);
    for (size_t i = 0; i < count && fits; i++)
        low_answer(&instrument->items[i], examples->arena, &trial.answers[i]);
    for (size_t i = 0; i < count && fits; i++)
        approach(&trial, i, wanted);
    bool found = fits && try_out(&trial, &value) && near(value, wanted);
    arena_free(trial.arena);
    return found ? tokens_of(examples, trial.answers) : NULL;
}

/* One answer less, or so many goals without a level beside one that has one. */
static void blank(const struct examples *examples, size_t index, struct answer *answers,
                  int *blanks)
{
    const struct item *item = &examples->instrument->items[index];
    size_t left = (size_t)*blanks, count = left + 1;
    if (!item->repeats) {
        answers[index] = (struct answer){.kind = ANSWER_NONE, .none = MISSING};
        --*blanks;
        return;
    }
    count = count < item->goals_least ? item->goals_least : count;
    count = count > item->goals_most ? item->goals_most : count;
    answers[index] = goals_made(count, item->from, examples->arena);
    answers[index] = goals_blanked(&answers[index], &left, examples->arena);
    *blanks = (int)left;
}

const char *suggest_blanks(const struct examples *examples, const struct scale *scale, int blanks)
{
    const struct instrument *instrument = examples->instrument;
    struct answer *answers = arena_array(examples->arena, instrument->item_count, sizeof *answers);
    for (size_t i = 0; i < instrument->item_count; i++)
        low_answer(&instrument->items[i], examples->arena, &answers[i]);
    for (size_t i = 0; i < scale->count && blanks; i++)
        if (!scale->counts[i].is_scale)
            blank(examples, scale->counts[i].index, answers, &blanks);
    return blanks || !fits_a_line(instrument) ? NULL : tokens_of(examples, answers);
}
