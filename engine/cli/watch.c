/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks every 300 ms: no library is needed, and it works on every file system. */
#include "cli/watch.h"

#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { LOOK_EVERY = 300 * 1000 * 1000 /* nanoseconds */ };

struct watched {
    const char *path;
    struct timespec changed;
    off_t size;
    ino_t number; /* 0: not there */
};

struct watch {
    struct arena *arena;
    struct watched *files;
    size_t count, room;
};

static volatile sig_atomic_t ended;

static void end(int signal)
{
    (void)signal;
    ended = 1;
}

static struct watched look_at(const char *path)
{
    struct stat about;
    struct watched now = {.path = path};
    if (stat(path, &about) == 0)
        now = (struct watched){path, about.st_mtim, about.st_size, about.st_ino};
    return now;
}

static bool differs(const struct watched *was, const struct watched *now)
{
    return now->number && (was->number != now->number || was->size != now->size ||
                           was->changed.tv_sec != now->changed.tv_sec ||
                           was->changed.tv_nsec != now->changed.tv_nsec);
}

struct watch *watch_new(struct arena *arena)
{
    struct watch *watch = arena_take(arena, sizeof *watch);
    struct sigaction action = {.sa_handler = end};
    watch->arena = arena;
    sigaction(SIGINT, &action, NULL);
    return watch;
}

void watch_add(struct watch *watch, const char *path)
{
    watch->files =
        arena_grow(watch->arena, watch->files, watch->count, &watch->room, sizeof *watch->files);
    watch->files[watch->count++] = look_at(arena_text(watch->arena, path));
}

const char *watch_wait(struct watch *watch)
{
    while (!ended) {
        for (size_t i = 0; i < watch->count; i++) {
            struct watched now = look_at(watch->files[i].path);
            if (differs(&watch->files[i], &now))
                return now.path;
        }
        nanosleep(&(struct timespec){.tv_nsec = LOOK_EVERY}, NULL);
    }
    return NULL;
}
