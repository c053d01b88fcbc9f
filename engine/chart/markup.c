/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/markup.h"

#include "ground/shown.h"

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
        enum shown_sort sort = shown_sort(words, &code, &length);
        if (sort == SHOWN_CONTROL || sort == SHOWN_TURN || sort == SHOWN_BYTE)
            shown_code(out, sort, code);
        else if (entity(*words))
            text_put(out, entity(*words));
        else
            text_add(out, words, length);
        words += length;
    }
}
