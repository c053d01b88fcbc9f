/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/aside.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "ground/shown.h"

static const int64_t no_line = INT64_MAX;

static bool no_room(struct fault *fault)
{
    return fault_set(fault, FAULT_IO,
                     "Rows set aside wait in a temporary file in " P_tmpdir
                     ", which cannot be written: %s. Nothing was changed; make room there.",
                     strerror(errno));
}

bool asides_add(struct asides *asides, int64_t line, const char *reason, struct fault *fault)
{
    size_t length = strlen(reason);
    if (!asides->spool)
        asides->spool = tmpfile();
    FILE *spool = asides->spool;
    return (spool && fwrite(&line, sizeof line, 1, spool) == 1 &&
            fwrite(&length, sizeof length, 1, spool) == 1 &&
            fwrite(reason, 1, length, spool) == length) ||
           no_room(fault);
}

void asides_add_late(struct asides *asides, int64_t line, const char *reason)
{
    asides->late = arena_grow(asides->arena, asides->late, asides->late_count, &asides->late_room,
                              sizeof *asides->late);
    asides->late[asides->late_count++] = (struct aside){line, arena_text(asides->arena, reason)};
}

void asides_close(struct asides *asides)
{
    if (asides->spool)
        fclose(asides->spool);
    asides->spool = NULL;
}

/* --- both in the order of lines -------------------------------------------------------------- */

static int by_line(const void *a, const void *b)
{
    const struct aside *x = a, *y = b;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return strcmp(x->reason, y->reason);
}

struct cursor {
    struct asides *asides;
    size_t late;        /* the next of them */
    int64_t line;       /* the spool's next, or no_line */
    struct text reason; /* of it */
};

static void step_spool(struct cursor *cursor)
{
    FILE *spool = cursor->asides->spool;
    size_t length;
    text_clear(&cursor->reason);
    if (!spool || fread(&cursor->line, sizeof cursor->line, 1, spool) != 1 ||
        fread(&length, sizeof length, 1, spool) != 1) {
        cursor->line = no_line;
        return;
    }
    for (size_t i = 0; i < length; i++)
        text_char(&cursor->reason, (char)getc(spool));
}

static void start(struct cursor *cursor, struct asides *asides)
{
    *cursor = (struct cursor){.asides = asides};
    if (asides->late_count > 0)
        qsort(asides->late, asides->late_count, sizeof *asides->late, by_line);
    if (asides->spool)
        rewind(asides->spool);
    step_spool(cursor);
}

/* The next line set aside, and why; no_line at the end. */
static int64_t line_at(const struct cursor *cursor, const char **reason)
{
    const struct asides *asides = cursor->asides;
    const struct aside *late =
        cursor->late < asides->late_count ? &asides->late[cursor->late] : NULL;
    bool is_late = late && late->line < cursor->line;
    *reason = is_late ? late->reason : cursor->reason.bytes;
    return is_late ? late->line : cursor->line;
}

/* A row may be set aside for several of its records; it comes back once. */
static void pass(struct cursor *cursor, int64_t line)
{
    const struct asides *asides = cursor->asides;
    while (cursor->late < asides->late_count && asides->late[cursor->late].line == line)
        cursor->late++;
    if (cursor->line == line)
        step_spool(cursor);
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

static bool same_bytes(FILE *there, FILE *rows)
{
    char left[4096], right[4096];
    size_t length;
    rewind(rows);
    do {
        length = fread(left, 1, sizeof left, there);
        if (fread(right, 1, sizeof right, rows) != length || memcmp(left, right, length) != 0)
            return false;
    } while (length > 0);
    return !ferror(there);
}

enum standing { STANDS_NOTHING, STANDS_SAME, STANDS_OTHER };

/* What stands at `path` now. A device or a pipe holds nothing that could be lost. */
static enum standing standing_at(const char *path, FILE *rows)
{
    struct stat about;
    if (stat(path, &about) != 0)
        return STANDS_NOTHING;
    if (!S_ISREG(about.st_mode))
        return S_ISDIR(about.st_mode) ? STANDS_OTHER : STANDS_NOTHING;
    FILE *there = fopen(path, "rb");
    bool same = there && same_bytes(there, rows);
    if (there)
        fclose(there);
    return same ? STANDS_SAME : STANDS_OTHER;
}

/* Somebody may have mended what stands in an earlier file, so none is ever written over. */
static bool put_beside(const char *source, FILE *rows, struct arena *arena, const char **path,
                       struct fault *fault)
{
    enum standing there = STANDS_OTHER;
    for (int n = 1; there == STANDS_OTHER; n++) {
        *path = numbered(source, n, arena);
        there = standing_at(*path, rows);
    }
    if (there == STANDS_SAME || text_write_stream(*path, rows, fault))
        return true;
    return fault_set(fault, fault->kind,
                     "%s. Nothing was taken in; --set-aside FILE names another file for rows that "
                     "are set aside",
                     arena_text(arena, fault->text));
}

static bool put_into(const char *path, FILE *rows, struct fault *fault)
{
    enum standing there = standing_at(path, rows);
    if (there == STANDS_OTHER)
        return fault_set(fault, FAULT_CREATE,
                         "--set-aside %s is there already and is never written over: rows in it "
                         "may have been mended. Nothing was changed; name another file, or move "
                         "this one away",
                         path);
    return there == STANDS_SAME || text_write_stream(path, rows, fault);
}

/* --- its rows -------------------------------------------------------------------------------- */

static void put_header(const struct csv *csv, const struct aside_source *source, struct text *out)
{
    const char *raw = csv_header_raw(csv);
    text_add(out, raw, source->strip_last ? csv_header_last(csv) : strlen(raw));
    text_format(out, "%creason\n", source->separator);
}

/* A record too long to be held comes back as empty cells; its reason says where it stands. One with
 * too few cells gets empty ones at its end, or its reason would be taken for one of them the next
 * time. One of another number of cells keeps an earlier reason: where that begins cannot be told.
 */
static void put_row(struct csv *csv, const struct csv_row *row, const struct aside_source *source,
                    const char *reason, struct text *out)
{
    bool strip = source->strip_last && row->count == csv_columns(csv);
    size_t cells = row->raw_length == 0 ? 1 : row->count - strip;
    text_add(out, row->raw, strip ? row->raw_last : row->raw_length);
    for (; cells > 0 && cells < csv_columns(csv) - source->strip_last; cells++)
        text_char(out, source->separator);
    text_char(out, source->separator);
    struct text shown = {0};
    shown_line(&shown, reason);
    csv_put_cell(csv, shown.bytes ? shown.bytes : "", out);
    text_free(&shown);
    text_char(out, '\n');
}

static bool write_out(struct text *text, FILE *out, struct fault *fault)
{
    bool good = fwrite(text->bytes, 1, text->length, out) == text->length;
    text_clear(text);
    return good || no_room(fault);
}

static bool collect_row(struct csv *csv, struct cursor *cursor, const struct aside_source *source,
                        struct text *text, struct fault *fault)
{
    struct csv_row row;
    bool more;
    const char *reason;
    int64_t line = line_at(cursor, &reason);
    if (!csv_next(csv, &row, &more, fault))
        return false;
    if (!more || row.line > line)
        return fault_set(fault, FAULT_IO,
                         "%s changed while it was read; nothing of it was kept. Import it again",
                         source->path);
    if (row.line < line)
        return true;
    put_row(csv, &row, source, reason, text);
    pass(cursor, line);
    return true;
}

static bool collect(struct csv *csv, struct asides *asides, const struct aside_source *source,
                    FILE *out, struct fault *fault)
{
    struct cursor cursor;
    struct text text = {0};
    const char *reason;
    start(&cursor, asides);
    put_header(csv, source, &text);
    bool good = write_out(&text, out, fault);
    while (good && line_at(&cursor, &reason) != no_line)
        good = collect_row(csv, &cursor, source, &text, fault) && write_out(&text, out, fault);
    text_free(&cursor.reason);
    text_free(&text);
    return good;
}

bool asides_write(struct asides *asides, const struct aside_source *source, const char *to,
                  const char **path, struct fault *fault)
{
    struct csv *csv;
    if (!csv_open(source->path, source->separator, source->encoding, &csv, fault))
        return false;
    FILE *out = tmpfile();
    *path = to;
    bool done =
        ((out && (!asides->spool || fflush(asides->spool) == 0)) || no_room(fault)) &&
        collect(csv, asides, source, out, fault) && (fflush(out) == 0 || no_room(fault)) &&
        (to ? put_into(to, out, fault) : put_beside(source->path, out, asides->arena, path, fault));
    if (out)
        fclose(out);
    csv_close(csv);
    return done;
}
