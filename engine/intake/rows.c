/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/rows.h"

enum row_state rows_take(const struct rows *rows, const struct csv_row *row, struct arena *arena,
                         struct mapped *mapped)
{
    *mapped = (struct mapped){.form = rows->form};
    if (row->wrong) {
        mapped->why.what = row->wrong;
        return ROW_ASIDE;
    }
    rows->map(rows->self, row, arena, mapped);
    if (mapped->why.what)
        return ROW_ASIDE;
    size_t good = 0;
    for (size_t i = 0; i < mapped->count; i++) {
        enum entry_state state =
            entry_check(mapped->entries[i], rows->instruments, arena, &mapped->why);
        if (state == ENTRY_WRONG)
            return ROW_ASIDE;
        if (state == ENTRY_GOOD)
            mapped->entries[good++] = mapped->entries[i];
    }
    mapped->count = good;
    return good > 0 ? ROW_GOOD : ROW_LEFT_OUT;
}
