/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/score_id.h"

#include <string.h>

#include "ground/text.h"

/* The parts between the strokes. */
static size_t split(const char *text, struct arena *arena, const char ***parts)
{
    size_t count = 0, room = 0;
    *parts = NULL;
    for (const char *at = text; at; at = strchr(at, '/') ? strchr(at, '/') + 1 : NULL) {
        *parts = arena_grow(arena, *parts, count, &room, sizeof **parts);
        (*parts)[count++] = arena_copy(arena, at, strcspn(at, "/"));
    }
    return count;
}

static bool read_when(const char *text, struct score_id *id)
{
    int64_t place = 0;
    id->date = 0;
    id->when = text;
    if (*text == '#' && text_whole(text + 1, &place) && place > 0 && place <= INT32_MAX) {
        id->place = (int)place;
        return true;
    }
    id->place = 0;
    return day_read(text, &id->date);
}

/* `swemwbs.wellbeing` */
static bool read_what(const char *text, struct arena *arena, struct score_id *id)
{
    const char *dot = strchr(text, '.');
    if (!dot)
        return false;
    id->instrument = arena_copy(arena, text, (size_t)(dot - text));
    id->scale = dot + 1;
    return text_is_id(id->instrument) && text_is_id(id->scale);
}

/* A reference may have strokes of its own, so the last date that stands before such a word counts.
 */
bool score_id_read(const char *text, struct arena *arena, struct score_id *id)
{
    const char **parts;
    size_t count = split(text, arena, &parts);
    for (size_t at = count; at-- > 2;) {
        if (!read_what(parts[at], arena, id) || !read_when(parts[at - 1], id))
            continue;
        size_t before = (size_t)at - 1, length = before - 1;
        for (size_t i = 0; i < before; i++)
            length += strlen(parts[i]);
        id->whose = arena_copy(arena, text, length);
        id->more = parts + at + 1;
        id->more_count = count - at - 1;
        return length > 0;
    }
    return false;
}
