/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What crosses between the writer and its scorers, who are the same program on the same machine:
 * whole numbers as they stand in memory, texts with their NUL. */
#ifndef RUN_PACKET_H
#define RUN_PACKET_H

#include "run/work.h"

void pack_whole(struct text *packet, int64_t whole);
void pack_text(struct text *packet, const char *text); /* NULL is kept as NULL */
void pack_worked(struct text *packet, const struct worked *worked);

/* Texts that are taken point into the packet. */
struct packet {
    const char *at, *end;
    bool good; /* false once more was asked for than is there */
};
int64_t take_whole(struct packet *packet);
const char *take_text(struct packet *packet);
void take_worked(struct packet *packet, struct arena *arena, struct worked *worked);

#endif
