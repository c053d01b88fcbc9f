/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/scorer.h"

#include <stdlib.h>

#include "ground/frames.h"
#include "run/packet.h"

enum { FULL = 128 << 10 }; /* bytes of rows that are sent on at once */

struct scorer {
    int socket;
    struct arena *arena;
    struct store *store;
    struct files files;
    struct work work;
    struct text in, out;
    bool gone; /* the other end is */
};

static void send(struct scorer *scorer, enum scorer_frame kind)
{
    struct frame frame = {
        .kind = (uint8_t)kind, .bytes = scorer->out.bytes, .length = (uint32_t)scorer->out.length};
    scorer->gone = !frame_write(scorer->socket, &frame) || scorer->gone;
    text_clear(&scorer->out);
}

static void send_fault(struct scorer *scorer, const struct fault *fault)
{
    text_clear(&scorer->out);
    pack_whole(&scorer->out, fault->kind);
    pack_text(&scorer->out, fault->text);
    send(scorer, SCORER_FAULT);
}

/* --- working ---------------------------------------------------------------------------------- */

static bool see(void *context, const struct stored_person *stored, struct fault *fault)
{
    struct scorer *scorer = context;
    struct worked worked;
    work_person(&scorer->work, stored, &worked);
    pack_worked(&scorer->out, &worked);
    if (scorer->out.length >= FULL)
        send(scorer, SCORER_ROWS);
    return !scorer->gone || fault_set(fault, FAULT_OURS, "nobody listens any more");
}

static bool work_on(struct scorer *scorer, const struct frame *frame, struct fault *fault)
{
    struct reasons *reasons = &scorer->work.reasons;
    struct packet packet = {frame->bytes, frame->bytes + frame->length, true};
    size_t count = frame->length / sizeof(int64_t);
    int64_t *people = memory(frame->length + 1);
    for (size_t i = 0; i < count; i++)
        people[i] = take_whole(&packet);
    text_put(&scorer->out, "");
    bool done = store_walk_some(scorer->store, people, count, scorer->work.frame.as_of,
                                scorer->work.person, see, scorer, fault);
    free(people);
    if (!done)
        return false;
    send(scorer, SCORER_ROWS);
    for (size_t i = 0; i < reasons->count; i++) {
        pack_whole(&scorer->out, reasons->all[i].of);
        pack_whole(&scorer->out, reasons->all[i].count);
        pack_text(&scorer->out, reasons->all[i].sentence);
    }
    text_put(&scorer->out, "");
    send(scorer, SCORER_DONE);
    reasons_clear(reasons);
    return true;
}

/* --- beginning -------------------------------------------------------------------------------- */

static void read_frame(struct scorer *scorer, struct packet *packet)
{
    struct timeline_frame *frame = &scorer->work.frame;
    frame->as_of = (day)take_whole(packet);
    frame->collects_count = (size_t)take_whole(packet);
    struct stored_collects *rows =
        arena_array(scorer->arena, packet->good ? frame->collects_count : 0, sizeof *rows);
    frame->collects_count = packet->good ? frame->collects_count : 0;
    for (size_t i = 0; i < frame->collects_count; i++) {
        const char *area = take_text(packet), *kind = take_text(packet);
        rows[i].area = area ? arena_text(scorer->arena, area) : NULL;
        rows[i].kind = arena_text(scorer->arena, kind ? kind : "");
        rows[i].since = (day)take_whole(packet);
        rows[i].until = (day)take_whole(packet);
        rows[i].said = take_whole(packet) != 0;
    }
    frame->collects = rows;
}

static bool begin(struct scorer *scorer, const struct frame *frame, const char *store,
                  struct fault *fault)
{
    struct packet packet = {frame->bytes, frame->bytes + frame->length, true};
    read_frame(scorer, &packet);
    if (!store_open(store, STORE_READ, &scorer->store, fault))
        return false;
    scorer->files.store = scorer->store;
    return timeline_surround(scorer->store, scorer->arena, &scorer->work.frame, fault) &&
           files_choose(&scorer->files, fault);
}

static void serve(struct scorer *scorer, const char *store)
{
    struct frame frame;
    struct fault fault;
    bool good = true;
    while (good && !scorer->gone &&
           frame_read(scorer->socket, -1, &scorer->in, &frame) == FRAME_OK) {
        good = frame.kind == SCORER_BEGIN
                   ? begin(scorer, &frame, store, &fault) && store_hold_less(scorer->store, &fault)
                   : work_on(scorer, &frame, &fault);
        if (!good)
            send_fault(scorer, &fault);
    }
}

void scorer_serve(int socket, const char *store, const struct shelf *shelf)
{
    struct scorer scorer = {.socket = socket, .arena = arena_new()};
    scorer.files = (struct files){.shelf = shelf, .arena = scorer.arena};
    scorer.work = (struct work){
        .files = &scorer.files, .person = arena_new(), .reasons = {.arena = arena_new()}};
    serve(&scorer, store);
    files_close(&scorer.files);
    if (scorer.store)
        store_close(scorer.store);
    text_free(&scorer.work.scores);
    text_free(&scorer.in);
    text_free(&scorer.out);
    arena_free(scorer.work.reasons.arena);
    arena_free(scorer.work.person);
    arena_free(scorer.arena);
}
