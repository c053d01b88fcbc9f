/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of what is in the store: rows that stand. */
#include "store/store_read.h"

#define STANDS(table, same)                                                                        \
    " FROM " table " a WHERE NOT EXISTS (SELECT 1 FROM " table " b WHERE " same                    \
    " AND (b.recorded, b.import) > (a.recorded, a.import))"

static const struct question {
    const char *of;
    bool of_people;
    const char *sql; /* name, count */
} questions[] = {
    {"administrations", true,
     "SELECT instrument, count(*) FROM administration_now WHERE seat IS NULL"
     " GROUP BY 1 ORDER BY 1"},
    {"area administrations", true,
     "SELECT instrument, count(*) FROM administration_now"
     " WHERE seat IS NOT NULL GROUP BY 1 ORDER BY 1"},
    {"events", true, "SELECT kind, count(*) FROM event_now GROUP BY 1 ORDER BY 1"},
    {"goals", true,
     "SELECT '', count(*)" STANDS(
         "goal", "b.person = a.person AND b.date = a.date AND b.goal = a.goal"
                 " AND b.instrument = a.instrument AND b.time = a.time AND b.by = a.by")},
    {"notes", true, "SELECT '', count(*)" STANDS("note", "b.person = a.person AND b.id = a.id")},
    {"consents", true,
     "SELECT purpose, count(*)" STANDS("consent",
                                       "b.person = a.person AND b.date = a.date"
                                       " AND b.purpose = a.purpose") " GROUP BY 1 ORDER BY 1"},
    {"services", false, "SELECT '', count(DISTINCT service) FROM service"},
    {"areas", false, "SELECT '', count(*) FROM area"},
    {"collects", false,
     "SELECT '', count(*)" STANDS(
         "collects", "b.area = a.area AND b.kind = a.kind AND b.since = a.since"
                     " AND b.subtype = a.subtype AND b.service_type = a.service_type")},
    {"findings", true, "SELECT '', sum(json_array_length(findings)) FROM finding"},
    {"releases", false, "SELECT report, count(*) FROM release GROUP BY 1 ORDER BY 1"},
};

bool store_holdings(struct store *store, struct arena *arena, struct holding **holdings,
                    size_t *count, struct fault *fault)
{
    size_t room = 0;
    bool good = true, row;
    *holdings = NULL;
    *count = 0;
    for (size_t i = 0; good && i < sizeof questions / sizeof *questions; i++) {
        sqlite3_stmt *stmt;
        good = sql_prepare(store->db, questions[i].sql, &stmt, fault);
        while (good && (good = sql_row(stmt, &row, fault)) && row) {
            int64_t rows = sqlite3_column_int64(stmt, 1);
            if (rows == 0)
                continue;
            *holdings = arena_grow(arena, *holdings, *count, &room, sizeof **holdings);
            (*holdings)[(*count)++] = (struct holding){questions[i].of, sql_copy(stmt, 0, arena),
                                                       rows, questions[i].of_people};
        }
        sqlite3_finalize(stmt);
    }
    return good;
}

bool store_began(struct store *store, day *began, struct fault *fault)
{
    int64_t first;
    bool good = sql_number(store->db, "SELECT min(recorded) FROM import", DAY_NONE, &first, fault);
    *began = good ? (day)first : DAY_NONE;
    return good;
}

bool store_last(struct store *store, struct arena *arena, struct store_last *last,
                struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row = false;
    *last = (struct store_last){.imported = DAY_NONE, .scored = DAY_NONE};
    bool good =
        sql_prepare(
            store->db,
            "SELECT recorded, group_concat(file, ', ') FROM (SELECT DISTINCT recorded, file"
            " FROM import WHERE recorded = (SELECT max(recorded) FROM import) ORDER BY file)"
            " GROUP BY recorded",
            &stmt, fault) &&
        sql_row(stmt, &row, fault);
    if (good && row) {
        last->imported = (day)sqlite3_column_int64(stmt, 0);
        last->files = sql_copy(stmt, 1, arena);
    }
    sqlite3_finalize(stmt);
    return good && store_derived_day(store, &last->scored, fault);
}
