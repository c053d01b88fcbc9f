/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words as they were said, for whoever has the key. */
#include <string.h>

#include "store/store_read.h"
#include "vault/vault.h"

static const char words_sql[] =
    "SELECT w.sealed, r.sealed FROM words w JOIN reference r USING (person)"
    " WHERE w.person = ? AND w.words = ?";

static bool open_words(struct store *store, sqlite3_stmt *stmt, struct arena *arena,
                       const char **words, struct fault *fault)
{
    unsigned char key[VAULT_KEY];
    struct text opened = {0};
    bool good = sqlite3_column_bytes(stmt, 1) == VAULT_SEALED &&
                vault_person_open(store->vault, sqlite3_column_blob(stmt, 1), key, fault) &&
                vault_words_open(key, sqlite3_column_blob(stmt, 0),
                                 (size_t)sqlite3_column_bytes(stmt, 0), &opened, fault);
    if (good)
        *words = arena_copy(arena, opened.bytes, opened.length);
    explicit_bzero(key, sizeof key);
    text_free(&opened);
    return good;
}

bool store_words(struct store *store, const char *ref, const char *token, struct arena *arena,
                 const char **words, struct fault *fault)
{
    sqlite3_stmt *stmt;
    int64_t person;
    bool row = false;
    *words = NULL;
    if (!person_number(store, ref, &person, fault))
        return false;
    bool good = !store->vault || sql_prepare(store->db, words_sql, &stmt, fault);
    if (!store->vault || !good)
        return good;
    sql_whole(stmt, 1, person);
    sql_text(stmt, 2, token);
    good = sql_row(stmt, &row, fault) && (!row || open_words(store, stmt, arena, words, fault));
    sqlite3_finalize(stmt);
    return good;
}
