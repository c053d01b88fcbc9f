/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The model as JSON and as plain text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "page/page.h"

static struct value read(struct arena *arena, const char *json)
{
    struct fault fault = {0};
    struct value value;
    if (!page_read_json(arena, json, &value, &fault))
        fail_msg("%s", fault.text);
    return value;
}

static void json_comes_out(const char *in, const char *expected)
{
    struct arena *arena = arena_new();
    struct text out = {0};
    page_json(read(arena, in), &out);
    assert_string_equal(out.bytes, expected);
    text_free(&out);
    arena_free(arena);
}

static void text_comes_out(const char *in, const char *expected)
{
    struct arena *arena = arena_new();
    struct text out = {0};
    page_text(read(arena, in), &out);
    assert_string_equal(out.bytes, expected);
    text_free(&out);
    arena_free(arena);
}

static void json_has_sorted_keys_and_the_fewest_digits(void **state)
{
    (void)state;
    json_comes_out(
        "{\"b\": [1, 0.1, 1e-5, -2.50], \"a\": {\"é\": null, \"z\": true, \"y\": false}}",
        "{\"a\":{\"y\":false,\"z\":true,\"é\":null},\"b\":[1,0.1,0.00001,-2.5]}");
}

static void json_keeps_large_whole_numbers_whole(void **state)
{
    (void)state;
    json_comes_out("[9007199254740993,-9223372036854775808]",
                   "[9007199254740993,-9223372036854775808]");
}

static void json_escapes_what_it_must(void **state)
{
    (void)state;
    json_comes_out("\"a\\\"b\\\\c\\n\\u001b\\t</p>é\"", "\"a\\\"b\\\\c\\n\\u001b\\u0009</p>é\"");
}

static void json_that_is_broken_is_refused_with_its_place(void **state)
{
    static const char *const broken[] = {"",      "{",           "{\"a\":1,\n\"a\":2}", "[1,]",
                                         "[1] x", "\"\\u0000\"", "[\"\xff\"]",          "[1e999]"};
    (void)state;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct fault fault = {0};
        struct value value;
        assert_false(page_read_json(arena, broken[i], &value, &fault));
        assert_int_equal(fault.kind, FAULT_DATA);
        assert_non_null(strstr(fault.text, "line "));
    }
    arena_free(arena);
}

static void text_is_headings_sentences_and_aligned_tables(void **state)
{
    (void)state;
    text_comes_out("{\"made_up\":\"Made up.\",\"kicker\":\"2026\",\"title\":\"Juniper’s page\","
                   "\"lead\":\"Yours.\",\"small\":[\"One.\"],\"foot\":[\"Made once.\"],"
                   "\"sections\":[{\"asks\":\"How?\",\"says\":[\"So.\"],\"figures\":["
                   "{\"title\":\"T\",\"sub\":\"S\",\"chart\":{\"says\":\"Two answers.\"},"
                   "\"note\":[\"N\"],\"table\":{\"caption\":\"C\",\"head\":[\"Day\",\"é\",\"Of\"],"
                   "\"rows\":[{\"head\":\"8 May\",\"cells\":[\"16.36\",\"7\"]}]}},"
                   "{\"title\":\"R\","
                   "\"rows\":[{\"strong\":\"A:\",\"says\":\"b\",\"soft\":\"· c\"}]}],"
                   "\"found\":[{\"says\":\"F\",\"rests\":\"Rests on 1.\"}],\"list\":[\"L\"],"
                   "\"unknown\":[\"U\"],\"terms\":[{\"term\":\"W\",\"says\":\"x\"}],"
                   "\"beside\":[\"B\"]}]}",
                   "Made up.\n\n2026\nJuniper’s page\n==============\n\nYours.\n\nOne.\n\n\n"
                   "How?\n----\n\nSo.\n\n"
                   "* T\n  S\n\nTwo answers.\n\nN\n\n"
                   "C\n  Day    é      Of\n  8 May  16.36  7\n\n"
                   "* R\n\n- A: b · c\n\n"
                   "- F\n  Rests on 1.\n\n- L\n\n? U\n\nW\n  x\n\n| B\n"
                   "\n\nMade once.\n");
}

static void text_is_wrapped_at_78_columns_however_many_bytes_a_letter_has(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct text out = {0};
    struct value model = value_table(arena);
    value_set_text(
        arena, model, "lead",
        "éééééééé éééééééé éééééééé éééééééé éééééééé éééééééé éééééééé éééééééé éééééé x");
    page_text(model, &out);
    assert_non_null(strstr(out.bytes, " éééééé\nx\n"));
    text_free(&out);
    arena_free(arena);
}

static void a_table_too_wide_for_the_page_becomes_lists(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct text out = {0};
    page_text(read(arena, "{\"sections\":[{\"asks\":\"Q\",\"figures\":[{\"title\":\"T\",\"table\":{"
                          "\"caption\":\"C\","
                          "\"head\":[\"Figure\",\"Why\"],\"rows\":[{\"head\":\"Asked "
                          "again\",\"cells\":[\"Services: three "
                          "more months have gone by since the change that the learning group made "
                          "here\"]}]}}]}]}"),
              &out);
    assert_non_null(strstr(out.bytes,
                           "  Asked again\n    Why: Services: three more months have gone by since "
                           "the change that the\n    learning group made here\n"));
    text_free(&out);
    arena_free(arena);
}

static void nothing_in_the_text_acts_on_a_terminal(void **state)
{
    (void)state;
    text_comes_out("{\"lead\":\"a\\u001b[31mb \\u202e c\\u200f d\\ne\\tf\"}",
                   "\na\\u001B[31mb \\u202E c\\u200F d e f\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_has_sorted_keys_and_the_fewest_digits),
        cmocka_unit_test(json_keeps_large_whole_numbers_whole),
        cmocka_unit_test(json_escapes_what_it_must),
        cmocka_unit_test(json_that_is_broken_is_refused_with_its_place),
        cmocka_unit_test(text_is_headings_sentences_and_aligned_tables),
        cmocka_unit_test(text_is_wrapped_at_78_columns_however_many_bytes_a_letter_has),
        cmocka_unit_test(a_table_too_wide_for_the_page_becomes_lists),
        cmocka_unit_test(nothing_in_the_text_acts_on_a_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
