/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An instrument on one line of answers, or on a CSV file with a column for each of its items. */
#include <string.h>

#include "cli/hand.h"

static bool hand_open(struct hand *hand, struct try *try, const struct instrument *instrument,
                      struct fault *fault)
{
    struct arena *arena = try->desk.arena;
    *hand =
        (struct hand){.try = try,
                      .instrument = instrument,
                      .given = try->given,
                      .form = try->form,
                      .arena = arena_new(),
                      .plugin = {.id = instrument->id,
                                 .version = instrument->version,
                                 .scales = instrument_scale_ids(instrument, arena)},
                      .answers = arena_array(arena, instrument->item_count, sizeof(struct answer)),
                      .scores = arena_array(arena, instrument->scale_count, sizeof(struct score))};
    return !instrument->has_functions || worker_open(instrument->plugin, &hand->worker, fault);
}

bool hand_score(struct hand *hand, struct fault *fault)
{
    return instrument_score(hand->instrument, hand->answers, &hand->given, hand->worker, true,
                            hand->arena, hand->scores, fault);
}

static void put_rows(struct hand *hand, const char *row)
{
    for (size_t i = 0; i < hand->instrument->scale_count; i++) {
        const struct score *s = &hand->scores[i];
        struct derived_score derived = {.by = hand->given.by,
                                        .mode = hand->given.mode,
                                        .scale = (int)i,
                                        .has_value = s->has_value,
                                        .value = s->value,
                                        .category = s->category,
                                        .reason = s->reason,
                                        .answered = s->answered,
                                        .of = s->of,
                                        .has_range = s->has_range,
                                        .lowest = s->lowest,
                                        .highest = s->highest};
        rows_begin(&hand->rows, 0, 0, hand->instrument->id);
        rows_text(&hand->rows, "row", row);
        rows_score(&hand->rows, &hand->plugin, &derived);
    }
    rows_end_person(&hand->rows);
}

void hand_put(struct hand *hand, const char *row)
{
    if (!hand->steps) {
        put_rows(hand, row);
        return;
    }
    if (hand->try->data)
        text_format(&hand->out, "Row %s\n", row);
    instrument_explain_score(hand->instrument, hand->answers, hand->scores, &hand->out);
    if (hand->try->data)
        text_put(&hand->out, "\n");
}

static bool try_answers(struct hand *hand, struct fault *fault)
{
    if (!instrument_read_form(hand->instrument, hand->form, hand->try->answers, true, hand->answers,
                              fault))
        return fault_set(fault, FAULT_USAGE, "--answers: %s", fault->text);
    if (!hand_score(hand, fault))
        return false;
    hand_put(hand, "1");
    return true;
}

/* Everything that was put, or nothing where something failed. */
static bool print_hand(struct hand *hand, bool done, struct fault *fault)
{
    struct try *try = hand->try;
    if (!hand->steps)
        rows_close(&hand->rows, &hand->out);
    else if (try->sex || try->born.low != DAY_NONE)
        hand_put_norms(hand, &hand->out);
    done = done && cli_write(NULL, &hand->out, fault);
    text_free(&hand->out);
    return done;
}

static bool try_hand(struct hand *hand, struct fault *fault)
{
    struct try *try = hand->try;
    const char *format = try->format ? try->format : try->answers ? "text" : "csv";
    hand->steps = strcmp(format, "text") == 0;
    if (hand->steps)
        text_format(&hand->out, "%s (%s, version %s)\n\n", hand->instrument->title,
                    hand->instrument->id, hand->instrument->version);
    else
        rows_open(&hand->rows, strcmp(format, "json") == 0, try_score_columns);
    bool done = try->answers ? try_answers(hand, fault) : hand_csv(hand, try->data, fault);
    return print_hand(hand, done, fault);
}

/* The editions that --form names, asked for once: a wrong one is wrong use, not a fault of every
 * row. */
static bool form_is_known(const struct hand *hand, struct fault *fault)
{
    struct answer answer;
    return !hand->form || hand->instrument->item_count == 0 ||
           instrument_read_item_form(hand->instrument, hand->form, 0, "-", &answer, fault) ||
           fault_set(fault, FAULT_USAGE, "--form: %s", fault->text);
}

bool try_instrument(struct try *try, struct plugin *plugin, struct faults *faults,
                    struct fault *fault)
{
    struct instrument *instrument;
    struct hand hand = {0};
    size_t examples;
    if (!instrument_load(plugin, &instrument, faults))
        return false;
    if (!instrument_check_examples(instrument, &examples, faults))
        try_say_faults(try, faults);
    if (!try->answers == !try->data)
        return fault_set(fault, FAULT_USAGE,
                         "try %s: give --answers \"…\", one for each of %zu items, or a CSV file",
                         plugin->id, instrument->item_count);
    bool done = hand_open(&hand, try, instrument, fault) && form_is_known(&hand, fault) &&
                try_hand(&hand, fault);
    if (hand.worker)
        worker_close(hand.worker);
    arena_free(hand.arena);
    return done;
}
