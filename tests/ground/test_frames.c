/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "ground/frames.h"

static struct value sample(struct arena *arena)
{
    struct value inner = value_table(arena), outer = value_table(arena);
    value_add(arena, inner, value_whole(INT64_MIN));
    value_add(arena, inner, value_number(0.1));
    value_add(arena, inner, value_yes(true));
    value_set(arena, outer, "list", inner);
    value_set_text(arena, outer, "name", "na\xC3\xAFve");
    value_set(arena, outer, "again", value_nil());
    value_add(arena, outer, (struct value){.kind = VALUE_FUNCTION});
    return outer;
}

static void a_value_crosses_unchanged(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct text bytes = {0};
    struct value back, there = sample(arena);
    value_write(&bytes, there);
    assert_true(value_read(arena, bytes.bytes, bytes.length, &back));
    assert_true(value_equal(there, back));
    assert_true(value_equal(there, value_copy(arena, back)));
    assert_string_equal(value_as_text(value_get(back, "name")), "na\xC3\xAFve");
    text_free(&bytes);
    arena_free(arena);
}

static void no_broken_bytes_are_taken_for_a_value(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct text bytes = {0};
    struct value back, there = sample(arena);
    value_write(&bytes, there);
    for (size_t length = 0; length < bytes.length; length++)
        assert_false(value_read(arena, bytes.bytes, length, &back));
    text_char(&bytes, 0);
    assert_false(value_read(arena, bytes.bytes, bytes.length, &back));
    for (size_t i = 0; i + 1 < bytes.length;
         i++) { /* any single byte changed: read or refused, never a crash */
        char old = bytes.bytes[i];
        for (int flip = 1; flip < 256; flip += 37) {
            bytes.bytes[i] = (char)(old ^ flip);
            (void)value_read(arena, bytes.bytes, bytes.length - 1, &back);
        }
        bytes.bytes[i] = old;
        arena_reset(arena);
    }
    text_free(&bytes);
    arena_free(arena);
}

static void not_a_number_and_deep_nests_are_refused(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct text bytes = {0};
    struct value back, nest = value_table(arena);
    value_write(&bytes, value_number(NAN));
    assert_false(value_read(arena, bytes.bytes, bytes.length, &back));
    for (int i = 0; i < 40; i++) {
        struct value outer = value_table(arena);
        value_add(arena, outer, nest);
        nest = outer;
    }
    text_clear(&bytes);
    value_write(&bytes, nest);
    assert_false(value_read(arena, bytes.bytes, bytes.length, &back));
    text_free(&bytes);
    arena_free(arena);
}

static void frames_are_whole_late_closed_or_broken(void **state)
{
    (void)state;
    int ends[2];
    struct text room = {0};
    struct frame got;
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    assert_int_equal(frame_read(ends[1], 20, &room, &got), FRAME_LATE);
    assert_true(frame_write(ends[0], &(struct frame){7, 3, "hello", 5}));
    assert_int_equal(frame_read(ends[1], 1000, &room, &got), FRAME_OK);
    assert_int_equal(got.request, 7);
    assert_int_equal(got.kind, 3);
    assert_memory_equal(got.bytes, "hello", 5);
    assert_int_equal(write(ends[0], "\xFF\xFF\xFF\xFF\1\0\0\0\1", 9), 9);
    assert_int_equal(frame_read(ends[1], 1000, &room, &got), FRAME_BROKEN);
    assert_int_equal(write(ends[0], "\5\0\0\0", 4), 4);
    close(ends[0]);
    assert_int_equal(frame_read(ends[1], 1000, &room, &got), FRAME_BROKEN);
    assert_int_equal(frame_read(ends[1], 1000, &room, &got), FRAME_CLOSED);
    close(ends[1]);
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    close(ends[1]);
    assert_false(frame_write(ends[0], &(struct frame){1, 1, "x", 1}));
    close(ends[0]);
    text_free(&room);
}

static void keys_stay_sorted_and_are_replaced(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct value table = value_table(arena);
    static const char *const keys[] = {"m", "a", "z", "k", "b", "y", "c", "x", "d", "w", "a"};
    for (size_t i = 0; i < 11; i++)
        value_set(arena, table, keys[i], value_whole((int64_t)i));
    assert_int_equal(table.table->entry_count, 10);
    for (size_t i = 1; i < 10; i++)
        assert_true(strcmp(table.table->entries[i - 1].key, table.table->entries[i].key) < 0);
    assert_int_equal(value_get(table, "a").whole, 10);
    assert_true(value_is(value_get(table, "nothing"), VALUE_NIL));
    assert_true(value_is(value_get(value_whole(1), "nothing"), VALUE_NIL));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_crosses_unchanged),
        cmocka_unit_test(no_broken_bytes_are_taken_for_a_value),
        cmocka_unit_test(not_a_number_and_deep_nests_are_refused),
        cmocka_unit_test(frames_are_whole_late_closed_or_broken),
        cmocka_unit_test(keys_stay_sorted_and_are_replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
