/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store_spill.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ground/text.h"

enum { WRITTEN_AT_ONCE = 256 << 10 };

struct spill {
    int file;
    struct text path, waiting; /* to be written */
    off_t written;
};

static bool cannot(const struct spill *spill, const char *what, const char *why,
                   struct fault *fault)
{
    return fault_set(fault, FAULT_IO,
                     "%s cannot be %s: %s. Nothing was changed; make room on its disk and try "
                     "again.",
                     spill->path.bytes, what, why);
}

/* Nobody else writes beside a store that is locked, so a file that is there was left by a program
 * that was killed. */
bool spill_open(const char *store, struct spill **spill, struct fault *fault)
{
    struct spill *made = memory(sizeof *made);
    *made = (struct spill){0};
    text_format(&made->path, "%s-staged", store);
    unlink(made->path.bytes);
    made->file = open(made->path.bytes, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made->file < 0) {
        fault_set(fault, FAULT_CREATE,
                  "No temporary file can be made beside %s: %s. Nothing was changed. The store's "
                  "folder must be yours to write in.",
                  store, strerror(errno));
        spill_close(made);
        return false;
    }
    unlink(made->path.bytes);
    *spill = made;
    return true;
}

void spill_close(struct spill *spill)
{
    if (!spill)
        return;
    if (spill->file >= 0)
        close(spill->file);
    text_free(&spill->path);
    text_free(&spill->waiting);
    free(spill);
}

/* --- writing ---------------------------------------------------------------------------------- */

static bool write_waiting(struct spill *spill, struct fault *fault)
{
    for (size_t at = 0; at < spill->waiting.length;) {
        ssize_t done = write(spill->file, spill->waiting.bytes + at, spill->waiting.length - at);
        if (done < 0 && errno != EINTR)
            return cannot(spill, "written", strerror(errno), fault);
        at += done > 0 ? (size_t)done : 0;
    }
    spill->written += (off_t)spill->waiting.length;
    text_clear(&spill->waiting);
    return true;
}

bool spill_add(struct spill *spill, const void *bytes, size_t length, struct fault *fault)
{
    if (length)
        text_add(&spill->waiting, bytes, length);
    return spill->waiting.length < WRITTEN_AT_ONCE || write_waiting(spill, fault);
}

off_t spill_length(const struct spill *spill)
{
    return spill->written + (off_t)spill->waiting.length;
}

bool spill_end(struct spill *spill, struct fault *fault)
{
    bool good = write_waiting(spill, fault);
    text_free(&spill->waiting);
    return good;
}

/* --- reading ---------------------------------------------------------------------------------- */

/* Moves what is left to the front, where there is room for `length` bytes. */
static void make_room(struct spill_reader *reader, size_t length)
{
    size_t left = reader->until - reader->from;
    if (reader->bytes && left)
        memmove(reader->bytes, reader->bytes + reader->from, left);
    if (!reader->bytes || reader->room < length) {
        reader->room = reader->room > length ? reader->room : length;
        reader->bytes = memory_again(reader->bytes, reader->room);
    }
    reader->from = 0;
    reader->until = left;
}

static bool read_ahead(const struct spill *spill, struct spill_reader *reader, size_t length,
                       struct fault *fault)
{
    make_room(reader, length);
    while (reader->until < length) {
        size_t most = reader->room - reader->until;
        off_t left = reader->end - reader->at;
        ssize_t got = pread(spill->file, reader->bytes + reader->until,
                            (off_t)most < left ? most : (size_t)left, reader->at);
        if (got == 0 || (got < 0 && errno != EINTR))
            return cannot(spill, "read", got ? strerror(errno) : "it ends too early", fault);
        reader->until += got > 0 ? (size_t)got : 0;
        reader->at += got > 0 ? got : 0;
    }
    return true;
}

bool spill_more(const struct spill_reader *reader)
{
    return reader->from < reader->until || reader->at < reader->end;
}

bool spill_read(const struct spill *spill, struct spill_reader *reader, size_t length,
                const char **bytes, struct fault *fault)
{
    if (reader->until - reader->from < length && !read_ahead(spill, reader, length, fault))
        return false;
    *bytes = reader->bytes + reader->from;
    reader->from += length;
    return true;
}
