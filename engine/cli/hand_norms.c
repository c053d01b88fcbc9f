/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Published values beside the steps of `try`. */
#include <string.h>

#include "cli/hand.h"

/* A span of years, both ends included; one that is not there fits everybody. A year of birth is
 * known closely enough where all its days fall on one side. */
static bool fits_age(const struct try *try, struct value span)
{
    double youngest, oldest;
    if (!value_as_number(value_item(span, 0), &youngest))
        return true;
    return try->given.age.known && try->given.age.low >= youngest &&
           (!value_as_number(value_item(span, 1), &oldest) || try->given.age.high <= oldest);
}

static bool fits(const struct try *try, struct value norm)
{
    const char *sex = value_as_text(value_get(norm, "sex"));
    return (!sex || (try->sex && strcmp(sex, try->sex) == 0)) &&
           fits_age(try, value_get(norm, "age"));
}

void hand_put_norms(const struct hand *hand, struct text *out)
{
    struct value scales = value_get(hand->instrument->plugin->table, "scales");
    for (size_t i = 0; i < value_count(scales); i++) {
        struct value norms = value_get(value_item(scales, i), "norms");
        for (size_t k = 0; k < value_count(norms); k++) {
            struct value norm = value_item(norms, k);
            double mean;
            if (!fits(hand->try, norm) || !value_as_number(value_get(norm, "mean"), &mean))
                continue;
            text_format(out, "Beside %s: mean ", hand->instrument->scales[i].title);
            text_number(out, mean);
            text_format(out, ", %s, %s (%s)\n", value_as_text(value_get(norm, "of")),
                        value_as_text(value_get(norm, "year")),
                        value_as_text(value_get(norm, "source")));
        }
    }
}
