/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a figure to the answers, the rule and the table, in plain English. Wording that may not be
 * printed is not: items are said in our own paraphrase. */
#include "cli/filled.h"

#include <string.h>

#include "ground/clock.h"
#include "instrument/describe.h"
#include "run/given.h"

static const char *const by_whom[] = {"the person",
                                      "somebody in the person's place",
                                      "a coach",
                                      "a worker",
                                      "the person and a worker together",
                                      "family or a friend",
                                      "an observer",
                                      "a group"};
static const char *const how[] = {"how it was asked is not known",
                                  "read and answered on paper",
                                  "on a screen",
                                  "read out by somebody",
                                  "in an interview",
                                  "by telephone",
                                  "by video"};

/* --- the figure ------------------------------------------------------------------------------- */

static void put_figure(const struct filled *filled, const struct scale *scale,
                       const struct score *score, struct arena *arena, struct text *out)
{
    text_format(out, "%s\n%s: ", filled_id(filled, scale->id, arena), scale->title);
    if (score->category)
        text_put(out, score->category);
    else if (score->has_value)
        text_put(out, number_text(arena, score->value));
    else
        text_format(out, "not scored, %s", score->reason);
    if (score->has_se)
        text_format(out, " (standard error %s)", number_text(arena, score->se));
    text_put(out, "\n\n");
}

/* --- the administration ----------------------------------------------------------------------- */

static const char *seat_title(const struct filled *filled)
{
    const struct instrument *instrument = filled->version->instrument;
    for (size_t i = 0; i < instrument->seat_count; i++)
        if (strcmp(instrument->seats[i].id, filled->among.seat) == 0)
            return instrument->seats[i].title;
    return filled->among.seat;
}

static void put_who(const struct filled *filled, struct text *out)
{
    if (!filled->among.seat) {
        text_put(out, by_whom[filled->a->by]);
        return;
    }
    text_format(out, "%s, about %s", seat_title(filled), filled->area);
    if (*filled->sheet)
        text_format(out, " (sheet %s)", filled->sheet);
}

static void put_answered(const struct filled *filled, struct arena *arena, struct text *out)
{
    const struct stored_administration *a = filled->a;
    if (a->place)
        text_format(out, "Answered as number %d in order; its date is not known. By ", a->place);
    else if (a->time >= 0)
        text_format(out, "Answered on %s at %02d:%02d by ", day_words(arena, a->date), a->time / 60,
                    a->time % 60);
    else
        text_format(out, "Answered on %s by ", day_words(arena, a->date));
    put_who(filled, out);
    text_format(out, "; %s.\n", how[a->mode]);
}

/* Of several steps the last is what was filled in. */
static const struct filled *giver_of(const struct all_filled *all, const struct filled *taker)
{
    for (size_t i = 0; taker->a->taken_from && i < all->count; i++) {
        const struct stored_administration *a = all->of[i].a;
        if (a->instrument == taker->a->taken_from && a->date == taker->a->date &&
            a->place == taker->a->place && a->time == taker->a->time && a->by == taker->a->by)
            return &all->of[i];
    }
    return NULL;
}

static const struct filled *put_taken(const struct all_filled *all, const struct filled *filled,
                                      struct text *out)
{
    for (const struct filled *giver; (giver = giver_of(all, filled)); filled = giver)
        text_format(out,
                    "Taken from the answers to %s (version %s) of then, which has the same "
                    "questions among its own.\n",
                    giver->plugin->id, giver->plugin->version);
    return filled;
}

static void put_changes(const struct stored_recording *rows, size_t count, struct arena *arena,
                        struct text *out)
{
    for (size_t i = 1; i < count; i++) {
        text_format(out, "; added to or corrected on %s", day_words(arena, rows[i].recorded));
        if (rows[i].why)
            text_format(out, " (why: %s)", rows[i].why);
    }
    text_put(out, count > 1 ? ". What was said last stands.\n" : "; not corrected since.\n");
}

static bool put_recorded(const struct all_filled *all, const struct filled *filled,
                         struct text *out, struct fault *fault)
{
    struct arena *arena = all->desk->arena;
    struct stored_recording *rows;
    size_t count;
    if (!store_history(all->desk->store, filled->among.whose->number, filled->a, clock_today(),
                       arena, &rows, &count, fault))
        return false;
    if (count == 0)
        return true;
    text_format(out, "Recorded on %s", day_words(arena, rows[0].recorded));
    put_changes(rows, count, arena, out);
    return true;
}

static bool put_administration(const struct all_filled *all, const struct filled *filled,
                               struct text *out, struct fault *fault)
{
    const struct instrument *instrument = filled->version->instrument;
    text_format(out, "%s (%s, version %s)\n", instrument->title, instrument->id,
                instrument->version);
    put_answered(filled, all->desk->arena, out);
    if (!put_recorded(all, put_taken(all, filled, out), out, fault))
        return false;
    if (instrument->form_count)
        text_put(out, "Which printed form was filled in is not kept: order and codes here are "
                      "the file's.\n");
    text_put(out, "\n");
    return true;
}

/* --- the answers ------------------------------------------------------------------------------ */

static void put_label(const struct instrument *instrument, const struct item *item,
                      const struct answer *answer, struct text *out)
{
    size_t choice;
    if (instrument->wording_ships && item->option_count && answer->kind == ANSWER_CODE &&
        item_choice(item, answer->code, &choice) && item->options[choice].label)
        text_format(out, ": %s", item->options[choice].label);
}

static void put_item(const struct instrument *instrument, size_t item, const struct answer *answer,
                     struct text *out)
{
    const struct item *of = &instrument->items[item];
    text_format(out, "  %-12s ", of->id);
    if (answer->kind == ANSWER_GOALS && !answer->goal_count)
        text_put(out, "no goals");
    else
        instrument_token(answer, out);
    put_label(instrument, of, answer, out);
    if (answer->kind == ANSWER_WORDS)
        text_put(out, " in words, which are not shown here");
    if (of->about)
        text_format(out, "  (%s)", of->about);
    text_put(out, "\n");
}

static void put_answers(const struct filled *filled, const struct answer *answers, struct text *out)
{
    const struct instrument *instrument = filled->version->instrument;
    text_format(out, "Answers as kept: %s\n", filled->a->tokens);
    for (size_t i = 0; i < instrument->item_count; i++)
        put_item(instrument, i, &answers[i], out);
}

/* --- what else counts ------------------------------------------------------------------------- */

static void put_age(const struct ages *age, struct text *out)
{
    if (!age->known)
        text_put(out, "; age not known");
    else if (age->low == age->high)
        text_format(out, "; age %d that day", age->low);
    else
        text_format(out, "; age %d or %d that day", age->low, age->high);
}

/* What the file's functions and tables need beside the answers. */
static void put_given(const struct filled *filled, struct arena *arena, struct text *out)
{
    const struct instrument *instrument = filled->version->instrument;
    struct given given = given_of(filled->among.whose, instrument, filled->a, filled->among.all,
                                  filled->among.count, arena);
    if (!instrument->needs)
        return;
    text_put(out, "The file asks for more than the answers: who answered and how");
    if (instrument->needs & NEEDS_AGE)
        put_age(&given.age, out);
    if (instrument->needs & NEEDS_SEX)
        text_format(out, "; sex %s", given.sex ? given.sex : "not known");
    if (instrument->needs & NEEDS_EARLIER)
        text_format(out, "; %zu earlier", given.earlier_count);
    text_put(out, "\n");
}

/* --- the rule --------------------------------------------------------------------------------- */

static void put_rule(const struct filled *filled, size_t scale, struct text *out)
{
    const struct instrument *instrument = filled->version->instrument;
    text_put(out, "\nThe rule\n");
    describe_scale(instrument, scale, out);
    text_format(out, "Published in: %s\n", instrument->source);
    text_format(out, "File %s.lua, version %s, SHA-256 %s, as first used; its rules %s\n",
                filled->plugin->id, filled->plugin->version, filled->plugin->fingerprint,
                filled->plugin->pin);
    for (size_t i = 0; i < instrument->file_count; i++)
        text_format(out, "Table %s, SHA-256 %s\n", instrument->files[i].name,
                    instrument->files[i].hash);
}

/* --- where the file itself went wrong --------------------------------------------------------- */

/* Another scale of the same answers may have. */
static bool has_failed(const struct score *score)
{
    return score->reason && strcmp(score->reason, "plugin_failed") == 0;
}

static void put_failed(struct all_filled *all, const struct fault *failed, struct text *out)
{
    text_format(out, "The file itself went wrong on these answers, so there are no steps. %s\n",
                failed->text);
    all->desk->attention = FAULT_ATTENTION;
}

bool filled_tell(struct all_filled *all, const struct filled *filled, size_t scale,
                 struct text *out, struct fault *fault)
{
    struct arena *arena = all->desk->arena;
    if (!filled->version)
        return fault_set(fault, FAULT_DATA,
                         "version %s of %s is kept in the store and cannot be read any more, so "
                         "nothing can be worked out with it",
                         filled->plugin->version, filled->plugin->id);
    const struct instrument *instrument = filled->version->instrument;
    struct answer *answers = arena_array(arena, instrument->item_count, sizeof *answers);
    struct score *scores = arena_array(arena, instrument->scale_count, sizeof *scores);
    struct fault failed = {0};
    if (!instrument_read(instrument, filled->a->tokens, false, arena, answers, fault))
        return false;
    bool whole =
        version_score(filled->version, &filled->among, filled->a, arena, answers, scores, &failed);
    put_figure(filled, &instrument->scales[scale], &scores[scale], arena, out);
    if (!put_administration(all, filled, out, fault))
        return false;
    put_answers(filled, answers, out);
    put_given(filled, arena, out);
    text_put(out, "\nFrom the answers to the score\n");
    if (whole || !has_failed(&scores[scale]))
        instrument_explain_scale(instrument, scale, answers, scores, out);
    else
        put_failed(all, &failed, out);
    put_rule(filled, scale, out);
    return true;
}
