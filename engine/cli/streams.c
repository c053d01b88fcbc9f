/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/streams.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "ground/shown.h"

enum { LINE_MOST = 1 << 16 }; /* bytes; a longer one may be cut within a character */

/* Standard input is opened to write and the others to read: what is done with them fails. */
static void hold_closed(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

static bool write_all(const struct text *text)
{
    for (size_t done = 0; done < text->length;) {
        ssize_t wrote = write(STDERR_FILENO, text->bytes + done, text->length - done);
        if (wrote < 0)
            return false;
        done += (size_t)wrote;
    }
    return true;
}

static ssize_t write_shown(void *cookie, const char *bytes, size_t length)
{
    (void)cookie;
    struct text said = {0}, out = {0};
    text_add(&said, bytes, length);
    shown_lines(&out, said.bytes ? said.bytes : "");
    bool done = write_all(&out);
    text_free(&said);
    text_free(&out);
    return done ? (ssize_t)length : 0;
}

void cli_streams(void)
{
    static char line[LINE_MOST];
    hold_closed();
    FILE *shown = fopencookie(NULL, "w", (cookie_io_functions_t){.write = write_shown});
    if (!shown)
        return;
    setvbuf(shown, line, _IOLBF, sizeof line);
    stderr = shown;
}
