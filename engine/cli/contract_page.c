/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plugins/README.md: every field of every kind of plugin, in the words of the tables that check. */
#include <string.h>

#include "cli/contract.h"
#include "ground/words.h"

static const char top[] =
    "# What a plugin file may say\n\n"
    "A plugin is one Lua file that returns one table. It is run once, with no person's data near "
    "it; an unknown field is\n"
    "refused by name. These tables are the ones that check the files: a test keeps this page equal "
    "to them, and\n"
    "[contract.lua](contract.lua), which gives them to editors. Fields marked *later* are known, "
    "and refused until this\n"
    "version follows them. Begin with `alongside new instrument ID` (or `indicator`, `intake`, "
    "`report`);\n"
    "`alongside explain WORD` says any row of this page. No text may hold a control character; "
    "line breaks and tabs\n"
    "stand only in `examples`.\n";

static const char *const kind_headings[][2] = {{"instrument", "An instrument"},
                                               {"indicator", "An indicator"},
                                               {"intake", "An intake"},
                                               {"report", "A report"}};

static void put_heading(const struct contract_set *set, struct text *out)
{
    text_put(out, "\n");
    for (size_t i = 0; !set->field && i < sizeof kind_headings / sizeof *kind_headings; i++)
        if (strcmp(kind_headings[i][0], set->name) == 0)
            text_format(out, "## %s\n", kind_headings[i][1]);
    if (set->field && strcmp(set->set->of, "a cell") == 0)
        text_put(out, "### In a cell of `gives`\n");
    else if (set->field) {
        text_put(out, "### In ");
        contract_put_holders(set, out);
        text_put(out, "\n");
    }
    text_put(out, "\n| field | is | | meaning | where absent | refused when |\n"
                  "|---|---|---|---|---|---|\n");
}

static bool reads_the_same(const struct contract_set *set, const struct field *a,
                           const struct field *b)
{
    return b->name && a->type == b->type && a->flags == b->flags &&
           strcmp(a->meaning, b->meaning) == 0 && !field_note(set, a) && !field_note(set, b);
}

/* Fields that read the same stand in one row. Gives the last one that was written. */
static const struct field *put_fields(const struct contract_set *set, const struct field *field,
                                      struct text *out)
{
    const struct field_note *note = field_note(set, field);
    const char *flag = field->flags & FIELD_NEEDED  ? "needed"
                       : field->flags & FIELD_LATER ? "*later*"
                                                    : "";
    text_format(out, "| `%s`", field->name);
    for (; reads_the_same(set, field, field + 1); field++)
        text_format(out, " `%s`", field[1].name);
    text_format(out, " | %s | %s | %s | %s | %s |\n", field_type_word(field->type), flag,
                field->meaning, note && note->otherwise ? note->otherwise : "",
                note && note->refused ? note->refused : "");
    return field;
}

static const char intakes[] =
    "\n## What an intake gives\n\n"
    "A record is `{ KIND, FIELD = CELL, … }`. KIND is `person`, `event`, `goal`, `note`, "
    "`consent`, "
    "`service`, or `answers` and\nthe instrument. FIELD is a column of our own files. Besides: "
    "`set = { FIELD = constant }`, `where = { COLUMN = words }`\n(only such rows), and of answers "
    "`items`: columns in the order of the instrument, or of the form in `form`, or\n"
    "`{ ITEM = CELL }`. Of boxes, `{ \"box_1..box_5\", as = \"ticks\" }`, the code is the number "
    "at "
    "the end of the column's name,\nelse the name; `1` and `Checked` are ticked.\n\n"
    "A person's own words are kept as they are given, and only in columns made for them: `called`, "
    "`need_words`, `words`,\nand items answered in words. A `note` without words is no record; the "
    "row's other "
    "records come in.\n\n"
    "An example says each record as a line, with what it is about in front and fields in any "
    "order; "
    "what `set` gives is left\nout, and a value with a space stands in quotes, where `\\\"` and "
    "`\\n` "
    "are a quote and a line break:\n\n"
    "    C17 2024-03-01T09:05 contact service=\"Housing team\" outcome=nothing_changed\n"
    "    C17 2024-03-31 swemwbs mode=self : 3 3 3 - 3 3 3\n"
    "    C17 2024-03-31 goal goal=home rating=7 words=\"a place of my own\"\n"
    "    C17 2024-03-31 note words=\"I walked to the sea\"\n"
    "    C17 2024-03-31 consent purpose=learning given=yes\n"
    "    C17 2024-03-31 person area=Saltmere\n"
    "    \"Housing Options\" service type=council\n"
    "    left out\n"
    "    set aside\n";

static const char open_form[] =
    "\n## What `find` of an indicator may ask\n\n"
    "`find = function(timeline, found, settings) … end` stands in place of `at`; `reads` names the "
    "only kinds of event that it sees. PATTERN and LOOK are written as in `at` and `after` (a text "
    "of kinds alone is a PATTERN too), or are a list of them: any of them. Every question is "
    "answered yes only when that is sure. A turn of a loop is one anchor and closed when the next "
    "begins; where nothing is found in it and something could not be decided, its answer is "
    "`cannot "
    "tell`. Where a date was not exact, what is found is possible only and not counted. Outside "
    "every turn what could not be decided holds for all.\n\n"
    "An event `e` has its fields: texts (`e.service`), numbers (`e.stated_days`), lists where "
    "there "
    "may be several (`e.worker`), `kind`, `day`, `last_day`, `end_day` (whole days since 1970); "
    "what "
    "is not recorded, or recorded as `unknown`, is nil. People's words, names, references and "
    "links "
    "are not there; join with `same = \"thread\"`.\n\n"
    "`settings.window` is the setting of that name as the file or a report gives it, a number or "
    "a "
    "name. One that the file does not declare is refused, and none can be changed or gone "
    "through.\n\n"
    "`found { events = { … }, value =, unit =, class = }` is one finding at the anchor in hand: "
    "the "
    "events it rests on in order of time, at most one number with its unit, a class. Unit and "
    "class "
    "must stand in the file as texts. The first and the last event cited are `at` and `after` of "
    "`tell`. A finding in a group has the date of its first event, another that of its anchor.\n\n"
    "| call | gives | |\n|---|---|---|\n";

static void put_timeline(struct text *out)
{
    text_put(out, open_form);
    for (const struct lua_function *call = timeline_calls; call->name; call++)
        text_format(out, "| `timeline:%s(%s)` | %s | %s |\n", call->name, call->arguments,
                    call->gives, call->meaning);
}

static void put_kinds(struct text *out)
{
    text_put(out, "\n## Kinds of event\n\nClosed; `kind/subtype` narrows one, and subtypes are "
                  "open.\n\n");
    for (size_t i = 0; i < event_kind_count; i++)
        text_format(out, "%s`%s`", i ? ", " : "", event_kind[i]);
    text_put(out, "\n");
}

static void put_columns(const char *heading, const struct column *columns, size_t count,
                        struct text *out)
{
    bool of_events = columns == event_column;
    text_format(out, "\n## %s\n\n| column | takes |%s\n|---|---|%s\n", heading,
                of_events ? " means |" : "", of_events ? "---|" : "");
    for (size_t i = 0; i < count; i++) {
        text_format(out, "| `%s` | ", columns[i].name);
        column_takes_words(&columns[i], out);
        if (of_events)
            text_format(out, " | %s", column_meaning(columns[i].name));
        text_put(out, " |\n");
    }
}

/* The columns behind `person`, or all, and those that may not be empty. */
static void put_row_columns(const struct row_columns *row, struct text *out)
{
    struct text heading = {0};
    text_format(&heading, "Columns of a file of %s%s", row->file,
                row->of_person ? ", behind person" : "");
    put_columns(heading.bytes, row->columns, row->count, out);
    text_format(out, "\nNeeded:");
    const char *at = row->needed, *word;
    size_t length;
    while (text_word(&at, &word, &length))
        text_format(out, " `%.*s`", (int)length, word);
    text_put(out, "\n");
    text_free(&heading);
}

void contract_write_page(struct text *out)
{
    size_t count;
    const struct contract_set *sets = contract_sets(&count);
    text_put(out, top);
    for (size_t i = 0; i < count; i++) {
        put_heading(&sets[i], out);
        for (const struct field *field = sets[i].set->fields; field->name; field++)
            field = put_fields(&sets[i], field, out);
    }
    put_timeline(out);
    text_put(out, intakes);
    put_kinds(out);
    put_columns("Columns of a file of events, behind person, date, kind and id", event_column,
                EVENT_COLUMN_COUNT, out);
    put_columns("Columns of a file of people, behind person, area and date", person_column,
                person_column_count, out);
    for (int kind = 0; kind < ROW_KINDS; kind++)
        put_row_columns(&row_columns[kind], out);
}
