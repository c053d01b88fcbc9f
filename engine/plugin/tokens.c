/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plugin/tokens.h"

#include <string.h>

#include "ground/text.h"

struct scan {
    const char *at;
    int line;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_name(char c)
{
    return is_digit(c) || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Steps over one byte, counting lines. */
static void step(struct scan *scan)
{
    scan->line += *scan->at == '\n';
    scan->at += *scan->at != 0;
}

/* The number of = in `[==[`, or -1 when none begins here. */
static int long_level(const char *at)
{
    size_t level = strspn(at + 1, "=");
    return *at == '[' && at[1 + level] == '[' ? (int)level : -1;
}

/* From `[==[` to behind the `]==]` of the same level. */
static void skip_long(struct scan *scan, int level)
{
    scan->at += level + 2;
    for (; *scan->at; step(scan)) {
        if (*scan->at != ']' || (int)strspn(scan->at + 1, "=") != level ||
            scan->at[1 + level] != ']')
            continue;
        scan->at += level + 2;
        return;
    }
}

static void skip_comment(struct scan *scan)
{
    scan->at += 2;
    int level = long_level(scan->at);
    if (level >= 0)
        skip_long(scan, level);
    else
        scan->at += strcspn(scan->at, "\n");
}

static void skip_space(struct scan *scan)
{
    for (;;) {
        if (text_starts(scan->at, "--"))
            skip_comment(scan);
        else if (*scan->at && strchr(" \t\r\n\v\f", *scan->at))
            step(scan);
        else
            return;
    }
}

static void skip_quoted(struct scan *scan)
{
    char quote = *scan->at++;
    while (*scan->at && *scan->at != quote) {
        if (*scan->at == '\\')
            step(scan);
        step(scan);
    }
    step(scan);
}

/* 3, 0x1p4, 1e-5, 3..4 (which Lua refuses). */
static void skip_number(struct scan *scan)
{
    for (; is_name(*scan->at) || *scan->at == '.'; scan->at++)
        if (strchr("eEpP", *scan->at) && (scan->at[1] == '-' || scan->at[1] == '+'))
            scan->at++;
}

static size_t mark_length(const char *at)
{
    static const char *const marks[] = {
        "...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_starts(at, marks[i]))
            return strlen(marks[i]);
    return 1;
}

static enum token_kind skip_token(struct scan *scan)
{
    const char *at = scan->at;
    if (is_digit(*at) || (*at == '.' && is_digit(at[1]))) {
        skip_number(scan);
        return TOKEN_NUMBER;
    }
    if (is_name(*at)) {
        while (is_name(*scan->at))
            scan->at++;
        return TOKEN_NAME;
    }
    if (*at == '"' || *at == '\'') {
        skip_quoted(scan);
        return TOKEN_TEXT;
    }
    if (long_level(at) >= 0) {
        skip_long(scan, long_level(at));
        return TOKEN_TEXT;
    }
    scan->at += mark_length(at);
    return TOKEN_MARK;
}

struct tokens tokens_read(struct arena *arena, const char *source)
{
    struct scan scan = {source, 1};
    struct token *all = NULL;
    size_t count = 0, room = 0;
    for (skip_space(&scan); *scan.at; skip_space(&scan)) {
        struct token token = {.start = scan.at, .line = scan.line};
        token.kind = skip_token(&scan);
        token.length = (size_t)(scan.at - token.start);
        all = arena_grow(arena, all, count, &room, sizeof *all);
        all[count++] = token;
    }
    return (struct tokens){all, count};
}

bool token_is(const struct token *token, const char *text)
{
    return token->kind != TOKEN_TEXT && strlen(text) == token->length &&
           memcmp(token->start, text, token->length) == 0;
}

static bool token_among(const struct token *token, const char *const *texts)
{
    while (*texts && !token_is(token, *texts))
        texts++;
    return *texts;
}

int token_nesting(const struct token *token)
{
    /* `for` and `while` open with their `do`; `then` and `else` belong to their `if`. */
    static const char *const opening[] = {"(", "[", "{", "function", "if", "do", "repeat", NULL};
    static const char *const closing[] = {")", "]", "}", "end", "until", NULL};
    return token_among(token, opening) - token_among(token, closing);
}

bool token_begins_field(const struct tokens *tokens, size_t at)
{
    static const char *const before[] = {"{", ",", ";", NULL};
    return at > 0 && at < tokens->count && token_among(&tokens->all[at - 1], before);
}
