/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An intake said back in sentences: column by column, in the order of the header of its first
 * example, what becomes of it. */
#include <string.h>

#include "csv/csv.h"
#include "intake/gives.h"

struct saying {
    const struct intake *intake;
    struct text *out;
};

static const char *field_or_item(const struct gives *gives, int field, int item)
{
    return item == NO_FIELD ? entry_field(gives->kind, field) : gives->instrument->items[item].id;
}

/* --- one use of a column --------------------------------------------------------------------- */

static void say_word(struct saying *saying, const struct gives *gives, const struct word *word)
{
    if (word->leave_out)
        text_put(saying->out, "left out");
    for (size_t i = 0; i < word->count; i++)
        text_format(saying->out, "%s%s=%s", i ? " " : "",
                    field_or_item(gives, word->assigns[i].field, word->assigns[i].item),
                    word->assigns[i].text);
}

static void say_words(struct saying *saying, const struct gives *gives, const struct rule *rule)
{
    for (size_t i = 0; i < rule->word_count; i++) {
        text_format(saying->out, "      %s: ", rule->words[i].cell);
        say_word(saying, gives, &rule->words[i]);
        text_put(saying->out, "\n");
    }
    if (!rule->word_count)
        return;
    text_put(saying->out, "      anything else: ");
    if (rule->other == OTHER_WORD)
        say_word(saying, gives, &rule->other_word);
    else
        text_put(saying->out, rule->other == OTHER_NONE ? "not recorded" : "the row is set aside");
    text_put(saying->out, "\n");
}

static void say_use(struct saying *saying, size_t number, const struct rule *rule, size_t column)
{
    const struct gives *gives = &saying->intake->gives[number];
    struct text *out = saying->out;
    text_format(out, "    %s", field_or_item(gives, rule->field, rule->item));
    if (saying->intake->count > 1)
        text_format(out, " of %s %zu", entry_kind_word(gives->kind), number + 1);
    for (size_t i = 0, first = 1; i < rule->count; i++)
        if (rule->columns[i] != column) {
            text_format(out, "%s %s", first ? ", with" : ",",
                        saying->intake->columns[rule->columns[i]]);
            first = 0;
        }
    if (rule->as == AS_DATE && rule->as_written)
        text_format(out, ", a date as %s", rule->as_written);
    if (rule->as == AS_ORDER)
        text_put(out, ", an order and no date");
    if (rule->as == AS_TICKS)
        text_put(out, ", a column a box");
    if (rule->as == AS_CODES)
        text_put(out, ", several codes in a cell");
    text_put(out, rule->word_count ? ":\n" : "\n");
    if (rule->count && rule->columns[0] == column)
        say_words(saying, gives, rule);
}

static bool uses(const struct rule *rule, size_t column)
{
    for (size_t i = 0; i < rule->count; i++)
        if (rule->columns[i] == column)
            return true;
    return false;
}

static bool say_where(struct saying *saying, size_t number, size_t column)
{
    const struct gives *gives = &saying->intake->gives[number];
    bool any = false;
    for (size_t i = 0; i < gives->where_count; i++) {
        if (gives->wheres[i].column != column)
            continue;
        text_format(saying->out, "    %s %zu is read only where this is",
                    entry_kind_word(gives->kind), number + 1);
        for (size_t k = 0; k < gives->wheres[i].count; k++)
            text_format(saying->out, "%s %s", k ? " or" : "", gives->wheres[i].texts[k]);
        text_put(saying->out, "\n");
        any = true;
    }
    return any;
}

/* --- columns --------------------------------------------------------------------------------- */

static void say_column(struct saying *saying, const char *name)
{
    const struct intake *intake = saying->intake;
    bool any = false;
    size_t column = 0;
    while (column < intake->column_count && strcmp(intake->columns[column], name) != 0)
        column++;
    text_format(saying->out, "  %s\n", name);
    for (size_t g = 0; column < intake->column_count && g < intake->count; g++) {
        any |= say_where(saying, g, column);
        for (size_t r = 0; r < intake->gives[g].rule_count; r++)
            if (uses(&intake->gives[g].rules[r], column)) {
                say_use(saying, g, &intake->gives[g].rules[r], column);
                any = true;
            }
    }
    if (!any)
        text_put(saying->out, "    not read\n");
}

/* The header of the first example; where there is none, the columns that are named. */
static void say_columns(struct saying *saying)
{
    const struct intake *intake = saying->intake;
    struct value example = value_item(value_get(intake->plugin->table, "examples"), 0);
    const char *file = value_as_text(value_item(example, 1));
    struct csv *csv;
    struct fault fault;
    text_put(saying->out, "Columns\n");
    if (file &&
        csv_open_bytes("example", file, strlen(file), intake->separator, NULL, &csv, &fault)) {
        for (size_t i = 0; i < csv_columns(csv); i++)
            say_column(saying, csv_column(csv, i));
        csv_close(csv);
        return;
    }
    for (size_t i = 0; i < intake->column_count; i++)
        say_column(saying, intake->columns[i]);
}

static void say_records(struct saying *saying)
{
    for (size_t i = 0; i < saying->intake->count; i++) {
        const struct gives *gives = &saying->intake->gives[i];
        text_format(saying->out, "%s %s", i ? "and" : "Each row gives",
                    gives->kind == ENTRY_PERSON     ? "a row about a person"
                    : gives->kind == ENTRY_EVENT    ? "an event"
                    : entry_is_answers(gives->kind) ? "answers to "
                                                    : "a ");
        text_put(saying->out, entry_is_answers(gives->kind) ? gives->instrument->id
                              : gives->kind >= ENTRY_ROWS   ? entry_kind_word(gives->kind)
                                                            : "");
        for (size_t k = 0; k < gives->set_count; k++)
            text_format(saying->out, "%s%s=%s", k ? " " : ", always with ",
                        field_or_item(gives, gives->sets[k].field, gives->sets[k].item),
                        gives->sets[k].text);
        text_put(saying->out, i + 1 < saying->intake->count ? "\n" : ".\n");
    }
}

static void say_no_answers(struct saying *saying)
{
    const struct intake *intake = saying->intake;
    for (size_t i = 0; i < intake->no_answer_count; i++)
        text_format(saying->out, "A cell that reads %s is %s.\n", intake->no_answers[i].cell,
                    no_answer_word[intake->no_answers[i].kind]);
}

static const char said_of_file[] = "title version examples source mislead gives no_answer licence";

void intake_describe(const struct intake *intake, struct text *out)
{
    const struct plugin *plugin = intake->plugin;
    struct saying saying = {intake, out};
    const char *source = value_as_text(value_get(plugin->table, "source"));
    const char *mislead = value_as_text(value_get(plugin->table, "mislead"));
    text_format(out, "%s (%s, version %s)\n", value_as_text(value_get(plugin->table, "title")),
                plugin->id, value_as_text(value_get(plugin->table, "version")));
    if (source)
        text_format(out, "Source: %s.\n", source);
    fields_say_rest(plugin->table, &intake_fields, said_of_file, "", out);
    say_records(&saying);
    say_no_answers(&saying);
    say_columns(&saying);
    if (mislead)
        text_format(out, "How it may mislead: %s\n", mislead);
}
