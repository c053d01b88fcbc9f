/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <inttypes.h>
#include <libgen.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"
#include "ground/clock.h"
#include "ground/shown.h"

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

const char *cli_counted(struct arena *arena, int64_t count, const char *one, const char *many)
{
    return arena_format(arena, "%s %s", count_text(arena, count), count == 1 ? one : many);
}

/* --- progress: when it began, and whether a line stands there now ----------------------------- */

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
        dprintf(STDERR_FILENO, "\r\033[KReading  %" PRId64 " rows", rows);
}

void cli_progress_people(void *context, int64_t done, int64_t of)
{
    if (!is_due(context) || done == 0)
        return;
    double left = (clock_seconds() - began) / (double)done * (double)(of - done);
    dprintf(STDERR_FILENO, "\r\033[KScoring  %" PRId64 " of %" PRId64 " people · %.0f s left", done,
            of, left);
}

void cli_progress_end(void)
{
    if (shown > 0)
        dprintf(STDERR_FILENO, "\r\033[K");
    began = shown = 0;
}

static bool is_same_file(const char *path, const char *other, const char *ending)
{
    struct stat a, b;
    char name[PATH_MAX];
    snprintf(name, sizeof name, "%s%s", other, ending);
    return stat(path, &a) == 0 && stat(name, &b) == 0 && a.st_dev == b.st_dev &&
           a.st_ino == b.st_ino;
}

/* Could `path` be made or replaced? Only a new file needs its folder; a device needs nothing. */
static bool can_be_made(const char *path, struct fault *fault)
{
    struct stat there;
    char name[PATH_MAX], plain[PATH_MAX], folder[PATH_MAX + 2];
    bool stands = stat(path, &there) == 0;
    if (stands && S_ISDIR(there.st_mode))
        return fault_set(fault, FAULT_CREATE, "%s: is a folder. Name a file in it", path);
    if (stands && !S_ISREG(there.st_mode))
        return true;
    snprintf(name, sizeof name, "%s", stands && realpath(path, plain) ? plain : path);
    snprintf(folder, sizeof folder, "%s/.", dirname(name)); /* so that no file is taken for one */
    return access(folder, W_OK | X_OK) == 0 ||
           fault_set(fault, FAULT_CREATE,
                     "%s: cannot be made: %s. Name a file in a folder that is there and yours to "
                     "write in",
                     path, strerror(errno));
}

bool cli_may_write(const struct common *common, const char *path, struct fault *fault)
{
    static const char *const endings[] = {"", "-wal", "-shm"};
    if (!path || strcmp(path, "-") == 0)
        return true;
    if (!*path)
        return fault_set(
            fault, FAULT_USAGE,
            "\"\" is no name of a file. Name one to write to, or - for standard output");
    bool ours = is_same_file(path, common->keys, "");
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        ours = ours || is_same_file(path, common->store, endings[i]);
    if (ours)
        return fault_set(fault, FAULT_USAGE,
                         "%s: belongs to the store and is not written over. Name another file",
                         path);
    return can_be_made(path, fault);
}

/* Whoever read has what they wanted and left, as `head` does: ends as other programs do then. */
static void end_unread(void)
{
    signal(SIGPIPE, SIG_DFL);
    raise(SIGPIPE);
}

static bool not_written(struct fault *fault)
{
    if (errno == EPIPE)
        end_unread();
    if (errno == EBADF)
        return fault_set(fault, FAULT_IO,
                         "standard output: is closed, so nothing was written. Ask again with an "
                         "open one");
    return fault_set(fault, FAULT_IO, "standard output: cannot be written: %s", strerror(errno));
}

bool cli_write(const char *path, const struct text *text, struct fault *fault)
{
    if (path && strcmp(path, "-") != 0)
        return text_write_file(path, text->bytes, text->length, fault);
    bool done = fwrite(text->bytes, 1, text->length, stdout) == text->length && fflush(stdout) == 0;
    return done || not_written(fault);
}

bool cli_talk(const struct text *text, struct fault *fault)
{
    struct text out = {0};
    shown_lines(&out, text->bytes ? text->bytes : "");
    bool done = cli_write(NULL, &out, fault);
    text_free(&out);
    return done;
}

void cli_print(const char *format, ...)
{
    struct fault unsaid; /* cli_said_all says it */
    struct text text = {0};
    char *line = NULL;
    va_list arguments;
    va_start(arguments, format);
    if (vasprintf(&line, format, arguments) >= 0)
        text_put(&text, line);
    va_end(arguments);
    cli_talk(&text, &unsaid);
    free(line);
    text_free(&text);
}

int cli_said_all(int code)
{
    struct fault fault;
    bool failed_before = ferror(stdout) != 0;
    if (fflush(stdout) == 0 && !failed_before)
        return code;
    if (code == FAULT_IO)
        return code; /* the command has said so itself */
    not_written(&fault);
    return cli_fail(&fault);
}
