/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorting what comes in any order, within one batch and over several. */
#include "store/store_stage.h"

#include <signal.h>
#include <sys/resource.h>

#include "store/store_test.h"

enum { KEYS = 3001, PIECES = 1000000 }; /* more than a batch takes */

static struct stage *begin_stage(struct world *world)
{
    struct stage *stage;
    struct fault fault = {0};
    must(stage_open(world->path, &stage, &fault), &fault);
    return stage;
}

static void add(struct stage *stage, const char *key, size_t key_length, const char *body,
                size_t body_length)
{
    struct fault fault = {0};
    struct text key_text = {(char *)key, key_length, 0}, body_text = {(char *)body, body_length, 0};
    must(stage_add(stage, &key_text, &body_text, &fault), &fault);
}

static void sort(struct stage *stage)
{
    struct fault fault = {0};
    must(stage_sort(stage, &fault), &fault);
}

static bool next(struct stage *stage, const struct text **key, const struct text **body)
{
    struct fault fault = {0};
    bool row;
    must(stage_next(stage, key, body, &row, &fault), &fault);
    return row;
}

static void keys_come_by_their_bytes(void **state)
{
    static const struct {
        const char *bytes;
        size_t length;
    } sorted[] = {{"", 0},         {"\0", 1},       {"a", 1},           {"a\0", 2},
                  {"a\0\1", 3},    {"aaaaaaa", 7},  {"aaaaaaa\0", 8},   {"aaaaaaaa", 8},
                  {"aaaaaaab", 8}, {"aaaaaaac", 8}, {"aaaaaaaca", 9},   {"b", 1},
                  {"\x7f", 1},     {"\xc3\xa9", 2}, {"\xff\xff\xff", 3}};
    enum { COUNT = sizeof sorted / sizeof *sorted };
    struct stage *stage = begin_stage(*state);
    const struct text *key, *body;
    for (size_t i = 0; i < COUNT; i++) {
        size_t at = i * 7 % COUNT; /* no order */
        add(stage, sorted[at].bytes, sorted[at].length, "x", 1);
    }
    sort(stage);
    for (size_t i = 0; i < COUNT; i++) {
        assert_true(next(stage, &key, &body));
        assert_int_equal(key->length, sorted[i].length);
        assert_memory_equal(key->bytes, sorted[i].bytes, key->length);
    }
    assert_false(next(stage, &key, &body));
    stage_close(stage);
}

static void nothing_sorted_is_nothing(void **state)
{
    struct stage *stage = begin_stage(*state);
    const struct text *key, *body;
    sort(stage);
    assert_false(next(stage, &key, &body));
    stage_close(stage);
}

/* Piece `i` is of key i * 7919 % KEYS, and its body is `i`. */
static void check_bodies(int number, const struct text *body)
{
    int32_t last = -1, piece;
    assert_int_equal(body->length % sizeof piece, 0);
    for (size_t at = 0; at < body->length; at += sizeof piece) {
        memcpy(&piece, body->bytes + at, sizeof piece);
        assert_int_equal((int64_t)piece * 7919 % KEYS, number);
        assert_true(piece > last);
        last = piece;
    }
}

static void pieces_of_one_key_come_together_in_the_order_they_came(void **state)
{
    struct stage *stage = begin_stage(*state);
    const struct text *key, *body;
    size_t pieces = 0;
    char name[16];
    for (int32_t i = 0; i < PIECES; i++) {
        snprintf(name, sizeof name, "person%04d", (int)((int64_t)i * 7919 % KEYS));
        add(stage, name, strlen(name), (const char *)&i, sizeof i);
    }
    sort(stage);
    for (int number = 0; number < KEYS; number++) {
        assert_true(next(stage, &key, &body));
        snprintf(name, sizeof name, "person%04d", number);
        assert_int_equal(key->length, strlen(name));
        assert_memory_equal(key->bytes, name, key->length);
        check_bodies(number, body);
        pieces += body->length / sizeof(int32_t);
    }
    assert_false(next(stage, &key, &body));
    assert_int_equal(pieces, PIECES);
    stage_close(stage);
}

/* 40 pieces of 3 MB: several batches, each piece longer than what is read ahead. */
static void long_pieces_are_whole(void **state)
{
    enum { COUNT = 40, LENGTH = 3 << 20 };
    struct stage *stage = begin_stage(*state);
    const struct text *key, *body;
    char *bytes = malloc(LENGTH);
    for (int i = 0; i < COUNT; i++) {
        char name = (char)('A' + i % 20);
        memset(bytes, i + 1, LENGTH);
        add(stage, &name, 1, bytes, LENGTH);
    }
    sort(stage);
    for (int i = 0; i < 20; i++) {
        assert_true(next(stage, &key, &body));
        assert_int_equal(key->bytes[0], 'A' + i);
        assert_int_equal(body->length, 2 * LENGTH);
        memset(bytes, i + 1, LENGTH);
        assert_memory_equal(body->bytes, bytes, LENGTH);
        memset(bytes, i + 21, LENGTH);
        assert_memory_equal(body->bytes + LENGTH, bytes, LENGTH);
    }
    assert_false(next(stage, &key, &body));
    free(bytes);
    stage_close(stage);
}

static void the_file_has_no_name_and_one_that_was_left_goes(void **state)
{
    struct world *world = *state;
    char left[80];
    snprintf(left, sizeof left, "%s-staged", world->path);
    fclose(fopen(left, "w"));
    struct stage *stage = begin_stage(world);
    assert_int_equal(access(left, F_OK), -1);
    stage_close(stage);
    assert_int_equal(access(left, F_OK), -1);
}

static void a_full_disk_is_said(void **state)
{
    struct world *world = *state;
    struct rlimit before, most = {1 << 20, 0};
    struct fault fault = {0};
    struct stage *stage = begin_stage(world);
    struct text key = {"p1", 2, 0}, body = {"1234567890", 10, 0};
    bool good = true;
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before);
    most.rlim_max = before.rlim_max;
    setrlimit(RLIMIT_FSIZE, &most);
    for (int i = 0; i < PIECES && good; i++)
        good = stage_add(stage, &key, &body, &fault);
    setrlimit(RLIMIT_FSIZE, &before);
    char expected[200];
    snprintf(expected, sizeof expected,
             "%s-staged cannot be written: File too large. Nothing was changed; make room on its "
             "disk and try again.",
             world->path);
    assert_false(good);
    assert_int_equal(fault.kind, FAULT_IO);
    assert_string_equal(fault.text, expected);
    stage_close(stage);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(keys_come_by_their_bytes),
        TEST(nothing_sorted_is_nothing),
        TEST(pieces_of_one_key_come_together_in_the_order_they_came),
        TEST(long_pieces_are_whole),
        TEST(the_file_has_no_name_and_one_that_was_left_goes),
        TEST(a_full_disk_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
