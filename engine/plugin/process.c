/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plugin/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ground/frames.h"
#include "plugin/plugin.h"

enum {
    WATCHDOG = 10000, /* milliseconds; the budgets inside the worker act long before */
    GRANTED = 64,     /* requests for which processor time is granted at once, */
    CPU_SECONDS = 16  /* so much: several times what their budgets of steps take */
};

/* Where the program is: told once at the start, and the same for every plugin. */
static const char *worker_path = "alongside-worker";

void plugin_set_worker(const char *path)
{
    worker_path = path;
}

/* Two ends of a socket, neither of them 0, 1 or 2, closed by exec. The engine's end does not wait
 * for ever for a worker that does not read. */
static bool make_socket(int ends[2])
{
    int made[2];
    const struct timeval patience = {.tv_sec = WATCHDOG / 1000};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, made) != 0)
        return false;
    for (int i = 0; i < 2; i++) {
        ends[i] = fcntl(made[i], F_DUPFD_CLOEXEC, 3);
        close(made[i]);
    }
    if (ends[0] >= 0 && ends[1] >= 0 &&
        setsockopt(ends[0], SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience) == 0)
        return true;
    for (int i = 0; i < 2; i++)
        if (ends[i] >= 0)
            close(ends[i]);
    return false;
}

/* A page for both, which the worker can neither shorten nor lengthen. */
static bool make_page(struct process *process, int *page)
{
    int made = memfd_create("alongside-worker", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    *page = fcntl(made, F_DUPFD_CLOEXEC, 3);
    close(made);
    void *shared = MAP_FAILED;
    if (ftruncate(*page, sizeof *process->page) == 0 &&
        fcntl(*page, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0)
        shared = mmap(NULL, sizeof *process->page, PROT_READ, MAP_SHARED, *page, 0);
    process->page = shared == MAP_FAILED ? NULL : shared;
    if (!process->page)
        close(*page);
    return process->page;
}

/* The worker has these two and nothing else; sanitizers need a place to complain. */
static bool set_files(posix_spawn_file_actions_t *files, int socket, int page)
{
#ifdef ALONGSIDE_NO_JAIL
    enum { FIRST_CLOSED = 3 };
#else
    enum { FIRST_CLOSED = 2 };
#endif
    return posix_spawn_file_actions_adddup2(files, socket, TALK_SOCKET) == 0 &&
           posix_spawn_file_actions_adddup2(files, page, TALK_PAGE) == 0 &&
           posix_spawn_file_actions_addclosefrom_np(files, FIRST_CLOSED) == 0;
}

/* Signals as a program expects them, whatever the engine ignores or blocks. */
static bool set_signals(posix_spawnattr_t *attributes)
{
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    return posix_spawnattr_setsigmask(attributes, &none) == 0 &&
           posix_spawnattr_setsigdefault(attributes, &all) == 0 &&
           posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) ==
               0;
}

static int spawn(struct process *process, int socket, int page)
{
    char engine[16], name[] = "alongside-worker";
    char *words[] = {name, engine, NULL}, *environment[] = {NULL};
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    snprintf(engine, sizeof engine, "%d", (int)getpid());
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attributes);
    int error = ENOMEM;
    if (set_files(&files, socket, page) && set_signals(&attributes))
        error = posix_spawn(&process->id, worker_path, &files, &attributes, words, environment);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    return error;
}

static void drop(struct process *process)
{
    close(process->socket);
    if (process->page)
        munmap((void *)(uintptr_t)process->page, sizeof *process->page);
    process->page = NULL;
    process->id = 0;
}

bool process_start(struct process *process, struct fault *fault)
{
    int ends[2], page;
    if (!make_socket(ends))
        return fault_set(fault, FAULT_OURS, "no socket could be made for alongside-worker: %s",
                         strerror(errno));
    int error = make_page(process, &page) ? spawn(process, ends[1], page) : errno;
    close(ends[1]);
    process->socket = ends[0];
    if (process->page)
        close(page);
    process->asked = 0;
    if (error == 0)
        return true;
    drop(process);
    return fault_set(fault, FAULT_OURS,
                     "%s: the program that runs plugins cannot be started: %s. "
                     "Install alongside again, or build `alongside-worker`",
                     worker_path, strerror(error));
}

void process_end(struct process *process)
{
    if (!process->id)
        return;
    kill(process->id, SIGKILL);
    while (waitpid(process->id, NULL, 0) < 0 && errno == EINTR)
        continue;
    process->mark = *process->page;
    drop(process);
}

void process_free(struct process *process)
{
    process_end(process);
    text_free(&process->out);
    text_free(&process->in);
}

/* The worker's limit on processor time counts over its whole life, so it is raised as requests go
 * by. */
static void grant_time(pid_t id)
{
    struct rlimit now;
    if (prlimit(id, RLIMIT_CPU, NULL, &now) != 0 || now.rlim_cur == RLIM_INFINITY)
        return;
    now.rlim_cur += CPU_SECONDS;
    if (now.rlim_cur <= now.rlim_max)
        prlimit(id, RLIMIT_CPU, &now, NULL);
}

/* A number that cannot be foreseen: an answer before the question could be taken for that of
 * somebody else. */
static bool draw_number(uint32_t *number)
{
    return getrandom(number, sizeof *number, 0) == (ssize_t)sizeof *number;
}

static enum process_answer exchange(struct process *process, enum talk kind, struct value request,
                                    struct arena *arena, struct value *answer)
{
    text_clear(&process->out);
    value_write(&process->out, request);
    struct frame asked = {.kind = (uint8_t)kind,
                          .bytes = process->out.bytes,
                          .length = (uint32_t)process->out.length};
    struct frame got;
    if (!draw_number(&asked.request) || !frame_write(process->socket, &asked))
        return PROCESS_LOST;
    enum frame_state state = frame_read(process->socket, WATCHDOG, &process->in, &got);
    if (state == FRAME_LATE)
        return PROCESS_LATE;
    if (state != FRAME_OK || got.request != asked.request ||
        (got.kind != TALK_DONE && got.kind != TALK_TROUBLE) ||
        !value_read(arena, got.bytes, got.length, answer))
        return PROCESS_LOST;
    return got.kind == TALK_DONE ? PROCESS_DONE : PROCESS_TROUBLE;
}

enum process_answer process_ask(struct process *process, enum talk kind, struct value request,
                                struct arena *arena, struct value *answer)
{
    *answer = value_nil();
    if (++process->asked % GRANTED == 0)
        grant_time(process->id);
    enum process_answer came = exchange(process, kind, request, arena, answer);
    if (came == PROCESS_LATE || came == PROCESS_LOST)
        process_end(process);
    return came;
}
