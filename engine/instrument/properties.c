/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds of every instrument, tried on answers drawn from the file's fingerprint: the same file
 * is always tried with the same answers. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "instrument/loader.h"
#include "instrument/plan.h"
#include "instrument/trying.h"

/* Tries of each property: those that call a function cost a call each, and an instrument so large
 * that each scoring takes long has fewer. */
enum { TRIES_FEWEST = 2, TRIES = 100, TRIES_WITH_FUNCTIONS = 12, STEPS_MOST = 10000000 };
enum { MODE_WORDS = 7, OLDEST_DRAWN = 100, DAYS_DRAWN = 1000 };

/* --- drawing ---------------------------------------------------------------------------------- */

static size_t draw_below(struct trying *trying, size_t count)
{
    return chance_below(&trying->chance, (uint32_t)count);
}

static void draw_into(struct trying *trying, struct answer *answers)
{
    for (size_t i = 0; i < trying->instrument->item_count; i++)
        answers[i] = draw_answer(&trying->chance, &trying->instrument->items[i], trying->arena);
    seat_leave_out(trying->instrument, trying->given.seat, answers);
}

/* Somebody of whom everything is known, who may have answered once before. */
static void draw_given(struct trying *trying)
{
    static const char *const sexes[] = {"female", "male"};
    struct given *given = &trying->given;
    struct earlier *earlier = arena_take(trying->arena, sizeof *earlier);
    struct answer *answers =
        arena_array(trying->arena, trying->instrument->item_count, sizeof *answers);
    int age = (int)draw_below(trying, OLDEST_DRAWN);
    given->age = (struct ages){true, age, age};
    given->sex = sexes[draw_below(trying, 2)];
    given->mode = (int)draw_below(trying, MODE_WORDS);
    given->earlier_count = draw_below(trying, 2);
    given->earlier = earlier;
    if (!given->earlier_count)
        return;
    draw_into(trying, answers);
    *earlier = (struct earlier){true, 1 + (int)draw_below(trying, DAYS_DRAWN), answers};
}

/* Of somebody in a seat, where the instrument has seats. */
static void draw_answers(struct trying *trying)
{
    const struct instrument *instrument = trying->instrument;
    if (instrument->needs)
        draw_given(trying);
    if (instrument->seat_count)
        trying->given.seat = instrument->seats[draw_below(trying, instrument->seat_count)].id;
    draw_into(trying, trying->answers);
}

static void blank(struct trying *trying, struct answer *answer, size_t *left)
{
    if (answer->kind == ANSWER_GOALS)
        *answer = goals_blanked(answer, left, trying->arena);
    else if (!answer->dropped) {
        *answer = draw_none(&trying->chance);
        --*left;
    }
}

/* Blanks out items of a scale until `blanks` of them lack an answer; false when it has no such
 * items. */
static bool draw_blanks(struct trying *trying, const struct scale *scale, int blanks)
{
    size_t left = (size_t)blanks, at = draw_below(trying, scale->count);
    for (size_t tried = 0; tried < scale->count && left; tried++, at = (at + 1) % scale->count)
        if (!scale->counts[at].is_scale)
            blank(trying, &trying->answers[scale->counts[at].index], &left);
    return !left;
}

/* --- scoring and saying ----------------------------------------------------------------------- */

const char *trying_tokens(const struct trying *trying, struct arena *arena)
{
    struct text tokens = {0};
    for (size_t i = 0; i < trying->instrument->item_count; i++) {
        text_put(&tokens, i ? " " : "");
        instrument_token(&trying->answers[i], &tokens);
    }
    const char *kept = arena_text(arena, tokens.bytes);
    text_free(&tokens);
    return kept;
}

/* The answers were drawn, so they may be said. Always false. */
bool trying_broken(struct trying *trying, const char *what)
{
    plugin_say(trying->instrument->plugin, trying->faults, trying->about, "%s: for the answers %s",
               what, trying_tokens(trying, trying->arena));
    return false;
}

static bool score(struct trying *trying, const struct answer *answers, struct score *scores)
{
    struct fault fault;
    if (instrument_score(trying->instrument, answers, &trying->given, trying->worker, true,
                         trying->arena, scores, &fault))
        return true;
    faults_add(trying->faults, "%s (for the answers %s)", fault.text,
               trying_tokens(trying, trying->arena));
    return false;
}

static bool same_text(const char *a, const char *b)
{
    return (!a && !b) || (a && b && strcmp(a, b) == 0);
}

static bool same_score(const struct score *a, const struct score *b)
{
    return a->has_value == b->has_value && (!a->has_value || a->value == b->value) &&
           a->category == b->category && same_text(a->reason, b->reason) &&
           a->answered == b->answered && a->has_range == b->has_range &&
           (!a->has_range || (a->lowest == b->lowest && a->highest == b->highest));
}

static bool between(double low, double value, double high)
{
    double slack = 1e-9 * fmax(1, fabs(value));
    return value >= low - slack && value <= high + slack;
}

static bool is_scored(const struct score *score)
{
    return score->has_value || score->category;
}

/* --- the properties: each is tried once with one drawing, of one scale ------------------------ */

static bool stays_in_range(struct trying *trying, size_t index)
{
    const struct scale *scale = &trying->instrument->scales[index];
    if (!score(trying, trying->answers, trying->scores))
        return false;
    const struct score *got = &trying->scores[index];
    return !got->has_value || !scale->has_range ||
           between(scale->lowest, got->value, scale->highest) ||
           trying_broken(trying, "the score leaves its range");
}

static bool reads_back(struct trying *trying, size_t index)
{
    struct fault fault;
    if (draw_below(trying, 2))
        trying->answers[draw_below(trying, trying->instrument->item_count)] =
            draw_none(&trying->chance);
    seat_leave_out(trying->instrument, trying->given.seat, trying->answers);
    if (!instrument_read(trying->instrument, trying_tokens(trying, trying->arena), false,
                         trying->arena, trying->other, &fault) ||
        !instrument_take_seat(trying->instrument, trying->given.seat, trying->other, &fault))
        return trying_broken(trying, "the answers written out cannot be read back");
    return score(trying, trying->answers, trying->scores) &&
           score(trying, trying->other, trying->again) &&
           (same_score(&trying->scores[index], &trying->again[index]) ||
            trying_broken(trying,
                          "the score differs once the answers are written out and read back"));
}

static bool ignores_other_items(struct trying *trying, size_t index)
{
    const struct instrument *instrument = trying->instrument;
    size_t item = draw_below(trying, instrument->item_count);
    if (scale_rests_on(instrument, index, trying->arena)[item])
        return true;
    if (!score(trying, trying->answers, trying->scores))
        return false;
    trying->answers[item] = draw_none(&trying->chance);
    return score(trying, trying->answers, trying->again) &&
           (same_score(&trying->scores[index], &trying->again[index]) ||
            trying_broken(trying, "an item that the scale does not count changes it"));
}

static bool rises(const double *numbers, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (numbers[i] < numbers[i - 1])
            return false;
    return true;
}

static bool tables_rise(const struct scale *scale)
{
    for (size_t i = 0; i < scale->lookup_count; i++)
        if (!rises(scale->lookups[i].values, scale->lookups[i].count))
            return false;
    return true;
}

/* An item counted forwards, worth no less where its code is higher, in a scale that rises with it.
 */
static bool counts_forwards(const struct instrument *instrument, const struct scale *scale,
                            const struct counted *counted)
{
    if (counted->is_scale || counted->turned || scale->total == TOTAL_FUNCTION || scale->times < 0)
        return false;
    const struct item *item = &instrument->items[counted->index];
    const double *points = counted->points ? counted->points : item->points;
    return (!points || rises(points, item_choices(item))) && tables_rise(scale);
}

/* Does the scale count the item again, through another scale? Then the one way may undo the other.
 */
static bool counts_twice(const struct trying *trying, const struct scale *scale, size_t item)
{
    for (size_t i = 0; i < scale->count; i++)
        if (scale->counts[i].is_scale &&
            scale_rests_on(trying->instrument, scale->counts[i].index, trying->arena)[item])
            return true;
    return false;
}

/* The answer, or the last goal of a list. */
static void raise_one(struct trying *trying, const struct item *item, struct answer *answer)
{
    double code = draw_code(&trying->chance, item);
    answer->code = fmax(answer->code, code);
    if (!answer->goal_count)
        return;
    struct goal *goals = arena_array(trying->arena, answer->goal_count, sizeof *goals);
    memcpy(goals, answer->goals, answer->goal_count * sizeof *goals);
    struct goal *last = &goals[answer->goal_count - 1];
    last->level = fmax(last->level, code);
    answer->goals = goals;
}

static bool never_falls(struct trying *trying, size_t index)
{
    const struct instrument *instrument = trying->instrument;
    const struct scale *scale = &instrument->scales[index];
    const struct counted *counted = &scale->counts[draw_below(trying, scale->count)];
    if (!counts_forwards(instrument, scale, counted) || counts_twice(trying, scale, counted->index))
        return true;
    struct answer *raised = &trying->answers[counted->index];
    if (!score(trying, trying->answers, trying->scores))
        return false;
    raise_one(trying, &instrument->items[counted->index], raised);
    if (!score(trying, trying->answers, trying->again))
        return false;
    const struct score *low = &trying->scores[index], *high = &trying->again[index];
    return !low->has_value || !high->has_value || between(low->value, high->value, INFINITY) ||
           trying_broken(trying,
                         "a higher answer to an item that counts forwards lowered the score");
}

static bool keeps_its_limit(struct trying *trying, size_t index)
{
    const struct scale *scale = &trying->instrument->scales[index];
    if (!draw_blanks(trying, scale, scale->unanswered + 1))
        return true;
    if (!score(trying, trying->answers, trying->scores))
        return false;
    const struct score *got = &trying->scores[index];
    bool skipped = trying->instrument->skip_count && got->of - got->answered <= scale->unanswered;
    return skipped || !is_scored(got) ||
           trying_broken(trying, "one answer more is missing than may be, and there is a score");
}

/* What no skip passes over is a blank to be filled. */
static void fill_blanks(struct trying *trying)
{
    instrument_skip(trying->instrument, trying->answers, trying->other);
    for (size_t i = 0; i < trying->instrument->item_count; i++) {
        const struct item *item = &trying->instrument->items[i];
        const struct answer *answer = &trying->answers[i], after = trying->other[i];
        trying->other[i] = answer->kind == ANSWER_GOALS
                               ? goals_filled(&trying->chance, item, answer, trying->arena)
                           : after.kind == ANSWER_NONE && !after.dropped
                               ? draw_answer(&trying->chance, item, trying->arena)
                               : *answer;
    }
}

/* Any filling of the blanks lies between lowest and highest, and so does the score with the blanks.
 */
static bool lies_between(struct trying *trying, size_t index)
{
    const struct instrument *instrument = trying->instrument;
    const struct scale *scale = &instrument->scales[index];
    if (!draw_blanks(trying, scale, (int)draw_below(trying, (size_t)scale->unanswered + 2)) ||
        !score(trying, trying->answers, trying->scores))
        return true;
    struct score blank = trying->scores[index];
    if (blank.has_range && blank.has_value && !between(blank.lowest, blank.value, blank.highest))
        return trying_broken(trying, "the score is not between its lowest and highest");
    fill_blanks(trying);
    if (!score(trying, trying->other, trying->again))
        return false;
    const struct score *full = &trying->again[index];
    return !blank.has_range || !full->has_value ||
           between(blank.lowest, full->value, blank.highest) ||
           trying_broken(trying, "filling the blanks gives a score beyond its lowest and highest");
}

static bool needs_an_answer(struct trying *trying, size_t index)
{
    bool supplied = false;
    for (size_t i = 0; i < trying->instrument->item_count; i++)
        trying->answers[i] = draw_none(&trying->chance);
    instrument_skip(trying->instrument, trying->answers, trying->other);
    for (size_t i = 0; i < trying->instrument->item_count; i++)
        supplied = supplied || trying->other[i].supplied;
    return supplied || !score(trying, trying->answers, trying->scores)
               ? supplied
               : (!is_scored(&trying->scores[index]) ||
                  trying_broken(trying, "nothing is answered, and there is a score"));
}

static bool turns_back(struct trying *trying, size_t index)
{
    const struct instrument *instrument = trying->instrument;
    const struct scale *scale = &instrument->scales[index];
    for (size_t i = 0; i < scale->count; i++) {
        struct counted plain = scale->counts[i];
        if (!plain.turned)
            continue;
        double code = draw_code(&trying->chance, &instrument->items[plain.index]),
               once = counted_worth(instrument, &plain, code);
        plain.turned = false;
        double worth = counted_worth(instrument, &plain, code);
        if (!between(worth, scale->counts[i].turned_sum - once, worth))
            return trying_broken(trying, "an item turned round twice is not what it was");
    }
    return true;
}

static bool is_in_one_band(struct trying *trying, size_t index)
{
    const struct scale *scale = &trying->instrument->scales[index];
    if (!score(trying, trying->answers, trying->scores))
        return false;
    const struct score *got = &trying->scores[index];
    for (size_t s = 0; got->has_value && s < scale->band_count; s++)
        if (!band_of(&scale->bands[s], got->value))
            return trying_broken(trying, "the score is in no band");
    return true;
}

/* The same again, and the same after somebody else's answers. */
static bool repeats_itself(struct trying *trying, size_t index)
{
    const struct instrument *instrument = trying->instrument;
    if (instrument->scales[index].total != TOTAL_FUNCTION)
        return true;
    draw_into(trying, trying->other);
    if (!score(trying, trying->answers, trying->scores) ||
        !score(trying, trying->other, trying->again) ||
        !score(trying, trying->answers, trying->again))
        return false;
    const struct score *first = &trying->scores[index], *second = &trying->again[index];
    if (same_score(first, second))
        return true;
    plugin_say(instrument->plugin, trying->faults, trying->about,
               "`score` gave two different things for the same answers, %s",
               trying_tokens(trying, trying->arena));
    return false;
}

/* --- trying ----------------------------------------------------------------------------------- */

static size_t tries_of(const struct instrument *instrument)
{
    size_t steps = 1, most = instrument->has_functions ? TRIES_WITH_FUNCTIONS : TRIES;
    for (size_t i = 0; i < instrument->scale_count; i++)
        steps += instrument->scales[i].count * instrument->scale_count;
    size_t tries = STEPS_MOST / steps;
    return tries > most ? most : tries < TRIES_FEWEST ? TRIES_FEWEST : tries;
}

typedef bool property(struct trying *trying, size_t index);

/* Stops at the first drawing for which it does not hold: one is enough to say. */
static bool holds(struct trying *trying, property *try, size_t index, const char *place)
{
    bool good = true;
    trying->about = place;
    for (size_t i = 0; good && i < tries_of(trying->instrument); i++) {
        draw_answers(trying);
        good = try(trying, index);
        arena_reset(trying->arena);
    }
    return good;
}

static size_t try_scale(struct trying *trying, size_t index)
{
    static property *const properties[] = {
        stays_in_range, reads_back,      ignores_other_items, never_falls,    keeps_its_limit,
        lies_between,   needs_an_answer, turns_back,          is_in_one_band, repeats_itself};
    char *place = arena_format(trying->instrument->plugin->arena, "scales[%zu]", index + 1);
    size_t held = 0;
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
        held += holds(trying, properties[i], index, place);
    return held;
}

static size_t try_all(struct trying *trying)
{
    const struct instrument *instrument = trying->instrument;
    size_t held = instrument->scale_count ? 0 : holds(trying, answers_come_back, 0, "items");
    for (size_t i = 0; i < instrument->scale_count && trying->faults->count < FAULTS_SAID; i++)
        held += try_scale(trying, i);
    for (size_t i = 0; i < instrument->form_count; i++)
        held += holds(trying, form_comes_back, i,
                      arena_format(instrument->plugin->arena, "forms.%s", instrument->forms[i].id));
    for (size_t i = 0; i < instrument->skip_count; i++)
        held += holds(trying, given_beats_skip, i,
                      arena_format(instrument->plugin->arena, "skips[%zu]", i + 1));
    return held;
}

bool instrument_check_properties(const struct instrument *instrument, size_t *held,
                                 struct faults *faults)
{
    struct arena *arena = instrument->plugin->arena;
    size_t before = faults->count, items = instrument->item_count, scales = instrument->scale_count;
    struct worker *worker = NULL;
    struct fault fault;
    *held = 0;
    if (instrument->has_functions && !worker_open(instrument->plugin, &worker, &fault)) {
        faults_add(faults, "%s", fault.text);
        return false;
    }
    struct trying trying = {instrument,
                            worker,
                            {.by = rater_first(instrument)},
                            chance_of(instrument->plugin->fingerprint),
                            arena_array(arena, items, sizeof(struct answer)),
                            arena_array(arena, items, sizeof(struct answer)),
                            arena_array(arena, scales, sizeof(struct score)),
                            arena_array(arena, scales, sizeof(struct score)),
                            arena_new(),
                            faults,
                            ""};
    *held = try_all(&trying);
    arena_free(trying.arena);
    worker_close(worker);
    return faults->count == before;
}
