/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words and keys while rows are merged: staged words are opened, and sealed again for the person or
 * the area whose words they are. */
#include <string.h>

#include "store/store_import.h"

/* --- keys ------------------------------------------------------------------------------------- */

/* Where the key of whose rows these are is kept: read by a text, written by a number. */
static enum kept key_reader(const struct merge *merge)
{
    return merge->whose == OF_RESPONDENT ? KEPT_AREA : KEPT_REFERENCE;
}

static enum kept key_writer(const struct merge *merge)
{
    return merge->whose == OF_RESPONDENT ? KEPT_AREA_SEAL : KEPT_REFERENCE_SEAL;
}

bool merge_keep_key(struct merge *merge, struct fault *fault)
{
    sqlite3_stmt *stmt;
    int64_t area = 0;
    if (!merge->key_is_new)
        return true;
    merge->key_is_new = false;
    if ((merge->whose == OF_RESPONDENT && !merge_area(merge, merge_whose(merge), &area, fault)) ||
        !sql_kept(merge->store, key_writer(merge), &stmt, fault))
        return false;
    sqlite3_bind_blob(stmt, 1, merge->sealed, VAULT_SEALED, SQLITE_STATIC);
    sql_whole(stmt, 2, merge->whose == OF_RESPONDENT ? area : merge->person);
    merge->changed = true;
    return sql_do(stmt, fault);
}

static bool read_sealed(struct merge *merge, unsigned char sealed[VAULT_SEALED], bool *there,
                        struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row;
    if (!sql_kept(merge->store, key_reader(merge), &stmt, fault))
        return false;
    sql_text(stmt, 1, merge_whose(merge));
    if (!sql_row(stmt, &row, fault))
        return false;
    *there = row && sqlite3_column_bytes(stmt, 1) == VAULT_SEALED;
    if (*there)
        memcpy(sealed, sqlite3_column_blob(stmt, 1), VAULT_SEALED);
    sqlite3_reset(stmt);
    return true;
}

bool merge_need_key(struct merge *merge, struct fault *fault)
{
    bool there;
    if (merge->has_key)
        return true;
    if (!read_sealed(merge, merge->sealed, &there, fault))
        return false;
    if (!there)
        vault_person_make(merge->store->vault, merge->sealed);
    if (!vault_person_open(merge->store->vault, merge->sealed, merge->key, fault))
        return false;
    merge->key_is_new = !there;
    merge->has_key = true;
    return true;
}

/* --- words ------------------------------------------------------------------------------------ */

static int digit(char c)
{
    return c <= '9' ? c - '0' : c - 'a' + 10;
}

static bool open_staged(struct merge *merge, const char *hex, struct text *words,
                        struct fault *fault)
{
    struct text sealed = {0};
    for (; *hex; hex += 2)
        text_char(&sealed, (char)(digit(hex[0]) << 4 | digit(hex[1])));
    bool good =
        vault_words_open(merge->import->words_key, sealed.bytes, sealed.length, words, fault);
    text_free(&sealed);
    return good;
}

static void remember(struct merge *merge, const char *token, const struct text *words)
{
    struct text sealed = {0};
    vault_words_seal(merge->key, words->bytes, words->length, &sealed);
    merge->words = arena_grow(merge->person_arena, merge->words, merge->word_count,
                              &merge->word_room, sizeof *merge->words);
    merge->words[merge->word_count++] = (struct met_words){
        token, arena_copy(merge->person_arena, sealed.bytes, sealed.length), sealed.length};
    text_free(&sealed);
}

bool merge_words(struct merge *merge, const char **cell, struct fault *fault)
{
    struct text words = {0};
    char token[17];
    if (!*cell)
        return true;
    bool good = merge_need_key(merge, fault) && open_staged(merge, *cell, &words, fault);
    if (good) {
        vault_words_token(merge->key, words.bytes, words.length, token);
        *cell = arena_text(merge->person_arena, token);
        remember(merge, *cell, &words);
        explicit_bzero(words.bytes, words.length);
    }
    text_free(&words);
    return good;
}

static const struct met_words *find_met(const struct merge *merge, const char *token)
{
    for (size_t i = 0; i < merge->word_count; i++)
        if (strcmp(merge->words[i].token, token) == 0)
            return &merge->words[i];
    return NULL;
}

bool merge_keep_words(struct merge *merge, const char *token, struct fault *fault)
{
    const struct met_words *met = token ? find_met(merge, token) : NULL;
    sqlite3_stmt *stmt;
    int64_t person;
    if (!met) /* none, or in the store since an earlier row */
        return true;
    if (!merge_person(merge, &person, fault) ||
        !sql_kept(merge->store, KEPT_WORDS_NEW, &stmt, fault))
        return false;
    sql_whole(stmt, 1, person);
    sql_text(stmt, 2, token);
    sqlite3_bind_blob(stmt, 3, met->sealed, (int)met->length, SQLITE_STATIC);
    return sql_do(stmt, fault);
}
