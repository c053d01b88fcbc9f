/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The source of a plugin as tokens: enough of Lua to follow braces, keys and functions. Private. */
#ifndef PLUGIN_TOKENS_H
#define PLUGIN_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

#include "ground/arena.h"

enum token_kind { TOKEN_NAME, TOKEN_NUMBER, TOKEN_TEXT, TOKEN_MARK };

struct token {
    enum token_kind kind;
    const char *start; /* in the source */
    size_t length;
    int line;
};

struct tokens {
    const struct token *all;
    size_t count;
};

/* White space and comments left out. What is not Lua becomes some tokens too; the worker says so.
 */
struct tokens tokens_read(struct arena *arena, const char *source);

bool token_is(const struct token *token, const char *text);

/* How many blocks, brackets and braces a token opens (1), closes (-1) or leaves alone (0). */
int token_nesting(const struct token *token);

/* Is the token before `at` such that a field of a table may begin at `at`, given that a table is
 * open? */
bool token_begins_field(const struct tokens *tokens, size_t at);

#endif
