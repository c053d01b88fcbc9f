/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers as cells: what staged rows say of the items of one administration, and its tokens. */
#include <string.h>

#include "store/store_administration.h"

/* How it was asked, as a cell: the number of the mode and, of a group, behind a space how many
 * answered together. An unknown mode of one person says nothing. */
const char *administration_how(struct arena *arena, int mode, int together)
{
    static const char *const cells[] = {NULL, "1", "2", "3", "4", "5", "6"};
    enum { MODE_COUNT = sizeof cells / sizeof *cells };
    if (together > 0)
        return arena_format(arena, "%d %d", mode, together);
    return mode > 0 && mode < MODE_COUNT ? cells[mode] : NULL;
}

/* --- tokens and cells ------------------------------------------------------------------------- */

/* Splits a private copy of tokens; `-` becomes NULL. The last cell takes the rest: goals come last,
 * and there may be any number. */
void administration_split(char *tokens, const char **cells, size_t count)
{
    char *at = *tokens ? tokens : NULL;
    for (size_t i = 0; i < count && at; i++) {
        char *end = i + 1 < count ? strchr(at, ' ') : NULL;
        if (end)
            *end = '\0';
        cells[i] = strcmp(at, "-") == 0 ? NULL : at;
        at = end ? end + 1 : NULL;
    }
}

/* The token of a cell: words stand beside it, not in it. */
static const char *token_of(const char *cell)
{
    return !cell ? "-" : *cell == '+' ? "+" : cell;
}

char *administration_join(struct arena *arena, const char *const *cells, size_t count)
{
    size_t length = 1;
    for (size_t i = 0; i < count; i++)
        length += strlen(token_of(cells[i])) + 1;
    char *tokens = arena_take(arena, length), *at = tokens;
    for (size_t i = 0; i < count; i++) {
        if (i)
            *at++ = ' ';
        at = stpcpy(at, token_of(cells[i]));
    }
    return tokens;
}

/* Staged words behind a + become their token. */
static bool open_words(struct merge *merge, const char **cells, size_t count, struct fault *fault)
{
    for (size_t i = 0; i < count; i++) {
        if (!cells[i] || cells[i][0] != '+' || !cells[i][1])
            continue;
        const char *words = cells[i] + 1;
        if (!merge_words(merge, &words, fault))
            return false;
        cells[i] = arena_format(merge->person_arena, "+%s", words);
    }
    return true;
}

static size_t add_part(struct arena *arena, const struct part_head *head, const char **cells,
                       struct said *said)
{
    const char *how = administration_how(arena, head->mode, head->together);
    if (!head->a_row_each) {
        *said = (struct said){head->line, head->first, head->count, cells, how};
        return 1;
    }
    for (uint32_t i = 0; i < head->count; i++)
        said[i] = (struct said){head->line + i, head->first + i, 1, cells + i, how};
    return head->count;
}

static size_t count_said(const struct text *body)
{
    struct part_head head;
    size_t count = 0;
    for (size_t at = 0; at < body->length; at += sizeof head + head.length) {
        memcpy(&head, body->bytes + at, sizeof head);
        count += head.a_row_each ? head.count : 1;
    }
    return count;
}

bool administration_said(struct merge *merge, const struct text *body,
                         struct cells_question *question, struct fault *fault)
{
    struct arena *arena = merge->person_arena;
    struct said *said = arena_array(arena, count_said(body), sizeof *said);
    struct part_head head;
    for (size_t at = 0; at < body->length; at += sizeof head + head.length) {
        memcpy(&head, body->bytes + at, sizeof head);
        const char **cells = arena_array(arena, head.count + 1, sizeof *cells);
        administration_split(arena_copy(arena, body->bytes + at + sizeof head, head.length), cells,
                             head.count);
        if (!open_words(merge, cells, head.count, fault))
            return false;
        question->said_count += add_part(arena, &head, cells, said + question->said_count);
    }
    question->said = said;
    return true;
}
