/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words as they were said, for whoever has the key. */
#include <string.h>

#include "store/store_read.h"
#include "vault/vault.h"

static bool open_words(struct store *store, sqlite3_stmt *stmt, struct arena *arena,
                       struct stored_words *words, struct fault *fault)
{
    unsigned char key[VAULT_KEY];
    struct text opened = {0};
    bool good = vault_person_open(store->vault, sqlite3_column_blob(stmt, 1), key, fault) &&
                vault_words_open(key, sqlite3_column_blob(stmt, 0),
                                 (size_t)sqlite3_column_bytes(stmt, 0), &opened, fault);
    if (good)
        *words = (struct stored_words){arena_copy(arena, opened.bytes, opened.length), WORDS_HERE};
    explicit_bzero(key, sizeof key);
    text_free(&opened);
    return good;
}

/* Words are erased with their row, or with the only key that opens them. */
static bool found_words(struct store *store, sqlite3_stmt *stmt, bool row, struct arena *arena,
                        struct stored_words *words, struct fault *fault)
{
    *words = (struct stored_words){NULL, WORDS_ERASED};
    if (!row || sqlite3_column_bytes(stmt, 1) != VAULT_SEALED)
        return true;
    words->kept = WORDS_LOCKED;
    return !store->vault || open_words(store, stmt, arena, words, fault);
}

bool read_words(struct store *store, int64_t person, const char *token, struct arena *arena,
                struct stored_words *words, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row = false;
    *words = (struct stored_words){NULL, WORDS_NONE};
    if (!token)
        return true;
    if (!sql_kept(store, KEPT_WORDS, &stmt, fault))
        return false;
    sql_whole(stmt, 1, person);
    sql_text(stmt, 2, token);
    bool good = sql_row(stmt, &row, fault) && found_words(store, stmt, row, arena, words, fault);
    sqlite3_reset(stmt);
    return good;
}

bool store_words(struct store *store, const char *ref, const char *token, struct arena *arena,
                 struct stored_words *words, struct fault *fault)
{
    int64_t person;
    return person_number(store, ref, &person, fault) &&
           read_words(store, person, token, arena, words, fault);
}
