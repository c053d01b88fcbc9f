/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/crew.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ground/frames.h"
#include "run/packet.h"
#include "run/scorer.h"

enum {
    SHARE = 32, /* people at a time */
    AHEAD = 3   /* shares that a scorer has before it: it never waits for the writer */
};

struct crew {
    int count;
    struct member {
        pid_t id;
        int socket;
    } * all;
    struct arena *person; /* of the share that is kept */
    struct text in, out;
};

/* --- starting and ending ---------------------------------------------------------------------- */

/* The others' ends are closed in each, so that all see it when the writer is gone. */
static void be_scorer(const struct crew *crew, int socket, const char *store,
                      const struct shelf *shelf)
{
    for (int i = 0; i < crew->count; i++)
        close(crew->all[i].socket);
    scorer_serve(socket, store, shelf);
    _exit(0); /* nothing that the other process still has to write is written here */
}

static bool start(struct crew *crew, const char *store, const struct shelf *shelf,
                  struct fault *fault)
{
    int ends[2];
    bool made = socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0;
    pid_t id = made ? fork() : -1;
    if (id == 0) {
        close(ends[0]);
        be_scorer(crew, ends[1], store, shelf);
    }
    if (made)
        close(ends[1]);
    if (made && id < 0)
        close(ends[0]);
    if (id < 0)
        return fault_set(fault, FAULT_OURS,
                         "Another process cannot be started: %s. Nothing was changed. Ask for "
                         "fewer with --jobs",
                         strerror(errno));
    crew->all[crew->count++] = (struct member){id, ends[0]};
    return true;
}

bool crew_open(int jobs, const char *store, const struct shelf *shelf, struct crew **crew,
               struct fault *fault)
{
    struct crew *opened = memory(sizeof *opened);
    *opened = (struct crew){.all = memory((size_t)jobs * sizeof *opened->all)};
    *crew = opened;
    for (int i = 0; i < jobs; i++)
        if (!start(opened, store, shelf, fault))
            return false;
    opened->person = arena_new();
    return true;
}

void crew_close(struct crew *crew)
{
    for (int i = 0; i < crew->count; i++)
        close(crew->all[i].socket);
    for (int i = 0; i < crew->count; i++) {
        if (crew->all[i].id <= 0)
            continue;
        kill(crew->all[i].id, SIGTERM); /* it has nothing to finish */
        waitpid(crew->all[i].id, NULL, 0);
    }
    if (crew->person)
        arena_free(crew->person);
    text_free(&crew->in);
    text_free(&crew->out);
    free(crew->all);
    free(crew);
}

/* --- asking ----------------------------------------------------------------------------------- */

/* A scorer that is gone is noticed when its answer is read. */
static void ask(struct crew *crew, int member, enum scorer_frame kind)
{
    struct frame frame = {
        .kind = (uint8_t)kind, .bytes = crew->out.bytes, .length = (uint32_t)crew->out.length};
    frame_write(crew->all[member].socket, &frame);
    text_clear(&crew->out);
}

/* Only what is collected can grow so long; a share of people is always short. */
static bool begin(struct crew *crew, int member, const struct timeline_frame *frame,
                  struct fault *fault)
{
    pack_whole(&crew->out, frame->as_of);
    pack_whole(&crew->out, (int64_t)frame->collects_count);
    for (size_t i = 0; i < frame->collects_count; i++) {
        pack_text(&crew->out, frame->collects[i].area);
        pack_text(&crew->out, frame->collects[i].kind);
        pack_whole(&crew->out, frame->collects[i].since);
        pack_whole(&crew->out, frame->collects[i].until);
        pack_whole(&crew->out, frame->collects[i].said);
    }
    if (crew->out.length > FRAME_MOST)
        return fault_set(fault, FAULT_OURS,
                         "What areas collect fills %zu bytes, and %d is the most that is handed to "
                         "another process. Nothing was changed. Ask with --jobs 1",
                         crew->out.length, FRAME_MOST);
    ask(crew, member, SCORER_BEGIN);
    return true;
}

/* The people of one pass, in shares: each goes to the scorer whose turn it is. */
struct shares {
    const int64_t *people;
    size_t count;
};

static size_t share_count(const struct shares *shares)
{
    return (shares->count + SHARE - 1) / SHARE;
}

static void ask_share(struct crew *crew, const struct shares *shares, size_t share)
{
    if (share >= share_count(shares))
        return;
    size_t first = share * SHARE;
    for (size_t i = first; i < shares->count && i < first + SHARE; i++)
        pack_whole(&crew->out, shares->people[i]);
    ask(crew, (int)(share % (size_t)crew->count), SCORER_PEOPLE);
}

/* --- keeping ---------------------------------------------------------------------------------- */

struct keeping {
    struct reasons *reasons;
    crew_keep *keep;
    void *context;
};

static bool take_fault(const struct frame *frame, struct fault *fault)
{
    struct packet packet = {frame->bytes, frame->bytes + frame->length, true};
    enum fault_kind kind = (enum fault_kind)take_whole(&packet);
    const char *text = take_text(&packet);
    return fault_set(fault, kind, "%s",
                     text ? text : "A scorer said something that is no sentence.");
}

static bool lost(struct crew *crew, int member, struct fault *fault)
{
    int status = 0;
    kill(crew->all[member].id, SIGTERM);
    waitpid(crew->all[member].id, &status, 0);
    crew->all[member].id = 0;
    const char *how = WIFSIGNALED(status) && WTERMSIG(status) != SIGTERM
                          ? strsignal(WTERMSIG(status))
                          : "it did not say why";
    return fault_set(fault, FAULT_OURS,
                     "One of the processes that work scores out ended before its work was done "
                     "(%s). Nothing was changed. Ask again; if it ends again, ask with --jobs 1",
                     how);
}

static bool take_rows(struct crew *crew, const struct frame *frame, const struct keeping *keeping,
                      struct fault *fault)
{
    struct packet packet = {frame->bytes, frame->bytes + frame->length, true};
    while (packet.good && packet.at < packet.end) {
        struct worked worked;
        arena_reset(crew->person);
        take_worked(&packet, crew->person, &worked);
        if (packet.good && !keeping->keep(keeping->context, &worked, fault))
            return false;
    }
    return packet.good || fault_set(fault, FAULT_OURS,
                                    "What a scorer sent cannot be read, which should never "
                                    "happen. This is our fault; nothing was changed.");
}

static void take_reasons(const struct frame *frame, struct reasons *reasons)
{
    struct packet packet = {frame->bytes, frame->bytes + frame->length, true};
    while (packet.good && packet.at < packet.end) {
        enum reason_of of = (enum reason_of)take_whole(&packet);
        int64_t count = take_whole(&packet);
        const char *sentence = take_text(&packet);
        if (sentence)
            reasons_add(reasons, of, sentence, count);
    }
}

static bool take_share(struct crew *crew, int member, const struct keeping *keeping,
                       struct fault *fault)
{
    struct frame frame;
    for (;;) {
        if (frame_read(crew->all[member].socket, -1, &crew->in, &frame) != FRAME_OK)
            return lost(crew, member, fault);
        if (frame.kind == SCORER_FAULT)
            return take_fault(&frame, fault);
        if (frame.kind == SCORER_DONE) {
            take_reasons(&frame, keeping->reasons);
            return true;
        }
        if (!take_rows(crew, &frame, keeping, fault))
            return false;
    }
}

bool crew_work(struct crew *crew, const struct timeline_frame *frame, const int64_t *people,
               size_t count, struct reasons *reasons, crew_keep *keep, void *context,
               struct fault *fault)
{
    const struct shares shares = {people, count};
    const struct keeping keeping = {reasons, keep, context};
    size_t ahead = (size_t)crew->count * AHEAD;
    for (int i = 0; i < crew->count; i++)
        if (!begin(crew, i, frame, fault))
            return false;
    for (size_t i = 0; i < ahead; i++)
        ask_share(crew, &shares, i);
    for (size_t i = 0; i < share_count(&shares); i++) {
        if (!take_share(crew, (int)(i % (size_t)crew->count), &keeping, fault))
            return false;
        ask_share(crew, &shares, i + ahead);
    }
    return true;
}
