/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that a file itself writes down, so that what is made while it runs is told from them.
 */
#include <stdlib.h>
#include <string.h>

#include "ground/text.h"
#include "plugin/plugin.h"
#include "plugin/source.h"

static int compare(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

size_t plugin_words(const struct plugin *plugin, const char ***words)
{
    struct tokens tokens = tokens_read(plugin->arena, source_begin(plugin->source));
    size_t count = 0, kept = 0;
    const char **all = arena_array(plugin->arena, tokens.count + 1, sizeof *all);
    for (size_t i = 0; i < tokens.count; i++) {
        const struct token *token = &tokens.all[i];
        if (token->kind != TOKEN_TEXT || token->length < 3 || !strchr("\"'", *token->start))
            continue;
        all[count] = arena_copy(plugin->arena, token->start + 1, token->length - 2);
        count += text_is_id(all[count]);
    }
    qsort(all, count, sizeof *all, compare);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || strcmp(all[kept - 1], all[i]) != 0)
            all[kept++] = all[i];
    *words = all;
    return kept;
}

static bool is_text_of(const struct token *token, const char *word)
{
    return token->kind == TOKEN_TEXT && token->length == strlen(word) + 2 &&
           strncmp(token->start + 1, word, token->length - 2) == 0;
}

bool plugin_asks_for(const struct plugin *plugin, const char *word)
{
    struct tokens tokens = tokens_read(plugin->arena, source_begin(plugin->source));
    for (size_t i = 0; i < tokens.count; i++)
        if (is_text_of(&tokens.all[i], word) ||
            (i > 0 && token_is(&tokens.all[i], word) &&
             (token_is(&tokens.all[i - 1], ".") || token_is(&tokens.all[i - 1], ":"))))
            return true;
    return false;
}

static bool has_word(const struct plugin *plugin, const struct token *text, const char *word)
{
    return text->kind == TOKEN_TEXT &&
           text_has_word(arena_copy(plugin->arena, text->start + 1, text->length - 2), word);
}

bool plugin_gives(const struct plugin *plugin, const char *field, const char *word)
{
    struct tokens tokens = tokens_read(plugin->arena, source_begin(plugin->source));
    for (size_t i = 0; i + 2 < tokens.count; i++)
        if (token_is(&tokens.all[i], field) && token_is(&tokens.all[i + 1], "=") &&
            (!word || has_word(plugin, &tokens.all[i + 2], word)))
            return true;
    return false;
}
