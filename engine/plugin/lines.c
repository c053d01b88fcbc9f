/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On which line each field stands. Lua's tables do not know, so this reads the table that the file
 * returns as it is written: braces, keys, and items without a key, which it counts. */
#include <stdlib.h>
#include <string.h>

#include "ground/text.h"
#include "plugin/source.h"

struct place {
    const char *name;
    int line;
};

struct plugin_lines {
    bool read; /* they are read when a line is first asked for: of a file without faults, never */
    int home;  /* the line of `return`, or 1 */
    struct place *places;
    size_t count, room;
};

struct walk {
    struct arena *arena;
    struct tokens tokens;
    size_t at;
    struct plugin_lines *lines;
};

enum { DEEPEST = 32 };

static const struct token *here(const struct walk *walk, size_t ahead)
{
    static const struct token nothing = {.start = "", .line = 0};
    size_t at = walk->at + ahead;
    return at < walk->tokens.count ? &walk->tokens.all[at] : &nothing;
}

static void add_place(struct walk *walk, const char *name, int line)
{
    struct plugin_lines *lines = walk->lines;
    lines->places =
        arena_grow(walk->arena, lines->places, lines->count, &lines->room, sizeof *lines->places);
    lines->places[lines->count++] = (struct place){name, line};
}

/* The key that is written here, as the end of a place; the walk goes behind the `=`. NULL: a key
 * that is worked out. Without any key it is the next item. */
static const char *read_key(struct walk *walk, size_t *items)
{
    const struct token *first = here(walk, 0), *second = here(walk, 1);
    if (first->kind == TOKEN_NAME && token_is(second, "=")) {
        walk->at += 2;
        return arena_format(walk->arena, ".%.*s", (int)first->length, first->start);
    }
    if (!token_is(first, "["))
        return arena_format(walk->arena, "[%zu]", ++*items);
    bool plain = token_is(here(walk, 2), "]") && token_is(here(walk, 3), "=");
    while (here(walk, 0)->length && !token_is(here(walk, 0), "="))
        walk->at++;
    walk->at += 1;
    if (plain && second->kind == TOKEN_TEXT && *second->start != '[')
        return arena_format(walk->arena, ".%.*s", (int)second->length - 2, second->start + 1);
    if (plain && second->kind == TOKEN_NUMBER)
        return arena_format(walk->arena, "[%.*s]", (int)second->length, second->start);
    return NULL;
}

static bool at_end_of_field(const struct walk *walk)
{
    const struct token *token = here(walk, 0);
    return !token->length || token_is(token, ",") || token_is(token, ";") || token_is(token, "}");
}

static void skip_value(struct walk *walk)
{
    for (int depth = 0; here(walk, 0)->length && (depth > 0 || !at_end_of_field(walk)); walk->at++)
        depth += token_nesting(here(walk, 0));
}

static void read_table(struct walk *walk, const char *place, int depth);

static void read_field(struct walk *walk, const char *place, size_t *items, int depth)
{
    int line = here(walk, 0)->line;
    const char *key = read_key(walk, items);
    const char *name = NULL;
    if (key)
        name = arena_format(walk->arena, "%s%s", place, *place || *key != '.' ? key : key + 1);
    if (name)
        add_place(walk, name, line);
    if (name && token_is(here(walk, 0), "{") && depth < DEEPEST)
        read_table(walk, name, depth + 1);
    skip_value(walk);
}

/* From the brace that opens to behind the one that closes. */
static void read_table(struct walk *walk, const char *place, int depth)
{
    size_t items = 0;
    walk->at++;
    while (here(walk, 0)->length && !token_is(here(walk, 0), "}")) {
        if (!at_end_of_field(walk))
            read_field(walk, place, &items, depth);
        walk->at += token_is(here(walk, 0), ",") || token_is(here(walk, 0), ";");
    }
    walk->at++;
}

/* The `return` of the file itself, behind which only its value stands. */
static bool find_return(struct walk *walk)
{
    int depth = 0;
    bool found = false;
    size_t at = 0;
    for (size_t i = 0; i < walk->tokens.count; i++) {
        const struct token *token = &walk->tokens.all[i];
        if (depth == 0 && token_is(token, "return")) {
            at = i;
            found = true;
        }
        depth += token_nesting(token);
    }
    walk->at = at;
    return found;
}

struct plugin_lines *lines_unread(struct arena *arena)
{
    return arena_take(arena, sizeof(struct plugin_lines));
}

static void read_lines(const struct plugin *plugin)
{
    struct arena *arena = arena_new();
    struct walk walk = {.arena = plugin->arena,
                        .tokens = tokens_read(arena, source_begin(plugin->source)),
                        .lines = plugin->lines};
    *walk.lines = (struct plugin_lines){.read = true, .home = 1};
    if (find_return(&walk)) {
        walk.lines->home = here(&walk, 0)->line;
        walk.at++;
        if (token_is(here(&walk, 0), "{"))
            read_table(&walk, "", 0);
    }
    arena_free(arena);
}

static int line_of(const struct plugin_lines *lines, const char *place, size_t length)
{
    for (size_t i = 0; i < lines->count; i++)
        if (strlen(lines->places[i].name) == length &&
            memcmp(lines->places[i].name, place, length) == 0)
            return lines->places[i].line;
    return 0;
}

int plugin_line(const struct plugin *plugin, const char *place)
{
    if (!plugin->lines->read)
        read_lines(plugin);
    for (size_t length = strlen(place); length > 0; length--) {
        bool whole = !place[length] || place[length] == '.' || place[length] == '[';
        int line = whole ? line_of(plugin->lines, place, length) : 0;
        if (line)
            return line;
    }
    return plugin->lines->home;
}
