/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/place.h"

#include <string.h>
#include <strings.h>

#include "ground/text.h"

static const char raw_tags[] = "script style xmp iframe noembed noframes noscript plaintext";

/* Attributes whose value is plain words to every browser. Others may hold an address, a style or a
 * script. */
static const char plain_attributes[] =
    "id class title lang dir alt role scope headers for datetime colspan "
    "rowspan label";

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_letter(char c)
{
    return small(c) >= 'a' && small(c) <= 'z';
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void append(char *name, size_t room, char c)
{
    size_t length = strlen(name);
    if (length + 1 < room) {
        name[length] = small(c);
        name[length + 1] = '\0';
    }
}

static void enter(struct place *place, enum place_kind kind)
{
    place->kind = kind;
    if (kind == PLACE_TEXT)
        place->tag[0] = '\0';
    if (kind == PLACE_TEXT || kind == PLACE_TAG)
        place->attribute[0] = '\0';
    place->begun = place->fragment = false;
}

/* `<` followed by a sign could become a tag, so it counts as the beginning of one. */
static bool begins_tag(char next)
{
    return is_letter(next) || next == '/' || next == '!' || next == '?' || next == '{';
}

static void step_text(struct place *place, const char *at)
{
    if (at[0] != '<' || !begins_tag(at[1]))
        return;
    place->tag[0] = '\0';
    enter(place, strncmp(at, "<!--", 4) == 0 ? PLACE_COMMENT : PLACE_TAG_NAME);
}

static void step_tag_end(struct place *place)
{
    enter(place, text_has_word(raw_tags, place->tag) ? PLACE_RAW : PLACE_TEXT);
}

static void step_tag_name(struct place *place, char c)
{
    if (c == '>')
        step_tag_end(place);
    else if (is_space(c) || (c == '/' && place->tag[0]))
        enter(place, PLACE_TAG);
    else
        append(place->tag, sizeof place->tag, c);
}

static void step_tag(struct place *place, char c)
{
    if (c == '>') {
        step_tag_end(place);
    } else if (c == '/') {
        enter(place, PLACE_TAG);
    } else if (c == '=' && place->attribute[0]) {
        enter(place, PLACE_EQUALS);
    } else if (!is_space(c)) {
        enter(place, PLACE_ATTRIBUTE);
        place->attribute[0] = '\0';
        append(place->attribute, sizeof place->attribute, c);
    }
}

static void step_attribute(struct place *place, char c)
{
    if (c == '>')
        step_tag_end(place);
    else if (c == '=')
        enter(place, PLACE_EQUALS);
    else if (c == '/')
        enter(place, PLACE_TAG);
    else if (is_space(c))
        place->kind = PLACE_TAG; /* its name stays: a = may follow */
    else
        append(place->attribute, sizeof place->attribute, c);
}

static void step_equals(struct place *place, char c)
{
    if (c == '"')
        enter(place, PLACE_QUOTED);
    else if (c == '\'')
        enter(place, PLACE_SINGLE);
    else if (c == '>')
        step_tag_end(place);
    else if (!is_space(c))
        enter(place, PLACE_BARE);
}

static void step_quoted(struct place *place, char c)
{
    if (c == '"') {
        enter(place, PLACE_TAG);
    } else if (!place->begun) {
        place->begun = true;
        place->fragment = c == '#';
    }
}

static void step_bare(struct place *place, char c)
{
    if (c == '>')
        step_tag_end(place);
    else if (is_space(c))
        enter(place, PLACE_TAG);
}

static void step_raw(struct place *place, const char *at)
{
    if (at[0] == '<' && at[1] == '/' && strncasecmp(at + 2, place->tag, strlen(place->tag)) == 0) {
        place->tag[0] = '\0';
        enter(place, PLACE_TAG_NAME);
    }
}

void place_step(struct place *place, const char *at)
{
    switch (place->kind) {
    case PLACE_TEXT:
        step_text(place, at);
        break;
    case PLACE_TAG_NAME:
        step_tag_name(place, *at);
        break;
    case PLACE_TAG:
        step_tag(place, *at);
        break;
    case PLACE_ATTRIBUTE:
        step_attribute(place, *at);
        break;
    case PLACE_EQUALS:
        step_equals(place, *at);
        break;
    case PLACE_QUOTED:
        step_quoted(place, *at);
        break;
    case PLACE_SINGLE:
        if (*at == '\'')
            enter(place, PLACE_TAG);
        break;
    case PLACE_BARE:
        step_bare(place, *at);
        break;
    case PLACE_COMMENT:
        if (*at == '>' && at[-1] == '-' && at[-2] == '-')
            enter(place, PLACE_TEXT);
        break;
    case PLACE_RAW:
        step_raw(place, at);
        break;
    }
}

static bool is_plain(const char *attribute)
{
    return text_has_word(plain_attributes, attribute) || text_starts(attribute, "aria-") ||
           text_starts(attribute, "data-");
}

static const char *quoted_refuses(const struct place *place)
{
    if (is_plain(place->attribute))
        return NULL;
    if (strcmp(place->attribute, "href") != 0)
        return "in an attribute that may hold an address, a style or a script";
    if (place->fragment)
        return NULL;
    return "in an address, which may only lead to a place on the same page: href=\"#{{id}}\"";
}

const char *place_refuses(const struct place *place)
{
    switch (place->kind) {
    case PLACE_TEXT:
        return NULL;
    case PLACE_QUOTED:
        return quoted_refuses(place);
    case PLACE_TAG_NAME:
        return "in the name of a tag";
    case PLACE_TAG:
    case PLACE_ATTRIBUTE:
        return "inside a tag, outside its attributes";
    case PLACE_SINGLE:
        return "in an attribute in single quotes; use double ones";
    case PLACE_EQUALS:
    case PLACE_BARE:
        return "in an attribute without quotes; put it in double ones";
    case PLACE_COMMENT:
        return "in a comment";
    case PLACE_RAW:
        break;
    }
    return "inside <script>, <style> or the like, where nothing can be escaped";
}

bool place_same(const struct place *a, const struct place *b)
{
    return a->kind == b->kind && strcmp(a->tag, b->tag) == 0 &&
           strcmp(a->attribute, b->attribute) == 0 && a->fragment == b->fragment;
}
