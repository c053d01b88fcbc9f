/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store_list.h"

#include <stdlib.h>
#include <string.h>

/* --- writing ---------------------------------------------------------------------------------- */

void list_put_text(struct text *json, const char *text)
{
    text_char(json, '"');
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\')
            text_format(json, "\\%c", c);
        else if (c < 0x20)
            text_format(json, "\\u%04x", c);
        else
            text_char(json, (char)c);
    }
    text_char(json, '"');
}

void list_put_number(struct text *json, bool there, double number)
{
    if (there)
        text_number(json, number);
    else
        text_put(json, "null");
}

void list_put_text_or_null(struct text *json, const char *text)
{
    if (text)
        list_put_text(json, text);
    else
        text_put(json, "null");
}

/* --- reading ---------------------------------------------------------------------------------- */

bool list_take(struct list_reader *reader, char c)
{
    if (*reader->at != c)
        return false;
    reader->at++;
    return true;
}

void list_expect(struct list_reader *reader, char c)
{
    if (!list_take(reader, c))
        reader->good = false;
}

bool list_take_null(struct list_reader *reader)
{
    if (strncmp(reader->at, "null", 4) != 0)
        return false;
    reader->at += 4;
    return true;
}

double list_take_number(struct list_reader *reader)
{
    char *end;
    double number = strtod(reader->at, &end); /* no locale is ever set */
    if (end == reader->at)
        reader->good = false;
    reader->at = end;
    return number;
}

static char take_escaped(struct list_reader *reader)
{
    char hex[5] = {0};
    if (!list_take(reader, 'u'))
        return *reader->at ? *reader->at++ : '\0';
    for (int i = 0; i < 4 && *reader->at; i++)
        hex[i] = *reader->at++;
    return (char)strtol(hex, NULL, 16); /* only control characters are written so */
}

const char *list_take_text(struct list_reader *reader)
{
    struct text text = {0};
    list_expect(reader, '"');
    while (*reader->at && *reader->at != '"') {
        char c = *reader->at++;
        text_char(&text, c == '\\' ? take_escaped(reader) : c);
    }
    list_expect(reader, '"');
    const char *kept = arena_copy(reader->arena, text.bytes ? text.bytes : "", text.length);
    text_free(&text);
    return kept;
}

const char *list_take_text_or_null(struct list_reader *reader)
{
    return list_take_null(reader) ? NULL : list_take_text(reader);
}

bool list_take_number_or_null(struct list_reader *reader, double *number)
{
    if (list_take_null(reader))
        return false;
    *number = list_take_number(reader);
    return true;
}

int list_next_whole(struct list_reader *reader)
{
    list_expect(reader, ',');
    return (int)list_take_number(reader);
}
