/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store in a folder of its own for each test, rows of made-up people, and questions in plain SQL.
 */
#ifndef TESTS_STORE_TEST_H
#define TESTS_STORE_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ground/text.h"
#include "store/store.h"
#include "vault/vault.h"

struct world {
    char folder[32], path[64], key_path[64];
    struct store *store;
    struct vault *vault;
    struct arena *arena;
    struct import *import;
    int64_t line;
    int64_t q3, q3_second; /* an instrument of three items, in two versions */
    const char *source_id; /* the source's own key of the answers that come; NULL: none */
};

static inline void must(bool good, const struct fault *fault)
{
    if (!good)
        fail_msg("%d: %s", fault->kind, fault->text);
}

static inline void open_world_store(struct world *world, enum store_mode mode)
{
    struct fault fault = {0};
    must(store_open(world->path, mode, &world->store, &fault), &fault);
    store_unlock(world->store, world->vault);
}

static inline int set_up_in(void **state, const char *area)
{
    struct world *world = calloc(1, sizeof *world);
    struct fault fault = {0};
    strcpy(world->folder, "/tmp/store-test-XXXXXX");
    assert_non_null(mkdtemp(world->folder));
    snprintf(world->path, sizeof world->path, "%s/a.db", world->folder);
    snprintf(world->key_path, sizeof world->key_path, "%s/a.db.keys", world->folder);
    must(vault_make(world->key_path, &fault), &fault);
    must(vault_open(world->key_path, &world->vault, &fault), &fault);
    must(store_make(world->path, area, world->vault, &fault), &fault);
    open_world_store(world, STORE_WRITE);
    world->arena = arena_new();
    *state = world;
    return 0;
}

static inline int set_up(void **state)
{
    return set_up_in(state, "Northwick");
}

static inline int tear_down(void **state)
{
    struct world *world = *state;
    store_close(world->store);
    vault_close(world->vault);
    arena_free(world->arena);
    DIR *folder = opendir(world->folder);
    char name[320];
    for (struct dirent *entry; (entry = readdir(folder));) {
        snprintf(name, sizeof name, "%s/%s", world->folder, entry->d_name);
        unlink(name);
    }
    closedir(folder);
    rmdir(world->folder);
    free(world);
    return 0;
}

/* --- importing -------------------------------------------------------------------------------- */

static inline void use_q3(struct world *world)
{
    struct fault fault = {0};
    struct stored_plugin first = {.kind = "instrument",
                                  .id = "q3",
                                  .version = "1",
                                  .pin = "p1",
                                  .fingerprint = "f1",
                                  .source = "return {}",
                                  .items = "a b c"};
    struct stored_plugin second = first;
    second.version = "2";
    second.pin = "p2";
    second.items = "a b c d";
    must(store_use_plugin(world->store, &first, "total", &fault), &fault);
    must(store_use_plugin(world->store, &second, "total", &fault), &fault);
    world->q3 = first.number;
    world->q3_second = second.number;
}

static inline void begin(struct world *world, day recorded)
{
    struct fault fault = {0};
    must(store_import_begin(world->store, "folder/file.csv", recorded, &world->import, &fault),
         &fault);
    use_q3(world);
    world->line = 1;
}

static inline struct import_result merge(struct world *world)
{
    struct fault fault = {0};
    struct import_result result = {0};
    must(store_import_merge(world->import, world->arena, &result, &fault), &fault);
    return result;
}

static inline struct import_result end(struct world *world)
{
    struct fault fault = {0};
    struct import_result result = merge(world);
    must(store_import_end(world->import, true, &fault), &fault);
    return result;
}

/* A row of answers: `tokens` are of items `first` on. */
static inline void answers_by(struct world *world, const char *ref, int64_t version, day date,
                              int by, size_t first, const char *tokens)
{
    struct fault fault = {0};
    const char *cells[8], *word;
    size_t count = 0, length;
    while (text_word(&tokens, &word, &length))
        cells[count++] = arena_copy(world->arena, word, length);
    struct import_answers row = {.line = ++world->line,
                                 .ref = ref,
                                 .instrument = version,
                                 .date = date,
                                 .time = -1,
                                 .by = by,
                                 .mode = 0,
                                 .item_count = version == world->q3 ? 3 : 4,
                                 .first = first,
                                 .count = count,
                                 .tokens = cells};
    if (world->source_id)
        row.id = world->source_id;
    must(store_import_answers(world->import, &row, &fault), &fault);
}

static inline void wide(struct world *world, const char *ref, day date, const char *tokens)
{
    answers_by(world, ref, world->q3, date, 0, 0, tokens);
}

static inline void item(struct world *world, const char *ref, day date, size_t place,
                        const char *token)
{
    answers_by(world, ref, world->q3, date, 0, place, token);
}

/* A row of the people file: column=value, parted by spaces. */
static inline void person_row(struct world *world, const char *ref, const char *area,
                              const char *date, const char *says)
{
    struct fault fault = {0};
    const char **columns = arena_array(world->arena, person_column_count, sizeof *columns), *word;
    size_t length;
    while (text_word(&says, &word, &length)) {
        char *pair = arena_copy(world->arena, word, length), *value = strchr(pair, '=');
        *value++ = '\0';
        for (size_t i = 0; i < person_column_count; i++)
            if (strcmp(person_column[i].name, pair) == 0)
                columns[i] = value;
    }
    struct import_person row = {
        .line = ++world->line, .ref = ref, .area = area, .date = date, .columns = columns};
    must(store_import_person(world->import, &row, &fault), &fault);
}

static inline void event(struct world *world, const char *ref, const char *id, const char *date,
                         const char *kind, const char *says)
{
    struct fault fault = {0};
    const char *columns[EVENT_COLUMN_COUNT] = {0}, *word;
    size_t length;
    while (text_word(&says, &word, &length)) {
        char *pair = arena_copy(world->arena, word, length), *value = strchr(pair, '=');
        *value++ = '\0';
        assert_true(event_column_of(pair) < EVENT_COLUMN_COUNT);
        columns[event_column_of(pair)] = value;
    }
    struct import_event row = {.line = ++world->line,
                               .ref = ref,
                               .id = id,
                               .date = date,
                               .kind = kind,
                               .columns = columns};
    must(store_import_event(world->import, &row, &fault), &fault);
}

/* A row of one of the small kinds: `column=value` parted by |, so that values may hold spaces. */
static inline void small_row(struct world *world, enum row_kind kind, const char *ref,
                             const char *says)
{
    struct fault fault = {0};
    const struct row_columns *set = &row_columns[kind];
    const char *columns[ROW_COLUMNS_MOST] = {0};
    char *rest = arena_text(world->arena, says), *pair;
    while ((pair = strsep(&rest, "|"))) {
        char *value = strchr(pair, '=');
        size_t i = 0;
        *value++ = '\0';
        while (i < set->count && strcmp(set->columns[i].name, pair) != 0)
            i++;
        assert_true(i < set->count);
        columns[i] = value;
    }
    struct import_row row = {.line = ++world->line, .kind = kind, .ref = ref, .columns = columns};
    must(store_import_row(world->import, &row, &fault), &fault);
}

static inline void assert_sum(const struct import_result *result, int64_t fresh, int64_t corrected,
                              int64_t known, int64_t set_aside)
{
    assert_int_equal(result->sum.fresh, fresh);
    assert_int_equal(result->sum.corrected, corrected);
    assert_int_equal(result->sum.known, known);
    assert_int_equal(result->sum.set_aside, set_aside);
    assert_int_equal(result->aside_count, set_aside);
}

/* --- asking in plain SQL, as any SQLite tool would -------------------------------------------- */

/* Every row of an answer: columns parted by |, rows by a line break. */
static inline const char *ask(struct world *world, const char *sql)
{
    sqlite3 *db;
    sqlite3_stmt *stmt;
    struct text text = {0};
    assert_int_equal(sqlite3_open_v2(world->path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    text_put(&text, "");
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        if (text.length)
            text_char(&text, '\n');
        for (int i = 0; i < sqlite3_column_count(stmt); i++) {
            const char *cell = (const char *)sqlite3_column_text(stmt, i);
            text_format(&text, "%s%s", i ? "|" : "", cell ? cell : "");
        }
    }
    sqlite3_finalize(stmt);
    sqlite3_close(db);
    const char *kept = arena_text(world->arena, text.bytes);
    text_free(&text);
    return kept;
}

/* Everything that content is, as one text. */
static inline const char *content(struct world *world)
{
    static const char *const tables[] = {
        "about",     "import",         "reference", "area",         "person",
        "plugin",    "administration", "event",     "release",      "touched",
        "scale",     "goal",           "note",      "consent",      "service",
        "area_file", "collects",       "words",     "answer_words", "administration_source",
        "respondent"};
    struct text all = {0};
    char sql[60];
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        snprintf(sql, sizeof sql, "SELECT * FROM \"%s\"", tables[i]);
        text_format(&all, "%s\n%s\n", tables[i], ask(world, sql));
    }
    const char *kept = arena_text(world->arena, all.bytes);
    text_free(&all);
    return kept;
}

#endif
