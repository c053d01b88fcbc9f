/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store_stage.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/store_private.h"

/* What a batch may take: with its index, the two databases' caches and one person's rows an import
 * stays far under 128 MB. */
enum { BATCH_BYTES = 24 << 20, BATCH_PIECES = 400000 };

struct piece {
    uint64_t begins; /* the key's first bytes as a number that sorts as they do */
    const char *key; /* the body follows it */
    uint32_t key_length, body_length;
};

/* One sorted batch in the database, and where its reading has come to. */
struct run {
    sqlite3_int64 first, last; /* rows */
    sqlite3_stmt *stmt;
    const char *key;
    size_t key_length;
};

struct stage {
    sqlite3 *db;
    sqlite3_stmt *insert;
    char *bytes; /* of the batch */
    size_t used;
    struct piece *pieces;
    size_t piece_count;
    sqlite3_int64 rows;
    struct run *runs;
    size_t run_count, run_room;
    size_t *heap; /* runs that have a row left, the least key first */
    size_t heap_count;
    struct text key, body;
};

/* --- the private database --------------------------------------------------------------------- */

/* Made by whoever holds the store's write lock, so one that is there was left by a program that was
 * killed. */
static bool make_file(const char *store, struct text *path, struct fault *fault)
{
    text_format(path, "%s-staged", store);
    unlink(path->bytes);
    int file = open(path->bytes, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return fault_set(fault, FAULT_CREATE,
                         "No temporary file can be made beside %s: %s. Nothing was changed. The "
                         "store's folder must be yours to write in.",
                         store, strerror(errno));
    close(file);
    return true;
}

static bool connect_to(struct stage *stage, const char *path, struct fault *fault)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
    if (sqlite3_open_v2(path, &stage->db, flags, NULL) != SQLITE_OK)
        return sql_fault(stage->db, fault);
    /* Nothing in it outlives the process, so it needs no journal, no waiting for the disk and no
     * wiping. The journal is turned off before the defences forbid it. */
    return sql_run(stage->db, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF;",
                   fault) &&
           store_settle(stage->db, fault) &&
           sql_run(stage->db,
                   "PRAGMA synchronous = OFF; PRAGMA secure_delete = OFF;"
                   "PRAGMA cache_size = -4000;"
                   "CREATE TABLE staged (row INTEGER PRIMARY KEY, key BLOB, body BLOB) STRICT;"
                   "BEGIN;",
                   fault) &&
           sql_prepare(stage->db, "INSERT INTO staged VALUES (?,?,?)", &stage->insert, fault);
}

bool stage_open(const char *store, struct stage **stage, struct fault *fault)
{
    struct text path = {0};
    struct stage *made = memory(sizeof *made);
    *made = (struct stage){0};
    bool good = make_file(store, &path, fault);
    if (good) {
        good = connect_to(made, path.bytes, fault);
        unlink(path.bytes);
    }
    text_free(&path);
    if (!good) {
        stage_close(made);
        return false;
    }
    made->bytes = memory(BATCH_BYTES);
    made->pieces = memory(BATCH_PIECES * sizeof *made->pieces);
    *stage = made;
    return true;
}

void stage_close(struct stage *stage)
{
    if (!stage)
        return;
    for (size_t i = 0; i < stage->run_count; i++)
        sqlite3_finalize(stage->runs[i].stmt);
    sqlite3_finalize(stage->insert);
    sqlite3_close(stage->db);
    text_free(&stage->key);
    text_free(&stage->body);
    free(stage->heap);
    free(stage->runs);
    free(stage->pieces);
    free(stage->bytes);
    free(stage);
}

/* --- batches ---------------------------------------------------------------------------------- */

static int compare_bytes(const char *a, size_t a_length, const char *b, size_t b_length)
{
    int order = memcmp(a, b, a_length < b_length ? a_length : b_length);
    return order ? order : (a_length > b_length) - (a_length < b_length);
}

/* A key that is shorter than the number ends in zeros, which no byte sorts before. */
static uint64_t beginning(const struct text *key)
{
    unsigned char bytes[8] = {0};
    uint64_t number = 0;
    memcpy(bytes, key->bytes, key->length < sizeof bytes ? key->length : sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++)
        number = number << 8 | bytes[i];
    return number;
}

static int by_key_and_arrival(const void *left, const void *right)
{
    const struct piece *a = left, *b = right;
    if (a->begins != b->begins)
        return a->begins < b->begins ? -1 : 1;
    int order = compare_bytes(a->key, a->key_length, b->key, b->key_length);
    return order ? order : (a->key > b->key) - (a->key < b->key);
}

static bool write_row(struct stage *stage, const struct piece *piece, struct fault *fault)
{
    sqlite3_reset(stage->insert);
    sqlite3_bind_int64(stage->insert, 1, ++stage->rows);
    sqlite3_bind_blob(stage->insert, 2, piece->key, (int)piece->key_length, SQLITE_STATIC);
    sqlite3_bind_blob(stage->insert, 3, stage->body.bytes, (int)stage->body.length, SQLITE_STATIC);
    return sql_do(stage->insert, fault);
}

static bool same_key(const struct piece *a, const struct piece *b)
{
    return compare_bytes(a->key, a->key_length, b->key, b->key_length) == 0;
}

/* Pieces of one key become one row: of a file that goes item by item, far fewer rows than lines. */
static bool write_batch(struct stage *stage, struct fault *fault)
{
    for (size_t i = 0; i < stage->piece_count;) {
        const struct piece *piece = &stage->pieces[i];
        text_clear(&stage->body);
        for (; i < stage->piece_count && same_key(piece, &stage->pieces[i]); i++)
            text_add(&stage->body, stage->pieces[i].key + stage->pieces[i].key_length,
                     stage->pieces[i].body_length);
        if (!write_row(stage, piece, fault))
            return false;
    }
    return true;
}

static bool spill(struct stage *stage, struct fault *fault)
{
    if (stage->piece_count == 0)
        return true;
    if (stage->run_count == stage->run_room) {
        stage->run_room = stage->run_room ? 2 * stage->run_room : 16;
        stage->runs = memory_again(stage->runs, stage->run_room * sizeof *stage->runs);
    }
    struct run *run = &stage->runs[stage->run_count++];
    *run = (struct run){.first = stage->rows + 1};
    qsort(stage->pieces, stage->piece_count, sizeof *stage->pieces, by_key_and_arrival);
    if (!write_batch(stage, fault))
        return false;
    run->last = stage->rows;
    stage->used = stage->piece_count = 0;
    return true;
}

bool stage_add(struct stage *stage, const struct text *key, const struct text *body,
               struct fault *fault)
{
    size_t length = key->length + body->length;
    if (length > BATCH_BYTES)
        return fault_set(fault, FAULT_DATA,
                         "A row of the file is longer than %d MB, which no record is. "
                         "See whether a quote was left open.",
                         BATCH_BYTES >> 20);
    if ((stage->used + length > BATCH_BYTES || stage->piece_count == BATCH_PIECES) &&
        !spill(stage, fault))
        return false;
    char *at = stage->bytes + stage->used;
    memcpy(at, key->bytes, key->length);
    if (body->length)
        memcpy(at + key->length, body->bytes, body->length);
    stage->pieces[stage->piece_count++] =
        (struct piece){beginning(key), at, (uint32_t)key->length, (uint32_t)body->length};
    stage->used += length;
    return true;
}

/* --- merging ---------------------------------------------------------------------------------- */

static bool step_run(struct run *run, bool *row, struct fault *fault)
{
    if (!sql_row(run->stmt, row, fault))
        return false;
    if (*row) {
        run->key = sqlite3_column_blob(run->stmt, 0);
        run->key_length = (size_t)sqlite3_column_bytes(run->stmt, 0);
    }
    return true;
}

/* Equal keys come in the order of their batches, which is the order of arrival. */
static bool less(const struct stage *stage, size_t a, size_t b)
{
    const struct run *left = &stage->runs[a], *right = &stage->runs[b];
    int order = compare_bytes(left->key, left->key_length, right->key, right->key_length);
    return order ? order < 0 : a < b;
}

static void swap(size_t *a, size_t *b)
{
    size_t kept = *a;
    *a = *b;
    *b = kept;
}

static void sink(struct stage *stage, size_t at)
{
    for (;;) {
        size_t least = at;
        for (size_t child = 2 * at + 1; child <= 2 * at + 2 && child < stage->heap_count; child++)
            if (less(stage, stage->heap[child], stage->heap[least]))
                least = child;
        if (least == at)
            return;
        swap(&stage->heap[at], &stage->heap[least]);
        at = least;
    }
}

static bool start_run(struct stage *stage, struct run *run, bool *row, struct fault *fault)
{
    if (!sql_prepare(stage->db,
                     "SELECT key, body FROM staged WHERE row BETWEEN ? AND ? ORDER BY row",
                     &run->stmt, fault))
        return false;
    sqlite3_bind_int64(run->stmt, 1, run->first);
    sqlite3_bind_int64(run->stmt, 2, run->last);
    return step_run(run, row, fault);
}

bool stage_sort(struct stage *stage, struct fault *fault)
{
    if (!spill(stage, fault))
        return false;
    free(stage->bytes);
    free(stage->pieces);
    stage->bytes = NULL;
    stage->pieces = NULL;
    stage->heap = memory((stage->run_count + 1) * sizeof *stage->heap);
    for (size_t i = 0; i < stage->run_count; i++) {
        bool row;
        if (!start_run(stage, &stage->runs[i], &row, fault))
            return false;
        stage->heap[stage->heap_count++] = i;
    }
    for (size_t i = stage->heap_count; i-- > 0;)
        sink(stage, i);
    return true;
}

/* Takes the least run's body and moves that run on. */
static bool take_least(struct stage *stage, struct fault *fault)
{
    struct run *run = &stage->runs[stage->heap[0]];
    int length = sqlite3_column_bytes(run->stmt, 1);
    if (length > 0)
        text_add(&stage->body, sqlite3_column_blob(run->stmt, 1), (size_t)length);
    bool row;
    if (!step_run(run, &row, fault))
        return false;
    if (!row)
        stage->heap[0] = stage->heap[--stage->heap_count];
    sink(stage, 0);
    return true;
}

static bool least_is_key(const struct stage *stage)
{
    const struct run *run = &stage->runs[stage->heap[0]];
    return compare_bytes(run->key, run->key_length, stage->key.bytes, stage->key.length) == 0;
}

bool stage_next(struct stage *stage, const struct text **key, const struct text **body, bool *row,
                struct fault *fault)
{
    *row = stage->heap_count > 0;
    if (!*row)
        return true;
    const struct run *least = &stage->runs[stage->heap[0]];
    text_clear(&stage->key);
    text_clear(&stage->body);
    text_add(&stage->key, least->key, least->key_length);
    do {
        if (!take_least(stage, fault))
            return false;
    } while (stage->heap_count > 0 && least_is_key(stage));
    *key = &stage->key;
    *body = &stage->body;
    return true;
}
