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
                      .form = try->form,
                      .arena = arena_new(),
                      .plugin = {.id = instrument->id,
                                 .version = instrument->version,
                                 .scales = instrument_scale_ids(instrument, arena)},
                      .answers = arena_array(arena, instrument->item_count, sizeof(struct answer)),
                      .scores = arena_array(arena, instrument->scale_count, sizeof(struct score))};
    hand->try->given.age = ages_on(try->born, try->as_of);
    hand->try->given.sex = try->sex;
    hand->given = try->given;
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
                                        .highest = s->highest,
                                        .has_se = s->has_se,
                                        .se = s->se};
        rows_begin(&hand->rows, 0, 0, hand->instrument->id);
        rows_text(&hand->rows, "row", row);
        rows_score(&hand->rows, &hand->plugin, &derived);
    }
    rows_end_person(&hand->rows);
}

/* `, answered by citizens`, where it is about an area. */
static void put_seat(const struct hand *hand, struct text *out)
{
    for (size_t i = 0; hand->given.seat && i < hand->instrument->seat_count; i++)
        if (strcmp(hand->instrument->seats[i].id, hand->given.seat) == 0)
            text_format(out, ", answered by %s", hand->instrument->seats[i].title);
}

/* What is in hand, by row number where it is one of a file's. */
static void put_place(const struct hand *hand, const char *row, struct text *out)
{
    if (!hand->try->data)
        return;
    text_format(out, "Row %s", row);
    put_seat(hand, out);
    text_put(out, "\n");
}

void hand_put(struct hand *hand, const char *row)
{
    if (!hand->steps) {
        put_rows(hand, row);
        return;
    }
    put_place(hand, row, &hand->out);
    instrument_explain_score(hand->instrument, hand->answers, hand->scores, &hand->out);
    if (hand->try->data)
        text_put(&hand->out, "\n");
}

static bool try_answers(struct hand *hand, struct fault *fault)
{
    if (!instrument_read_form(hand->instrument, hand->form, hand->try->answers, true, hand->arena,
                              hand->answers, fault) ||
        !instrument_take_seat(hand->instrument, hand->given.seat, hand->answers, fault))
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
    done = done && (hand->steps ? cli_talk(&hand->out, fault) : cli_write(NULL, &hand->out, fault));
    text_free(&hand->out);
    return done;
}

static void put_title(const struct hand *hand, struct text *out)
{
    text_format(out, "%s (%s, version %s)", hand->instrument->title, hand->instrument->id,
                hand->instrument->version);
    if (hand->try->answers)
        put_seat(hand, out);
    text_put(out, "\n\n");
}

static bool try_hand(struct hand *hand, struct fault *fault)
{
    struct try *try = hand->try;
    const char *format = try->format ? try->format : try->answers ? "text" : "csv";
    hand->steps = strcmp(format, "text") == 0;
    if (hand->steps)
        put_title(hand, &hand->out);
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
           instrument_read_item_form(hand->instrument, hand->form, 0, "-", hand->arena, &answer,
                                     fault) ||
           fault_set(fault, FAULT_USAGE, "--form: %s", fault->text);
}

/* The seat that --seat names, or that no column of a file does, asked for once: of nothing
 * answered.
 */
bool hand_seat(const struct hand *hand, struct fault *fault)
{
    for (size_t i = 0; i < hand->instrument->item_count; i++)
        hand->answers[i] = (struct answer){.kind = ANSWER_NONE, .none = NOT_ASKED};
    return instrument_take_seat(hand->instrument, hand->try->given.seat, hand->answers, fault) ||
           fault_set(fault, FAULT_USAGE, "--seat: %s", fault->text);
}

static bool seat_is_known(const struct hand *hand, struct fault *fault)
{
    return (hand->try->data && !hand->try->given.seat) || hand_seat(hand, fault);
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
                seat_is_known(&hand, fault) && try_hand(&hand, fault);
    if (hand.worker)
        worker_close(hand.worker);
    arena_free(hand.arena);
    return done;
}
