/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A code of a list in `plugins/codes/`, ours or an organisation's own, and a list as a whole. */
#include <string.h>

#include "cli/explain.h"

static void put_list(struct shelf *shelf, const char *list, struct arena *arena, struct text *out)
{
    const char **codes;
    size_t count;
    shelf_codes(shelf, list, arena, &codes, &count);
    text_format(out, "The list `%s`, plugins/codes/%s.csv, and how its codes are printed:\n", list,
                list);
    for (size_t i = 0; i < count; i++)
        text_format(out, "  %-32s %s\n", codes[i], shelf_code(shelf, list, codes[i]));
}

bool explain_code(const char *word, struct shelf *shelf, struct arena *arena, struct text *out)
{
    const char **lists;
    size_t count, before = out->length;
    shelf_code_lists(shelf, arena, &lists, &count);
    for (size_t i = 0; i < count; i++) {
        const char *label = shelf_code(shelf, lists[i], word);
        if (label)
            text_format(out,
                        "`%s`, a code of the list `%s`, plugins/codes/%s.csv\n  printed   %s\n",
                        word, lists[i], lists[i], label);
        if (strcmp(lists[i], word) == 0)
            put_list(shelf, lists[i], arena, out);
    }
    return out->length > before;
}
