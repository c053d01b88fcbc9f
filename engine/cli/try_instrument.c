/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An instrument on one line of answers, or on a CSV file with a column for each of its items. */
#include <inttypes.h>
#include <string.h>

#include "cli/rows.h"
#include "cli/try.h"
#include "csv/csv.h"

/* One instrument in the hand: what it needs to score. */
struct hand {
    struct try *try;
    const struct instrument *instrument;
    struct worker *worker;
    struct stored_plugin plugin; /* for the columns of a row */
    struct answer *answers;
    struct score *scores;
    struct rows rows;
    const char *raw; /* the answers as given, for the worked steps */
};

static const char *scale_ids(const struct instrument *instrument, struct arena *arena)
{
    const char *ids = "";
    for (size_t i = 0; i < instrument->scale_count; i++)
        ids = arena_format(arena, "%s%s%s", ids, i ? " " : "", instrument->scales[i].id);
    return ids;
}

static bool hand_open(struct hand *hand, struct try *try, const struct instrument *instrument,
                      struct fault *fault)
{
    struct arena *arena = try->desk.arena;
    *hand =
        (struct hand){.try = try,
                      .instrument = instrument,
                      .plugin = {.id = instrument->id,
                                 .version = instrument->version,
                                 .scales = scale_ids(instrument, arena)},
                      .answers = arena_array(arena, instrument->item_count, sizeof(struct answer)),
                      .scores = arena_array(arena, instrument->scale_count, sizeof(struct score))};
    return !instrument->has_functions || worker_open(instrument->plugin, &hand->worker, fault);
}

static bool score(struct hand *hand, struct fault *fault)
{
    return instrument_score(hand->instrument, hand->answers, &hand->try->given, hand->worker, true,
                            hand->try->desk.arena, hand->scores, fault);
}

static void put_rows(struct hand *hand, const char *row)
{
    for (size_t i = 0; i < hand->instrument->scale_count; i++) {
        const struct score *s = &hand->scores[i];
        struct derived_score derived = {.by = hand->try->given.by,
                                        .mode = hand->try->given.mode,
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

static bool print_rows(struct hand *hand, struct fault *fault)
{
    struct text out = {0};
    rows_close(&hand->rows, &out);
    bool done = cli_write(NULL, &out, fault);
    text_free(&out);
    return done;
}

/* --- one line of answers --------------------------------------------------------------------- */

static const char *seat_title(const struct instrument *instrument, const char *seat)
{
    for (size_t i = 0; i < instrument->seat_count; i++)
        if (strcmp(instrument->seats[i].id, seat) == 0)
            return instrument->seats[i].title;
    return seat;
}

static bool print_steps(struct hand *hand, struct fault *fault)
{
    struct text out = {0};
    text_format(&out, "%s (%s, version %s)", hand->instrument->title, hand->instrument->id,
                hand->instrument->version);
    if (hand->try->given.seat)
        text_format(&out, ", answered by %s", seat_title(hand->instrument, hand->try->given.seat));
    text_put(&out, "\n\n");
    instrument_explain_score(hand->instrument, hand->answers, hand->scores, &out);
    bool done = cli_write(NULL, &out, fault);
    text_free(&out);
    return done;
}

static bool try_answers(struct hand *hand, struct fault *fault)
{
    struct try *try = hand->try;
    if (!instrument_read(hand->instrument, try->answers, true, try->desk.arena, hand->answers,
                         fault))
        return fault_set(fault, FAULT_USAGE, "--answers: %s", fault->text);
    if (!instrument_take_seat(hand->instrument, try->given.seat, hand->answers, fault))
        return fault_set(fault, FAULT_USAGE, "--answers: %s", fault->text);
    if (!score(hand, fault))
        return false;
    if (!try->format || strcmp(try->format, "text") == 0)
        return print_steps(hand, fault);
    rows_open(&hand->rows, strcmp(try->format, "json") == 0, try_score_columns);
    put_rows(hand, "1");
    return print_rows(hand, fault);
}

/* --- a file ---------------------------------------------------------------------------------- */

/* Which column holds each item; an item without one is a fault that names it. */
static bool find_columns(const struct hand *hand, const struct csv *csv, size_t *at,
                         struct fault *fault)
{
    for (size_t i = 0; i < hand->instrument->item_count; i++) {
        const char *id = hand->instrument->items[i].id;
        at[i] = 0;
        while (at[i] < csv_columns(csv) && strcmp(csv_column(csv, at[i]), id) != 0)
            at[i]++;
        if (at[i] == csv_columns(csv))
            return fault_set(
                fault, FAULT_DATA,
                "%s:1: there is no column %s. A file to try %s on has one column for each item",
                hand->try->data, id, hand->instrument->id);
    }
    return true;
}

static bool read_row(struct hand *hand, const struct csv_row *row, const size_t *at)
{
    struct fault why;
    for (size_t i = 0; i < hand->instrument->item_count; i++) {
        const char *cell = row->cells[at[i]] ? row->cells[at[i]] : "-";
        if (!instrument_read_item(hand->instrument, i, cell, hand->try->desk.arena,
                                  &hand->answers[i], &why)) {
            cli_warn(&hand->try->desk,
                     arena_format(hand->try->desk.arena,
                                  "%s:%" PRId64 ": column %s: %s. Row left out", hand->try->data,
                                  row->line, hand->instrument->items[i].id, why.text));
            return false;
        }
    }
    if (instrument_take_seat(hand->instrument, hand->try->given.seat, hand->answers, &why))
        return true;
    cli_warn(&hand->try->desk,
             arena_format(hand->try->desk.arena, "%s:%" PRId64 ": %s. Row left out",
                          hand->try->data, row->line, why.text));
    return false;
}

static bool try_rows(struct hand *hand, struct csv *csv, const size_t *at, struct fault *fault)
{
    struct csv_row row;
    bool more = true;
    for (int64_t number = 1; csv_next(csv, &row, &more, fault); number++) {
        if (!more)
            return true;
        if (row.wrong)
            cli_warn(&hand->try->desk,
                     arena_format(hand->try->desk.arena, "%s:%" PRId64 ": %s. Row left out",
                                  hand->try->data, row.line, row.wrong));
        else if (read_row(hand, &row, at)) {
            if (!score(hand, fault))
                return false;
            put_rows(hand, arena_format(hand->try->desk.arena, "%" PRId64, number));
        }
    }
    return false;
}

static bool try_csv(struct hand *hand, struct fault *fault)
{
    struct try *try = hand->try;
    struct csv *csv;
    size_t *at = arena_array(try->desk.arena, hand->instrument->item_count, sizeof *at);
    if (!csv_open(try->data, 0, NULL, &csv, fault))
        return false;
    rows_open(&hand->rows, try->format && strcmp(try->format, "json") == 0, try_score_columns);
    bool done = find_columns(hand, csv, at, fault) && try_rows(hand, csv, at, fault);
    csv_close(csv);
    if (done)
        return print_rows(hand, fault);
    struct text dropped = {0};
    rows_close(&hand->rows, &dropped);
    text_free(&dropped);
    return false;
}

/* Is the seat one of the instrument's, and not lacking? Asked of nothing answered. */
static bool seat_is_good(const struct hand *hand, struct fault *fault)
{
    for (size_t i = 0; i < hand->instrument->item_count; i++)
        hand->answers[i] = (struct answer){.kind = ANSWER_NONE, .none = NOT_ASKED};
    return instrument_take_seat(hand->instrument, hand->try->given.seat, hand->answers, fault) ||
           fault_set(fault, FAULT_USAGE, "--seat: %s", fault->text);
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
    bool done = hand_open(&hand, try, instrument, fault) && seat_is_good(&hand, fault) &&
                (try->answers ? try_answers(&hand, fault) : try_csv(&hand, fault));
    if (hand.worker)
        worker_close(hand.worker);
    return done;
}
