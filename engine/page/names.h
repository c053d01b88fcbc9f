/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to `page`: the keys that a model may have, and so the names that a template may use. They
 * are explained, and listed again, in reports/README.md. */
#ifndef PAGE_NAMES_H
#define PAGE_NAMES_H

#include <stdbool.h>
#include <stddef.h>

/* In the order of bytes. */
extern const char *const page_names[];
extern const size_t page_name_count;

bool page_is_name(const char *name);

#endif
