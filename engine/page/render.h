/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to `page`: a template over a model. */
#ifndef PAGE_RENDER_H
#define PAGE_RENDER_H

#include "ground/text.h"
#include "ground/value.h"
#include "page/template.h"

bool render_page(const struct template *template, struct value model, struct text *out,
                 struct fault *);

#endif
