/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/split.h"

#include <errno.h>
#include <string.h>

void split_open(struct split *split, FILE *file, const char *name, char separator)
{
    memset(split, 0, sizeof *split);
    split->file = file;
    split->name = name;
    split->separator = separator;
    split->line = 1;
    for (size_t i = 0; i < 256; i++)
        split->plain_byte[i] = true;
    static const unsigned char special[] = {'"', '\r', '\n'};
    for (size_t i = 0; i < sizeof special; i++)
        split->plain_byte[special[i]] = false;
    split->plain_byte[(unsigned char)separator] = false;
}

void split_close(struct split *split)
{
    if (split->file)
        fclose(split->file);
    text_free(&split->raw);
}

/* Sees to it that there is a byte to read; `*more` is false at the end. */
static bool fill(struct split *split, bool *more, struct fault *fault)
{
    *more = true;
    if (split->at < split->end)
        return true;
    split->at = 0;
    split->end = fread(split->buffer, 1, sizeof split->buffer, split->file);
    *more = split->end > 0;
    if (ferror(split->file))
        return fault_set(fault, FAULT_IO, "%s: cannot be read: %s", split->name, strerror(errno));
    return true;
}

/* By its mark, or by a header whose letters take two bytes each. */
static bool is_utf_16(const unsigned char *b, size_t length)
{
    if (length < 2)
        return false;
    bool marked = (b[0] == 0xFF && b[1] == 0xFE) || (b[0] == 0xFE && b[1] == 0xFF);
    bool wide = length >= 4 && !b[0] != !b[1] && !b[0] == !b[2] && !b[1] == !b[3];
    return marked || wide;
}

/* The first bytes of a zip file, which every newer workbook is, and of an older one. */
static bool is_workbook(const unsigned char *b, size_t length)
{
    return length >= 4 && (memcmp(b, "PK\3\4", 4) == 0 || memcmp(b, "\xD0\xCF\x11\xE0", 4) == 0);
}

bool split_skip_mark(struct split *split, struct fault *fault)
{
    bool more;
    if (!fill(split, &more, fault))
        return false;
    const unsigned char *b = split->buffer;
    if (is_utf_16(b, split->end))
        return fault_set(fault, FAULT_DATA,
                         "%s is in UTF-16. Save it as `CSV UTF-8` and import that file",
                         split->name);
    if (is_workbook(b, split->end))
        return fault_set(fault, FAULT_DATA,
                         "%s is a workbook or a zip file. Save each of its sheets as `CSV UTF-8` "
                         "and import those files",
                         split->name);
    if (split->end >= 3 && memcmp(b, "\xEF\xBB\xBF", 3) == 0)
        split->at = 3;
    return true;
}

static void keep(struct split *split, const unsigned char *bytes, size_t length)
{
    if (split->too_long || split->raw.length + length > CSV_RECORD_MOST) {
        split->too_long = true;
        return;
    }
    text_add(&split->raw, (const char *)bytes, length);
}

static void begin(struct split *split)
{
    text_clear(&split->raw);
    split->last = 0;
    split->blank = true;
    split->too_long = false;
    split->state = SPLIT_BEGIN;
    split->begins = split->line;
}

/* What one byte other than a line end makes of the state. */
static enum split_state step(const struct split *split, unsigned char c)
{
    bool separator = c == (unsigned char)split->separator;
    bool blank = (c == ' ' || c == '\t') && !separator;
    switch (split->state) {
    case SPLIT_BEGIN:
        return c == '"' ? SPLIT_QUOTED : blank || separator ? SPLIT_BEGIN : SPLIT_PLAIN;
    case SPLIT_PLAIN:
        return c == '"' ? SPLIT_STRAY : separator ? SPLIT_BEGIN : SPLIT_PLAIN;
    case SPLIT_QUOTED:
        return c == '"' ? SPLIT_CLOSED : SPLIT_QUOTED;
    case SPLIT_CLOSED:
        if (c == '"')
            return SPLIT_QUOTED;
        return separator ? SPLIT_BEGIN : blank ? SPLIT_BEHIND : SPLIT_STRAY;
    case SPLIT_BEHIND:
        return separator ? SPLIT_BEGIN : blank ? SPLIT_BEHIND : SPLIT_STRAY;
    case SPLIT_STRAY:
        break;
    }
    return SPLIT_STRAY;
}

/* Bytes from here on that change nothing but the record's length. */
static size_t plain_run(const struct split *split)
{
    size_t at = split->at;
    if (split->state == SPLIT_PLAIN || split->state == SPLIT_QUOTED)
        while (at < split->end && split->plain_byte[split->buffer[at]])
            at++;
    return at - split->at;
}

static void count_line(struct split *split, unsigned char c)
{
    if (c == '\r' || (c == '\n' && split->before != '\r'))
        split->line++;
    split->before = c;
}

/* Takes one byte that is not the end of the record. */
static void take(struct split *split, unsigned char c)
{
    enum split_state was = split->state;
    split->state = step(split, c);
    if (was == SPLIT_BEGIN && split->state == SPLIT_QUOTED)
        split->quote_line = split->line;
    if (c == (unsigned char)split->separator && split->state == SPLIT_BEGIN)
        split->last = split->raw.length;
    if (c != ' ' && c != '\t')
        split->blank = false;
    keep(split, &c, 1);
    count_line(split, c);
    split->at++;
}

/* Takes the end of a line; true when a record ends with it. */
static bool take_end(struct split *split, unsigned char c)
{
    bool record = !split->blank;
    count_line(split, c);
    split->at++;
    if (!record)
        begin(split);
    return record;
}

static bool at_end(struct split *split, bool *more, struct fault *fault)
{
    *more = !split->blank;
    if (split->state == SPLIT_QUOTED)
        return fault_set(fault, FAULT_DATA,
                         "%s:%lld: a quote opens here and is never closed, so the rest of the file "
                         "would be one cell. Close it, or write two quotes for one inside a cell",
                         split->name, (long long)split->quote_line);
    return true;
}

/* Nearly every record is one line without a quote that stands whole in the buffer: it is taken as
 * it is. False, with nothing taken, for any other. */
static bool take_plain_line(struct split *split)
{
    const unsigned char *from = split->buffer + split->at;
    const unsigned char *end = memchr(from, '\n', split->end - split->at);
    if (!end || *from == ' ' || *from == '\t')
        return false;
    size_t taken = (size_t)(end - from) + 1, length = taken - 1;
    length -= length > 0 && end[-1] == '\r';
    if (length == 0 || memchr(from, '"', length) || memchr(from, '\r', length))
        return false;
    const unsigned char *last = memrchr(from, split->separator, length);
    keep(split, from, length);
    split->last = last ? (size_t)(last - from) : 0;
    split->before = '\n';
    split->line++;
    split->at += taken;
    return true;
}

bool split_next(struct split *split, bool *more, struct fault *fault)
{
    begin(split);
    if (!fill(split, more, fault))
        return false;
    if (*more && take_plain_line(split))
        return true;
    for (;;) {
        if (!fill(split, more, fault))
            return false;
        if (!*more)
            return at_end(split, more, fault);
        size_t run = plain_run(split);
        if (run > 0) {
            keep(split, split->buffer + split->at, run);
            split->at += run;
            split->before = 0;
            continue;
        }
        unsigned char c = split->buffer[split->at];
        bool line_end = (c == '\n' || c == '\r') && split->state != SPLIT_QUOTED;
        if (!line_end)
            take(split, c);
        else if (take_end(split, c))
            return true;
    }
}
