/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What crosses the pipe between engine and worker: frames of length, request and kind, and values
 * in one tagged binary form. Both ends treat the other as possibly hostile. */
#ifndef GROUND_FRAMES_H
#define GROUND_FRAMES_H

#include <stdbool.h>
#include <stdint.h>

#include "ground/text.h"
#include "ground/value.h"

enum { FRAME_MOST = 16 << 20 }; /* bytes of a payload */

struct frame {
    uint32_t request; /* repeated in the answer */
    uint8_t kind;
    const char *bytes;
    uint32_t length;
};

enum frame_state { FRAME_OK, FRAME_CLOSED, FRAME_LATE, FRAME_BROKEN };

/* Writes a whole frame; false when the other end is gone. */
bool frame_write(int fd, const struct frame *);

/* Reads a frame into `room` (cleared first; `frame->bytes` points into it). Waits at most
 * `milliseconds` in all, for ever when negative. */
enum frame_state frame_read(int fd, int milliseconds, struct text *room, struct frame *frame);

/* The binary form of a value, appended to `text`. */
void value_write(struct text *text, struct value value);

/* Reads one value that fills `length` bytes exactly. False when the bytes are not such a form: cut
 * short, surplus, deeper than 32, more than a million values, not UTF-8, not finite, NUL inside a
 * text. */
bool value_read(struct arena *arena, const char *bytes, size_t length, struct value *value);

#endif
