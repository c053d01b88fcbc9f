/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "ground/clock.h"

int cli_fail(const struct fault *fault)
{
    cli_progress_end();
    fprintf(stderr, "alongside: %s\n", fault->text);
    return (int)fault->kind;
}

void cli_say(const struct common *common, const char *format, ...)
{
    if (common->quiet)
        return;
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
}

void cli_warn(void *context, const char *sentence)
{
    struct desk *desk = context;
    desk->attention = FAULT_ATTENTION;
    cli_progress_end();
    fprintf(stderr, "%s\n", sentence);
}

/* --- progress: when it began, and whether a line stands there now -------------------------------
 */

static double began, shown;

static bool is_due(const struct common *common)
{
    double now = clock_seconds();
    if (began == 0)
        began = now;
    if (common->quiet || now - began < 1 || now - shown < 0.1 || !isatty(STDERR_FILENO))
        return false;
    shown = now;
    return true;
}

void cli_progress_rows(void *context, int64_t rows)
{
    if (is_due(context))
        fprintf(stderr, "\r\033[KReading  %" PRId64 " rows", rows);
}

void cli_progress_people(void *context, int64_t done, int64_t of)
{
    if (!is_due(context) || done == 0)
        return;
    double left = (clock_seconds() - began) / (double)done * (double)(of - done);
    fprintf(stderr, "\r\033[KScoring  %" PRId64 " of %" PRId64 " people · %.0f s left", done, of,
            left);
}

void cli_progress_end(void)
{
    if (shown > 0)
        fputs("\r\033[K", stderr);
    began = shown = 0;
}

bool cli_write(const char *path, const struct text *text, struct fault *fault)
{
    if (path)
        return text_write_file(path, text->bytes, text->length, fault);
    if (fwrite(text->bytes, 1, text->length, stdout) != text->length || fflush(stdout) != 0)
        return fault_set(fault, FAULT_IO, "standard output: cannot be written: %s",
                         strerror(errno));
    return true;
}
