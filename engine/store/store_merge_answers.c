/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Administrations: known by person, instrument, date or order, time and who answered; merged item
 * by item. */
#include <string.h>

#include "store/store_administration.h"

/* --- versions --------------------------------------------------------------------------------- */

/* The version that this administration has, in the store or earlier in this file; 0 when it is new.
 */
static bool other_version(struct merge *merge, const struct answer_key *key, struct version *other,
                          bool *there, struct fault *fault)
{
    *there = merge->last.family == key->family && administration_same_moment(&merge->last, key);
    if (*there)
        return import_version(merge->import, merge->last.version, other, fault);
    for (size_t i = 0; i < merge->administration_count; i++) {
        const struct answer_key *row = &merge->administrations[i].key;
        /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): what is counted is there */
        if (row->version == key->version || !administration_same_moment(row, key))
            continue;
        if (!import_version(merge->import, row->version, other, fault))
            return false;
        *there = other->family == key->family;
        if (*there)
            return true;
    }
    return true;
}

static void set_all_aside(struct merge *merge, const struct cells_question *question,
                          const char *reason)
{
    for (size_t i = 0; i < question->said_count; i++)
        merge_set_aside(merge, question->said[i].line, reason);
}

/* Why rows of this administration cannot be taken, or NULL. */
static const char *refuse(struct merge *merge, const struct answer_key *key,
                          const struct version *version, const struct version *other,
                          const char **why_not)
{
    const struct source *source = merge_source_of(merge, key);
    *why_not = NULL;
    if (other)
        *why_not = arena_format(
            merge->arena,
            "this administration of %s is kept under version %s, and the row is of version %s: one "
            "administration has one version. To correct it, write %s in the column version",
            version->id, other->name, version->name, other->name);
    else if (source && source->twice)
        *why_not = arena_format(merge->arena,
                                "column id: %s is the id of two administrations of this file. Keep "
                                "the right one and import the file again",
                                source->id);
    else if (source && source->editions)
        *why_not = "Rows of this file give one administration different editions. Keep the right "
                   "one and import the file again";
    return *why_not;
}

/* --- merging ---------------------------------------------------------------------------------- */

static bool ready(struct merge *merge, struct fault *fault)
{
    return merge_settle_sources(merge, fault) &&
           (merge->administrations_loaded || administration_load(merge, fault));
}

/* Finds what is there, and writes what has changed. */
static bool merge_cells(struct merge *merge, const struct answer_key *key,
                        struct cells_question *question, struct fault *fault)
{
    struct cells_row *write;
    size_t count;
    if (!administration_find(merge, key, question, fault))
        return false;
    cells_merge(merge, question, &write, &count);
    for (size_t i = 0; i < count; i++)
        if (!administration_write(merge, key, question, &write[i], fault))
            return false;
    return true;
}

static bool has_goals(const struct cells_question *question)
{
    for (size_t i = 0; i < question->said_count; i++) {
        const struct said *said = &question->said[i];
        const char *last = said->first + said->count == question->count && said->count
                               ? said->cells[said->count - 1]
                               : NULL;
        if (last && strchr(last, ':') && (last[0] < '0' || last[0] > '9'))
            return true;
    }
    return false;
}

/* What comes to a new place only because the source moved it is a correction. */
static void count_moved(const struct merge *merge, const struct answer_key *key, int64_t fresh)
{
    const struct source *source = merge_source_of(merge, key);
    struct import_sum *sum = &merge->result->sum;
    if (!source || !source->moved)
        return;
    sum->corrected += sum->fresh - fresh;
    sum->fresh = fresh;
}

/* Is an area named that may not be? */
static bool area_allowed(struct merge *merge, const char **why, struct fault *fault)
{
    *why = NULL;
    return merge->whose != OF_RESPONDENT ||
           merge_area_allowed(merge, merge_whose(merge), why, fault);
}

bool merge_answers(struct merge *merge, const struct answer_key *key, const struct text *body,
                   struct fault *fault)
{
    struct version version, other;
    bool is_other;
    const char *why;
    int64_t fresh = merge->result->sum.fresh;
    if (!ready(merge, fault) || !import_version(merge->import, key->version, &version, fault) ||
        !other_version(merge, key, &other, &is_other, fault) || !area_allowed(merge, &why, fault))
        return false;
    struct cells_question question = {.names = version.items,
                                      .count = version.item_count,
                                      .verb = "answer",
                                      .key = "person, instrument and date"};
    if (!administration_said(merge, body, &question, fault))
        return false;
    if (why || refuse(merge, key, &version, is_other ? &other : NULL, &why)) {
        set_all_aside(merge, &question, why);
        return true;
    }
    if (has_goals(&question))
        merge_note_goals(merge, key, &version);
    bool good = merge_cells(merge, key, &question, fault);
    count_moved(merge, key, fresh);
    return good;
}

/* What stands on a day, what this import has written itself among it; NULL when nothing does. */
static const struct cells_row *standing(const struct cells_question *question, day recorded)
{
    const struct cells_row *found = NULL;
    for (size_t i = 0; i < question->row_count; i++)
        if (question->rows[i].recorded <= recorded)
            found = &question->rows[i];
    return found;
}

static bool same_cell(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

bool merge_worked_out(struct merge *merge, const struct answer_key *key, const char *cell,
                      const char *how, day recorded, struct fault *fault)
{
    struct version version;
    merge->administration_count = 0;
    if (!administration_load(merge, fault) ||
        !import_version(merge->import, key->version, &version, fault))
        return false;
    struct cells_question question = {.names = version.items, .count = version.item_count};
    size_t last = version.item_count - 1;
    if (!administration_find(merge, key, &question, fault))
        return false;
    const struct cells_row *there = standing(&question, recorded);
    cell = goals_beside(merge->person_arena, there ? there->cells[last] : NULL, cell);
    struct cells_row row = {recorded, merge->import->number,
                            arena_array(merge->person_arena, last + 2, sizeof *row.cells)};
    for (size_t i = 0; there && i < last + 2; i++)
        row.cells[i] = there->cells[i];
    if (there && same_cell(row.cells[last], cell) && (!how || same_cell(row.cells[last + 1], how)))
        return true;
    row.cells[last] = cell;
    row.cells[last + 1] = how ? how : row.cells[last + 1];
    return administration_write(merge, key, &question, &row, fault);
}
