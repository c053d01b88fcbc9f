/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several values of one field: a column a box, or several codes in one cell. */
#include <ctype.h>
#include <string.h>

#include "intake/gives.h"

struct joining {
    const struct intake *intake;
    const struct rule *rule;
    const char *column; /* of the file: where the code stands */
    struct arena *arena;
    const char *text; /* what has been joined; NULL: nothing yet */
    struct why *why;
};

static bool aside(const struct joining *joining, const char *what, const char *remedy)
{
    *joining->why =
        (struct why){arena_format(joining->arena, "column %s: %s", joining->column, what), remedy};
    return false;
}

/* Is `word` among those joined already? Two codes may come to one word. */
static bool is_joined(const struct joining *joining, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = joining->text; at; at = strchr(at, ';') ? strchr(at, ';') + 1 : NULL)
        if (strcspn(at, ";") == length && memcmp(at, word, length) == 0)
            return true;
    return false;
}

static void join(struct joining *joining, const char *word)
{
    if (!is_joined(joining, word))
        joining->text =
            joining->text ? arena_format(joining->arena, "%s;%s", joining->text, word) : word;
}

static bool join_code(struct joining *joining, const char *code)
{
    const struct rule *rule = joining->rule;
    for (size_t i = 0; i < rule->word_count; i++)
        if (strcmp(rule->words[i].cell, code) == 0) {
            join(joining, rule->words[i].assigns[0].text);
            return true;
        }
    if (!rule->words || rule->other == OTHER_WORD)
        join(joining, rule->words ? rule->other_word.assigns[0].text : code);
    return !rule->words || rule->other != OTHER_ASIDE ||
           aside(joining,
                 arena_format(joining->arena, "%s; %s has no word for it",
                              entry_quote(code, joining->arena), joining->intake->plugin->id),
                 "add it to `words`, or `other`");
}

/* --- boxes ----------------------------------------------------------------------------------- */

/* A box's code is the number at the end of its column's name, else the name. */
static const char *box_code(const char *column)
{
    const char *at = column + strlen(column);
    while (at > column && isdigit((unsigned char)at[-1]))
        at--;
    return *at ? at : column;
}

static bool read_box(struct joining *joining, const char *cell)
{
    if (!cell || strcmp(cell, "0") == 0 || strcmp(cell, "Unchecked") == 0)
        return true;
    if (strcmp(cell, "1") == 0 || strcmp(cell, "Checked") == 0)
        return join_code(joining, box_code(joining->column));
    return aside(joining,
                 arena_format(joining->arena,
                              "%s is no box: 1 or Checked where it is ticked, 0 or Unchecked where "
                              "it is not",
                              entry_quote(cell, joining->arena)),
                 NULL);
}

static bool read_boxes(struct joining *joining, const char *const *cells)
{
    for (size_t i = 0; i < joining->rule->count; i++) {
        joining->column = joining->intake->columns[joining->rule->columns[i]];
        if (!read_box(joining, cells[i]))
            return false;
    }
    return true;
}

/* --- codes ----------------------------------------------------------------------------------- */

static bool read_codes(struct joining *joining, const char *cell)
{
    const char *between = *joining->rule->between ? joining->rule->between : " ";
    for (const char *at = cell, *end; at; at = end ? end + strlen(between) : NULL) {
        end = strstr(at, between);
        size_t length = end ? (size_t)(end - at) : strlen(at);
        if (length > 0 && !join_code(joining, arena_copy(joining->arena, at, length)))
            return false;
    }
    return true;
}

bool several_join(const struct intake *intake, const struct rule *rule, const char *const *cells,
                  struct arena *arena, const char **text, struct why *why)
{
    struct joining joining = {.intake = intake,
                              .rule = rule,
                              .column = intake->columns[rule->columns[0]],
                              .arena = arena,
                              .why = why};
    bool read = rule->as == AS_TICKS ? read_boxes(&joining, cells) : read_codes(&joining, cells[0]);
    *text = joining.text;
    return read;
}
