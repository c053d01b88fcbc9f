/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ground/text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *text_room(struct text *text, size_t most)
{
    if (text->room - text->length <= most) {
        text->room = (text->length + most + 1) * 2;
        text->bytes = memory_again(text->bytes, text->room);
    }
    return text->bytes + text->length;
}

void text_end(struct text *text, char *end)
{
    text->length = (size_t)(end - text->bytes);
    *end = 0;
}

void text_add(struct text *text, const char *bytes, size_t length)
{
    char *at = text_room(text, length);
    if (length)
        memcpy(at, bytes, length);
    text_end(text, at + length);
}

void text_put(struct text *text, const char *string)
{
    text_add(text, string, strlen(string));
}

void text_format(struct text *text, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *room = memory((size_t)length + 1);
    va_start(arguments, format);
    vsnprintf(room, (size_t)length + 1, format, arguments);
    va_end(arguments);
    text_add(text, room, (size_t)length);
    free(room);
}

void text_clear(struct text *text)
{
    text->length = 0;
    if (text->bytes)
        text->bytes[0] = 0;
}

void text_free(struct text *text)
{
    free(text->bytes);
    *text = (struct text){0};
}

static bool needs_quotes(const char *cell)
{
    size_t length = strlen(cell);
    return strpbrk(cell, ",\"\r\n") || (length && (cell[0] == ' ' || cell[length - 1] == ' '));
}

void text_csv(struct text *text, const char *cell)
{
    if (!needs_quotes(cell)) {
        text_put(text, cell);
        return;
    }
    text_char(text, '"');
    for (; *cell; cell++) {
        if (*cell == '"')
            text_char(text, '"');
        text_char(text, *cell);
    }
    text_char(text, '"');
}

bool text_is_code(const char *text)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    size_t length = strspn(text, letters);
    return length && length <= 60 && !text[length] && text[0] != '_' &&
           !(text[0] >= '0' && text[0] <= '9');
}

bool text_starts(const char *text, const char *beginning)
{
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

bool text_ends(const char *text, const char *end)
{
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

bool text_is_id(const char *text)
{
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_");
    return length && length <= 40 && !text[length] && text[0] >= 'a' && text[0] <= 'z';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Words are short, and strspn would take longer to begin than to end. */
bool text_word(const char **at, const char **word, size_t *length)
{
    const char *end = *at;
    while (is_blank(*end))
        end++;
    *word = end;
    while (*end && !is_blank(*end))
        end++;
    *length = (size_t)(end - *word);
    *at = end;
    return *length > 0;
}

bool text_has_word(const char *words, const char *wanted)
{
    const char *word;
    size_t length;
    while (text_word(&words, &word, &length))
        if (strlen(wanted) == length && strncmp(word, wanted, length) == 0)
            return true;
    return false;
}

enum { NEAR_LONGEST = 64 };

/* Edits (put in, leave out, replace, swap neighbours) that make `b` of `a`. */
static size_t edits(const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b);
    if (n > NEAR_LONGEST || m > NEAR_LONGEST)
        return SIZE_MAX;
    size_t rows[3][NEAR_LONGEST + 1];
    for (size_t j = 0; j <= m; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t *now = rows[i % 3], *up = rows[(i + 2) % 3], *up2 = rows[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t best = up[j - 1] + (a[i - 1] != b[j - 1]);
            if (up[j] + 1 < best)
                best = up[j] + 1;
            if (now[j - 1] + 1 < best)
                best = now[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                up2[j - 2] + 1 < best)
                best = up2[j - 2] + 1;
            now[j] = best;
        }
    }
    return rows[n % 3][m];
}

const char *text_nearest(const char *word, const char *const *names, size_t count)
{
    size_t length = strlen(word), limit = length / 3;
    limit = length < 2 ? 0 : limit < 1 ? 1 : limit > 3 ? 3 : limit;
    const char *nearest = NULL;
    for (size_t i = 0; i < count; i++) {
        size_t distance = edits(word, names[i]);
        if (distance <= limit) {
            limit = distance ? distance - 1 : 0;
            nearest = names[i];
            if (!distance)
                break;
        }
    }
    return nearest;
}

/* How many bytes a UTF-8 sequence that begins with `lead` has, and the least second byte allowed.
 */
static size_t sequence(unsigned char lead, unsigned char *least, unsigned char *most)
{
    *least = 0x80;
    *most = 0xBF;
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF) {
        *least = lead == 0xE0 ? 0xA0 : 0x80;
        *most = lead == 0xED ? 0x9F : 0xBF;
        return 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        *least = lead == 0xF0 ? 0x90 : 0x80;
        *most = lead == 0xF4 ? 0x8F : 0xBF;
        return 4;
    }
    return 0;
}

/* How many of the first bytes, in eights, are plain ASCII: most text is. */
static size_t ascii(const char *bytes, size_t length)
{
    size_t i = 0;
    for (uint64_t eight; length - i >= sizeof eight; i += sizeof eight) {
        memcpy(&eight, bytes + i, sizeof eight);
        if (eight & UINT64_C(0x8080808080808080))
            break;
    }
    return i;
}

size_t text_utf8_end(const char *bytes, size_t length)
{
    for (size_t i = ascii(bytes, length); i < length;) {
        unsigned char least, most;
        size_t size = sequence((unsigned char)bytes[i], &least, &most);
        if (!size || size > length - i)
            return i;
        for (size_t k = 1; k < size; k++) {
            unsigned char c = (unsigned char)bytes[i + k];
            if (c < (k == 1 ? least : 0x80) || c > (k == 1 ? most : 0xBF))
                return i;
        }
        i += size;
    }
    return length;
}

/* The character that `*at` stands on, in UTF-8 that was checked before; moves on. */
static uint32_t next_character(const char **at)
{
    unsigned char lead = (unsigned char)*(*at)++;
    uint32_t character = lead < 0xC0 ? lead : lead < 0xE0 ? lead & 0x1F : lead & 0x0F;
    for (; ((unsigned char)**at & 0xC0) == 0x80; (*at)++)
        character = character << 6 | ((unsigned char)**at & 0x3F);
    return character;
}

uint32_t text_unseen(const char *text)
{
    static const uint32_t unseen[][2] = {{0x80, 0xA0},     {0xAD, 0xAD},     {0x200B, 0x200B},
                                         {0x200E, 0x200F}, {0x2028, 0x202F}, {0x2060, 0x206F},
                                         {0xFEFF, 0xFEFF}};
    while (*text) {
        uint32_t character = next_character(&text);
        for (size_t i = 0; character >= 0x80 && i < sizeof unseen / sizeof *unseen; i++)
            if (character >= unseen[i][0] && character <= unseen[i][1])
                return character;
    }
    return 0;
}

/* How many bytes of a control character begin here; 0 when none does. */
static size_t control_length(const char *at)
{
    unsigned char c = (unsigned char)*at;
    if (c == 0xC2)
        return (unsigned char)at[1] < 0xA0 ? 2 : 0;
    return (c && c < 0x20) || c == 0x7F;
}

const char *text_control(const char *text)
{
    while (*text && control_length(text) == 0)
        text++;
    return *text ? text : NULL;
}

void text_clean(char *out, size_t most, const char *text)
{
    size_t length = strnlen(text, most - 1), put = 0;
    length = text_utf8_end(text, length);
    for (size_t i = 0; i < length;) {
        size_t control = control_length(text + i);
        if (control == 0)
            out[put++] = text[i];
        i += control ? control : 1;
    }
    out[put] = 0;
}
