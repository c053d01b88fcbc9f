/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signs of a template. Comments are for those who keep the template and are not written to the
 * page; a block or part that has a line for itself takes the whole line with it. */
#include <string.h>
#include <strings.h>

#include "ground/text.h"
#include "page/names.h"
#include "page/place.h"
#include "page/template.h"

struct parser {
    struct template *template;
    struct template_file *file;
    const char *at, *end;
    struct spot spot; /* of `at` */
    struct place place;
    struct fault *fault;
};

/* A list of nodes being built. */
struct nodes {
    struct node **last;
};

static void advance(struct parser *parser)
{
    bool starts = ((unsigned char)*parser->at & 0xC0) != 0x80;
    place_step(&parser->place, parser->at);
    parser->spot.column = *parser->at == '\n' ? 1 : parser->spot.column + starts;
    parser->spot.line += *parser->at == '\n';
    parser->at++;
}

/* Over a sign: it is no markup, so the place stays. */
static void advance_sign(struct parser *parser, const char *to)
{
    for (; parser->at < to; parser->at++)
        parser->spot.column += ((unsigned char)*parser->at & 0xC0) != 0x80;
}

static struct node *add(struct parser *parser, struct nodes *nodes, enum node_kind kind)
{
    struct node *node = arena_take(parser->template->arena, sizeof *node);
    node->kind = kind;
    node->spot = parser->spot;
    *nodes->last = node;
    nodes->last = &node->next;
    return node;
}

static void add_words(struct parser *parser, struct nodes *nodes, const char *from, const char *to)
{
    if (from == to)
        return;
    struct node *node = add(parser, nodes, NODE_WORDS);
    node->words = from;
    node->length = (size_t)(to - from);
}

/* --- lines of their own ---- */

static const char *line_start(const struct parser *parser, const char *at)
{
    while (at > parser->file->bytes && (at[-1] == ' ' || at[-1] == '\t'))
        at--;
    return at == parser->file->bytes || at[-1] == '\n' ? at : NULL;
}

/* The end of the line when nothing but blanks is left of it, else NULL. */
static const char *line_rest(const struct parser *parser, const char *at)
{
    while (at < parser->end && (*at == ' ' || *at == '\t' || *at == '\r'))
        at++;
    if (at == parser->end)
        return at;
    return *at == '\n' ? at + 1 : NULL;
}

static bool is_alone(const struct parser *parser, const char *from, const char *to)
{
    return line_start(parser, from) && line_rest(parser, to);
}

static void skip_rest(struct parser *parser)
{
    const char *to = line_rest(parser, parser->at);
    while (parser->at < to)
        advance(parser);
}

/* --- signs ---- */

static bool fault_here(struct parser *parser, const char *sign, const char *why)
{
    return template_fault(parser->fault, &parser->spot, "%s %s", sign, why);
}

/* A name that no model has would silently be nothing. `any` goes behind the name of a list. */
static bool check_piece(struct parser *parser, const char *sign, const char *piece, bool first)
{
    if (!text_is_id(piece))
        return fault_here(
            parser, sign,
            "is none of the signs {{name}}, {{#each NAME}} … {{/each}}, "
            "{{^none NAME}} … {{/none}}, {{>part}}, {{chart NAME}} and {{table NAME}}; names "
            "are small letters, digits and _. There is no raw form.");
    if (page_is_name(piece) || (!first && strcmp(piece, "any") == 0))
        return true;
    const char *near = text_nearest(piece, page_names, page_name_count);
    return template_fault(parser->fault, &parser->spot,
                          "%s names `%s`, which no report has. %s%s%s", sign, piece,
                          near ? "Did you mean `" : "", near ? near : "",
                          near ? "`?" : "The names that there are stand in reports/README.md.");
}

static bool read_name(struct parser *parser, const char *sign, const char *name, struct node *node)
{
    struct arena *arena = parser->template->arena;
    size_t room = 0;
    node->words = name;
    if (strcmp(name, ".") == 0)
        return true;
    for (char *piece = arena_text(arena, name); piece;) {
        char *dot = strchr(piece, '.');
        if (dot)
            *dot++ = '\0';
        if (!check_piece(parser, sign, piece, node->name_count == 0))
            return false;
        node->names = arena_grow(arena, node->names, node->name_count, &room, sizeof *node->names);
        node->names[node->name_count++] = piece;
        piece = dot;
    }
    return true;
}

static bool parse_value(struct parser *parser, struct nodes *nodes, const char *sign,
                        const char *name)
{
    const char *refused = place_refuses(&parser->place);
    if (!read_name(parser, sign, name, add(parser, nodes, NODE_VALUE)))
        return false;
    if (refused)
        return template_fault(parser->fault, &parser->spot,
                              "%s stands %s. A value may only stand between "
                              "tags or in an attribute like class=\"…\".",
                              sign, refused);
    parser->place.begun = true;
    return true;
}

static bool between_tags(struct parser *parser, const char *sign)
{
    return parser->place.kind == PLACE_TEXT ||
           fault_here(parser, sign,
                      "may only stand between tags, not inside one, a comment, <script> or "
                      "<style>. Move it.");
}

/* {{chart NAME}} and {{table NAME}}: what is drawn from a map of the model. */
static bool parse_drawn(struct parser *parser, struct nodes *nodes, const char *sign,
                        const char *name, enum node_kind kind)
{
    return between_tags(parser, sign) && read_name(parser, sign, name, add(parser, nodes, kind));
}

static bool parse_part(struct parser *parser, struct nodes *nodes, const char *sign,
                       const char *name)
{
    struct template_file *file;
    struct node *node = add(parser, nodes, NODE_PART);
    if (!text_is_id(name))
        return fault_here(parser, sign,
                          "names no part: parts are files of the folder `parts`, and their "
                          "names are small letters, digits and _, without .html.");
    const char *path = arena_format(parser->template->arena, "parts/%s.html", name);
    if (!between_tags(parser, sign) ||
        !template_file(parser->template, path, &parser->spot, &file, parser->fault))
        return false;
    if (file->open)
        return fault_here(parser, sign,
                          "goes round in a circle: this part is in the middle of being put in. "
                          "Take one of the signs out.");
    if (!file->nodes && !template_parse(parser->template, file, parser->fault))
        return false;
    node->body = file->nodes;
    return true;
}

static bool parse_nodes(struct parser *parser, struct node **list, const char *closing,
                        const struct spot *opened);

static bool parse_block(struct parser *parser, struct nodes *nodes, const char *sign,
                        const char *name, bool each)
{
    struct spot opened = parser->spot;
    struct place before = parser->place;
    struct node *node = add(parser, nodes, each ? NODE_EACH : NODE_NONE);
    if (before.kind == PLACE_COMMENT || before.kind == PLACE_RAW)
        return between_tags(parser, sign);
    if (!read_name(parser, sign, name, node))
        return false;
    const char *end = strstr(parser->at, "}}") + 2;
    bool alone = is_alone(parser, parser->at, end);
    advance_sign(parser, end);
    if (alone)
        skip_rest(parser);
    if (!parse_nodes(parser, &node->body, each ? "{{/each}}" : "{{/none}}", &opened))
        return false;
    if (place_same(&before, &parser->place))
        return true;
    return template_fault(parser->fault, &opened,
                          "%s does not end where it begins: it opens or closes a "
                          "tag, an attribute or a quote that it does not open and close.",
                          sign);
}

/* One sign; `inside` is what stands between {{ and }}. Blocks move past themselves, others are
 * passed here. */
static bool parse_sign(struct parser *parser, struct nodes *nodes, const char *sign,
                       const char *inside)
{
    const char *end = strstr(parser->at, "}}") + 2;
    bool done, alone = is_alone(parser, parser->at, end);
    if (text_starts(inside, "#each "))
        return parse_block(parser, nodes, sign, inside + 6, true);
    if (text_starts(inside, "^none "))
        return parse_block(parser, nodes, sign, inside + 6, false);
    if (*inside == '>')
        done = parse_part(parser, nodes, sign, inside + 1);
    else if (text_starts(inside, "chart "))
        done = parse_drawn(parser, nodes, sign, inside + 6, NODE_CHART);
    else if (text_starts(inside, "table "))
        done = parse_drawn(parser, nodes, sign, inside + 6, NODE_TABLE);
    else
        done = parse_value(parser, nodes, sign, inside);
    if (!done)
        return false;
    advance_sign(parser, end);
    if (*inside == '>' && alone)
        skip_rest(parser);
    return true;
}

/* The sign at `at` as written, and what stands in it. */
static bool read_sign(struct parser *parser, char **sign, char **inside)
{
    struct arena *arena = parser->template->arena;
    const char *end = strstr(parser->at, "}}");
    const char *line = strchr(parser->at, '\n');
    if (!end || (line && line < end))
        return template_fault(parser->fault, &parser->spot,
                              "{{ is never closed: }} is missing on this "
                              "line.");
    *sign = arena_copy(arena, parser->at, (size_t)(end + 2 - parser->at));
    *inside = arena_copy(arena, parser->at + 2, (size_t)(end - parser->at - 2));
    return true;
}

/* --- runs of words ---- */

static bool at_head_end(const struct parser *parser)
{
    return parser->place.kind == PLACE_TEXT && strncasecmp(parser->at, "</head>", 7) == 0;
}

static bool at_comment(const struct parser *parser)
{
    return parser->place.kind == PLACE_TEXT && strncmp(parser->at, "<!--", 4) == 0;
}

/* Moves over words up to a sign, a comment, </head> or the end. */
static void skip_words(struct parser *parser)
{
    while (parser->at < parser->end && strncmp(parser->at, "{{", 2) != 0 && !at_comment(parser) &&
           !at_head_end(parser))
        advance(parser);
}

/* The words before a sign that has a line for itself end where that line begins. */
static const char *words_end(const struct parser *parser, bool whole_line)
{
    const char *end = strstr(parser->at, "}}");
    if (whole_line && end && is_alone(parser, parser->at, end + 2))
        return line_start(parser, parser->at);
    return parser->at;
}

static bool takes_its_line(const char *at)
{
    return at[0] == '{' && at[1] == '{' && at[2] && strchr("#^/>", at[2]);
}

static bool skip_comment(struct parser *parser)
{
    struct spot opened = parser->spot;
    bool begins = line_start(parser, parser->at) != NULL;
    const char *sign;
    do {
        advance(parser);
        sign = parser->place.kind == PLACE_COMMENT && strncmp(parser->at, "{{", 2) == 0 ? parser->at
                                                                                        : NULL;
        if (sign)
            return template_fault(parser->fault, &parser->spot,
                                  "a sign in a comment does nothing. Take it "
                                  "out, or the comment away.");
    } while (parser->at < parser->end && parser->place.kind == PLACE_COMMENT);
    if (parser->place.kind == PLACE_COMMENT)
        return template_fault(parser->fault, &opened,
                              "this comment is never closed: --> is missing.");
    if (begins && line_rest(parser, parser->at))
        skip_rest(parser);
    return true;
}

static void pass_head_end(struct parser *parser, struct nodes *nodes)
{
    add(parser, nodes, NODE_STYLE);
    parser->template->has_head = true;
    const char *from = parser->at;
    while (parser->at < from + 7)
        advance(parser);
    add_words(parser, nodes, from, parser->at);
}

/* A closing sign: true when it is the one that is waited for. */
static bool parse_closing(struct parser *parser, const char *sign, const char *closing)
{
    if (!closing || strcmp(sign, closing) != 0) {
        if (closing)
            return template_fault(parser->fault, &parser->spot,
                                  "%s stands where %s is waited for. Close "
                                  "blocks in the order they were opened, the last one first.",
                                  sign, closing);
        return fault_here(parser, sign, "closes nothing that was opened in this file.");
    }
    bool alone = is_alone(parser, parser->at, parser->at + strlen(sign));
    advance_sign(parser, parser->at + strlen(sign));
    if (alone)
        skip_rest(parser);
    return true;
}

static bool at_end(struct parser *parser, const char *closing, const struct spot *opened)
{
    if (closing)
        return template_fault(parser->fault, opened, "this block is never closed: %s is missing.",
                              closing);
    return parser->place.kind == PLACE_TEXT ||
           template_fault(parser->fault, &parser->spot,
                          "the file ends inside a tag, an attribute, a script "
                          "or a style. A template and each of its parts must close what it opens.");
}

static bool parse_nodes(struct parser *parser, struct node **list, const char *closing,
                        const struct spot *opened)
{
    struct nodes nodes = {list};
    char *sign = NULL, *inside = NULL;
    while (true) {
        const char *from = parser->at;
        skip_words(parser);
        add_words(parser, &nodes, from, words_end(parser, takes_its_line(parser->at)));
        if (parser->at == parser->end)
            return at_end(parser, closing, opened);
        if (at_head_end(parser)) {
            pass_head_end(parser, &nodes);
            continue;
        }
        if (at_comment(parser)) {
            if (!skip_comment(parser))
                return false;
            continue;
        }
        if (!read_sign(parser, &sign, &inside) || !inside)
            return false;
        if (strcmp(inside, "/each") == 0 || strcmp(inside, "/none") == 0)
            return parse_closing(parser, sign, closing);
        if (!parse_sign(parser, &nodes, sign, inside))
            return false;
    }
}

bool template_parse(struct template *template, struct template_file *file, struct fault *fault)
{
    struct parser parser = {.template = template,
                            .file = file,
                            .at = file->bytes,
                            .end = file->bytes + file->length,
                            .spot = {file->path, 1, 1},
                            .fault = fault};
    file->open = true;
    bool done = parse_nodes(&parser, &file->nodes, NULL, NULL);
    file->open = false;
    return done;
}
