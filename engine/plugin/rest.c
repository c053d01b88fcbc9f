/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a description in sentences has no sentence for. */
#include <string.h>

#include "plugin/fields.h"

/* A value short enough for one line: a word, a number, how many things. */
static void put_value(struct value value, struct text *out)
{
    double number;
    if (value_is(value, VALUE_TEXT))
        text_put(out, value.text);
    else if (value_as_number(value, &number))
        text_number(out, number);
    else if (value_is(value, VALUE_YES_NO))
        text_put(out, value.yes ? "yes" : "no");
    else if (value_is(value, VALUE_TABLE) && value_count(value))
        text_format(out, "%zu", value_count(value));
    else if (value_is(value, VALUE_TABLE))
        text_format(out, "%zu", value.table->entry_count);
    else
        text_put(out, "a function");
}

void fields_say_rest(struct value table, const struct field_set *set, const char *said,
                     const char *indent, struct text *out)
{
    for (const struct field *field = set->fields; field->name; field++) {
        struct value value = value_get(table, field->name);
        if (value_is(value, VALUE_NIL) || text_has_word(said, field->name))
            continue;
        text_format(out, "%s%s (%s): ", indent, field->name, field->meaning);
        put_value(value, out);
        text_put(out, "\n");
    }
}
