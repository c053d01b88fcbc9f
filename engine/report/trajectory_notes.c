/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How to read a figure and what it rests on, and its numbers as a table. What holds for the whole
 * page or the whole instrument is said once. */
#include <string.h>

#include "report/model.h"
#include "report/sentences.h"
#include "report/trajectory_words.h"
#include "report/why.h"

/* --- once a page and once an instrument ------------------------------------------------------- */

/* Nothing is said of all scores, and each has a standard error of its own. */
static bool goes_by_its_own(const struct scale *scale)
{
    double wobble;
    return scale->own_errors && !scale_wobble(scale, &wobble);
}

static bool has_wobble(const struct scale *scale)
{
    double wobble;
    return goes_by_its_own(scale) || (scale_wobble(scale, &wobble) && wobble > 0);
}

static void say_once(struct arena *arena, bool when, bool *said, const char *words,
                     struct value figure)
{
    if (when && !*said)
        model_say(arena, figure, "note", "%s", words);
    *said = *said || when;
}

static void say_reading(struct arena *arena, const struct looked *looked, struct value figure)
{
    struct said_once *once = looked->of->once;
    bool wobble = has_wobble(looked->scale), compared = looked->scored_count >= LEAST_FOR_CHANGE;
    bool bar = wobble && looked->scale->has_sem && looked->scored_count;
    bool own = goes_by_its_own(looked->scale) && looked->scored_count;
    say_once(arena, bar, &once->soft_bar, SAY_SOFT_BAR, figure);
    say_once(arena, own, &once->own_bars, SAY_SOFT_BAR_OWN, figure);
    say_once(arena, wobble && compared && !bar && !own, &once->no_bar, SAY_NO_BAR, figure);
    say_once(arena, wobble && compared, &once->two_pairs, SAY_ONLY_TWO, figure);
    say_once(arena, !wobble && compared, &once->no_wobble, SAY_NO_WOBBLE, figure);
}

/* The foot of the page, which says each thing once. */
static void say_foot(struct arena *arena, const struct looked *looked, const char *words)
{
    struct value foot = model_list(arena, looked->of->foot, "foot");
    for (size_t i = 0; i < value_count(foot); i++)
        if (strcmp(value_as_text(value_item(foot, i)), words) == 0)
            return;
    value_add(arena, foot, value_text(arena, words));
}

static void say_instrument(struct arena *arena, const struct looked *looked, struct value figure)
{
    const struct instrument *instrument = looked->instrument;
    struct said_once *once = looked->of->once;
    bool said = once->about && strcmp(once->about, instrument->id) == 0;
    if (instrument->mislead && !said)
        model_say(arena, figure, "note", "%s", instrument->mislead);
    once->about = instrument->id;
}

/* The standard error as printed, or how it was made. */
static const char *sem_words(struct arena *arena, const struct scale *scale)
{
    return scale->wobble_r_of ? arena_format(arena, "%s, from %s",
                                             number_fixed(arena, scale->sem, 2), scale->wobble_r_of)
                              : number_text(arena, scale->sem);
}

static void say_wobble(struct arena *arena, const struct looked *looked,
                       const struct answered *answer)
{
    const struct scale *scale = answer->scale;
    double wobble;
    if (goes_by_its_own(scale))
        say_foot(
            arena, looked,
            arena_format(arena, SAY_WOBBLE_OWN, scale->title,
                         scale->wobble_source ? scale->wobble_source : answer->instrument->source));
    if (!scale_wobble(scale, &wobble) || !(wobble > 0))
        return;
    say_foot(arena, looked,
             scale->has_sem
                 ? arena_format(arena, SAY_WOBBLE_SEM, scale->title, number_fixed(arena, wobble, 2),
                                sem_words(arena, scale), scale->wobble_source)
                 : arena_format(arena, SAY_WOBBLE_CHANGE, scale->title, number_text(arena, wobble),
                                scale->wobble_source));
}

/* Each version that answers were given to: old ones are scored by the old one. */
static void say_rests(struct arena *arena, const struct looked *looked)
{
    for (size_t i = 0; i < looked->of->count; i++) {
        const struct answered *answer = &looked->of->answers[i];
        const struct instrument *instrument = answer->instrument;
        if (i > 0 && instrument == answer[-1].instrument)
            continue;
        say_foot(arena, looked,
                 arena_format(arena, SAY_INSTRUMENT, instrument->title, instrument->version,
                              instrument->source));
        if (!answer->scale->values)
            say_wobble(arena, looked, answer);
    }
}

/* --- of this figure --------------------------------------------------------------------------- */

static bool mixes_order(const struct looked *looked)
{
    for (size_t i = 0; i < looked->of->count; i++)
        if (!looked_in_picture(looked, &looked->of->answers[i]))
            return true;
    return false;
}

static void say_order(struct arena *arena, const struct looked *looked, struct value figure)
{
    if (!looked->dated)
        model_say(arena, figure, "note", SAY_ONLY_ORDER);
    else if (mixes_order(looked))
        model_say(arena, figure, "note", SAY_SOME_ORDER);
}

static void say_taken(struct arena *arena, const struct looked *looked, struct value figure)
{
    for (size_t i = 0; i < looked->of->count; i++) {
        if (!looked->of->answers[i].taken_from)
            continue;
        model_say(arena, figure, "note", SAY_TAKEN_FROM, looked->of->answers[i].taken_from);
        return;
    }
}

/* A new version from some day on: the line breaks there. */
static void say_versions(struct arena *arena, const struct looked *looked, struct value figure)
{
    for (size_t i = 1; i < looked->of->count; i++) {
        const struct answered *answer = &looked->of->answers[i];
        if (answer->instrument != answer[-1].instrument)
            model_say(arena, figure, "note", SAY_ANOTHER_VERSION, looked_when(arena, answer),
                      answer->instrument->version);
    }
}

static void say_ends(struct arena *arena, const struct looked *looked, struct value figure)
{
    bool told = looked->whole.moved != MOVED_CANNOT_TELL && looked->whole.at_end;
    if (told || (looked->latest.moved != MOVED_CANNOT_TELL && looked->latest.at_end))
        model_say(arena, figure, "note", SAY_AT_END);
    if (looked->whole.goals_once)
        model_say(arena, figure, "note", SAY_GOALS_ONCE, looked->whole.goals_once);
}

void trajectory_notes(struct arena *arena, const struct looked *looked, struct value figure)
{
    say_order(arena, looked, figure);
    say_versions(arena, looked, figure);
    say_taken(arena, looked, figure);
    say_ends(arena, looked, figure);
    if (!looked->scale->values)
        say_reading(arena, looked, figure);
    say_instrument(arena, looked, figure);
    say_rests(arena, looked);
}

/* --- the numbers ------------------------------------------------------------------------------ */

static const char *why_no_score(const struct derived_score *score)
{
    return strcmp(score->reason, "plugin_failed") == 0 ? SAY_WHY_PLUGIN_FAILED : score->reason;
}

/* What all that lacks an answer in the scale has in common; "" where it differs, or is only blank.
 */
static const char *why_unanswered(const struct answered *answer)
{
    int kind = MISSING;
    for (size_t i = 0; answer->answers && i < answer->scale->count; i++) {
        const struct counted *counted = &answer->scale->counts[i];
        const struct answer *given = &answer->answers[counted->index];
        if (counted->is_scale || given->kind != ANSWER_NONE || given->dropped)
            continue;
        if (given->none == MISSING || (kind != MISSING && kind != (int)given->none))
            return "";
        kind = (int)given->none;
    }
    return kind == MISSING ? "" : why_none((enum no_answer)kind, "");
}

static const char *how_answered(struct arena *arena, const struct looked *looked,
                                const struct answered *answer)
{
    const struct derived_score *score = answer->score;
    const char *none = why_unanswered(answer);
    if (!score->reason)
        return *none ? arena_format(arena, SAY_ANSWERED_WHY, score->answered, score->of, none)
                     : arena_format(arena, SAY_ANSWERED, score->answered, score->of);
    const char *why = *none && score->answered < score->of ? none : why_no_score(score);
    bool counts = /* "6 of 7 answered" has said the counts itself */
        *why >= '0' && *why <= '9';
    const char *says =
        counts ? why : arena_format(arena, SAY_ANSWERED_WHY, score->answered, score->of, why);
    if (!score->has_range || score->answered == 0)
        return says;
    return arena_format(arena, "%s" SAY_COULD_BE, says, looked_number(arena, looked, score->lowest),
                        looked_number(arena, looked, score->highest));
}

static const char *value_words(struct arena *arena, const struct looked *looked,
                               const struct derived_score *score)
{
    if (score->has_value)
        return looked_number(arena, looked, score->value);
    return score->category ? score->category : SAY_NOT_SCORED;
}

void trajectory_table(struct arena *arena, const struct looked *looked, struct value figure)
{
    const char *title = looked->scale->title;
    const char *caption =
        looked->scale->values
            ? title
            : arena_format(arena, SAY_TABLE_CAPTION, title, looked_end(arena, looked, looked->low),
                           looked_end(arena, looked, looked->high));
    struct value table =
        model_table(arena, figure, caption, looked->dated ? SAY_TABLE_HEAD : SAY_TABLE_HEAD_ORDER);
    for (size_t i = 0; i < looked->of->count; i++) {
        const struct answered *answer = &looked->of->answers[i];
        const char *cells[] = {value_words(arena, looked, answer->score),
                               how_answered(arena, looked, answer), NULL};
        model_table_row(arena, table, looked_when(arena, answer), cells);
    }
}
