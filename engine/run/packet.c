/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/packet.h"

#include <string.h>

/* --- packing ---------------------------------------------------------------------------------- */

void pack_whole(struct text *packet, int64_t whole)
{
    char bytes[sizeof whole];
    memcpy(bytes, &whole, sizeof bytes);
    text_add(packet, bytes, sizeof bytes);
}

void pack_text(struct text *packet, const char *text)
{
    text_char(packet, text ? '+' : '-');
    if (text)
        text_add(packet, text, strlen(text) + 1);
}

static void pack_number(struct text *packet, double number)
{
    int64_t bits;
    memcpy(&bits, &number, sizeof bits);
    pack_whole(packet, bits);
}

static void pack_finding(struct text *packet, const struct derived_finding *f)
{
    const char *const texts[] = {f->finding,   f->date,  f->state, f->why,    f->basis,
                                 f->certainty, f->class, f->unit,  f->events, f->told};
    pack_whole(packet, f->indicator);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        pack_text(packet, texts[i]);
    pack_whole(packet, f->has_value);
    pack_number(packet, f->has_value ? f->value : 0);
    pack_whole(packet, f->window);
    pack_whole(packet, f->own);
}

void pack_worked(struct text *packet, const struct worked *worked)
{
    const struct derived_row *row = &worked->row;
    pack_whole(packet, row->person);
    pack_text(packet, row->scores);
    pack_whole(packet, row->next);
    pack_whole(packet, row->settled);
    pack_whole(packet, worked->scores);
    pack_whole(packet, worked->unscored);
    pack_whole(packet, (int64_t)row->finding_count);
    for (size_t i = 0; i < row->finding_count; i++)
        pack_finding(packet, &row->findings[i]);
}

/* --- taking ----------------------------------------------------------------------------------- */

int64_t take_whole(struct packet *packet)
{
    int64_t whole = 0;
    packet->good = packet->good && packet->end - packet->at >= (ptrdiff_t)sizeof whole;
    if (packet->good) {
        memcpy(&whole, packet->at, sizeof whole);
        packet->at += sizeof whole;
    }
    return whole;
}

const char *take_text(struct packet *packet)
{
    packet->good = packet->good && packet->at < packet->end;
    if (!packet->good || *packet->at++ == '-')
        return NULL;
    const char *text = packet->at;
    const char *end = memchr(text, 0, (size_t)(packet->end - text));
    packet->good = end;
    if (end)
        packet->at = end + 1;
    return end ? text : NULL;
}

static double take_number(struct packet *packet)
{
    int64_t bits = take_whole(packet);
    double number;
    memcpy(&number, &bits, sizeof number);
    return number;
}

static void take_finding(struct packet *packet, struct derived_finding *f)
{
    const char **const texts[] = {&f->finding,   &f->date,  &f->state, &f->why,    &f->basis,
                                  &f->certainty, &f->class, &f->unit,  &f->events, &f->told};
    f->indicator = take_whole(packet);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = take_text(packet);
    f->has_value = take_whole(packet);
    f->value = take_number(packet);
    f->window = take_whole(packet);
    f->own = take_whole(packet);
}

void take_worked(struct packet *packet, struct arena *arena, struct worked *worked)
{
    struct derived_row *row = &worked->row;
    *worked = (struct worked){.row.person = take_whole(packet)};
    row->scores = take_text(packet);
    row->next = (day)take_whole(packet);
    row->settled = take_whole(packet);
    worked->scores = take_whole(packet);
    worked->unscored = take_whole(packet);
    int64_t count = take_whole(packet);
    packet->good = packet->good && count >= 0 && count <= packet->end - packet->at;
    if (!packet->good)
        return;
    struct derived_finding *findings = arena_array(arena, (size_t)count, sizeof *findings);
    for (int64_t i = 0; i < count; i++)
        take_finding(packet, &findings[i]);
    row->findings = findings;
    row->finding_count = (size_t)count;
}
