/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of somebody's file to entries, as an intake says. */
#include <string.h>

#include "intake/gives.h"

/* How each kind of no answer is written for an item. */
static const char *const no_answer_text[NO_ANSWER_KINDS] = {NULL, "d", "u", "n", "x", "w"};

struct mapping {
    const struct intake *intake;
    const size_t *at;
    const struct csv_row *row;
    struct arena *arena;
    const struct gives *gives;
    const char *form; /* of answers that name none; NULL: none */
    struct entry *entry;
    struct why *why;
    bool leave_out;
};

static const char *cell_of(const struct mapping *mapping, size_t column)
{
    const char *cell = mapping->row->cells[mapping->at[column]];
    return cell && *cell ? cell : NULL;
}

static struct entry_cell *cell_at(const struct mapping *mapping, int field, int item)
{
    return item == NO_FIELD ? &mapping->entry->cells[field] : &mapping->entry->items[item];
}

static bool aside(const struct mapping *mapping, const char *what, const char *remedy)
{
    mapping->why->what = what;
    mapping->why->remedy = remedy;
    return false;
}

/* --- one rule -------------------------------------------------------------------------------- */

/* The text of a rule's columns, or NULL; `*column` is the one to name. Of a date a missing time is
 * no time; of anything else a missing part leaves nothing that could be told apart. */
static const char *joined(const struct mapping *mapping, const struct rule *rule,
                          const char **column)
{
    const char *text = NULL;
    *column = mapping->intake->columns[rule->columns[0]];
    for (size_t i = 0; i < rule->count; i++) {
        const char *cell = cell_of(mapping, rule->columns[i]);
        if (!cell && (rule->as != AS_DATE || i == 0)) {
            *column = mapping->intake->columns[rule->columns[i]];
            return NULL;
        }
        if (cell)
            text = text ? arena_format(mapping->arena, "%s%s%s", text, rule->between, cell) : cell;
    }
    return text;
}

static const struct given_no_answer *no_answer_of(const struct intake *intake, const char *cell)
{
    for (size_t i = 0; i < intake->no_answer_count; i++)
        if (strcmp(intake->no_answers[i].cell, cell) == 0)
            return &intake->no_answers[i];
    return NULL;
}

/* May this field say which kind of no answer it is? Self-described ones and ratings may. */
static bool keeps_no_answer(enum entry_kind kind, int field)
{
    return (kind == ENTRY_PERSON && entry_column(kind, field)->type == COLUMN_CODES) ||
           (kind == ENTRY_GOAL && field == GOAL_COLUMNS + GOAL_RATING);
}

/* An answer keeps which kind it is; a field that cannot is unrecorded. */
static const char *no_answer_kept(const struct mapping *mapping, const struct rule *rule,
                                  enum no_answer kind)
{
    if (rule->item != NO_FIELD)
        return no_answer_text[kind];
    return kind != MISSING && keeps_no_answer(mapping->gives->kind, rule->field)
               ? no_answer_word[kind]
               : NULL;
}

static void apply_word(struct mapping *mapping, const struct word *word, const char *column)
{
    mapping->leave_out = mapping->leave_out || word->leave_out;
    for (size_t i = 0; i < word->count; i++) {
        const struct assign *assign = &word->assigns[i];
        *cell_at(mapping, assign->field, assign->item) =
            (struct entry_cell){assign->text, column, false};
    }
}

static bool apply_words(struct mapping *mapping, const struct rule *rule, const char *text,
                        const char *column)
{
    for (size_t i = 0; i < rule->word_count; i++)
        if (strcmp(rule->words[i].cell, text) == 0) {
            apply_word(mapping, &rule->words[i], column);
            return true;
        }
    if (rule->other == OTHER_WORD)
        apply_word(mapping, &rule->other_word, column);
    if (rule->other != OTHER_ASIDE)
        return true;
    return aside(mapping,
                 arena_format(mapping->arena, "column %s: %s; %s has no word for it", column,
                              entry_quote(text, mapping->arena), mapping->intake->plugin->id),
                 "add it to `words`, or `other`");
}

/* Which field takes the time that stands beside a date; NO_FIELD: none does. */
static int time_field(const struct mapping *mapping, const struct rule *rule)
{
    const char *name = entry_field(mapping->gives->kind, rule->field);
    if (strcmp(name, "date") == 0)
        return entry_field_of(mapping->gives->kind, "time");
    return strcmp(name, "until") == 0 ? entry_field_of(mapping->gives->kind, "until_time")
                                      : NO_FIELD;
}

static bool apply_date(struct mapping *mapping, const struct rule *rule, const char *text,
                       struct entry_cell *cell)
{
    const char *date;
    int minutes, time = time_field(mapping, rule);
    if (!when_read(rule->when, text, mapping->arena, &date, &minutes))
        return aside(
            mapping,
            arena_format(mapping->arena, "column %s: %s is not a date written as %s", cell->column,
                         entry_quote(text, mapping->arena),
                         rule->as_written ? rule->as_written : "2024-12-31 or 2024-12-31T23:59"),
            NULL);
    cell->text = date;
    if (minutes >= 0 && time != NO_FIELD && !mapping->entry->cells[time].text)
        mapping->entry->cells[time] = (struct entry_cell){
            arena_format(mapping->arena, "%02d:%02d", minutes / 60, minutes % 60), cell->column,
            false};
    return true;
}

static bool apply_order(struct mapping *mapping, const char *text, struct entry_cell *cell)
{
    int64_t place;
    if (!text_whole(text, &place) || place < 1 || place > INT32_MAX)
        return aside(mapping,
                     arena_format(mapping->arena, "column %s: %s is no occasion. Write 1, 2 or 3",
                                  cell->column, entry_quote(text, mapping->arena)),
                     NULL);
    cell->text = arena_format(mapping->arena, "#%s", text);
    return true;
}

static bool apply_several(struct mapping *mapping, const struct rule *rule)
{
    struct entry_cell *cell = cell_at(mapping, rule->field, rule->item);
    const char **cells = arena_array(mapping->arena, rule->count, sizeof *cells);
    cell->column = mapping->intake->columns[rule->columns[0]];
    for (size_t i = 0; i < rule->count; i++) {
        cells[i] = cell_of(mapping, rule->columns[i]);
        const struct given_no_answer *none =
            cells[i] ? no_answer_of(mapping->intake, cells[i]) : NULL;
        if (none && rule->as == AS_CODES) {
            cell->text = no_answer_kept(mapping, rule, none->kind);
            return true;
        }
        if (none)
            cells[i] = NULL;
    }
    return several_join(mapping->intake, rule, cells, mapping->arena, &cell->text, mapping->why);
}

static bool apply_rule(struct mapping *mapping, const struct rule *rule)
{
    if (rule->as == AS_TICKS || rule->as == AS_CODES)
        return apply_several(mapping, rule);
    struct entry_cell *cell = cell_at(mapping, rule->field, rule->item);
    const char *column;
    const char *text = joined(mapping, rule, &column);
    const struct given_no_answer *none = text ? no_answer_of(mapping->intake, text) : NULL;
    cell->column = column;
    if (none)
        cell->text = no_answer_kept(mapping, rule, none->kind);
    else if (text && rule->words)
        return apply_words(mapping, rule, text, column);
    else if (text && rule->as == AS_DATE)
        return apply_date(mapping, rule, text, cell);
    else if (text && rule->as == AS_ORDER)
        return apply_order(mapping, text, cell);
    else if (text)
        cell->text = text;
    return true;
}

/* --- a record -------------------------------------------------------------------------------- */

static bool is_wanted(const struct mapping *mapping, const struct where *where)
{
    const char *cell = cell_of(mapping, where->column);
    for (size_t i = 0; cell && i < where->count; i++)
        if (strcmp(cell, where->texts[i]) == 0)
            return true;
    return false;
}

static void apply_sets(struct mapping *mapping)
{
    for (size_t i = 0; i < mapping->gives->set_count; i++) {
        const struct assign *set = &mapping->gives->sets[i];
        struct entry_cell *cell = cell_at(mapping, set->field, NO_FIELD);
        if (!cell->text)
            *cell = (struct entry_cell){set->text, "set", true};
    }
}

/* The order of the items in the edition that was filled in; NULL: the file's own. */
static const size_t *printed_order(const struct mapping *mapping)
{
    const struct instrument *instrument = mapping->gives->instrument;
    const char *forms = mapping->entry->cells[ANSWERS_FORM].text;
    if (!mapping->gives->in_order || !forms ||
        entry_check_forms(instrument, &forms, mapping->arena)) /* said when the entry is checked */
        return NULL;
    for (size_t i = 0; i < instrument->form_count; i++)
        if (instrument->forms[i].order && text_has_word(forms, instrument->forms[i].id))
            return instrument->forms[i].order;
    return NULL;
}

/* Columns in order are in the order in which the edition prints its items. */
static void undo_order(struct mapping *mapping)
{
    const size_t *order = printed_order(mapping);
    if (!order)
        return;
    size_t count = mapping->gives->instrument->item_count;
    struct entry_cell *printed = mapping->entry->items;
    mapping->entry->items = arena_array(mapping->arena, count, sizeof *printed);
    for (size_t k = 0; k < count; k++)
        mapping->entry->items[order[k]] = printed[k];
}

/* Where nobody wrote a note there is none, and the row's other records come in. */
static bool is_no_note(const struct entry *entry)
{
    return entry->kind == ENTRY_NOTE && !entry->cells[entry_field_of(ENTRY_NOTE, "words")].text;
}

/* False: the row is set aside. Sets `leave_out` when the record is none for us; what else is wrong
 * with it does not matter then. */
static bool map_record(struct mapping *mapping)
{
    const struct gives *gives = mapping->gives;
    mapping->leave_out = false;
    for (size_t i = 0; i < gives->where_count; i++)
        if (!is_wanted(mapping, &gives->wheres[i])) {
            mapping->leave_out = true;
            return true;
        }
    mapping->entry = entry_new(gives->kind, gives->instrument, mapping->row->line, mapping->arena);
    struct why first = {0};
    for (size_t i = 0; i < gives->rule_count; i++)
        if (!apply_rule(mapping, &gives->rules[i]) && !first.what)
            first = *mapping->why;
    mapping->leave_out = mapping->leave_out || is_no_note(mapping->entry);
    *mapping->why = mapping->leave_out ? (struct why){0} : first;
    apply_sets(mapping);
    entry_default_form(mapping->entry, mapping->form);
    undo_order(mapping);
    return mapping->why->what == NULL;
}

static void map_all(const struct intake *intake, const size_t *at, const struct csv_row *row,
                    struct arena *arena, struct mapped *mapped)
{
    struct mapping mapping = {.intake = intake,
                              .at = at,
                              .row = row,
                              .arena = arena,
                              .form = mapped->form,
                              .why = &mapped->why};
    mapped->entries = arena_array(arena, intake->count, sizeof *mapped->entries);
    for (size_t i = 0; i < intake->count; i++) {
        mapping.gives = &intake->gives[i];
        if (!map_record(&mapping))
            return;
        if (!mapping.leave_out)
            mapped->entries[mapped->count++] = mapping.entry;
    }
}

/* --- the rows of a file ---------------------------------------------------------------------- */

struct intake_self {
    const struct intake *intake;
    size_t *at;
};

static bool find_column(const struct csv *csv, const char *name, size_t *at)
{
    for (*at = 0; *at < csv_columns(csv); ++*at)
        if (strcmp(csv_column(csv, *at), name) == 0)
            return true;
    return false;
}

bool intake_fits(const struct intake *intake, const struct csv *csv)
{
    size_t at;
    for (size_t i = 0; i < intake->column_count; i++)
        if (!find_column(csv, intake->columns[i], &at))
            return false;
    return true;
}

static const char *nearest_column(const struct csv *csv, const char *name, struct arena *arena)
{
    const char **names = arena_array(arena, csv_columns(csv), sizeof *names);
    for (size_t i = 0; i < csv_columns(csv); i++)
        names[i] = csv_column(csv, i);
    return text_nearest(name, names, csv_columns(csv));
}

static void map_row(const void *self, const struct csv_row *row, struct arena *arena,
                    struct mapped *mapped)
{
    const struct intake_self *of = self;
    map_all(of->intake, of->at, row, arena, mapped);
}

bool intake_rows(const struct intake *intake, const struct csv *csv, const char *path,
                 struct arena *arena, struct rows *rows, struct fault *fault)
{
    struct intake_self *self = arena_take(arena, sizeof *self);
    *self = (struct intake_self){intake, arena_array(arena, intake->column_count, sizeof(size_t))};
    for (size_t i = 0; i < intake->column_count; i++) {
        if (find_column(csv, intake->columns[i], &self->at[i]))
            continue;
        const char *near = nearest_column(csv, intake->columns[i], arena);
        return fault_set(
            fault, FAULT_DATA,
            "%s:%lld: there is no column %s, which %s reads%s%s. Is it the right file?", path,
            (long long)csv_header_line(csv), intake->columns[i], intake->plugin->id,
            near ? "; there is " : "", near ? near : "");
    }
    *rows = (struct rows){.kind = intake->plugin->id,
                          .instruments = intake->instruments,
                          .self = self,
                          .map = map_row,
                          .strip_last = header_added_reason(csv, path, true)};
    return true;
}
