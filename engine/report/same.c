/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/same.h"

#include "record/look.h"

enum same same_thing(const struct event *a, const struct event *b)
{
    enum basis basis;
    struct fit fit = thread_same(a, b, &basis);
    if (fit.sure == PERHAPS)
        return SAME_UNKNOWN;
    if (fit.sure == SURELY_NOT)
        return SAME_NOT;
    return basis == BASIS_RECORDED_LINK ? SAME_LINK : SAME_NEED;
}
