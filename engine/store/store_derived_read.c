/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what is derived, person by person. */
#include <stdlib.h>

#include "store/store_list.h"
#include "store/store_read.h"

/* --- one person ------------------------------------------------------------------------------- */

static bool changed(struct fault *fault, const char *what)
{
    return fault_set(fault, FAULT_DATA,
                     "The %s kept in the store were changed by something other than alongside. "
                     "Work them out again with: alongside score --rebuild",
                     what);
}

/* To the row of somebody behind. */
static bool step_on(struct standing *at, struct fault *fault)
{
    return !sql_stands(at) || sql_row(at->stmt, &at->row, fault);
}

static bool read_scores(struct store *store, struct arena *arena, struct derived_person *person,
                        struct fault *fault)
{
    struct standing *at = &store->reading[READ_SCORES];
    if (!sql_stand(store, at, "SELECT person, scores FROM score WHERE person >= ? ORDER BY person",
                   person->number, fault))
        return false;
    bool good = !sql_stands(at) ||
                unpack_scores((const char *)sqlite3_column_text(at->stmt, 1), arena, person);
    return good ? step_on(at, fault) : changed(fault, "scores");
}

static bool read_findings(struct store *store, struct arena *arena, struct derived_person *person,
                          struct fault *fault)
{
    struct standing *at = &store->reading[READ_FINDINGS];
    if (!sql_stand(store, at,
                   "SELECT person, findings, names FROM finding WHERE person >= ? ORDER BY person",
                   person->number, fault))
        return false;
    bool good = !sql_stands(at) ||
                unpack_findings((const char *)sqlite3_column_text(at->stmt, 1),
                                sqlite3_column_blob(at->stmt, 2),
                                (size_t)sqlite3_column_bytes(at->stmt, 2), arena, person);
    return good ? step_on(at, fault) : changed(fault, "findings");
}

static bool see_person(struct store *store, int64_t number, struct arena *arena,
                       store_see_derived *see, void *context, struct fault *fault)
{
    struct derived_person person = {.number = number};
    return person_ref(store, number, arena, &person.ref, fault) &&
           read_scores(store, arena, &person, fault) &&
           read_findings(store, arena, &person, fault) && see(context, &person, fault);
}

static bool see_everyone(struct store *store, struct arena *arena, store_see_derived *see,
                         void *context, struct fault *fault)
{
    int64_t *people;
    size_t count;
    bool good = store_people(store, STORE_EVERYONE, &people, &count, fault);
    for (size_t i = 0; good && i < count; i++) {
        arena_reset(arena);
        good = see_person(store, people[i], arena, see, context, fault);
    }
    free(people);
    return good;
}

bool store_derived(struct store *store, const char *ref, struct arena *arena,
                   store_see_derived *see, void *context, struct fault *fault)
{
    int64_t number;
    bool ours;
    if (!store_read_begin(store, &ours, fault))
        return false;
    bool good = ref ? person_number(store, ref, &number, fault) &&
                          see_person(store, number, arena, see, context, fault)
                    : see_everyone(store, arena, see, context, fault);
    store_read_end(store, ours);
    return good;
}

/* --- by name ---------------------------------------------------------------------------------- */

bool store_finding_owners(struct store *store, const char *beginning, struct arena *arena,
                          const char ***refs, size_t *count, struct fault *fault)
{
    sqlite3_stmt *stmt;
    size_t room = 0;
    bool row = false;
    *refs = NULL;
    *count = 0;
    bool good = sql_prepare(
        store->db,
        "SELECT ref FROM finding JOIN reference USING (person),"
        " json_each(findings) AS f WHERE instr(hex(names), upper(?1)) AND substr(hex(substr(names,"
        " 8 * f.key + 1, 8)), 1, length(?1)) = upper(?1)"
        " GROUP BY ref ORDER BY ref",
        &stmt, fault);
    if (good)
        sql_text(stmt, 1, beginning);
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        *refs = arena_grow(arena, *refs, *count, &room, sizeof **refs);
        (*refs)[(*count)++] = sql_copy(stmt, 0, arena);
    }
    sqlite3_finalize(stmt);
    return good;
}
