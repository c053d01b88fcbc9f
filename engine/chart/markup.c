/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/markup.h"

/* The code of the character at `at`, at most three bytes long; 0 for longer ones, which all can be
 * seen. */
static uint32_t code_at(const unsigned char *at, size_t *length)
{
    if (at[0] < 0x80) {
        *length = 1;
        return at[0];
    }
    if ((at[0] & 0xE0) == 0xC0 && at[1]) {
        *length = 2;
        return (uint32_t)(at[0] & 0x1F) << 6 | (at[1] & 0x3F);
    }
    if ((at[0] & 0xF0) == 0xE0 && at[1] && at[2]) {
        *length = 3;
        return (uint32_t)(at[0] & 0x0F) << 12 | (uint32_t)(at[1] & 0x3F) << 6 | (at[2] & 0x3F);
    }
    *length = 1;
    return 0x20;
}

static enum chart_unseen unseen_code(uint32_t code)
{
    if (code == '\t' || code == '\n')
        return UNSEEN_BLANK;
    if (code < 0x20 || (code >= 0x7F && code < 0xA0))
        return UNSEEN_CONTROL;
    if (code == 0x061C || code == 0x200E || code == 0x200F)
        return UNSEEN_MARK;
    if ((code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069))
        return UNSEEN_TURN;
    return UNSEEN_NONE;
}

enum chart_unseen chart_unseen(const char *at, uint32_t *code, size_t *length)
{
    *code = code_at((const unsigned char *)at, length);
    return unseen_code(*code);
}

static const char *entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return NULL;
    }
}

void chart_markup(struct text *out, const char *words)
{
    while (*words) {
        uint32_t code;
        size_t length;
        enum chart_unseen unseen = chart_unseen(words, &code, &length);
        if (unseen == UNSEEN_CONTROL || unseen == UNSEEN_TURN)
            text_format(out, "\\u%04X", (unsigned)code);
        else if (entity(*words))
            text_put(out, entity(*words));
        else
            text_add(out, words, length);
        words += length;
    }
}
