/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every trap of libcsv, and what the splitter adds. */
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "csv/cells.h"

static struct csv *open_text(const char *bytes, size_t length, char separator, const char *encoding)
{
    struct csv *csv = NULL;
    struct fault fault = {0};
    if (!csv_open_bytes("t.csv", bytes, length, separator, encoding, &csv, &fault))
        fail_msg("%s", fault.text);
    return csv;
}

static struct csv *plain(const char *text)
{
    return open_text(text, strlen(text), 0, NULL);
}

static struct csv_row next(struct csv *csv)
{
    struct csv_row row;
    struct fault fault = {0};
    bool more;
    if (!csv_next(csv, &row, &more, &fault))
        fail_msg("%s", fault.text);
    assert_true(more);
    return row;
}

static void ends(struct csv *csv)
{
    struct csv_row row;
    struct fault fault;
    bool more;
    assert_true(csv_next(csv, &row, &more, &fault));
    assert_false(more);
    csv_close(csv);
}

static struct fault refused(const char *bytes, size_t length, const char *encoding)
{
    struct csv *csv;
    struct fault fault = {0};
    assert_false(csv_open_bytes("t.csv", bytes, length, 0, encoding, &csv, &fault));
    return fault;
}

static struct fault refused_text(const char *text)
{
    return refused(text, strlen(text), NULL);
}

static void cells_are(struct csv_row row, size_t count, const char *const *cells)
{
    assert_null(row.wrong);
    assert_int_equal(row.count, count);
    for (size_t i = 0; i < count; i++) {
        if (!cells[i])
            assert_null(row.cells[i]);
        else
            assert_string_equal(row.cells[i], cells[i]);
    }
}

#define CELLS(row, ...)                                                                            \
    cells_are(row, sizeof((const char *[]){__VA_ARGS__}) / sizeof(char *),                         \
              (const char *[]){__VA_ARGS__})

static void raw_is(struct csv_row row, const char *raw)
{
    assert_int_equal(row.raw_length, strlen(raw));
    assert_memory_equal(row.raw, raw, row.raw_length);
}

static void a_plain_file_gives_its_rows_with_their_lines(void **state)
{
    (void)state;
    struct csv *csv = plain("a,b\n1,2\n3,4\n");
    assert_int_equal(csv_columns(csv), 2);
    assert_string_equal(csv_column(csv, 1), "b");
    assert_string_equal(csv_header_raw(csv), "a,b");
    assert_int_equal(csv_header_last(csv), 1);
    struct csv_row row = next(csv);
    assert_int_equal(row.line, 2);
    CELLS(row, "1", "2");
    raw_is(row, "1,2");
    assert_int_equal(row.raw_last, 1);
    row = next(csv);
    assert_int_equal(row.line, 3);
    CELLS(row, "3", "4");
    ends(csv);
}

static void a_byte_order_mark_is_no_part_of_the_first_name(void **state)
{
    (void)state;
    struct csv *csv = plain("\xEF\xBB\xBF"
                            "a,b\r\n1,2");
    assert_string_equal(csv_column(csv, 0), "a");
    CELLS(next(csv), "1", "2");
    ends(csv);
}

static void utf_16_is_refused_and_says_how_to_save(void **state)
{
    (void)state;
    struct fault fault = refused("\xFF\xFE"
                                 "a\0,\0",
                                 6, NULL);
    assert_int_equal(fault.kind, FAULT_DATA);
    assert_non_null(strstr(fault.text, "UTF-16"));
    assert_non_null(strstr(fault.text, "CSV UTF-8"));
    assert_non_null(strstr(refused("\xFE\xFF\0a", 4, NULL).text, "UTF-16"));
}

static void every_line_end_ends_a_record_and_counts_once(void **state)
{
    (void)state;
    const char *ends_of_lines[] = {"\n", "\r", "\r\n"};
    for (size_t i = 0; i < 3; i++) {
        char text[64];
        snprintf(text, sizeof text, "a,b%s1,2%s%s3,4%s", ends_of_lines[i], ends_of_lines[i],
                 ends_of_lines[i], ends_of_lines[i]);
        struct csv *csv = plain(text);
        assert_int_equal(next(csv).line, 2);
        struct csv_row row = next(csv);
        assert_int_equal(row.line, 4);
        raw_is(row, "3,4");
        ends(csv);
    }
}

struct parsed {
    char text[64]; /* every cell in brackets; - for one that is empty and unquoted */
};

static void add_parsed(void *cell, size_t length, void *context)
{
    char *to = strchr(((struct parsed *)context)->text, '\0');
    sprintf(to, cell ? "[%.*s]" : "-", (int)length, cell ? (const char *)cell : "");
}

static struct parsed by_libcsv(const char *record, size_t length)
{
    struct csv_parser parser;
    struct parsed parsed = {""};
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL);
    csv_parse(&parser, record, length, add_parsed, NULL, &parsed);
    csv_fini(&parser, add_parsed, NULL, &parsed);
    csv_free(&parser);
    return parsed;
}

/* All records of up to six of these bytes; one of blanks alone is no record and never comes. */
static void a_record_without_quotes_is_cut_as_libcsv_cuts_it(void **state)
{
    static const char bytes[] = {'a', 'b', ' ', '\t', ','};
    struct cells cells = {0};
    (void)state;
    cells_open(&cells, ',');
    for (size_t length = 1, count = 5; length <= 6; length++, count *= 5)
        for (size_t n = 0; n < count; n++) {
            char record[8] = {0};
            for (size_t i = 0, left = n; i < length; i++, left /= 5)
                record[i] = bytes[left % 5];
            if (strspn(record, " \t") == length)
                continue;
            struct parsed ours = {""};
            assert_true(cells_read(&cells, record, length));
            for (size_t i = 0; i < cells.count; i++)
                add_parsed((void *)(uintptr_t)cells.cells[i],
                           cells.cells[i] ? strlen(cells.cells[i]) : 0, &ours);
            assert_string_equal(ours.text, by_libcsv(record, length).text);
        }
    cells_close(&cells);
}

static void blank_lines_are_no_records(void **state)
{
    (void)state;
    struct csv *csv = plain("\n  \na,b\n\n \t\n1,2\n\n");
    assert_int_equal(csv_header_line(csv), 3);
    assert_int_equal(next(csv).line, 6);
    ends(csv);
}

static void a_last_line_needs_no_end(void **state)
{
    (void)state;
    struct csv *csv = plain("a\n1\n2");
    next(csv);
    CELLS(next(csv), "2");
    ends(csv);
}

static void a_quoted_cell_may_span_lines_and_the_next_row_knows_its_line(void **state)
{
    (void)state;
    struct csv *csv = plain("a,b\n\"one\r\ntwo\nthree\",2\nx,y\n");
    struct csv_row row = next(csv);
    assert_int_equal(row.line, 2);
    CELLS(row, "one\r\ntwo\nthree", "2");
    raw_is(row, "\"one\r\ntwo\nthree\",2");
    assert_int_equal(next(csv).line, 5);
    ends(csv);
}

static void nothing_and_a_quoted_nothing_differ(void **state)
{
    (void)state;
    struct csv *csv = plain("a,b,c,d\nx,,\"\", \n");
    CELLS(next(csv), "x", NULL, "", NULL);
    ends(csv);
}

static void spaces_around_a_cell_go_and_inside_quotes_stay(void **state)
{
    (void)state;
    struct csv *csv = plain("a,b,c\n x , \" y \" ,z\n");
    CELLS(next(csv), "x", " y ", "z");
    ends(csv);
}

static void two_quotes_are_one(void **state)
{
    (void)state;
    struct csv *csv = plain("a,b\n\"say \"\"so\"\"\",\"\"\"\"\n");
    CELLS(next(csv), "say \"so\"", "\"");
    ends(csv);
}

static void a_stray_quote_is_wrong_and_the_next_line_is_read(void **state)
{
    (void)state;
    const char *rows[] = {"a,b\"c", "\"a\"b,c", "a,\"b\" \"c\"", "x\",\"y"};
    for (size_t i = 0; i < 4; i++) {
        char text[64];
        snprintf(text, sizeof text, "h,i\n%s\n1,2\n", rows[i]);
        struct csv *csv = plain(text);
        struct csv_row row = next(csv);
        assert_non_null(strstr(row.wrong, "a quote stands where none can be"));
        assert_int_equal(row.count, 0);
        raw_is(row, rows[i]);
        row = next(csv);
        assert_int_equal(row.line, 3);
        CELLS(row, "1", "2");
        ends(csv);
    }
}

static void after_a_stray_quote_no_quote_swallows_lines(void **state)
{
    (void)state;
    struct csv *csv = plain("h,i\na\"b,\"c\n1,2\n");
    assert_non_null(next(csv).wrong);
    CELLS(next(csv), "1", "2");
    ends(csv);
}

static void a_quote_never_closed_names_the_line_it_opened_on(void **state)
{
    (void)state;
    struct csv *csv = plain("a,b\n1,2\n\"x\ny\",\"open\n3,4\n5,6\n");
    next(csv);
    struct csv_row row;
    struct fault fault;
    bool more;
    assert_false(csv_next(csv, &row, &more, &fault));
    assert_int_equal(fault.kind, FAULT_DATA);
    assert_non_null(strstr(fault.text, "t.csv:4: a quote opens here"));
    csv_close(csv);
}

static void another_number_of_cells_than_the_header_is_wrong(void **state)
{
    (void)state;
    struct csv *csv = plain("a,b\n1\n1,2,3\n1,2\n");
    assert_string_equal(next(csv).wrong, "it has 1 cell, the header has 2. Put in what is missing");
    struct csv_row row = next(csv);
    assert_string_equal(
        row.wrong, "it has 3 cells, the header has 2. Quote a cell that has a separator in it");
    raw_is(row, "1,2,3");
    assert_null(next(csv).wrong);
    ends(csv);
}

static void a_byte_that_is_not_utf_8_is_named(void **state)
{
    (void)state;
    struct csv *csv = plain("a,b\ncaf\xE9,2\n\xC3\xA9,2\n");
    struct csv_row row = next(csv);
    assert_non_null(strstr(row.wrong, "byte E9 is not UTF-8"));
    raw_is(row, "caf\xE9,2");
    CELLS(next(csv), "\xC3\xA9", "2");
    ends(csv);
}

static void an_encoding_is_converted_and_the_raw_bytes_stay(void **state)
{
    (void)state;
    const char text[] = "n\xE4me;b\ncaf\xE9;\x80\n\x81;2\n";
    struct csv *csv = open_text(text, sizeof text - 1, ';', "windows-1252");
    assert_string_equal(csv_column(csv, 0), "n\xC3\xA4me");
    struct csv_row row = next(csv);
    CELLS(row, "caf\xC3\xA9", "\xE2\x82\xAC");
    raw_is(row, "caf\xE9;\x80");
    assert_string_equal(next(csv).wrong, "column näme: byte 81 is not of windows-1252");
    struct text out = {0};
    csv_put_cell(csv, "caf\xC3\xA9 \"x\" \xE2\x89\xA4", &out);
    assert_string_equal(out.bytes, "\"caf\xE9 \"\"x\"\" ?\"");
    text_free(&out);
    ends(csv);
}

static void utf_8_by_name_is_checked_too(void **state)
{
    (void)state;
    struct csv *csv = open_text("a\n\xFF\n", 4, 0, "UTF-8");
    assert_non_null(next(csv).wrong);
    ends(csv);
}

static void an_unknown_or_unusable_encoding_is_wrong_use(void **state)
{
    (void)state;
    struct fault fault = refused("a\n", 2, "klingon-8");
    assert_int_equal(fault.kind, FAULT_USAGE);
    assert_non_null(strstr(fault.text, "klingon-8 is no encoding known here"));
    assert_int_equal(refused("a\n", 2, "UTF-16LE").kind, FAULT_USAGE);
}

static void a_byte_0_is_wrong(void **state)
{
    (void)state;
    struct csv *csv = open_text("a,b\n1\0,2\n3,4\n", 13, 0, NULL);
    assert_non_null(strstr(next(csv).wrong, "a byte 0"));
    CELLS(next(csv), "3", "4");
    ends(csv);
}

static void a_tab_may_part_cells(void **state)
{
    (void)state;
    struct csv *csv = open_text("a\tb\tc\n1\t\t\"x\ty\"\n", 15, '\t', NULL);
    CELLS(next(csv), "1", NULL, "x\ty");
    ends(csv);
}

static void a_semicolon_file_is_one_column_until_told(void **state)
{
    (void)state;
    struct csv *csv = plain("a;b\n1;2\n");
    assert_int_equal(csv_columns(csv), 1);
    assert_string_equal(csv_column(csv, 0), "a;b");
    csv_close(csv);
}

static void a_header_names_every_column_once(void **state)
{
    (void)state;
    struct fault fault = refused_text("\na,,c\n");
    assert_int_equal(fault.kind, FAULT_DATA);
    assert_string_equal(fault.text,
                        "t.csv:2: column 2 of the header has no name. Name it, or take it out");
    assert_non_null(strstr(refused_text("a,b,a\n").text, "columns 1 and 3 of the header have the same"));
    assert_non_null(
        strstr(refused_text("reason,b,reason,c\n").text, "columns 1 and 3 of the header have the same"));
    assert_non_null(strstr(refused_text("").text, "t.csv is empty"));
    assert_non_null(strstr(refused_text("\n \n").text, "t.csv is empty"));
    assert_non_null(strstr(refused_text("a,\"b\"c\n").text, "the header cannot be read"));
}

static void a_set_aside_file_may_say_reason_twice(void **state)
{
    (void)state;
    struct csv *csv = plain("reason,b,reason\n1,2,3\n");
    assert_int_equal(csv_columns(csv), 3);
    csv_close(csv);
}

static void a_header_of_too_many_columns_is_refused(void **state)
{
    (void)state;
    struct text text = {0};
    for (int i = 0; i <= CSV_COLUMNS_MOST; i++)
        text_format(&text, "%sc%d", i ? "," : "", i);
    assert_non_null(strstr(refused(text.bytes, text.length, NULL).text, "4097 columns"));
    text_free(&text);
}

static void a_record_of_ten_megabytes_is_wrong_and_skipped_to_its_end(void **state)
{
    (void)state;
    struct text text = {0};
    text_put(&text, "a,b\n\"");
    for (int i = 0; i < 10 << 10; i++) {
        for (int j = 0; j < 1023; j++)
            text_char(&text, 'x');
        text_char(&text, '\n');
    }
    text_put(&text, "\",2\n3,4\n");
    struct csv *csv = open_text(text.bytes, text.length, 0, NULL);
    struct csv_row row = next(csv);
    assert_non_null(strstr(row.wrong, "begins on line 2 is longer than 1 MiB"));
    assert_int_equal(row.raw_length, 0);
    row = next(csv);
    assert_int_equal(row.line, 2 + (10 << 10) + 1);
    CELLS(row, "3", "4");
    ends(csv);
    text_free(&text);
}

static void a_record_of_exactly_the_most_is_read(void **state)
{
    (void)state;
    struct text text = {0};
    text_put(&text, "a,b\n");
    for (int i = 0; i < CSV_RECORD_MOST - 2; i++)
        text_char(&text, 'x');
    text_put(&text, ",2\n");
    for (int i = 0; i < CSV_RECORD_MOST - 1; i++)
        text_char(&text, 'x');
    text_put(&text, ",2\n");
    struct csv *csv = open_text(text.bytes, text.length, 0, NULL);
    assert_null(next(csv).wrong);
    assert_non_null(next(csv).wrong);
    ends(csv);
    text_free(&text);
}

static void records_across_the_edge_of_the_buffer_are_whole(void **state)
{
    (void)state;
    struct text text = {0};
    text_put(&text, "a,b\r\n");
    for (int i = 0; i < 30000; i++)
        text_format(&text, "%d,\"q %d\"\"\"\r\n", i, i);
    struct csv *csv = open_text(text.bytes, text.length, 0, NULL);
    for (int i = 0; i < 30000; i++) {
        char first[16], second[24];
        snprintf(first, sizeof first, "%d", i);
        snprintf(second, sizeof second, "q %d\"", i);
        struct csv_row row = next(csv);
        assert_int_equal(row.line, i + 2);
        CELLS(row, first, second);
    }
    ends(csv);
    text_free(&text);
}

static void a_file_that_is_not_there_and_a_folder_are_66(void **state)
{
    (void)state;
    struct csv *csv;
    struct fault fault;
    assert_false(csv_open("/nowhere/t.csv", 0, NULL, &csv, &fault));
    assert_int_equal(fault.kind, FAULT_NO_FILE);
    assert_false(csv_open("/tmp", 0, NULL, &csv, &fault));
    assert_int_equal(fault.kind, FAULT_NO_FILE);
}

static void a_file_on_disk_reads_the_same(void **state)
{
    (void)state;
    char path[] = "/tmp/alongside-csv-XXXXXX";
    int fd = mkstemp(path);
    assert_int_equal(write(fd, "a,b\n1,2\n", 8), 8);
    close(fd);
    struct csv *csv;
    struct fault fault;
    assert_true(csv_open(path, 0, NULL, &csv, &fault));
    CELLS(next(csv), "1", "2");
    ends(csv);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_record_without_quotes_is_cut_as_libcsv_cuts_it),
        cmocka_unit_test(a_plain_file_gives_its_rows_with_their_lines),
        cmocka_unit_test(a_byte_order_mark_is_no_part_of_the_first_name),
        cmocka_unit_test(utf_16_is_refused_and_says_how_to_save),
        cmocka_unit_test(every_line_end_ends_a_record_and_counts_once),
        cmocka_unit_test(blank_lines_are_no_records),
        cmocka_unit_test(a_last_line_needs_no_end),
        cmocka_unit_test(a_quoted_cell_may_span_lines_and_the_next_row_knows_its_line),
        cmocka_unit_test(nothing_and_a_quoted_nothing_differ),
        cmocka_unit_test(spaces_around_a_cell_go_and_inside_quotes_stay),
        cmocka_unit_test(two_quotes_are_one),
        cmocka_unit_test(a_stray_quote_is_wrong_and_the_next_line_is_read),
        cmocka_unit_test(after_a_stray_quote_no_quote_swallows_lines),
        cmocka_unit_test(a_quote_never_closed_names_the_line_it_opened_on),
        cmocka_unit_test(another_number_of_cells_than_the_header_is_wrong),
        cmocka_unit_test(a_byte_that_is_not_utf_8_is_named),
        cmocka_unit_test(an_encoding_is_converted_and_the_raw_bytes_stay),
        cmocka_unit_test(utf_8_by_name_is_checked_too),
        cmocka_unit_test(an_unknown_or_unusable_encoding_is_wrong_use),
        cmocka_unit_test(a_byte_0_is_wrong),
        cmocka_unit_test(a_tab_may_part_cells),
        cmocka_unit_test(a_semicolon_file_is_one_column_until_told),
        cmocka_unit_test(a_header_names_every_column_once),
        cmocka_unit_test(a_set_aside_file_may_say_reason_twice),
        cmocka_unit_test(a_header_of_too_many_columns_is_refused),
        cmocka_unit_test(a_record_of_ten_megabytes_is_wrong_and_skipped_to_its_end),
        cmocka_unit_test(a_record_of_exactly_the_most_is_read),
        cmocka_unit_test(records_across_the_edge_of_the_buffer_are_whole),
        cmocka_unit_test(a_file_that_is_not_there_and_a_folder_are_66),
        cmocka_unit_test(a_file_on_disk_reads_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
