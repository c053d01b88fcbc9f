/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What codes are called: the lists in `plugins/codes/`, an organisation's own behind ours. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "csv/csv.h"
#include "run/shelf.h"
#include "vault/vault.h"

/* --- looking up ------------------------------------------------------------------------------- */

static void add_code(struct shelf *shelf, const char *column, const char *code, const char *label)
{
    struct value places = value_get(shelf->places, column);
    if (value_is(value_get(places, code), VALUE_NIL))
        value_set(shelf->arena, places, code, value_whole((int64_t)places.table->entry_count));
    value_set_text(shelf->arena, value_get(shelf->codes, column), code, label);
}

/* Reads `plugins/codes/COLUMN.csv` of one folder; a list that is not there has no labels. */
static void read_codes(struct shelf *shelf, const char *folder, const char *column)
{
    struct csv *csv;
    struct csv_row row;
    struct fault fault;
    bool more = true;
    const char *path = arena_format(shelf->arena, "%s/plugins/codes/%s.csv", folder, column);
    if (!text_is_file(path, &fault) || !csv_open(path, ',', NULL, &csv, &fault))
        return;
    while (csv_next(csv, &row, &more, &fault) && more)
        if (!row.wrong && row.count >= 2 && row.cells[0] && row.cells[1])
            add_code(shelf, column, row.cells[0], row.cells[1]);
    csv_close(csv);
}

/* The lists of a column are read once, when they are first asked for. */
static void need_codes(struct shelf *shelf, const char *column)
{
    if (!value_is(shelf->codes, VALUE_TABLE)) {
        shelf->codes = value_table(shelf->arena);
        shelf->places = value_table(shelf->arena);
    }
    if (value_is(value_get(shelf->codes, column), VALUE_TABLE))
        return;
    value_set(shelf->arena, shelf->codes, column, value_table(shelf->arena));
    value_set(shelf->arena, shelf->places, column, value_table(shelf->arena));
    read_codes(shelf, shelf->home, column);
    if (shelf->with)
        read_codes(shelf, shelf->with, column);
}

static const char *spaced(struct arena *arena, const char *code)
{
    char *text = arena_text(arena, code);
    for (char *c = text; *c; c++)
        if (*c == '_')
            *c = ' ';
    return text;
}

/* Services and times are printed as they stand; a code without a label reads with spaces. */
const char *shelf_label(void *context, const char *column, const char *code)
{
    struct shelf *shelf = context;
    need_codes(shelf, column);
    struct value of = value_get(shelf->codes, column);
    if (value_is(value_get(of, code), VALUE_NIL)) {
        enum event_column known = event_column_of(column);
        bool is_key = known < EVENT_COLUMN_COUNT && event_column[known].type != COLUMN_CODE &&
                      event_column[known].type != COLUMN_CODES;
        value_set_text(shelf->arena, of, code, is_key ? code : spaced(shelf->arena, code));
    }
    return value_as_text(value_get(of, code));
}

int shelf_place(void *context, const char *column, const char *code)
{
    struct shelf *shelf = context;
    int64_t place = -1;
    need_codes(shelf, column);
    value_as_whole(value_get(value_get(shelf->places, column), code), &place);
    return (int)place;
}

static const char *head_of(struct arena *arena, const char *label)
{
    const char *colon = label ? strstr(label, ": ") : NULL;
    return colon ? arena_copy(arena, label, (size_t)(colon - label)) : NULL;
}

/* The place is the list's alone, whoever is in it: an order that hung on people would tell of them.
 */
const char *shelf_head(void *context, const char *column, const char *code, int *place)
{
    struct shelf *shelf = context;
    need_codes(shelf, column);
    struct value codes = value_get(shelf->codes, column), places = value_get(shelf->places, column);
    const char *head = head_of(shelf->arena, value_as_text(value_get(codes, code)));
    for (size_t i = 0; head && i < places.table->entry_count; i++) {
        const struct value_entry *entry = &places.table->entries[i];
        const char *label = value_as_text(value_get(codes, entry->key));
        int64_t at;
        if (label && strncmp(label, head, strlen(head)) == 0 && label[strlen(head)] == ':' &&
            value_as_whole(entry->value, &at) && at < *place)
            *place = (int)at;
    }
    return head;
}

/* --- lists ------------------------------------------------------------------------------------ */

static int is_list(const struct dirent *entry)
{
    return text_ends(entry->d_name, ".csv");
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static bool is_among(const char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static void add_names(const char *home, struct arena *arena, const char ***lists, size_t *count,
                      size_t *room)
{
    struct dirent **entries;
    int found = scandir(arena_format(arena, "%s/plugins/codes", home), &entries, is_list, by_bytes);
    for (int i = 0; i < found; i++) {
        const char *name =
            arena_copy(arena, entries[i]->d_name, strlen(entries[i]->d_name) - strlen(".csv"));
        if (!is_among(*lists, *count, name)) {
            *lists = arena_grow(arena, *lists, *count, room, sizeof **lists);
            (*lists)[(*count)++] = name;
        }
        free(entries[i]);
    }
    if (found >= 0)
        free(entries);
}

void shelf_code_lists(const struct shelf *shelf, struct arena *arena, const char ***lists,
                      size_t *count)
{
    size_t room = 0;
    *lists = NULL;
    *count = 0;
    add_names(shelf->home, arena, lists, count, &room);
    if (shelf->with)
        add_names(shelf->with, arena, lists, count, &room);
}

const char *shelf_code(struct shelf *shelf, const char *list, const char *code)
{
    need_codes(shelf, list);
    return value_as_text(value_get(value_get(shelf->codes, list), code));
}

void shelf_codes(struct shelf *shelf, const char *list, struct arena *arena, const char ***codes,
                 size_t *count)
{
    need_codes(shelf, list);
    const struct value_table *table = value_get(shelf->codes, list).table;
    *count = table->entry_count;
    *codes = arena_array(arena, *count, sizeof **codes);
    for (size_t i = 0; i < *count; i++)
        (*codes)[i] = table->entries[i].key;
}

/* --- what they were --------------------------------------------------------------------------- */

static void add_list(struct text *all, const char *folder, const char *name)
{
    enum { LIST_MOST = 16 << 20 };
    struct text path = {0};
    struct fault fault;
    char *bytes;
    size_t length;
    text_format(&path, "%s/%s", folder, name);
    if (text_read_file(path.bytes, LIST_MOST, &bytes, &length, &fault)) {
        text_format(all, "%s %zu\n", name, length);
        text_add(all, bytes, length);
        free(bytes);
    }
    text_free(&path);
}

static void add_lists(struct text *all, const char *home)
{
    struct dirent **entries;
    struct text folder = {0};
    text_format(&folder, "%s/plugins/codes", home);
    int found = scandir(folder.bytes, &entries, is_list, by_bytes);
    for (int i = 0; i < found; i++) {
        add_list(all, folder.bytes, entries[i]->d_name);
        free(entries[i]);
    }
    if (found >= 0)
        free(entries);
    text_free(&folder);
}

void shelf_labels_mark(const struct shelf *shelf, char mark[65])
{
    struct text all = {0};
    text_put(&all, "");
    add_lists(&all, shelf->home);
    if (shelf->with)
        add_lists(&all, shelf->with);
    vault_fingerprint(all.bytes, all.length, mark);
    text_free(&all);
}
