/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/chart.h"

#include <string.h>

#include "chart/drawing.h"

static const struct kind {
    const char *name;
    bool (*draw)(struct drawing *drawing, struct value data, const char *id);
} kinds[] = {
    {"trajectory", trajectory_draw},
    {"distribution", distribution_draw},
    {"dots", dots_draw},
    {"thirds", thirds_draw},
    {"interval", interval_draw},
    {"hidden", hidden_draw},
    {"unknown", unknown_draw},
    {"lane", lane_draw},
    {"sign", sign_draw},
    {"days", days_draw},
    {"axis", axis_draw},
};

static const struct kind *kind_of(const char *name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    return NULL;
}

bool chart_draw(struct value data, const char *id, struct text *out, struct fault *fault)
{
    const char *name = value_as_text(value_get(data, "kind"));
    const struct kind *kind = name ? kind_of(name) : NULL;
    if (!kind)
        return fault_set(
            fault, FAULT_OURS,
            "There is no chart of kind \"%s\". This is our fault: charts are trajectory, "
            "distribution, dots, thirds, interval, hidden, unknown, lane, sign, days and axis.",
            name ? name : "");
    struct drawing drawing = {.out = out, .arena = arena_new(), .kind = name, .fault = fault};
    bool drawn = kind->draw(&drawing, data, id);
    arena_free(drawing.arena);
    return drawn;
}
