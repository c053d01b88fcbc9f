/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An intake's examples: the rows of a file, and the lines they must give. */
#include <string.h>

#include "intake/gives.h"

/* --- running --------------------------------------------------------------------------------- */

static void add_line(struct said *said, const char *line, size_t row, const char *why,
                     struct arena *arena)
{
    said->lines = arena_grow(arena, said->lines, said->count, &said->room, sizeof *said->lines);
    said->rows = arena_grow(arena, said->rows, said->count, &said->row_room, sizeof *said->rows);
    said->whys = arena_grow(arena, said->whys, said->count, &said->why_room, sizeof *said->whys);
    said->lines[said->count] = line;
    said->rows[said->count] = row;
    said->whys[said->count++] = why;
}

static void say_row(const struct rows *rows, const struct csv_row *row, size_t number,
                    struct arena *arena, struct said *said)
{
    struct mapped mapped;
    switch (rows_take(rows, row, arena, &mapped)) {
    case ROW_ASIDE:
        add_line(said, "set aside", number, arena_text(arena, mapped.why.what), arena);
        break;
    case ROW_LEFT_OUT:
        add_line(said, "left out", number, NULL, arena);
        break;
    case ROW_GOOD:
        for (size_t i = 0; i < mapped.count; i++)
            add_line(said, line_of(mapped.entries[i], arena), number, NULL, arena);
    }
}

static bool say_rows(const struct rows *rows, struct csv *csv, struct arena *arena,
                     struct said *said, struct fault *fault)
{
    struct csv_row row;
    bool more;
    for (size_t number = 0;; number++) {
        if (!csv_next(csv, &row, &more, fault))
            return false;
        if (!more)
            return true;
        say_row(rows, &row, number, arena, said);
    }
}

bool examples_run(const struct intake *intake, const char *name, const char *bytes, size_t length,
                  const char *encoding, struct arena *arena, struct said *said, struct fault *fault)
{
    struct csv *csv;
    struct rows rows;
    *said = (struct said){0};
    if (!csv_open_bytes(name, bytes, length, intake->separator, encoding, &csv, fault))
        return false;
    bool done = intake_rows(intake, csv, name, arena, &rows, fault) &&
                say_rows(&rows, csv, arena, said, fault);
    csv_close(csv);
    return done;
}

/* --- one example ----------------------------------------------------------------------------- */

struct example {
    const char *name, *file, *lines, *place;
};

static size_t example_count(const struct intake *intake)
{
    return value_count(value_get(intake->plugin->table, "examples"));
}

static bool read_example(const struct intake *intake, size_t at, struct arena *arena,
                         struct example *example)
{
    struct value table = value_item(value_get(intake->plugin->table, "examples"), at);
    example->name = value_as_text(value_item(table, 0));
    example->file = value_as_text(value_item(table, 1));
    example->lines = value_as_text(value_item(table, 2));
    example->place = arena_format(arena, "examples[%zu]", at + 1);
    return example->name && example->file && example->lines;
}

static bool has_name(const struct csv *csv, const char *name)
{
    for (size_t i = 0; i < csv_columns(csv); i++)
        if (strcmp(csv_column(csv, i), name) == 0)
            return true;
    return false;
}

static void say_missing(const struct intake *intake, const struct csv *csv,
                        const struct example *example, struct faults *faults)
{
    const char *names[CSV_COLUMNS_MOST];
    for (size_t i = 0; i < csv_columns(csv); i++)
        names[i] = csv_column(csv, i);
    for (size_t i = 0; i < intake->column_count; i++) {
        if (has_name(csv, intake->columns[i]))
            continue;
        const char *near = text_nearest(intake->columns[i], names, csv_columns(csv));
        plugin_say(intake->plugin, faults, "gives",
                   "column \"%s\" is not in the header of example \"%s\"%s%s%s", intake->columns[i],
                   example->name, near ? ". Did you mean \"" : "", near ? near : "",
                   near ? "\"?" : "");
    }
}

static void check_columns(const struct intake *intake, const struct example *example,
                          struct faults *faults)
{
    struct csv *csv;
    struct fault fault;
    if (!csv_open_bytes(example->name, example->file, strlen(example->file), intake->separator,
                        NULL, &csv, &fault)) {
        plugin_say(intake->plugin, faults, example->place, "%s", fault.text);
        return;
    }
    say_missing(intake, csv, example, faults);
    csv_close(csv);
}

void examples_check_columns(const struct intake *intake, struct faults *faults)
{
    struct example example;
    if (example_count(intake) == 0)
        plugin_say(
            intake->plugin, faults, "examples",
            "there is none. Write { \"name\", [[ a few rows with their header ]], [[ the dated "
            "lines they give, the person in front ]] }");
    for (size_t i = 0; i < example_count(intake); i++) {
        if (read_example(intake, i, intake->plugin->arena, &example))
            check_columns(intake, &example, faults);
        else
            plugin_say(
                intake->plugin, faults, example.place,
                "an example is { \"name\", [[ the file ]], [[ dated lines, the person in front ]] "
                "}");
    }
}

/* --- comparing ------------------------------------------------------------------------------- */

static bool is_blank(const char *line)
{
    return line[strspn(line, " \t\r")] == '\0';
}

/* The next line that is not blank, or NULL. */
static const char *next_line(const char **at, struct arena *arena)
{
    while (**at) {
        size_t length = strcspn(*at, "\n");
        const char *line = arena_copy(arena, *at, length);
        *at += length + ((*at)[length] == '\n');
        if (!is_blank(line))
            return line;
    }
    return NULL;
}

static bool compare_line(const struct intake *intake, const struct example *example,
                         const struct said *said, size_t at, const char *expected,
                         struct arena *arena, struct faults *faults)
{
    const char *sentence = NULL, *wanted = line_read(intake, expected, arena, &sentence);
    const char *got = at < said->count ? said->lines[at] : "nothing more";
    const char *why = at < said->count ? said->whys[at] : NULL;
    if (!wanted)
        plugin_say(intake->plugin, faults, example->place, "\"%s\": `%s`: %s", example->name,
                   expected, sentence);
    else if (strcmp(wanted, got) != 0)
        plugin_say(intake->plugin, faults, example->place,
                   "\"%s\": line %zu comes to `%s`%s%s%s, the example says `%s`", example->name,
                   at + 1, got, why ? " (" : "", why ? why : "", why ? ")" : "", wanted);
    return wanted && strcmp(wanted, got) == 0;
}

static bool compare(const struct intake *intake, const struct example *example,
                    const struct said *said, struct arena *arena, struct faults *faults)
{
    const char *at = example->lines, *expected;
    size_t n = 0;
    for (; (expected = next_line(&at, arena)); n++)
        if (!compare_line(intake, example, said, n, expected, arena, faults))
            return false;
    if (n < said->count)
        plugin_say(intake->plugin, faults, example->place, "\"%s\": there is one more line: `%s`",
                   example->name, said->lines[n]);
    return n == said->count;
}

static bool check_example(const struct intake *intake, const struct example *example,
                          struct arena *arena, struct faults *faults)
{
    struct said said;
    struct fault fault;
    if (examples_run(intake, example->name, example->file, strlen(example->file), NULL, arena,
                     &said, &fault))
        return compare(intake, example, &said, arena, faults);
    plugin_say(intake->plugin, faults, example->place, "%s", fault.text);
    return false;
}

bool intake_check_examples(const struct intake *intake, size_t *examples, struct faults *faults)
{
    struct arena *arena = arena_new();
    struct example example;
    *examples = 0;
    for (size_t i = 0; i < example_count(intake); i++) {
        arena_reset(arena);
        if (read_example(intake, i, arena, &example) &&
            check_example(intake, &example, arena, faults))
            ++*examples;
    }
    arena_free(arena);
    return *examples == example_count(intake);
}
