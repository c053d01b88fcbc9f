/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/page.h"

#include <string.h>

#include "chart/markup.h"
#include "page/render.h"

bool page_html(const char *folder, const char *home, const char *template, struct value model,
               struct text *out, struct fault *fault)
{
    struct template read = {.arena = arena_new(), .folder = folder, .home = home};
    bool done = template_read(&read, template, fault) && render_page(&read, model, out, fault);
    arena_free(read.arena);
    return done;
}

bool page_says(const struct text *page, const char *words)
{
    struct text escaped = {0};
    chart_markup(&escaped, words);
    bool says = !escaped.length || (page->length && strstr(page->bytes, escaped.bytes));
    text_free(&escaped);
    return says;
}

/* Each file with its name and length before it, so that no two sets of files give the same bytes.
 */
bool page_bytes(const char *folder, const char *home, const char *template, struct text *out,
                struct fault *fault)
{
    struct template read = {.arena = arena_new(), .folder = folder, .home = home};
    bool done = template_read(&read, template, fault);
    for (const struct template_file *file = read.files; done && file; file = file->next) {
        text_format(out, "%s %zu\n", file->name, file->length);
        text_add(out, file->bytes, file->length);
    }
    arena_free(read.arena);
    return done;
}
