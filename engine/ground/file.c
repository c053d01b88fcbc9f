/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ground/fault.h"
#include "ground/text.h"

static bool read_all(int fd, const char *path, size_t most, struct text *text, struct fault *fault)
{
    char block[65536];
    for (;;) {
        ssize_t got = read(fd, block, sizeof block);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fault_set(fault, FAULT_IO, "%s: cannot be read: %s", path, strerror(errno));
        if (got == 0)
            return true;
        text_add(text, block, (size_t)got);
        if (text->length > most)
            return fault_set(fault, FAULT_DATA,
                             "%s: is larger than %zu bytes, the most that is taken", path, most);
    }
}

static bool cannot_open(const char *path, struct fault *fault)
{
    return errno == ENOENT || errno == ENOTDIR
               ? fault_set(fault, FAULT_NO_FILE, "%s: there is no such file", path)
               : fault_set(fault, FAULT_IO, "%s: cannot be opened: %s", path, strerror(errno));
}

static bool is_regular(const struct stat *about, const char *path, struct fault *fault)
{
    return S_ISREG(about->st_mode) ||
           fault_set(fault, FAULT_IO, "%s: is %s, not a file. Name a file that can be read whole",
                     path, S_ISDIR(about->st_mode) ? "a folder" : "a pipe or a device");
}

/* A pipe that nobody writes to is opened without waiting for them. */
static bool open_whole(const char *path, int *fd, struct fault *fault)
{
    struct stat about;
    *fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (*fd < 0 || fstat(*fd, &about) != 0)
        return cannot_open(path, fault);
    return is_regular(&about, path, fault);
}

bool text_read_file(const char *path, size_t most, char **bytes, size_t *length,
                    struct fault *fault)
{
    int fd;
    struct text text = {0};
    text_add(&text, "", 0);
    bool done = open_whole(path, &fd, fault) && read_all(fd, path, most, &text, fault);
    if (fd >= 0)
        close(fd);
    if (!done) {
        text_free(&text);
        return false;
    }
    *bytes = text.bytes;
    *length = text.length;
    return true;
}

bool text_is_file(const char *path, struct fault *fault)
{
    struct stat about;
    if (stat(path, &about) != 0)
        return cannot_open(path, fault);
    return is_regular(&about, path, fault);
}

/* What is to be written: bytes, or where `from` is set what stands in it. */
struct content {
    const char *bytes;
    size_t length;
    FILE *from;
};

static bool write_all(int fd, const char *bytes, size_t length)
{
    while (length) {
        ssize_t put = write(fd, bytes, length);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        bytes += put;
        length -= (size_t)put;
    }
    return true;
}

static bool write_content(int fd, const struct content *content)
{
    char block[65536];
    size_t got;
    if (!content->from)
        return write_all(fd, content->bytes, content->length);
    rewind(content->from);
    while ((got = fread(block, 1, sizeof block, content->from)) > 0)
        if (!write_all(fd, block, got))
            return false;
    return !ferror(content->from);
}

/* A device or a pipe is written to as it stands: there is nothing to replace. */
static bool write_through(const char *path, const struct content *content, struct fault *fault)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    bool done = fd >= 0 && write_content(fd, content);
    if (fd >= 0)
        done = close(fd) == 0 && done;
    return done || fault_set(fault, FAULT_IO, "%s: cannot be written: %s", path, strerror(errno));
}

static bool replace_file(const char *path, const struct content *content, struct fault *fault)
{
    struct text beside = {0};
    text_format(&beside, "%s.XXXXXX", path);
    int fd = mkostemp(beside.bytes, O_CLOEXEC);
    bool done = false;
    if (fd < 0) {
        fault_set(fault, FAULT_CREATE, "%s: cannot be made: %s", path, strerror(errno));
        goto out;
    }
    done = write_content(fd, content) && fsync(fd) == 0;
    done = close(fd) == 0 && done;
    done = done && rename(beside.bytes, path) == 0;
    if (!done) {
        fault_set(fault, FAULT_IO,
                  "%s: cannot be written: %s. What stood there before is as it was", path,
                  strerror(errno));
        unlink(beside.bytes);
    }
out:
    text_free(&beside);
    return done;
}

static bool write_file(const char *path, const struct content *content, struct fault *fault)
{
    struct stat there;
    if (stat(path, &there) != 0)
        return replace_file(path, content, fault);
    if (S_ISDIR(there.st_mode))
        return fault_set(fault, FAULT_CREATE, "%s: is a folder. Name a file in it", path);
    if (!S_ISREG(there.st_mode))
        return write_through(path, content, fault);
    char *plain = realpath(path, NULL); /* a link stays a link */
    bool done = replace_file(plain ? plain : path, content, fault);
    free(plain);
    return done;
}

bool text_write_file(const char *path, const char *bytes, size_t length, struct fault *fault)
{
    return write_file(path, &(struct content){bytes, length, NULL}, fault);
}

bool text_write_stream(const char *path, FILE *from, struct fault *fault)
{
    return write_file(path, &(struct content){NULL, 0, from}, fault);
}
