/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A frame is 9 bytes (length, request, kind; little endian) and then its payload. A value is one
 * tag byte and then: nothing (nil, function), one byte, eight bytes, a length and bytes, or counts,
 * items and entries. */
#include "ground/frames.h"

#include <errno.h>
#include <math.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "ground/clock.h"

enum { HEADER = 9, DEEPEST = 32, VALUES_MOST = 1 << 20 };

static void put32(char *out, uint32_t number)
{
    for (int i = 0; i < 4; i++)
        out[i] = (char)(number >> (8 * i) & 0xFF);
}

static uint32_t get32(const char *in)
{
    uint32_t number = 0;
    for (int i = 0; i < 4; i++)
        number |= (uint32_t)(unsigned char)in[i] << (8 * i);
    return number;
}

/* On a socket a reader that has gone is an error, not a signal; on a pipe the caller ignores
 * SIGPIPE. */
static ssize_t send_some(int fd, struct iovec *pieces, size_t count)
{
    struct msghdr message = {.msg_iov = pieces, .msg_iovlen = count};
    ssize_t put = sendmsg(fd, &message, MSG_NOSIGNAL);
    return put < 0 && errno == ENOTSOCK ? writev(fd, pieces, (int)count) : put;
}

/* Header and payload in one call where they fit: a call costs more than its bytes. */
static bool send_all(int fd, struct iovec *pieces, size_t count)
{
    while (count) {
        ssize_t put = send_some(fd, pieces, count);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        while (count && (size_t)put >= pieces->iov_len) {
            put -= (ssize_t)pieces->iov_len;
            pieces++;
            count--;
        }
        if (count) {
            pieces->iov_base = (char *)pieces->iov_base + put;
            pieces->iov_len -= (size_t)put;
        }
    }
    return true;
}

bool frame_write(int fd, const struct frame *frame)
{
    char header[HEADER];
    put32(header, frame->length);
    put32(header + 4, frame->request);
    header[8] = (char)frame->kind;
    struct iovec pieces[] = {{header, HEADER}, {(char *)(uintptr_t)frame->bytes, frame->length}};
    return frame->length <= FRAME_MOST && send_all(fd, pieces, frame->length ? 2 : 1);
}

/* Reads until `length` bytes are there or the deadline (clock_seconds; negative: never) has passed.
 */
static enum frame_state receive(int fd, double deadline, struct text *room, size_t length)
{
    while (room->length < length) {
        int wait = -1;
        if (deadline >= 0) {
            double left = deadline - clock_seconds();
            if (left <= 0)
                return FRAME_LATE;
            wait = (int)ceil(left * 1000);
        }
        struct pollfd ready = {.fd = fd, .events = POLLIN};
        int polled = deadline >= 0 ? poll(&ready, 1, wait) : 1;
        if (polled == 0)
            return FRAME_LATE;
        char block[65536];
        size_t most = length - room->length < sizeof block ? length - room->length : sizeof block;
        ssize_t got = polled < 0 ? -1 : read(fd, block, most);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return room->length || got < 0 ? FRAME_BROKEN : FRAME_CLOSED;
        text_add(room, block, (size_t)got);
    }
    return FRAME_OK;
}

enum frame_state frame_read(int fd, int milliseconds, struct text *room, struct frame *frame)
{
    double deadline = milliseconds < 0 ? -1 : clock_seconds() + milliseconds / 1000.0;
    text_clear(room);
    enum frame_state state = receive(fd, deadline, room, HEADER);
    if (state != FRAME_OK)
        return state;
    uint32_t length = get32(room->bytes);
    if (length > FRAME_MOST)
        return FRAME_BROKEN;
    state = receive(fd, deadline, room, HEADER + (size_t)length);
    if (state != FRAME_OK)
        return state == FRAME_CLOSED ? FRAME_BROKEN : state;
    *frame = (struct frame){.request = get32(room->bytes + 4),
                            .kind = (uint8_t)room->bytes[8],
                            .bytes = room->bytes + HEADER,
                            .length = length};
    return FRAME_OK;
}

static void write_count(struct text *text, size_t count)
{
    char bytes[4];
    put32(bytes, (uint32_t)count);
    text_add(text, bytes, sizeof bytes);
}

static void write_bytes(struct text *text, const char *bytes)
{
    size_t length = strlen(bytes);
    write_count(text, length);
    text_add(text, bytes, length);
}

static void write_table(struct text *text, const struct value_table *table)
{
    write_count(text, table->count);
    write_count(text, table->entry_count);
    for (size_t i = 0; i < table->count; i++)
        value_write(text, table->items[i]);
    for (size_t i = 0; i < table->entry_count; i++) {
        write_bytes(text, table->entries[i].key);
        value_write(text, table->entries[i].value);
    }
}

void value_write(struct text *text, struct value value)
{
    text_char(text, (char)value.kind);
    switch (value.kind) {
    case VALUE_YES_NO:
        text_char(text, value.yes);
        break;
    case VALUE_WHOLE:
        text_add(text, (const char *)&value.whole, sizeof value.whole);
        break;
    case VALUE_NUMBER:
        text_add(text, (const char *)&value.number, sizeof value.number);
        break;
    case VALUE_TEXT:
        write_bytes(text, value.text);
        break;
    case VALUE_TABLE:
        write_table(text, value.table);
        break;
    case VALUE_NIL:
    case VALUE_FUNCTION:
        break;
    }
}

struct reader {
    struct arena *arena;
    const char *at;
    size_t left;
    size_t values; /* so far: a byte of a frame must not become a thousand of ours */
};

static bool take(struct reader *reader, void *out, size_t length)
{
    if (length > reader->left)
        return false;
    memcpy(out, reader->at, length);
    reader->at += length;
    reader->left -= length;
    return true;
}

static bool take_count(struct reader *reader, uint32_t *count)
{
    char bytes[4];
    if (!take(reader, bytes, sizeof bytes))
        return false;
    *count = get32(bytes);
    return true;
}

static bool take_text(struct reader *reader, const char **text)
{
    uint32_t length;
    if (!take_count(reader, &length) || length > reader->left || memchr(reader->at, 0, length) ||
        text_utf8_end(reader->at, length) != length)
        return false;
    *text = arena_copy(reader->arena, reader->at, length);
    reader->at += length;
    reader->left -= length;
    return true;
}

static bool take_value(struct reader *reader, int depth, struct value *value);

static bool take_table(struct reader *reader, int depth, struct value *value)
{
    uint32_t items, entries;
    if (depth >= DEEPEST || !take_count(reader, &items) || !take_count(reader, &entries))
        return false;
    *value = value_table(reader->arena);
    for (uint32_t i = 0; i < items; i++) {
        struct value item;
        if (!take_value(reader, depth + 1, &item))
            return false;
        value_add(reader->arena, *value, item);
    }
    const char *before =
        NULL; /* keys rise, as the writer has them: no slow sorting of hostile bytes */
    for (uint32_t i = 0; i < entries; i++) {
        struct value item;
        const char *key;
        if (!take_text(reader, &key) || (before && strcmp(before, key) >= 0) ||
            !take_value(reader, depth + 1, &item))
            return false;
        value_set(reader->arena, *value, key, item);
        before = key;
    }
    return true;
}

static bool take_value(struct reader *reader, int depth, struct value *value)
{
    unsigned char tag, yes;
    *value = value_nil();
    if (++reader->values > VALUES_MOST || !take(reader, &tag, 1) || tag > VALUE_FUNCTION)
        return false;
    value->kind = tag;
    switch (value->kind) {
    case VALUE_YES_NO:
        if (!take(reader, &yes, 1) || yes > 1)
            return false;
        value->yes = yes;
        break;
    case VALUE_WHOLE:
        return take(reader, &value->whole, sizeof value->whole);
    case VALUE_NUMBER:
        return take(reader, &value->number, sizeof value->number) && isfinite(value->number);
    case VALUE_TEXT:
        return take_text(reader, &value->text);
    case VALUE_TABLE:
        return take_table(reader, depth, value);
    case VALUE_NIL:
    case VALUE_FUNCTION:
        break;
    }
    return true;
}

bool value_read(struct arena *arena, const char *bytes, size_t length, struct value *value)
{
    struct reader reader = {arena, bytes, length, 0};
    return take_value(&reader, 0, value) && reader.left == 0;
}
