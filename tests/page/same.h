/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by the tests of pages: HTML, text, JSON and CSV of a model carry the same sentences,
 * numbers and tables, in the same order. */
#ifndef TESTS_PAGE_SAME_H
#define TESTS_PAGE_SAME_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "page/names.h"
#include "page/page.h"

/* A model's words, in no order that matters. */
struct words {
    const char **words;
    size_t count, room;
};

static inline void keep(struct words *words, const char *one, struct arena *arena)
{
    words->words =
        arena_grow(arena, words->words, words->count, &words->room, sizeof *words->words);
    words->words[words->count++] = one;
}

/* The first key of a model that no template may name, or NULL. */
static inline const char *nameless_key(struct value model)
{
    const char *key = NULL;
    for (size_t i = 0; !key && i < value_count(model); i++)
        key = nameless_key(value_item(model, i));
    for (size_t i = 0; !key && model.kind == VALUE_TABLE && i < model.table->entry_count; i++) {
        const char *own = model.table->entries[i].key;
        key = page_is_name(own) ? nameless_key(model.table->entries[i].value) : own;
    }
    return key;
}

static inline bool has(const struct words *words, const char *one)
{
    for (size_t i = 0; i < words->count; i++)
        if (strcmp(words->words[i], one) == 0)
            return true;
    return false;
}

/* Line breaks are blanks on a page. */
static inline const char *squeezed(const char *words, struct arena *arena)
{
    struct text out = {0};
    for (; *words; words++) {
        bool blank = strchr(" \t\r\n", *words) != NULL;
        if (!blank)
            text_char(&out, *words);
        else if (out.length && out.bytes[out.length - 1] != ' ')
            text_char(&out, ' ');
    }
    const char *made = arena_text(arena, out.bytes ? out.bytes : "");
    text_free(&out);
    return made;
}

/* Every text of the model that a reader sees: of a chart its sentence, and no names of ours. */
static inline void collect(struct value value, struct words *words, struct arena *arena)
{
    if (value_is(value, VALUE_TEXT) && *value.text)
        keep(words, squeezed(value.text, arena), arena);
    if (!value_is(value, VALUE_TABLE))
        return;
    for (size_t i = 0; i < value.table->count; i++)
        collect(value.table->items[i], words, arena);
    for (size_t i = 0; i < value.table->entry_count; i++) {
        const struct value_entry *entry = &value.table->entries[i];
        int64_t number;
        if (strcmp(entry->key, "number") == 0 && value_as_whole(entry->value, &number))
            keep(words, arena_format(arena, "%lld", (long long)number), arena);
        else if (strcmp(entry->key, "chart") == 0)
            collect(value_get(entry->value, "says"), words, arena);
        else if (!text_has_word("id reader axis", entry->key))
            collect(entry->value, words, arena);
    }
}

/* --- HTML and text as running words ---- */

static inline char unescaped(const char **at)
{
    static const struct {
        const char *entity;
        char c;
    } entities[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}};
    for (size_t i = 0; i < 4; i++)
        if (text_starts(*at, entities[i].entity)) {
            *at += strlen(entities[i].entity) - 1;
            return entities[i].c;
        }
    return **at;
}

/* What stands between the tags, without the style sheet. */
static inline const char *content(const char *html, struct arena *arena)
{
    struct text out = {0};
    for (const char *at = html; *at; at++) {
        if (text_starts(at, "<style"))
            at = strstr(at, "</style");
        if (*at == '<') {
            at = strchr(at, '>');
            text_char(&out, '\n');
        } else {
            text_char(&out, unescaped(&at));
        }
    }
    const char *made = squeezed(out.bytes, arena);
    text_free(&out);
    return made;
}

/* --- CSV, read as RFC 4180 has it ---- */

static inline const char *next_cell(const char **at, struct arena *arena)
{
    struct text cell = {0};
    bool quoted = **at == '"';
    for (*at += quoted; **at && (quoted || !strchr(",\n", **at)); ++*at) {
        if (quoted && **at == '"' && *++*at != '"')
            break;
        text_char(&cell, **at);
    }
    bool guarded = cell.length > 1 && cell.bytes[0] == '\'' && strchr("=+-@", cell.bytes[1]);
    const char *made = arena_text(arena, (cell.bytes ? cell.bytes : "") + guarded);
    text_free(&cell);
    return made;
}

static inline bool next_line(const char **at, const char *cells[5], struct arena *arena)
{
    if (!**at)
        return false;
    for (size_t i = 0; i < 5; i++) {
        cells[i] = next_cell(at, arena);
        assert_int_equal(**at, i < 4 ? ',' : '\n');
        ++*at;
    }
    return true;
}

/* Each value is the model's, and stands in both other formats behind the one before. */
static inline void assert_csv(const char *csv, const struct words *model, const char *html,
                              const char *text, struct words *values, struct arena *arena)
{
    const char *cells[5];
    assert_true(text_starts(csv, "section,figure,row,column,value\n"));
    csv = strchr(csv, '\n') + 1;
    while (next_line(&csv, cells, arena)) {
        for (size_t i = 0; i < 2; i++)
            assert_true(!*cells[i] || has(model, cells[i]));
        if (!*cells[4])
            continue;
        const char *one = squeezed(cells[4], arena);
        keep(values, one, arena);
        keep(values, cells[3], arena); /* heads of columns */
        if (!has(model, one))
            fail_msg("only the CSV says: %s", one);
        const char *in_html = strstr(html, one), *in_text = strstr(text, one);
        if (!in_html || !in_text)
            fail_msg("%s does not follow in %s", one, in_html ? "the text" : "the page");
        html = in_html;
        text = in_text;
    }
}

static inline void assert_same(struct value model, const char *folder, const char *template)
{
    struct arena *arena = arena_new();
    struct text html = {0}, text = {0}, json = {0}, again = {0}, csv = {0};
    struct words words = {0}, values = {0};
    struct value read;
    struct fault fault = {0};
    if (!page_html(NULL, folder, template, model, &html, &fault))
        fail_msg("%s", fault.text);
    page_text(model, &text);
    page_json(model, &json);
    page_csv(model, &csv);
    collect(model, &words, arena);
    assert_true(page_read_json(arena, json.bytes, &read, &fault));
    page_json(read, &again);
    assert_string_equal(json.bytes, again.bytes);
    const char *in_html = content(html.bytes, arena), *in_text = squeezed(text.bytes, arena);
    assert_csv(csv.bytes, &words, in_html, in_text, &values, arena);
    for (size_t i = 0; i < words.count; i++) {
        const char *one = squeezed(words.words[i], arena);
        if (!strstr(in_html, one) || !strstr(in_text, one) || !has(&values, words.words[i]))
            fail_msg("not in every format: %s", one);
    }
    text_free(&html);
    text_free(&text);
    text_free(&json);
    text_free(&again);
    text_free(&csv);
    arena_free(arena);
}

#endif
