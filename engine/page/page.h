/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents from a model: templates to HTML, and the same model as JSON, as CSV or as plain text. A
 * model is a `struct value` of texts, numbers and lists; nothing in it is markup, and everything is
 * escaped for its place. Templates know only
 *     {{name}}  {{#each NAME}} … {{/each}}  {{^none NAME}} … {{/none}}  {{>part}}
 *     {{chart NAME}}  {{table NAME}}
 * `{{name}}` may be a path, `change.title`; inside #each the item's own keys come first, then the
 * outer ones; `{{.}}` is an item that is a text itself. `{{#each NAME}}` over a map, a text, a
 * number or yes enters it once; over nil, no, an empty text and an empty list it does nothing.
 * `{{^none NAME}}` is its opposite. `rows.any` is yes where the list `rows` holds something. A name
 * that no report's model has is an error in each of them, and so is a {{name}} that is not there.
 * There is no raw form. */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "ground/fault.h"
#include "ground/text.h"
#include "ground/value.h"

/* A template is looked for in `folder`, beside its definition, then in `home`, among the engine's
 * own; so are parts (`parts/NAME.html`) and the style sheet (`alongside.css`), which is written
 * into the page in a <style>. Errors name file, line and column of the template. */
bool page_html(const char *folder, const char *home, const char *template, struct value model,
               struct text *out, struct fault *);

/* Do these words stand on a page that page_html made? */
bool page_says(const struct text *page, const char *words);

/* The model as text for a terminal or an e-mail, at most 78 columns wide: the headings, sentences
 * and tables of the page, in its order. Reads the keys of reports/README.md. */
void page_text(struct value model, struct text *out);

/* The model as CSV, `section,figure,row,column,value`: one line a sentence and one a cell of a
 * table, in the page's order (reports/README.md). Words that a spreadsheet would work out are made
 * harmless, as shown_csv has it. */
void page_csv(struct value model, struct text *out);

/* The model as JSON: keys in the order of bytes, numbers with the fewest digits, no spaces, no line
 * end. */
void page_json(struct value model, struct text *out);
/* And back. 65 with line and column; doubled keys are refused. */
bool page_read_json(struct arena *arena, const char *json, struct value *model, struct fault *);

/* A fingerprint's input: every byte of template, parts and style sheet, in a fixed order. */
bool page_bytes(const char *folder, const char *home, const char *template, struct text *out,
                struct fault *);

#endif
