/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words on their way to a screen, into a cell, into JSON. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ground/shown.h"

typedef void showing(struct text *out, const char *words);

static void comes_out(showing *show, const char *words, const char *expected)
{
    struct text out = {0};
    show(&out, words);
    assert_string_equal(out.bytes ? out.bytes : "", expected);
    text_free(&out);
}

static void a_line_shows_what_cannot_be_seen_by_its_code(void **state)
{
    (void)state;
    comes_out(shown_line, "a\tb\nc\u2028d", "a b c d");
    comes_out(shown_line, "\x1B]0;x\x07", "\\u001B]0;x\\u0007");
    comes_out(shown_line,
              "\xC2\x9B"
              "31m \u202E \u2066 \u200F \u061C",
              "\\u009B31m \\u202E \\u2066 \\u200F \\u061C");
    comes_out(shown_line, "\uFEFF \uFFFF \U0010FFFE", "\\uFEFF \\uFFFF \\U0010FFFE");
}

static void a_line_keeps_letters_of_every_script(void **state)
{
    (void)state;
    static const char letters[] =
        "שלום  مرحبا  สวัสดี  नमस्ते  👩‍👩‍👧  é é "
        "ﷺ ";
    comes_out(shown_line, letters, letters);
}

static void bytes_that_are_no_utf8_are_shown_one_by_one(void **state)
{
    (void)state;
    comes_out(shown_line, "a\x9B\x33\x31m", "a\\x9B31m");
    comes_out(shown_line, "\xED\xA0\x80", "\\xED\\xA0\\x80"); /* half of a pair */
    comes_out(shown_line, "\xC0\x80 \xF8 \xE2\x82", "\\xC0\\x80 \\xF8 \\xE2\\x82");
}

static void no_cell_begins_a_formula(void **state)
{
    (void)state;
    static const char *const signs[] = {"=",  "+",  "-",  "@",  "\t", "\r",
                                        "＝", "＋", "－", "＠", " ="};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        struct text cell = {0}, out = {0};
        text_format(&cell, "%s1+1", signs[i]);
        shown_csv(&out, cell.bytes);
        assert_int_equal(out.bytes[0], '\'');
        text_free(&cell);
        text_free(&out);
    }
    comes_out(shown_csv, "1-1=0", "1-1=0");
    comes_out(shown_csv, "=A1,\"x\"", "\"'=A1,\"\"x\"\"\"");
    comes_out(shown_csv, "two\nlines", "two lines");
}

static void json_says_by_its_code_what_a_terminal_could_obey(void **state)
{
    (void)state;
    comes_out(shown_json, "\"\\\n\t\x1B\x7F", "\"\\\"\\\\\\n\\u0009\\u001b\\u007f\"");
    comes_out(shown_json, "\xC2\x9B\u202E\u2028\uFEFF\U0001FFFE",
              "\"\\u009b\\u202e\\u2028\\ufeff\\ud83f\\udffe\"");
    comes_out(shown_json, "é שלום 😀 </p>", "\"é שלום 😀 </p>\"");
    comes_out(shown_json, "\xFF", "\"\\ufffd\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_shows_what_cannot_be_seen_by_its_code),
        cmocka_unit_test(a_line_keeps_letters_of_every_script),
        cmocka_unit_test(bytes_that_are_no_utf8_are_shown_one_by_one),
        cmocka_unit_test(no_cell_begins_a_formula),
        cmocka_unit_test(json_says_by_its_code_what_a_terminal_could_obey),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
