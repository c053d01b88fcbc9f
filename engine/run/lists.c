/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An organisation's own lists of codes: which it may have, and what may stand in them. Pages and an
 * area's report call needs and groups as they say, so they name no worker, no grade and no rank. */
#include <string.h>
#include <unistd.h>

#include "csv/csv.h"
#include "ground/refused.h"
#include "plugin/fields.h"
#include "run/shelf.h"

enum cell { CODE, LABEL, SINCE, CELLS };
static const char *const names[CELLS] = {"code", "label", "since"};

/* Lists that take any code word. What people say of themselves is open too where we have no list
 * of it; every other means the same everywhere. */
static const char *const open_lists[] = {"subtype", "need",       "service_type", "onward",
                                         "ring",    "respondent", "access_mode"};
enum { OPEN_LISTS = sizeof open_lists / sizeof *open_lists };

struct list {
    const char *path, *id;
    struct csv *csv;
    struct shelf ours;   /* without theirs */
    struct value codes;  /* met in this file, each with its label */
    struct value labels; /* each with its code */
    struct faults *faults;
};

/* --- which ------------------------------------------------------------------------------------ */

static bool is_open(const char *id)
{
    for (size_t i = 0; i < OPEN_LISTS; i++)
        if (strcmp(open_lists[i], id) == 0)
            return true;
    return false;
}

static bool is_said_of_oneself(const char *id)
{
    for (size_t i = 0; i < person_column_count; i++)
        if (strcmp(person_column[i].name, id) == 0)
            return person_column[i].type == COLUMN_CODES && !person_column[i].codes;
    return false;
}

static bool say_closed(const struct list *list)
{
    faults_add(
        list->faults,
        "%s: the list `%s` is closed: its codes mean the same everywhere, and are called the "
        "same. Take this file out; lists of your own are need, subtype, service_type, onward, "
        "ring, respondent and access_mode",
        list->path, list->id);
    return false;
}

static bool say_unknown(const struct list *list)
{
    const char *why = refused_why(list->id), *near = text_nearest(list->id, open_lists, OPEN_LISTS);
    struct text says = {0};
    text_format(&says, "%s: `%s` is no list of codes.", list->path, list->id);
    if (why)
        text_format(&says, " %s.", why);
    if (near)
        text_format(&says, " Did you mean `%s`?", near);
    faults_add(list->faults, "%s Take this file out%s", says.bytes,
               near ? ", or give it that name" : "");
    text_free(&says);
    return false;
}

static bool may_be_theirs(const struct shelf *shelf, const struct list *list)
{
    const char *ours = arena_format(shelf->arena, "%s/plugins/codes/%s.csv", shelf->home, list->id);
    bool have = access(ours, F_OK) == 0;
    if (is_open(list->id) || (!have && is_said_of_oneself(list->id)))
        return true;
    return have ? say_closed(list) : say_unknown(list);
}

/* --- what stands in it ------------------------------------------------------------------------ */

static bool has_header(const struct list *list)
{
    size_t count = csv_columns(list->csv);
    bool fine = count >= SINCE && count <= CELLS;
    for (size_t i = 0; fine && i < count; i++)
        fine = strcmp(csv_column(list->csv, i), names[i]) == 0;
    if (!fine)
        faults_add(list->faults,
                   "%s:%lld: the first line of a list of codes is code,label and then, where you "
                   "need it, since. Write it so",
                   list->path, (long long)csv_header_line(list->csv));
    return fine;
}

/* NULL, or why people are not told apart by that, and what to do. */
static const char *wrong_name(const char *name, struct arena *arena)
{
    static const char remedy[] = "Write what it is about, or take the line out";
    const char *why = refused_name_why(name), *of = fields_said(name);
    if (why)
        return arena_format(arena, ": \"%s\" cannot stand in a list of codes. %s. %s", name, why,
                            remedy);
    return of ? arena_format(arena,
                             ": \"%s\" cannot stand in a list of codes. It says \"%s\" of "
                             "people. %s",
                             name, of, remedy)
              : NULL;
}

/* NULL, or what is wrong with a cell and what to do. Where people went on to may be any key. */
static const char *wrong_cell(const struct list *list, enum cell column, const char *cell,
                              struct arena *arena)
{
    if (!cell || !*cell)
        return " is empty. Write it, or take the line out";
    if (column == CODE && !text_is_code(cell) && strcmp(list->id, "onward") != 0)
        return arena_format(arena,
                            ": \"%s\" is no code. Write letters without accents, digits and _, "
                            "beginning with a letter, at most 60",
                            cell);
    return wrong_name(cell, arena);
}

/* Who copies our list to add to it changes nothing of it. */
static bool is_ours(struct list *list, const struct csv_row *row)
{
    const char *code = row->wrong ? NULL : row->cells[CODE];
    const char *label = code ? shelf_code(&list->ours, list->id, code) : NULL;
    return label && row->cells[LABEL] && strcmp(label, row->cells[LABEL]) == 0;
}

/* Pages write a name with a capital where it begins a line. */
static const char *small(struct arena *arena, const char *name)
{
    char *text = arena_text(arena, name);
    for (char *c = text; *c; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c - 'A' + 'a');
    return text;
}

/* NULL, or how a line calls by another's name, or by another name, what is called already: pages
 * would say the one and mean the other. */
static const char *renames(struct list *list, const char *code, const char *label,
                           struct arena *arena)
{
    const char *ours = shelf_code(&list->ours, list->id, code);
    const char *other = value_as_text(value_get(list->labels, small(arena, label)));
    if (ours)
        return arena_format(arena,
                            " code: `%s` is called \"%s\" in every list. Take the line out, or "
                            "give it a code of its own",
                            code, ours);
    if (!value_is(value_get(list->codes, code), VALUE_NIL))
        return arena_format(arena, " code: `%s` stood in this file before. Keep one of the lines",
                            code);
    return other ? arena_format(arena,
                                " label: \"%s\" is what `%s` is called. Two codes need two names",
                                label, other)
                 : NULL;
}

static const char *wrong_since(const struct csv_row *row, struct arena *arena)
{
    struct days since;
    const char *cell = row->count > SINCE ? row->cells[SINCE] : NULL;
    return !cell || !*cell || days_read(cell, &since)
               ? NULL
               : arena_format(arena, " since: \"%s\" is no date. Write 2024, 2024-03 or 2024-03-31",
                              cell);
}

/* What the line says stands from here on. */
static void check_names(struct list *list, const struct csv_row *row, struct arena *arena)
{
    const char *code = row->cells[CODE], *label = row->cells[LABEL];
    const char *wrong[] = {renames(list, code, label, arena), wrong_since(row, arena)};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (wrong[i])
            faults_add(list->faults, "%s:%lld: column%s", list->path, (long long)row->line,
                       wrong[i]);
    value_set_text(arena, list->codes, code, label);
    value_set_text(arena, list->labels, small(arena, label), code);
}

static void check_row(struct list *list, const struct csv_row *row, struct arena *arena)
{
    long long line = (long long)row->line;
    size_t before = list->faults->count;
    if (is_ours(list, row))
        return;
    if (row->wrong) {
        faults_add(list->faults, "%s:%lld: %s", list->path, line, row->wrong);
        return;
    }
    for (enum cell c = CODE; c <= LABEL; c++) {
        const char *wrong = wrong_cell(list, c, row->cells[c], arena);
        if (wrong)
            faults_add(list->faults, "%s:%lld: column %s%s", list->path, line, names[c], wrong);
    }
    if (list->faults->count == before)
        check_names(list, row, arena);
}

/* Labels of ours that no line may take for another code. */
static void know_ours(struct list *list, struct arena *arena)
{
    const char **codes;
    size_t count;
    list->codes = value_table(arena);
    list->labels = value_table(arena);
    shelf_codes(&list->ours, list->id, arena, &codes, &count);
    for (size_t i = 0; i < count; i++)
        value_set_text(arena, list->labels,
                       small(arena, shelf_code(&list->ours, list->id, codes[i])), codes[i]);
}

static void check_rows(struct list *list, size_t *codes)
{
    struct csv_row row;
    struct fault fault;
    bool more = true, read;
    while ((read = csv_next(list->csv, &row, &more, &fault)) && more) {
        check_row(list, &row, list->ours.arena);
        ++*codes;
    }
    if (!read)
        faults_add(list->faults, "%s", fault.text);
}

bool shelf_check_list(const struct shelf *shelf, const char *path, size_t *codes,
                      struct faults *faults)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    struct list list = {.path = path,
                        .id = arena_copy(shelf->arena, name, strlen(name) - strlen(".csv")),
                        .ours = {.home = shelf->home, .arena = shelf->arena},
                        .faults = faults};
    struct fault fault;
    size_t before = faults->count;
    *codes = 0;
    if (!may_be_theirs(shelf, &list))
        return false;
    if (!text_is_file(path, &fault) || !csv_open(path, ',', NULL, &list.csv, &fault))
        faults_add(faults, "%s", fault.text);
    else if (has_header(&list)) {
        know_ours(&list, shelf->arena);
        check_rows(&list, codes);
    }
    csv_close(list.csv);
    return faults->count == before;
}

bool shelf_lists_stand(const struct shelf *shelf, struct fault *fault)
{
    for (size_t i = 0; i < shelf->broken_count; i++)
        if (text_ends(shelf->broken[i].path, ".csv"))
            return fault_set(fault, FAULT_DATA, "%s", shelf->broken[i].faults.said[0]);
    return true;
}
