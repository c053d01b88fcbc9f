/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store_stage.h"

#include <stdlib.h>
#include <string.h>

#include "store/store_spill.h"

/* What a batch may take, and what reading batches back may read ahead, all together: with the
 * store's cache and one person's rows an import stays far under 128 MB. */
enum { BATCH_BYTES = 24 << 20, BATCH_PIECES = 1 << 19, AHEAD_BYTES = 4 << 20 };

struct piece {
    uint64_t begins; /* the key's first bytes as a number that sorts as they do */
    const char *key; /* the body follows it */
    uint32_t key_length, body_length;
};

/* What stands in the file before a key and its body. */
struct head {
    uint32_t key_length, body_length;
};

/* One sorted batch, and the piece that its reading has come to. */
struct run {
    bool in_memory; /* the last one: it is never written */
    struct spill_reader reader;
    const char *key;
    uint32_t key_length, body_length;
};

struct stage {
    struct spill *spill;
    struct arena *batch; /* keys and bodies */
    size_t used;
    struct piece *pieces;
    size_t piece_count, piece_room, piece_at; /* `at`: the next to be read */
    struct run *runs;
    size_t run_count, run_room;
    size_t *heap; /* runs that have a piece left, the least key first */
    size_t heap_count;
    struct text key, body;
};

bool stage_open(const char *store, struct stage **stage, struct fault *fault)
{
    struct spill *spill;
    if (!spill_open(store, &spill, fault))
        return false;
    struct stage *made = memory(sizeof *made);
    *made = (struct stage){.spill = spill, .batch = arena_new()};
    *stage = made;
    return true;
}

void stage_close(struct stage *stage)
{
    if (!stage)
        return;
    for (size_t i = 0; i < stage->run_count; i++)
        free(stage->runs[i].reader.bytes);
    spill_close(stage->spill);
    text_free(&stage->key);
    text_free(&stage->body);
    free(stage->heap);
    free(stage->runs);
    free(stage->pieces);
    arena_free(stage->batch);
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

static bool comes_before(const struct piece *a, const struct piece *b)
{
    if (a->begins != b->begins)
        return a->begins < b->begins;
    return compare_bytes(a->key, a->key_length, b->key, b->key_length) < 0;
}

/* Merges two stretches that stand one behind the other; of equal keys the first comes first. */
static void merge_two(const struct piece *from, size_t first, size_t second, size_t end,
                      struct piece *to)
{
    size_t middle = second;
    for (size_t i = first; first < middle || second < end; i++) {
        bool later = first == middle || (second < end && comes_before(&from[second], &from[first]));
        to[i] = later ? from[second++] : from[first++];
    }
}

/* The ends of stretches that are in order already. */
static size_t find_stretches(const struct piece *pieces, size_t count, size_t *ends)
{
    size_t found = 0;
    for (size_t i = 1; i <= count; i++)
        if (i == count || comes_before(&pieces[i], &pieces[i - 1]))
            ends[found++] = i;
    return found;
}

/* Merges neighbours two by two; gives how many stretches are left. */
static size_t merge_stretches(const struct piece *from, size_t *ends, size_t count,
                              struct piece *to)
{
    size_t left = 0, first = 0;
    for (size_t i = 0; i < count; i += 2) {
        size_t second = ends[i], end = i + 1 < count ? ends[i + 1] : second;
        merge_two(from, first, second, end, to);
        first = ends[left++] = end;
    }
    return left;
}

/* Most files are in some order, by person or by day and then by person, so that only a few
 * stretches are to be merged. */
static void sort_batch(struct stage *stage)
{
    size_t bytes = stage->piece_count * sizeof *stage->pieces;
    size_t *ends = memory(stage->piece_count * sizeof *ends);
    struct piece *other = memory(bytes), *from = stage->pieces, *to = other;
    size_t stretches = find_stretches(from, stage->piece_count, ends);
    while (stretches > 1) {
        stretches = merge_stretches(from, ends, stretches, to);
        struct piece *sorted = to;
        to = from;
        from = sorted;
    }
    if (from == other)
        memcpy(stage->pieces, other, bytes);
    free(other);
    free(ends);
}

static bool same_key(const struct piece *a, const struct piece *b)
{
    return a->begins == b->begins &&
           compare_bytes(a->key, a->key_length, b->key, b->key_length) == 0;
}

/* Writes pieces of one key as one: of a file that goes item by item, far fewer than lines. */
static bool write_joined(struct stage *stage, const struct piece *pieces, size_t count,
                         struct fault *fault)
{
    struct head head = {.key_length = pieces->key_length};
    for (size_t i = 0; i < count; i++)
        head.body_length += pieces[i].body_length;
    bool good = spill_add(stage->spill, &head, sizeof head, fault) &&
                spill_add(stage->spill, pieces->key, pieces->key_length, fault);
    for (size_t i = 0; i < count && good; i++)
        good = spill_add(stage->spill, pieces[i].key + pieces[i].key_length, pieces[i].body_length,
                         fault);
    return good;
}

static bool write_batch(struct stage *stage, struct fault *fault)
{
    for (size_t i = 0, count; i < stage->piece_count; i += count) {
        const struct piece *pieces = &stage->pieces[i];
        for (count = 1; i + count < stage->piece_count && same_key(pieces, &pieces[count]);)
            count++;
        if (!write_joined(stage, pieces, count, fault))
            return false;
    }
    return true;
}

static struct run *add_run(struct stage *stage)
{
    if (stage->run_count == stage->run_room) {
        stage->run_room = stage->run_room ? 2 * stage->run_room : 16;
        stage->runs = memory_again(stage->runs, stage->run_room * sizeof *stage->runs);
    }
    struct run *run = &stage->runs[stage->run_count++];
    *run = (struct run){.reader = {.at = spill_length(stage->spill)}};
    return run;
}

static bool spill_batch(struct stage *stage, struct fault *fault)
{
    struct run *run = add_run(stage);
    sort_batch(stage);
    if (!write_batch(stage, fault))
        return false;
    run->reader.end = spill_length(stage->spill);
    stage->used = stage->piece_count = 0;
    arena_reset(stage->batch);
    return true;
}

static struct piece *add_piece(struct stage *stage)
{
    if (stage->piece_count == stage->piece_room) {
        stage->piece_room = stage->piece_room ? 2 * stage->piece_room : 1024;
        stage->pieces = memory_again(stage->pieces, stage->piece_room * sizeof *stage->pieces);
    }
    return &stage->pieces[stage->piece_count++];
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
        !spill_batch(stage, fault))
        return false;
    char *at = arena_take(stage->batch, length);
    memcpy(at, key->bytes, key->length);
    if (body->length)
        memcpy(at + key->length, body->bytes, body->length);
    *add_piece(stage) =
        (struct piece){beginning(key), at, (uint32_t)key->length, (uint32_t)body->length};
    stage->used += length;
    return true;
}

/* --- merging ---------------------------------------------------------------------------------- */

static void step_memory(struct stage *stage, struct run *run, bool *more)
{
    *more = stage->piece_at < stage->piece_count;
    if (!*more)
        return;
    const struct piece *piece = &stage->pieces[stage->piece_at++];
    run->key = piece->key;
    run->key_length = piece->key_length;
    run->body_length = piece->body_length;
}

static bool step_run(struct stage *stage, struct run *run, bool *more, struct fault *fault)
{
    struct head head;
    const char *bytes;
    if (run->in_memory) {
        step_memory(stage, run, more);
        return true;
    }
    *more = spill_more(&run->reader);
    if (!*more)
        return true;
    if (!spill_read(stage->spill, &run->reader, sizeof head, &bytes, fault))
        return false;
    memcpy(&head, bytes, sizeof head);
    run->key_length = head.key_length;
    run->body_length = head.body_length;
    return spill_read(stage->spill, &run->reader, (size_t)head.key_length + head.body_length,
                      &run->key, fault);
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

/* The last batch stays where it is: what fits into one is never written. */
static bool start_runs(struct stage *stage, struct fault *fault)
{
    sort_batch(stage);
    add_run(stage)->in_memory = true;
    stage->heap = memory(stage->run_count * sizeof *stage->heap);
    for (size_t i = 0; i < stage->run_count; i++) {
        bool more;
        stage->runs[i].reader.room = AHEAD_BYTES / stage->run_count;
        if (!step_run(stage, &stage->runs[i], &more, fault))
            return false;
        if (more)
            stage->heap[stage->heap_count++] = i;
    }
    return true;
}

bool stage_sort(struct stage *stage, struct fault *fault)
{
    if (!spill_end(stage->spill, fault) || !start_runs(stage, fault))
        return false;
    for (size_t i = stage->heap_count; i-- > 0;)
        sink(stage, i);
    return true;
}

/* Takes the least run's body and moves that run on. */
static bool take_least(struct stage *stage, struct fault *fault)
{
    struct run *run = &stage->runs[stage->heap[0]];
    bool more;
    if (run->body_length)
        text_add(&stage->body, run->key + run->key_length, run->body_length);
    if (!step_run(stage, run, &more, fault))
        return false;
    if (!more)
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
