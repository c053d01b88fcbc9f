/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cell by cell: what answers and people rows have in common. An empty cell says nothing and removes
 * nothing; the latest recorded stands, on one day the later import.
 *
 * A row of the store holds everything that stood when it was recorded, so that one row stands. What
 * a row itself said is what differs from the row it was built on. What is said again is not kept
 * twice: it counts as recorded when it was first said. */
#include <string.h>

#include "store/store_import.h"

/* What became of one cell within the file. */
struct cell {
    const char *first; /* what the file said first */
    bool differs;      /* and another row something else */
    bool given;        /* a row that was not set aside has said it */
    bool asked;        /* a row of this file has the item, answered or not */
};

static bool same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool all_same(const char *const *a, const char *const *b, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!same(a[i], b[i]))
            return false;
    return true;
}

/* --- rows that contradict each other ---------------------------------------------------------- */

static bool note_said(struct cell *cell, const char *said)
{
    if (!said)
        return false;
    if (!cell->first)
        cell->first = said;
    cell->differs = cell->differs || strcmp(cell->first, said) != 0;
    return cell->differs;
}

/* `cells` has one more behind the others, for `extra`. */
static bool find_differences(const struct cells_question *question, struct cell *cells)
{
    bool any = false;
    for (size_t i = 0; i < question->said_count; i++) {
        const struct said *said = &question->said[i];
        for (size_t j = 0; j < said->count; j++)
            any |= note_said(&cells[said->first + j], said->cells[j]);
        any |= note_said(&cells[question->count], said->extra);
    }
    return any;
}

/* The name of a cell in which this row contradicts another row, or NULL. */
static const char *contradicted(const struct cells_question *question, const struct said *said,
                                const struct cell *cells)
{
    for (size_t j = 0; j < said->count; j++)
        if (said->cells[j] && cells[said->first + j].differs)
            return question->names[said->first + j];
    return said->extra && cells[question->count].differs ? "mode or group" : NULL;
}

static bool set_aside(struct merge *merge, const struct cells_question *question,
                      const struct said *said, const struct cell *cells)
{
    const char *name = contradicted(question, said, cells);
    if (name)
        merge_set_aside(
            merge, said->line,
            arena_format(
                merge->arena,
                "Two rows of this file %s %s "
                "differently for the same %s. Keep the right one and import the file again",
                question->verb, name, question->key));
    return name != NULL;
}

/* --- counting --------------------------------------------------------------------------------- */

enum outcome { KNOWN, FRESH, CORRECTED };

static enum outcome cell_outcome(const char *said, const char *stands, bool given)
{
    if (!said || given || same(said, stands))
        return KNOWN;
    return stands ? CORRECTED : FRESH;
}

static enum outcome greater(enum outcome a, enum outcome b)
{
    return a > b ? a : b;
}

/* Puts what a row says into `piece`, and tells what the row is compared with what stands. */
static enum outcome take(const struct cells_question *question, const struct said *said,
                         const char *const *stands, bool there, struct cell *cells,
                         const char **piece)
{
    enum outcome outcome = KNOWN;
    for (size_t j = 0; j < said->count; j++) {
        size_t at = said->first + j;
        bool again = cells[at].asked;
        cells[at].asked = true;
        if (!there && !again) /* of what nobody knew, a blank is new too */
            outcome = FRESH;
        if (!said->cells[j])
            continue;
        outcome = greater(outcome, cell_outcome(said->cells[j], stands[at], cells[at].given));
        cells[at].given = true;
        piece[at] = said->cells[j];
    }
    if (said->extra) {
        const char **extra = &piece[question->count];
        outcome = greater(
            outcome, cell_outcome(said->extra, stands[question->count], same(*extra, said->extra)));
        *extra = said->extra;
    }
    return outcome;
}

static void count(struct import_sum *sum, enum outcome outcome)
{
    sum->known += outcome == KNOWN;
    sum->fresh += outcome == FRESH;
    sum->corrected += outcome == CORRECTED;
}

/* Takes all rows that are not set aside; false when there is none. */
static bool take_all(struct merge *merge, const struct cells_question *question,
                     const char *const *stands, bool there, const char **piece)
{
    struct cell *cells = arena_array(merge->person_arena, question->count + 1, sizeof *cells);
    bool differences = find_differences(question, cells), any = false;
    for (size_t i = 0; i < question->said_count; i++) {
        const struct said *said = &question->said[i];
        if (differences && set_aside(merge, question, said, cells))
            continue;
        enum outcome outcome = take(question, said, stands, there, cells, piece);
        count(&merge->result->sum, outcome);
        any = true;
    }
    return any;
}

/* --- rows to write ---------------------------------------------------------------------------- */

static const char **overlay(struct arena *arena, const char *const *under, const char *const *over,
                            size_t width)
{
    const char **cells = arena_array(arena, width, sizeof *cells);
    for (size_t i = 0; i < width; i++)
        cells[i] = over[i] ? over[i] : under[i];
    return cells;
}

/* The row that stood on a day, as far as imports before `import` knew; NULL when none did. */
static const struct cells_row *standing(const struct cells_question *question, day recorded,
                                        int64_t import)
{
    const struct cells_row *found = NULL;
    for (size_t i = 0; i < question->row_count; i++)
        if (question->rows[i].recorded <= recorded && question->rows[i].import < import)
            found = &question->rows[i];
    return found;
}

/* What a row itself said: NULL where it only repeats the row it was built on. A renewed row, one
 * recorded later than its import, said nothing itself. */
static const char **contribution(const struct merge *merge, const struct cells_question *question,
                                 const struct cells_row *row, size_t width)
{
    const char **cells = arena_array(merge->person_arena, width, sizeof *cells);
    const struct cells_row *under = standing(question, row->recorded, row->import);
    if (merge->import_days[row->import] == row->recorded)
        for (size_t i = 0; i < width; i++)
            cells[i] = under && same(row->cells[i], under->cells[i]) ? NULL : row->cells[i];
    return cells;
}

static bool last_of_its_day(const struct cells_question *question, size_t i)
{
    return i + 1 == question->row_count ||
           question->rows[i + 1].recorded != question->rows[i].recorded;
}

/* This import is recorded earlier than rows that are there: those are built again on the new row,
 * and written once more where they come out otherwise. */
static void renew(struct merge *merge, const struct cells_question *question, size_t width,
                  struct cells_row *write, size_t *written)
{
    const char **now = write[0].cells;
    for (size_t i = 0; i < question->row_count; i++) {
        const struct cells_row *row = &question->rows[i];
        if (row->recorded <= merge->import->recorded)
            continue;
        now = overlay(merge->person_arena, now, contribution(merge, question, row, width), width);
        if (last_of_its_day(question, i) && !all_same(now, row->cells, width))
            write[(*written)++] = (struct cells_row){row->recorded, merge->import->number, now};
    }
}

void cells_merge(struct merge *merge, const struct cells_question *question,
                 struct cells_row **write, size_t *written)
{
    size_t width = question->count + 1;
    struct arena *arena = merge->person_arena;
    day recorded = merge->import->recorded;
    const struct cells_row *there = standing(question, recorded, merge->import->number);
    const char **blank = arena_array(arena, width, sizeof *blank);
    const char *const *stands = there ? there->cells : blank;
    const char **piece = arena_array(arena, width, sizeof *piece);
    *written = 0;
    *write = arena_array(arena, question->row_count + 1, sizeof **write);
    if (!take_all(merge, question, stands, there != NULL, piece))
        return;
    const char **now = overlay(arena, stands, piece, width);
    if (there && all_same(now, stands, width))
        return;
    (*write)[(*written)++] = (struct cells_row){recorded, merge->import->number, now};
    renew(merge, question, width, *write, written);
}
