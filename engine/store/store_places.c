/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What belongs to no person and is read once for a walk: services and areas as they stand. */
#include "store/store_read.h"

static const char services_sql[] =
    "SELECT service, type, ring, purpose, stated_days, access_mode, title FROM service s"
    " WHERE recorded <= ?1 AND NOT EXISTS (SELECT 1 FROM service t WHERE t.service = s.service"
    "  AND t.recorded <= ?1 AND (t.recorded, t.import) > (s.recorded, s.import))"
    " ORDER BY service";

static struct stored_service read_service(sqlite3_stmt *stmt, struct arena *arena)
{
    return (struct stored_service){.service = sql_copy(stmt, 0, arena),
                                   .type = sql_copy(stmt, 1, arena),
                                   .ring = sql_copy(stmt, 2, arena),
                                   .purpose = sql_copy(stmt, 3, arena),
                                   .stated_days = sql_copy(stmt, 4, arena),
                                   .access_mode = sql_copy(stmt, 5, arena),
                                   .title = sql_copy(stmt, 6, arena)};
}

bool store_services(struct store *store, day as_of, struct arena *arena,
                    struct stored_service **services, size_t *count, struct fault *fault)
{
    sqlite3_stmt *stmt;
    size_t room = 0;
    bool row = false, good = sql_prepare(store->db, services_sql, &stmt, fault);
    *services = NULL;
    *count = 0;
    if (good)
        sql_whole(stmt, 1, as_of);
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        *services = arena_grow(arena, *services, *count, &room, sizeof **services);
        (*services)[(*count)++] = read_service(stmt, arena);
    }
    sqlite3_finalize(stmt);
    return good;
}

bool store_areas(struct store *store, struct arena *arena, struct stored_area **areas,
                 size_t *count, struct fault *fault)
{
    sqlite3_stmt *stmt;
    size_t room = 0;
    bool row = false, good = sql_prepare(store->db,
                                         "SELECT a.ref, o.ref FROM area_now a LEFT JOIN area o"
                                         " ON o.area = a.within ORDER BY a.ref",
                                         &stmt, fault);
    *areas = NULL;
    *count = 0;
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        *areas = arena_grow(arena, *areas, *count, &room, sizeof **areas);
        (*areas)[(*count)++] =
            (struct stored_area){sql_copy(stmt, 0, arena), sql_copy(stmt, 1, arena)};
    }
    sqlite3_finalize(stmt);
    return good;
}
