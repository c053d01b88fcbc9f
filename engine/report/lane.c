/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lasted over days, drawn on the axis of the page beside the sentence that says it. */
#include "report/axis.h"
#include "report/model.h"

struct value axis_lane(struct arena *arena, struct days axis)
{
    struct value lane = model_chart(arena, "lane");
    model_set_whole(arena, lane, "from", axis.low);
    model_set_whole(arena, lane, "to", axis.high);
    return lane;
}

static struct days axis_of(struct value lane)
{
    int64_t from = 0, to = 0;
    value_as_whole(value_get(lane, "from"), &from);
    value_as_whole(value_get(lane, "to"), &to);
    return (struct days){(day)from, (day)to};
}

void axis_line(struct arena *arena, struct value lane, struct days line, const char *style)
{
    struct days axis = axis_of(lane);
    if (line.high < axis.low || line.low > axis.high)
        return;
    struct value made = model_entry(arena, lane, "lines");
    model_set_whole(arena, made, "from", line.low < axis.low ? axis.low : line.low);
    model_set_whole(arena, made, "to", line.high > axis.high ? axis.high : line.high);
    value_set_text(arena, made, "style", style);
}

void axis_ring(struct arena *arena, struct value lane, day at)
{
    struct days axis = axis_of(lane);
    if (at >= axis.low && at <= axis.high)
        value_add(arena, model_list(arena, lane, "rings"), value_whole(at));
}

void axis_under(struct arena *arena, struct days axis, struct value figure)
{
    struct value days = model_chart(arena, "days");
    axis_days(arena, axis, days);
    value_set(arena, figure, "axis", days);
}
