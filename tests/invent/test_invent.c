/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "ground/day.h"
#include "ground/text.h"
#include "ground/words.h"
#include "invent/invent.h"

static char folder[] = "/tmp/alongside-invent-XXXXXX";

static char *slurp(const char *where, const char *name)
{
    char path[200], *bytes;
    size_t length;
    struct fault fault;
    snprintf(path, sizeof path, "%s/%s", where, name);
    assert_true(text_read_file(path, 64 << 20, &bytes, &length, &fault));
    return bytes;
}

static bool exists(const char *name)
{
    char path[200];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return access(path, F_OK) == 0;
}

static void forget(const char *where)
{
    char path[200];
    for (size_t i = 0; i < INVENT_FILES; i++) {
        snprintf(path, sizeof path, "%s/%s", where, invent_file_name[i]);
        unlink(path);
    }
}

static void the_same_seed_makes_the_same_bytes(void **state)
{
    (void)state;
    struct fault fault;
    assert_true(invent_area(folder, 30, 7, &fault));
    char *first = slurp(folder, "events.csv");
    forget(folder);
    assert_true(invent_area(folder, 30, 7, &fault));
    char *second = slurp(folder, "events.csv");
    assert_string_equal(first, second);
    forget(folder);
    assert_true(invent_area(folder, 30, 8, &fault));
    char *third = slurp(folder, "events.csv");
    assert_string_not_equal(first, third);
    forget(folder);
    free(first);
    free(second);
    free(third);
}

static void a_person_is_the_same_among_few_and_among_many(void **state)
{
    (void)state;
    struct fault fault;
    assert_true(invent_area(folder, 5, 1, &fault));
    char *few = slurp(folder, "answers.csv");
    forget(folder);
    assert_true(invent_area(folder, 50, 1, &fault));
    char *many = slurp(folder, "answers.csv");
    forget(folder);
    assert_memory_equal(few, many, strlen(few));
    free(few);
    free(many);
}

/* Whichever file is there, nothing is written, the ones before it included. */
static void files_that_are_there_are_left_as_they_are(void **state)
{
    (void)state;
    for (size_t i = 0; i < INVENT_FILES; i++) {
        struct fault fault;
        char path[200];
        snprintf(path, sizeof path, "%s/%s", folder, invent_file_name[i]);
        assert_true(text_write_file(path, "mine", 4, &fault));
        assert_false(invent_area(folder, 3, 2, &fault));
        assert_int_equal(fault.kind, FAULT_CREATE);
        assert_non_null(strstr(fault.text, invent_file_name[i]));
        char *bytes = slurp(folder, invent_file_name[i]);
        assert_string_equal(bytes, "mine");
        free(bytes);
        for (size_t j = 0; j < INVENT_FILES; j++)
            assert_int_equal(exists(invent_file_name[j]), i == j);
        forget(folder);
    }
}

static void nobody_makes_headers_and_no_rows(void **state)
{
    (void)state;
    struct fault fault;
    assert_true(invent_area(folder, 0, 1, &fault));
    for (size_t i = INVENT_PEOPLE; i <= INVENT_CONSENTS; i++) {
        char *bytes = slurp(folder, invent_file_name[i]);
        assert_int_equal(strncmp(bytes, "person,", 7), 0);
        assert_ptr_equal(strchr(bytes, '\n') + 1, bytes + strlen(bytes));
        free(bytes);
    }
    forget(folder);
}

/* --- every cell is one that its column takes, read by a reader of its own --------------------- */

enum { CELLS_MOST = 80 };

/* The next cell, in place; `*more` tells whether the row goes on. */
static char *read_cell(char **at, bool *more)
{
    char *from = *at, *cell = from, *to = from;
    bool quoted = *from == '"';
    from += quoted;
    while (quoted ? !(from[0] == '"' && from[1] != '"') : !strchr(",\n", *from)) {
        from += quoted && *from == '"';
        *to++ = *from++;
    }
    from += quoted;
    *more = *from == ',';
    *to = '\0';
    *at = from + 1;
    return cell;
}

static size_t read_row(char **at, char *cells[CELLS_MOST])
{
    size_t count = 0;
    for (bool more = true; more && count < CELLS_MOST;)
        cells[count++] = read_cell(at, &more);
    return count;
}

static bool is_no_answer(const char *cell)
{
    for (size_t i = 1; i < NO_ANSWER_KINDS; i++)
        if (strcmp(cell, no_answer_word[i]) == 0)
            return true;
    return false;
}

static bool takes_each(const struct column *column, char *cell)
{
    char *rest;
    for (char *one = strtok_r(cell, ";", &rest); one; one = strtok_r(NULL, ";", &rest))
        if (!column_takes(column, one) && !is_no_answer(one))
            return false;
    return true;
}

static bool takes(const struct column *column, char *cell)
{
    struct days days;
    int64_t whole;
    switch (column->type) {
    case COLUMN_CODE:
    case COLUMN_CODES:
        return takes_each(column, cell);
    case COLUMN_YES_NO:
        return text_has_word("yes no unknown", cell);
    case COLUMN_DATE:
        return days_read(cell, &days);
    case COLUMN_TIME:
        return minutes_read(cell) >= 0;
    case COLUMN_WHOLE:
        return text_whole(cell, &whole);
    default:
        return true;
    }
}

static const struct column *named(const struct column *columns, size_t count, const char *name)
{
    static const struct column known[] = {
        {"person", COLUMN_KEY, NULL}, {"date", COLUMN_DATE, NULL},
        {"area", COLUMN_KEY, NULL},   {"id", COLUMN_KEY, NULL},
        {"kind", COLUMN_CODE, NULL},  {"mode", COLUMN_CODE, modes},
        {"item", COLUMN_CODE, NULL},  {"instrument", COLUMN_CODE, NULL},
        {"answer", COLUMN_KEY, NULL}};
    for (size_t i = 0; i < count; i++)
        if (strcmp(columns[i].name, name) == 0)
            return &columns[i];
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].name, name) == 0)
            return &known[i];
    fail_msg("no column is named %s", name);
    return NULL;
}

static void check_cell(const char *file, const struct column *column, char *cell, size_t row)
{
    char *said = strdup(cell);
    if (*cell && !takes(column, cell))
        fail_msg("%s, row %zu: column %s does not take %s", file, row, column->name, said);
    free(said);
}

static void check_file(enum invent_file file, const struct column *columns, size_t count)
{
    char *bytes = slurp(folder, invent_file_name[file]), *at = bytes;
    char *names[CELLS_MOST], *cells[CELLS_MOST];
    size_t width = read_row(&at, names), rows = 0;
    for (; *at; rows++) {
        assert_int_equal(read_row(&at, cells), width);
        for (size_t i = 0; i < width; i++)
            check_cell(invent_file_name[file], named(columns, count, names[i]), cells[i], rows);
    }
    assert_true(rows > 0);
    free(bytes);
}

static const struct column about_areas[] = {{"seat", COLUMN_CODE, "power workers citizens"},
                                            {"words", COLUMN_WORDS, NULL},
                                            {"group", COLUMN_WHOLE, NULL},
                                            {"sheet", COLUMN_KEY, NULL}};

static void every_cell_is_one_that_its_column_takes(void **state)
{
    (void)state;
    struct fault fault;
    static const enum row_kind kinds[] = {ROW_GOAL,    ROW_NOTE, ROW_CONSENT,
                                          ROW_SERVICE, ROW_AREA, ROW_COLLECTS};
    assert_true(invent_area(folder, 400, 3, &fault));
    check_file(INVENT_PEOPLE, person_column, person_column_count);
    check_file(INVENT_ANSWERS, NULL, 0);
    check_file(INVENT_EVENTS, event_column, EVENT_COLUMN_COUNT);
    check_file(INVENT_AREA_ANSWERS, about_areas, sizeof about_areas / sizeof *about_areas);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        check_file(INVENT_GOALS + i, row_columns[kinds[i]].columns, row_columns[kinds[i]].count);
    forget(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_seed_makes_the_same_bytes),
        cmocka_unit_test(a_person_is_the_same_among_few_and_among_many),
        cmocka_unit_test(files_that_are_there_are_left_as_they_are),
        cmocka_unit_test(nobody_makes_headers_and_no_rows),
        cmocka_unit_test(every_cell_is_one_that_its_column_takes),
    };
    if (!mkdtemp(folder))
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    rmdir(folder);
    return failed;
}
