/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ground/shown.h"

#include <string.h>

enum { LAST_OF_FOUR_HEX = 0xFFFF };

/* How many bytes the character has that `lead` begins; 0 where none begins with it. */
static size_t length_of(unsigned char lead)
{
    return lead < 0x80             ? 1
           : (lead & 0xE0) == 0xC0 ? 2
           : (lead & 0xF0) == 0xE0 ? 3
           : (lead & 0xF8) == 0xF0 ? 4
                                   : 0;
}

/* text_utf8_end says whether these bytes are a character at all. */
static uint32_t code_at(const char *at, size_t *length)
{
    static const unsigned char own_bits[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    size_t wanted = length_of((unsigned char)*at);
    *length = 1;
    if (wanted == 0 || strnlen(at, wanted) < wanted || text_utf8_end(at, wanted) < wanted)
        return (unsigned char)*at;
    uint32_t code = (unsigned char)*at & own_bits[wanted];
    for (*length = 1; *length < wanted; (*length)++)
        code = code << 6 | ((unsigned char)at[*length] & 0x3F);
    return code;
}

/* U+FFFE, U+1FFFF and their like are no characters and never will be. */
static bool is_none(uint32_t code)
{
    return (code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE;
}

static enum shown_sort sort_of(uint32_t code)
{
    if (code == '\t' || code == '\n' || code == 0x2028 || code == 0x2029)
        return SHOWN_BLANK;
    if (code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xFEFF ||
        (code >= 0xFFF9 && code <= 0xFFFB) || is_none(code))
        return SHOWN_CONTROL;
    if (code == 0x061C || code == 0x200E || code == 0x200F)
        return SHOWN_MARK;
    if ((code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069))
        return SHOWN_TURN;
    return SHOWN_PLAIN;
}

enum shown_sort shown_sort(const char *at, uint32_t *code, size_t *length)
{
    *code = code_at(at, length);
    return *length == 1 && (unsigned char)*at >= 0x80 ? SHOWN_BYTE : sort_of(*code);
}

void shown_code(struct text *out, enum shown_sort sort, uint32_t code)
{
    if (sort == SHOWN_BYTE)
        text_format(out, "\\x%02X", (unsigned)code);
    else if (code <= LAST_OF_FOUR_HEX)
        text_format(out, "\\u%04X", (unsigned)code);
    else
        text_format(out, "\\U%08X", (unsigned)code);
}

void shown_line(struct text *out, const char *words)
{
    while (*words) {
        uint32_t code;
        size_t length;
        enum shown_sort sort = shown_sort(words, &code, &length);
        if (sort == SHOWN_BLANK)
            text_char(out, ' ');
        else if (sort == SHOWN_PLAIN)
            text_add(out, words, length);
        else
            shown_code(out, sort, code);
        words += length;
    }
}

void shown_lines(struct text *out, const char *lines)
{
    struct text line = {0};
    for (const char *end; *lines; lines = end + (*end == '\n')) {
        end = lines + strcspn(lines, "\n");
        text_clear(&line);
        text_add(&line, lines, (size_t)(end - lines));
        shown_line(out, line.bytes ? line.bytes : "");
        if (*end)
            text_char(out, '\n');
    }
    text_free(&line);
}

/* Also in full width, as some spreadsheets take these for the same signs. */
static bool begins_formula(const char *words)
{
    static const char *const signs[] = {"=",  "+",  "-",  "@",  "\t", "\r",
                                        "\n", "＝", "＋", "－", "＠"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (text_starts(words, signs[i]))
            return true;
    return false;
}

void shown_csv(struct text *out, const char *words)
{
    struct text cell = {0};
    if (begins_formula(words + strspn(words, " ")))
        text_char(&cell, '\'');
    shown_line(&cell, words);
    text_csv(out, cell.bytes ? cell.bytes : "");
    text_free(&cell);
}

/* Beyond four digits JSON has pairs of surrogates. */
static void json_code(struct text *out, uint32_t code)
{
    if (code <= LAST_OF_FOUR_HEX)
        text_format(out, "\\u%04x", (unsigned)code);
    else
        text_format(out, "\\u%04x\\u%04x", 0xD800 + ((unsigned)(code - 0x10000) >> 10),
                    0xDC00 + (unsigned)(code & 0x3FF));
}

void shown_json(struct text *out, const char *words)
{
    text_char(out, '"');
    while (*words) {
        uint32_t code;
        size_t length;
        enum shown_sort sort = shown_sort(words, &code, &length);
        if (code == '"' || code == '\\')
            text_format(out, "\\%c", (char)code);
        else if (code == '\n')
            text_put(out, "\\n");
        else if (sort == SHOWN_BYTE)
            text_put(out, "\\ufffd");
        else if (sort != SHOWN_PLAIN)
            json_code(out, code);
        else
            text_add(out, words, length);
        words += length;
    }
    text_char(out, '"');
}
