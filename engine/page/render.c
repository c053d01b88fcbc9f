/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/render.h"

#include <string.h>

#include "chart/chart.h"
#include "chart/markup.h"
#include "page/table.h"

/* What names are looked up in: the item of the innermost #each first, then outwards to the model.
 */
struct scope {
    struct value item;
    const struct scope *outer;
};

struct rendering {
    const struct template *template;
    struct text *out;
    size_t charts; /* drawn so far: makes their ids, which no id of a model can be equal to */
    struct fault *fault;
};

/* `any` of a list that holds something is yes, so that a template can put <ul> around it once. */
static struct value piece_of(struct value value, const char *name)
{
    struct value piece = value_get(value, name);
    if (piece.kind == VALUE_NIL && value_count(value) > 0 && strcmp(name, "any") == 0)
        return value_yes(true);
    return piece;
}

static struct value find(const struct node *node, const struct scope *scope)
{
    struct value value = node->name_count ? value_nil() : scope->item;
    for (; node->name_count && scope && value.kind == VALUE_NIL; scope = scope->outer)
        value = value_get(scope->item, node->names[0]);
    for (size_t i = 1; i < node->name_count; i++)
        value = piece_of(value, node->names[i]);
    return value;
}

static bool absent(const struct rendering *rendering, const struct node *node)
{
    return template_fault(rendering->fault, &node->spot,
                          "the model has no `%s` here. If it may be absent, "
                          "write {{#each %s}} … {{/each}} around it.",
                          node->words, node->words);
}

static bool render_value(struct rendering *rendering, const struct node *node,
                         const struct scope *scope)
{
    struct value value = find(node, scope);
    double number;
    if (value.kind == VALUE_TEXT)
        chart_markup(rendering->out, value.text);
    else if (value.kind == VALUE_WHOLE)
        text_format(rendering->out, "%lld", (long long)value.whole);
    else if (value_as_number(value, &number))
        text_number(rendering->out, number);
    else if (value.kind == VALUE_NIL)
        return absent(rendering, node);
    else
        return template_fault(rendering->fault, &node->spot,
                              "`%s` is a list, a map or yes and no, and only "
                              "texts and numbers can be written. Go into it with {{#each %s}}.",
                              node->words, node->words);
    return true;
}

/* The template names something of the model that cannot be drawn so. */
static bool is_none(struct rendering *rendering, const struct node *node, const char *what,
                    const char *which)
{
    return template_fault(rendering->fault, &node->spot, "`%s` is no %s of the model. %s",
                          node->words, what, which);
}

static bool render_chart(struct rendering *rendering, const struct node *node,
                         const struct scope *scope)
{
    struct value value = find(node, scope);
    if (value.kind == VALUE_NIL)
        return absent(rendering, node);
    if (!value_as_text(value_get(value, "kind")))
        return is_none(rendering, node, "chart",
                       "Charts are the `chart` of a figure or of a row, and the `axis` of a "
                       "figure.");
    const char *id = arena_format(rendering->template->arena, "chart-%zu", ++rendering->charts);
    return chart_draw(value, id, rendering->out, rendering->fault);
}

static bool render_table(struct rendering *rendering, const struct node *node,
                         const struct scope *scope)
{
    struct value value = find(node, scope);
    if (value.kind == VALUE_NIL)
        return absent(rendering, node);
    if (!value_is(value, VALUE_TABLE) || value_count(value) > 0)
        return is_none(rendering, node, "table", "Tables are the `table` of a figure or section.");
    return table_markup(value, rendering->out, rendering->fault);
}

static bool render_nodes(struct rendering *rendering, const struct node *node,
                         const struct scope *scope);

static bool render_item(struct rendering *rendering, const struct node *node, struct value item,
                        const struct scope *outer)
{
    struct scope scope = {item, outer};
    return render_nodes(rendering, node->body, &scope);
}

/* Nothing is nil, no, an empty text and an empty list or map. */
static bool is_nothing(struct value value)
{
    switch (value.kind) {
    case VALUE_NIL:
    case VALUE_FUNCTION:
        return true;
    case VALUE_YES_NO:
        return !value.yes;
    case VALUE_TEXT:
        return !*value.text;
    case VALUE_TABLE:
        return value.table->count == 0 && value.table->entry_count == 0;
    case VALUE_WHOLE:
    case VALUE_NUMBER:
        break;
    }
    return false;
}

/* A list item by item; anything else once. */
static bool render_each(struct rendering *rendering, const struct node *node,
                        const struct scope *scope)
{
    struct value value = find(node, scope);
    if (is_nothing(value))
        return true;
    if (value_count(value) == 0)
        return render_item(rendering, node, value, scope);
    for (size_t i = 0; i < value_count(value); i++)
        if (!render_item(rendering, node, value_item(value, i), scope))
            return false;
    return true;
}

static void render_style(struct rendering *rendering)
{
    const struct template_file *style = rendering->template->style;
    text_put(rendering->out, "<style>\n");
    text_add(rendering->out, style->bytes, style->length);
    text_put(rendering->out, "</style>\n");
}

static bool render_node(struct rendering *rendering, const struct node *node,
                        const struct scope *scope)
{
    switch (node->kind) {
    case NODE_WORDS:
        text_add(rendering->out, node->words, node->length);
        return true;
    case NODE_VALUE:
        return render_value(rendering, node, scope);
    case NODE_EACH:
        return render_each(rendering, node, scope);
    case NODE_NONE:
        return !is_nothing(find(node, scope)) || render_nodes(rendering, node->body, scope);
    case NODE_PART:
        return render_nodes(rendering, node->body, scope);
    case NODE_CHART:
        return render_chart(rendering, node, scope);
    case NODE_TABLE:
        return render_table(rendering, node, scope);
    case NODE_STYLE:
        render_style(rendering);
        return true;
    }
    return true;
}

static bool render_nodes(struct rendering *rendering, const struct node *node,
                         const struct scope *scope)
{
    for (; node; node = node->next)
        if (!render_node(rendering, node, scope))
            return false;
    return true;
}

bool render_page(const struct template *template, struct value model, struct text *out,
                 struct fault *fault)
{
    struct rendering rendering = {.template = template, .out = out, .fault = fault};
    struct scope scope = {model, NULL};
    return render_nodes(&rendering, template->nodes, &scope);
}
