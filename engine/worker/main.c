/* SPDX-License-Identifier: GPL-3.0-or-later */
/* alongside-worker: runs plugins for the engine, in a jail. Reads requests from its one socket,
 * answers each with its number, and ends with the engine. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "ground/fault.h"
#include "ground/frames.h"
#include "worker/jail.h"
#include "worker/room.h"
#include "worker/run.h"
#include "worker/timeline.h"
#include "ground/talk.h"

static lua_CFunction work_of(uint8_t kind)
{
    switch (kind) {
    case TALK_COMPILE:
        return run_compile;
    case TALK_TABLE:
        return run_table;
    case TALK_CALL:
        return run_call;
    case TALK_FIND:
        return timeline_find;
    default:
        return NULL;
    }
}

static bool is_call(uint8_t kind)
{
    return kind == TALK_CALL || kind == TALK_FIND;
}

static struct value describe(struct arena *arena, const struct trouble *trouble)
{
    struct value said = value_table(arena);
    value_set_text(arena, said, "said", trouble->said);
    value_set_text(arena, said, "place", trouble->place);
    value_set(arena, said, "line", value_whole(trouble->line));
    value_set(arena, said, "limit", value_yes(trouble->limit));
    value_set(arena, said, "quotes", value_yes(trouble->quotes));
    value_set(arena, said, "subject", value_yes(trouble->subject));
    return said;
}

static bool answer(const struct frame *request, bool done, struct room *room, struct text *out)
{
    text_clear(out);
    value_write(out, done ? room->answer : describe(room->arena, &room->trouble));
    struct frame reply = {.request = request->request,
                          .kind = done ? TALK_DONE : TALK_TROUBLE,
                          .bytes = out->bytes,
                          .length = (uint32_t)out->length};
    return frame_write(TALK_SOCKET, &reply);
}

static bool serve(const struct frame *request, struct room *room, struct text *out)
{
    lua_CFunction work = work_of(request->kind);
    if (!work || !value_read(room->arena, request->bytes, request->length, &room->request))
        return false;
    bool done = is_call(request->kind) ? room_enter_prepared(room, run_prepare, work)
                                       : room_enter(room, work);
    bool sent = answer(request, done, room, out);
    arena_reset(room->arena);
    return sent;
}

/* The page stays when its descriptor is closed. NULL when there is none. */
static struct talk_mark *take_page(void)
{
    void *page =
        mmap(NULL, sizeof(struct talk_mark), PROT_READ | PROT_WRITE, MAP_SHARED, TALK_PAGE, 0);
    close(TALK_PAGE);
    return page == MAP_FAILED ? NULL : page;
}

int main(int count, char **words)
{
    struct talk_mark *mark = count == 2 ? take_page() : NULL;
    if (!mark || !jail_begin((pid_t)strtol(words[1], NULL, 10))) {
        fputs("alongside-worker is started by alongside, and not by hand.\n", stderr);
        return FAULT_USAGE;
    }
    struct room room;
    struct text in = {0}, out = {0};
    if (!room_open(&room, mark) || !jail_close())
        return FAULT_OURS;
    struct frame request;
    while (frame_read(TALK_SOCKET, -1, &in, &request) == FRAME_OK && serve(&request, &room, &out))
        continue;
    _exit(0);
}
