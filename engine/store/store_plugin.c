/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of plugins in use: each with its source, and pinned at its first use. */
#include <string.h>

#include "store/store_private.h"

static bool read_tables(struct store *store, struct arena *arena, struct stored_plugin *plugin,
                        struct fault *fault)
{
    sqlite3_stmt *stmt;
    size_t room = 0;
    bool row = false;
    bool good = sql_prepare(
        store->db, "SELECT name, hash, bytes FROM plugin_table WHERE plugin = ? ORDER BY name",
        &stmt, fault);
    if (good)
        sql_whole(stmt, 1, plugin->number);
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        size_t length = (size_t)sqlite3_column_bytes(stmt, 2);
        plugin->tables =
            arena_grow(arena, plugin->tables, plugin->table_count, &room, sizeof *plugin->tables);
        plugin->tables[plugin->table_count++] = (struct stored_table){
            .name = sql_copy(stmt, 0, arena),
            .hash = sql_copy(stmt, 1, arena),
            .bytes = arena_copy(arena, length ? sqlite3_column_blob(stmt, 2) : "", length),
            .length = length};
    }
    sqlite3_finalize(stmt);
    return good;
}

bool store_plugins(struct store *store, struct arena *arena, struct stored_plugin **plugins,
                   size_t *count, struct fault *fault)
{
    sqlite3_stmt *stmt;
    size_t room = 0;
    bool row = false;
    *plugins = NULL;
    *count = 0;
    bool good =
        sql_prepare(store->db,
                    "SELECT plugin, kind, id, version, pin, fingerprint, source, items,"
                    " (SELECT coalesce(group_concat(id, ' '), '') FROM (SELECT id FROM scale"
                    "  WHERE instrument = plugin.plugin ORDER BY n))"
                    " FROM plugin ORDER BY plugin",
                    &stmt, fault);
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        *plugins = arena_grow(arena, *plugins, *count, &room, sizeof **plugins);
        (*plugins)[(*count)++] = (struct stored_plugin){.number = sqlite3_column_int64(stmt, 0),
                                                        .kind = sql_copy(stmt, 1, arena),
                                                        .id = sql_copy(stmt, 2, arena),
                                                        .version = sql_copy(stmt, 3, arena),
                                                        .pin = sql_copy(stmt, 4, arena),
                                                        .fingerprint = sql_copy(stmt, 5, arena),
                                                        .source = sql_copy(stmt, 6, arena),
                                                        .items = sql_copy(stmt, 7, arena),
                                                        .scales = sql_copy(stmt, 8, arena)};
    }
    sqlite3_finalize(stmt);
    for (size_t i = 0; good && i < *count; i++)
        good = read_tables(store, arena, &(*plugins)[i], fault);
    return good;
}

/* Who only reads is asked to keep nothing, unless something came in since it was made sure of that.
 */
static bool may_keep(struct store *store, struct fault *fault)
{
    return store->apart || !sqlite3_db_readonly(store->db, "main") ||
           fault_set(fault, FAULT_BUSY,
                     "%s was written by another program meanwhile. Nothing was changed; ask again",
                     sqlite3_db_filename(store->db, "main"));
}

bool store_keep_table(struct store *store, int64_t plugin, const struct stored_table *table,
                      struct fault *fault)
{
    sqlite3_stmt *stmt;
    if (store->apart)
        return true;
    if (!may_keep(store, fault))
        return false;
    bool good = sql_prepare(
        store->db,
        "INSERT OR IGNORE INTO plugin_table (plugin, name, hash, bytes) VALUES (?,?,?,?)", &stmt,
        fault);
    if (good) {
        sql_whole(stmt, 1, plugin);
        sql_text(stmt, 2, table->name);
        sql_text(stmt, 3, table->hash);
        sqlite3_bind_blob64(stmt, 4, table->bytes, table->length, SQLITE_STATIC);
        good = sql_do(stmt, fault);
    }
    sqlite3_finalize(stmt);
    return good;
}

/* --- pins ------------------------------------------------------------------------------------- */

/* "about 1,205 administrations" or "fewer than 10 findings" that were made with this version. */
static bool made_with(struct store *store, const struct stored_plugin *plugin, struct arena *arena,
                      const char **words, struct fault *fault)
{
    bool instrument = strcmp(plugin->kind, "instrument") == 0;
    bool indicator = strcmp(plugin->kind, "indicator") == 0;
    sqlite3_stmt *stmt;
    bool row;
    *words = "pages"; /* a report's */
    if (!instrument && !indicator)
        return true;
    bool good = sql_prepare(store->db,
                            instrument ? "SELECT count(*) FROM administration WHERE instrument = ?"
                                       : "SELECT count(*) FROM finding, json_each(findings) AS f"
                                         " WHERE f.value ->> 0 = ?",
                            &stmt, fault);
    if (good) {
        sql_whole(stmt, 1, plugin->number);
        good = sql_row(stmt, &row, fault);
    }
    if (good)
        *words = count_about(arena, sqlite3_column_int64(stmt, 0),
                             instrument ? "administrations" : "findings");
    sqlite3_finalize(stmt);
    return good;
}

static bool refuse(struct store *store, const struct stored_plugin *plugin, struct fault *fault)
{
    struct arena *arena = arena_new();
    const char *words;
    if (made_with(store, plugin, arena, &words, fault))
        fault_set(
            fault, FAULT_DATA,
            "%s %s: version %s has %s and was another file then. What was made "
            "keeps the meaning that it was made with: bring back that file, or give the changed "
            "one a new version.",
            plugin->kind, plugin->id, plugin->version, words);
    arena_free(arena);
    return false;
}

/* --- using ------------------------------------------------------------------------------------ */

static bool find(struct store *store, struct stored_plugin *plugin, bool *there, bool *same_pin,
                 struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool good = sql_prepare(store->db,
                            "SELECT plugin, pin FROM plugin"
                            " WHERE kind = ? AND id = ? AND version = ?",
                            &stmt, fault);
    if (good) {
        sql_text(stmt, 1, plugin->kind);
        sql_text(stmt, 2, plugin->id);
        sql_text(stmt, 3, plugin->version);
        good = sql_row(stmt, there, fault);
    }
    if (good && *there) {
        plugin->number = sqlite3_column_int64(stmt, 0);
        *same_pin = strcmp((const char *)sqlite3_column_text(stmt, 1), plugin->pin) == 0;
    }
    sqlite3_finalize(stmt);
    return good;
}

#define ITS_COLUMNS " (kind, id, version, pin, fingerprint, source, items) VALUES (?,?,?,?,?,?,?)"

static bool insert(struct store *store, const char *sql, const struct stored_plugin *plugin,
                   struct fault *fault)
{
    const char *const texts[] = {plugin->kind,        plugin->id,     plugin->version, plugin->pin,
                                 plugin->fingerprint, plugin->source, plugin->items};
    sqlite3_stmt *stmt;
    bool good = sql_prepare(store->db, sql, &stmt, fault);
    for (int i = 0; good && i < 7; i++)
        sql_text(stmt, i + 1, texts[i] ? texts[i] : "");
    good = good && sql_do(stmt, fault);
    sqlite3_finalize(stmt);
    return good;
}

static bool add(struct store *store, struct stored_plugin *plugin, struct fault *fault)
{
    bool good = insert(store, "INSERT INTO plugin" ITS_COLUMNS, plugin, fault);
    plugin->number = sqlite3_last_insert_rowid(store->db);
    return good;
}

bool store_keep_report(struct store *store, const struct stored_plugin *report, struct fault *fault)
{
    if (!sql_begin(store, fault))
        return false;
    bool kept = insert(store, "INSERT OR IGNORE INTO main.plugin" ITS_COLUMNS, report, fault);
    return sql_end(store, kept, fault) && kept;
}

static bool add_scales(struct store *store, int64_t instrument, const char *scales,
                       struct fault *fault)
{
    const char *word;
    size_t length;
    sqlite3_stmt *stmt;
    bool good = sql_prepare(
        store->db, "INSERT OR IGNORE INTO scale (instrument, n, id) VALUES (?,?,?)", &stmt, fault);
    for (int64_t n = 0; good && text_word(&scales, &word, &length); n++) {
        sql_whole(stmt, 1, instrument);
        sql_whole(stmt, 2, n);
        sqlite3_bind_text(stmt, 3, word, (int)length, SQLITE_STATIC);
        good = sql_do(stmt, fault);
    }
    sqlite3_finalize(stmt);
    return good;
}

bool store_use_plugin(struct store *store, struct stored_plugin *plugin, const char *scales,
                      struct fault *fault)
{
    bool there, same_pin = true;
    if (!find(store, plugin, &there, &same_pin, fault))
        return false;
    if (there && !same_pin)
        return refuse(store, plugin, fault);
    return there || (may_keep(store, fault) && add(store, plugin, fault) &&
                     (!scales || !*scales || add_scales(store, plugin->number, scales, fault)));
}
