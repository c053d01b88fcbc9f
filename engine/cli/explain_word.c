/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A word of the contract: a field, a table of fields, a kind of event, a column, a code, a function
 * of Lua. A word may be several of these; all are said. */
#include <stdio.h>
#include <string.h>

#include "cli/contract.h"
#include "cli/explain.h"

/* --- fields ---------------------------------------------------------------------------------- */

static bool is_condition(const struct field *field)
{
    return text_starts(field->meaning, "a condition:");
}

/* A condition is one on an event, whichever table it stands in. */
static const char *said_of(const struct contract_set *set, const struct field *field)
{
    return is_condition(field) ? "an event" : set->of;
}

static void put_where(const struct contract_set *set, const struct field *field, struct text *out)
{
    size_t count;
    const struct contract_set *sets = contract_sets(&count);
    text_format(out, "a field of %s", said_of(set, field));
    for (size_t i = 0; set->field && i < count; i++)
        if (strcmp(sets[i].name, set->kind) == 0) {
            text_put(out, ", in ");
            contract_put_holders(set, out);
            text_format(out, " of %s", sets[i].of);
        }
}

static void put_field(const struct contract_set *set, const struct field *field, struct text *out)
{
    const struct field_note *note = field_note(set, field);
    text_format(out, "`%s`, ", field->name);
    put_where(set, field, out);
    text_format(out, "\n  is        %s\n  means     %s\n", field_type_word(field->type),
                field->meaning);
    text_format(out, "  needed    %s%s\n",
                field->flags & FIELD_NEEDED ? "yes"
                : note && note->otherwise   ? "no; where it is absent: "
                                            : "no",
                note && note->otherwise ? note->otherwise : "");
    if (note && note->refused)
        text_format(out, "  refused   when %s\n", note->refused);
    if (field->flags & FIELD_LATER)
        text_put(out, "  later     in the contract; refused until this version follows it\n");
}

/* The fields of a table, one a line, those that are conditions on a column together. */
static void put_names(const struct contract_set *set, struct text *out)
{
    text_format(out, "In the table of %s:\n", set->of);
    size_t conditions = 0;
    for (const struct field *field = set->set->fields; field->name; field++)
        if (is_condition(field))
            conditions++;
        else
            text_format(out, "  %-12s %s%s%s\n", field->name,
                        field->flags & FIELD_NEEDED ? "needed: " : "", field->meaning,
                        field->flags & FIELD_LATER ? " (later)" : "");
    if (conditions)
        text_put(out, "  any column of an event, with a condition: \"a b\", \"not a b\", "
                      "\"any\", \"none\"\n");
}

static bool same_rows(const struct contract_set *a, const struct field *x,
                      const struct contract_set *b, const struct field *y)
{
    return strcmp(x->meaning, y->meaning) == 0 && strcmp(said_of(a, x), said_of(b, y)) == 0 &&
           !field_note(a, x) && !field_note(b, y);
}

/* Was the very same said of an earlier table? A column is a condition in several. */
static bool said_before(const struct contract_set *sets, size_t at, const struct field *field)
{
    for (size_t i = 0; i < at; i++)
        for (const struct field *other = sets[i].set->fields; other->name; other++)
            if (strcmp(other->name, field->name) == 0 &&
                same_rows(&sets[i], other, &sets[at], field))
                return true;
    return false;
}

static const struct contract_set *own_table(const struct contract_set *sets, size_t count,
                                            const struct field *field)
{
    for (size_t i = 0; field->sub && i < count; i++)
        if (sets[i].set == field->sub)
            return &sets[i];
    return NULL;
}

/* The tables that fields of this name hold, each once. */
static void put_tables(const char *word, const struct contract_set *sets, size_t count,
                       struct text *out)
{
    const struct contract_set *last = NULL;
    for (size_t i = 0; i < count; i++)
        for (const struct field *field = sets[i].set->fields; field->name; field++) {
            const struct contract_set *own = own_table(sets, count, field);
            if (own && own != last && strcmp(field->name, word) == 0)
                put_names(last = own, out);
        }
}

static bool say_fields(const char *word, struct text *out)
{
    size_t count, before = out->length;
    const struct contract_set *sets = contract_sets(&count);
    for (size_t i = 0; i < count; i++)
        for (const struct field *field = sets[i].set->fields; field->name; field++)
            if (strcmp(field->name, word) == 0 && !said_before(sets, i, field))
                put_field(&sets[i], field, out);
    put_tables(word, sets, count, out);
    return out->length > before;
}

/* `instrument`, `indicator`: what the whole file may hold. */
static bool say_kind(const char *word, struct text *out)
{
    size_t count, before = out->length;
    const struct contract_set *sets = contract_sets(&count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(sets[i].name, word) == 0) {
            put_names(&sets[i], out);
        }
    return out->length > before;
}

/* --- columns and codes ----------------------------------------------------------------------- */

static bool say_columns(const char *word, const struct column *columns, size_t count,
                        const char *file, struct text *out)
{
    size_t before = out->length;
    for (size_t i = 0; i < count; i++)
        if (strcmp(columns[i].name, word) == 0) {
            text_format(out, "`%s`, a column of a file of %s\n  takes     ", word, file);
            column_takes_words(&columns[i], out);
            text_put(out, "\n");
            if (columns == event_column)
                text_format(out, "  means     %s\n", column_meaning(word));
        } else if (columns[i].codes && text_has_word(columns[i].codes, word))
            text_format(out, "`%s`, a code of the column `%s` of a file of %s\n", word,
                        columns[i].name, file);
    return out->length > before;
}

static bool say_kind_of_event(const char *word, struct text *out)
{
    if (!event_kind_is(word))
        return false;
    text_format(out, "`%s`, a kind of event\n  narrowed  as `%s/subtype`; subtypes are open\n",
                word, word);
    return true;
}

static bool say_who_and_how(const char *word, struct text *out)
{
    size_t before = out->length;
    if (text_has_word(raters, word))
        text_format(out, "`%s`, one who may answer, in `raters` and the column `by`\n", word);
    if (text_has_word(modes, word))
        text_format(out, "`%s`, a way of being asked, in the column `mode`\n", word);
    return out->length > before;
}

/* --- words and functions --------------------------------------------------------------------- */

/* A token of one letter is the word it stands for. */
static const char *word_of(const char *word)
{
    for (size_t i = 0; i < NO_ANSWER_KINDS; i++)
        if (word[0] == no_answer_token[i] && !word[1])
            return no_answer_word[i];
    return word;
}

static bool say_words(const char *word, struct text *out)
{
    size_t before = out->length;
    const char *whole = word_of(word);
    for (const struct contract_word *w = contract_words; w->word; w++)
        if (strcmp(w->word, whole) == 0)
            text_format(out, "`%s`, %s\n  means     %s\n", word, w->is, w->meaning);
    return out->length > before;
}

static void put_function(const struct lua_function *function, struct text *out)
{
    char name[40];
    snprintf(name, sizeof name, "%s%s%s", function->library, *function->library ? "." : "",
             function->name);
    text_format(out, "  %-16s %s\n", name, function->meaning);
}

static bool say_lua(const char *word, struct text *out)
{
    bool all = strcmp(word, "lua") == 0;
    size_t before = out->length;
    if (all)
        text_put(out, "What Lua may use in a plugin, when it is loaded and when it is called:\n");
    for (const struct lua_function *function = lua_functions; function->name; function++)
        if (all || strcmp(function->library, word) == 0)
            put_function(function, out);
        else if (strcmp(function->name, word) == 0)
            text_format(out, "`%s%s%s(%s)`, a function of Lua\n  means     %s\n", function->library,
                        *function->library ? "." : "", word, function->arguments,
                        function->meaning);
    if (all)
        text_put(out,
                 "and math.pi, math.huge, math.maxinteger, math.mininteger.\n"
                 "No files, clock, random numbers, patterns, coroutines, metatables, pcall or "
                 "load. A call has 5 million\n"
                 "steps and 32 MiB; each person has a fresh state. A global may not be set.\n");
    return out->length > before;
}

/* All of them by `timeline`, one by its name. */
static bool say_timeline(const char *word, struct text *out)
{
    bool all = strcmp(word, "timeline") == 0;
    size_t before = out->length;
    if (all)
        text_put(out, "What `find` of an indicator may ask. Every question is answered yes only "
                      "when that is sure;\nwhat could not be decided makes an anchor at which "
                      "nothing is found `cannot tell`:\n");
    for (const struct lua_function *call = timeline_calls; call->name; call++)
        if (all || strcmp(call->name, word) == 0)
            text_format(out, "  timeline:%s(%s)\n      gives %s: %s\n", call->name, call->arguments,
                        call->gives, call->meaning);
    if (all)
        text_put(out, "  found { events = { … }, value =, unit =, class = }\n      one finding at "
                      "this anchor: the events it rests on in order of time, at most one number "
                      "with its unit, a class;\n      unit and class must stand in the file as "
                      "texts\n");
    return out->length > before;
}

bool explain_word(const char *word, struct text *out)
{
    bool said = say_kind(word, out);
    said |= say_words(word, out);
    said |= say_fields(word, out);
    said |= say_columns(word, event_column, EVENT_COLUMN_COUNT, "events", out);
    said |= say_columns(word, person_column, person_column_count, "people", out);
    for (size_t i = 0; i < ROW_KINDS; i++)
        said |= say_columns(word, row_columns[i].columns, row_columns[i].count, row_columns[i].file,
                            out);
    said |= say_kind_of_event(word, out);
    said |= say_who_and_how(word, out);
    said |= say_lua(word, out);
    said |= say_timeline(word, out);
    return said;
}

/* --- the nearest ----------------------------------------------------------------------------- */

struct names {
    struct arena *arena;
    const char **of;
    size_t count, room;
};

static void add_name(struct names *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->of[i], name) == 0)
            return;
    names->of = arena_grow(names->arena, names->of, names->count, &names->room, sizeof *names->of);
    names->of[names->count++] = name;
}

static void add_all(struct names *names)
{
    size_t count;
    const struct contract_set *sets = contract_sets(&count);
    for (size_t i = 0; i < count; i++)
        for (const struct field *field = sets[i].set->fields; field->name; field++)
            add_name(names, field->name);
    for (const struct contract_word *w = contract_words; w->word; w++)
        add_name(names, w->word);
    for (size_t i = 0; i < event_kind_count; i++)
        add_name(names, event_kind[i]);
    for (size_t i = 0; i < person_column_count; i++)
        add_name(names, person_column[i].name);
    for (size_t i = 0; i < ROW_KINDS; i++)
        for (size_t k = 0; k < row_columns[i].count; k++)
            add_name(names, row_columns[i].columns[k].name);
    for (const struct lua_function *function = lua_functions; function->name; function++)
        add_name(names, function->name);
    for (const struct lua_function *call = timeline_calls; call->name; call++)
        add_name(names, call->name);
    add_name(names, "timeline");
    add_name(names, "lua");
}

static void add_codes(struct names *names, struct shelf *shelf)
{
    const char **lists, **codes;
    size_t list_count, count;
    shelf_code_lists(shelf, names->arena, &lists, &list_count);
    for (size_t i = 0; i < list_count; i++) {
        shelf_codes(shelf, lists[i], names->arena, &codes, &count);
        for (size_t k = 0; k < count; k++)
            add_name(names, codes[k]);
    }
}

const char *explain_nearest(const char *word, struct shelf *shelf, struct arena *arena)
{
    struct names names = {.arena = arena};
    const char *found = "";
    add_all(&names);
    add_codes(&names, shelf);
    for (size_t i = 0; i < shelf->plugin_count; i++)
        add_name(&names, shelf->plugins[i]->id);
    for (int i = 0; i < 3; i++) {
        const char *near = text_nearest(word, names.of, names.count);
        if (!near)
            break;
        found = arena_format(arena, "%s%s`%s`", found, *found ? ", " : "", near);
        for (size_t k = 0; k < names.count; k++)
            if (names.of[k] == near)
                names.of[k] = names.of[--names.count];
    }
    return found;
}
