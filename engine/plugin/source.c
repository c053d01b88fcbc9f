/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plugin/source.h"

#include <string.h>

#include "ground/text.h"
#include "vault/vault.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF";

const char *source_begin(const char *source)
{
    if (text_starts(source, byte_order_mark))
        source += sizeof byte_order_mark - 1;
    return *source == '#' ? source + strcspn(source, "\n") : source;
}

static int line_of(const char *source, size_t offset)
{
    int line = 1;
    for (size_t i = 0; i < offset; i++)
        line += source[i] == '\n';
    return line;
}

bool source_check_bytes(const char *path, const char *source, size_t length, struct faults *faults)
{
    size_t before = faults->count;
    size_t end = text_utf8_end(source, length);
    const char *nul = memchr(source, 0, length);
    if (length > PLUGIN_SOURCE_MOST)
        faults_add(faults,
                   "%s: a plugin is at most 256 KiB long. Put large tables into a data file "
                   "beside it",
                   path);
    else if (length && *source == '\x1B')
        faults_add(faults, "%s:1: this is compiled Lua. A plugin is read as text", path);
    else if (end < length)
        faults_add(faults, "%s:%d: a byte here is not UTF-8. Save the file as UTF-8", path,
                   line_of(source, end));
    else if (nul)
        faults_add(faults, "%s:%d: there is a NUL byte here. A plugin is UTF-8 text", path,
                   line_of(source, (size_t)(nul - source)));
    return faults->count == before;
}

/* Lua 5.4.4 gives wrong values for `1 | (a or b)` in a function with many constants, so no bitwise
 * operator is let in: a wrong value must never be the outcome, and scoring does not need them. */
bool source_check_marks(const char *path, const struct tokens *tokens, struct faults *faults)
{
    static const char *const bitwise[] = {"&", "|", "~", "<<", ">>"};
    size_t before = faults->count;
    for (size_t i = 0; i < tokens->count; i++)
        for (size_t k = 0; k < sizeof bitwise / sizeof *bitwise; k++)
            if (token_is(&tokens->all[i], bitwise[k]))
                faults_add(faults,
                           "%s:%d: the bitwise operator `%s` is not available to plugins: this "
                           "Lua gets some of them wrong. Use arithmetic",
                           path, tokens->all[i].line, bitwise[k]);
    return faults->count == before;
}

/* Following braces, brackets and blocks: which of them are open, outermost first. */
enum { NEST_MOST = 200 };

struct nest {
    const char *open[NEST_MOST]; /* the opening tokens */
    size_t depth, functions;
};

static void follow(struct nest *nest, const struct token *token)
{
    int nesting = token_nesting(token);
    if (nesting > 0) {
        if (nest->depth < NEST_MOST)
            nest->open[nest->depth] = token->start;
        nest->functions += token_is(token, "function");
        nest->depth++;
    } else if (nesting < 0 && nest->depth > 0) {
        nest->depth--;
        if (nest->depth < NEST_MOST && nest->functions &&
            text_starts(nest->open[nest->depth], "function"))
            nest->functions--;
    }
}

static bool in_table(const struct nest *nest)
{
    return nest->depth > 0 && nest->depth <= NEST_MOST && *nest->open[nest->depth - 1] == '{';
}

/* A field that says nothing about results. Inside a function a field of that name may do so. */
static bool is_left_out(const struct tokens *tokens, size_t at, const struct nest *nest)
{
    static const char *const names[] = {"title", "about", "norms", "examples"};
    if (!in_table(nest) || nest->functions || !token_begins_field(tokens, at) ||
        at + 1 >= tokens->count || !token_is(&tokens->all[at + 1], "="))
        return false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (token_is(&tokens->all[at], names[i]))
            return true;
    return false;
}

/* The token behind the value that begins at `at`: a separator or the brace that closes the table.
 */
static size_t value_end(const struct tokens *tokens, size_t at)
{
    int depth = 0;
    for (; at < tokens->count; at++) {
        const struct token *token = &tokens->all[at];
        if (depth == 0 && (token_is(token, ",") || token_is(token, ";") || token_is(token, "}")))
            return at;
        depth += token_nesting(token);
    }
    return at;
}

static void add_token(struct text *kept, const struct token *token)
{
    text_add(kept, token->start, token->length);
    text_char(kept, 0);
}

void source_pin(const struct tokens *tokens, char pin[65])
{
    struct text kept = {0};
    struct nest nest = {.depth = 0};
    bool separator = false; /* waits: the last one of a table changes nothing */
    for (size_t i = 0; i < tokens->count; i++) {
        const struct token *token = &tokens->all[i];
        if (is_left_out(tokens, i, &nest)) {
            i = value_end(tokens, i + 2);
            if (i >= tokens->count)
                break;
            token = &tokens->all[i];
            if (!token_is(token, "}"))
                continue;
        } else if (in_table(&nest) && (token_is(token, ",") || token_is(token, ";"))) {
            separator = true;
            continue;
        }
        if (separator && !token_is(token, "}"))
            text_add(&kept, ",", 2);
        separator = false;
        add_token(&kept, token);
        follow(&nest, token);
    }
    vault_fingerprint(kept.bytes ? kept.bytes : "", kept.length, pin);
    text_free(&kept);
}
