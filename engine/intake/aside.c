/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/aside.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void asides_add(struct asides *asides, int64_t line, const char *reason)
{
    asides->list =
        arena_grow(asides->arena, asides->list, asides->count, &asides->room, sizeof *asides->list);
    asides->list[asides->count++] = (struct aside){line, arena_text(asides->arena, reason)};
}

/* --- the name of the file -------------------------------------------------------------------- */

bool asides_named(const char *path)
{
    const char *at = path, *last = NULL;
    while ((at = strstr(at, ".set-aside")))
        last = at += strlen(".set-aside");
    if (!last || !text_ends(last, ".csv"))
        return false;
    size_t digits = *last == '-' ? strspn(last + 1, "0123456789") : 0;
    return strcmp(last + (digits ? digits + 1 : 0), ".csv") == 0;
}

/* NAME.set-aside.csv, NAME.set-aside-2.csv, … */
static const char *numbered(const char *source, int n, struct arena *arena)
{
    size_t length = strlen(source) - (text_ends(source, ".csv") ? strlen(".csv") : 0);
    const char *number = n > 1 ? arena_format(arena, "-%d", n) : "";
    return arena_format(arena, "%.*s.set-aside%s.csv", (int)length, source, number);
}

enum standing { STANDS_NOTHING, STANDS_SAME, STANDS_OTHER };

/* What stands at `path` now. A device or a pipe holds nothing that could be lost. */
static enum standing standing_at(const char *path, const struct text *rows)
{
    struct stat about;
    struct fault ignored;
    char *bytes;
    size_t length;
    if (stat(path, &about) != 0)
        return STANDS_NOTHING;
    if (!S_ISREG(about.st_mode))
        return S_ISDIR(about.st_mode) ? STANDS_OTHER : STANDS_NOTHING;
    if (!text_read_file(path, rows->length, &bytes, &length, &ignored))
        return STANDS_OTHER;
    bool same = length == rows->length && memcmp(bytes, rows->bytes, length) == 0;
    free(bytes);
    return same ? STANDS_SAME : STANDS_OTHER;
}

/* Somebody may have mended what stands in an earlier file, so none is ever written over. */
static bool put_beside(const char *source, const struct text *rows, struct arena *arena,
                       const char **path, struct fault *fault)
{
    enum standing there = STANDS_OTHER;
    for (int n = 1; there == STANDS_OTHER; n++) {
        *path = numbered(source, n, arena);
        there = standing_at(*path, rows);
    }
    return there == STANDS_SAME || text_write_file(*path, rows->bytes, rows->length, fault);
}

static bool put_into(const char *path, const struct text *rows, struct fault *fault)
{
    enum standing there = standing_at(path, rows);
    if (there == STANDS_OTHER)
        return fault_set(fault, FAULT_CREATE,
                         "--set-aside %s is there already and is never written over: rows in it "
                         "may have been mended. Nothing was changed; name another file, or move "
                         "this one away",
                         path);
    return there == STANDS_SAME || text_write_file(path, rows->bytes, rows->length, fault);
}

/* --- its rows -------------------------------------------------------------------------------- */

static int by_line(const void *a, const void *b)
{
    const struct aside *x = a, *y = b;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return strcmp(x->reason, y->reason);
}

/* A row may be set aside for several of its records; it comes back once. */
static void sort(struct asides *asides)
{
    size_t kept = 0;
    qsort(asides->list, asides->count, sizeof *asides->list, by_line);
    for (size_t i = 0; i < asides->count; i++)
        if (kept == 0 || asides->list[i].line != asides->list[kept - 1].line)
            asides->list[kept++] = asides->list[i];
    asides->count = kept;
}

static void put_header(const struct csv *csv, const struct aside_source *source, struct text *out)
{
    const char *raw = csv_header_raw(csv);
    text_add(out, raw, source->strip_last ? csv_header_last(csv) : strlen(raw));
    text_format(out, "%creason\n", source->separator);
}

/* A record too long to be held comes back as empty cells; its reason says where it stands. One that
 * cannot be cut into cells keeps an earlier reason: where that begins cannot be told. */
static void put_row(struct csv *csv, const struct csv_row *row, const struct aside_source *source,
                    const char *reason, struct text *out)
{
    bool strip = source->strip_last && !row->wrong;
    text_add(out, row->raw, strip ? row->raw_last : row->raw_length);
    for (size_t i = 1; row->raw_length == 0 && i < csv_columns(csv) - source->strip_last; i++)
        text_char(out, source->separator);
    text_char(out, source->separator);
    csv_put_cell(csv, reason, out);
    text_char(out, '\n');
}

static bool collect(struct csv *csv, const struct asides *asides, const struct aside_source *source,
                    struct text *out, struct fault *fault)
{
    struct csv_row row;
    bool more;
    put_header(csv, source, out);
    for (size_t at = 0; at < asides->count;) {
        if (!csv_next(csv, &row, &more, fault))
            return false;
        if (!more || row.line > asides->list[at].line)
            return fault_set(
                fault, FAULT_IO,
                "%s changed while it was read; nothing of it was kept. Import it again",
                source->path);
        if (row.line == asides->list[at].line)
            put_row(csv, &row, source, asides->list[at++].reason, out);
    }
    return true;
}

bool asides_write(struct asides *asides, const struct aside_source *source, const char *to,
                  const char **path, struct fault *fault)
{
    struct csv *csv;
    struct text out = {0};
    sort(asides);
    if (!csv_open(source->path, source->separator, source->encoding, &csv, fault))
        return false;
    *path = to;
    bool done = collect(csv, asides, source, &out, fault) &&
                (to ? put_into(to, &out, fault)
                    : put_beside(source->path, &out, asides->arena, path, fault));
    csv_close(csv);
    text_free(&out);
    return done;
}
