/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The administration that a score is of, found by the score's id, and told from the figure down to
 * the answers and the rule. */
#ifndef CLI_FILLED_H
#define CLI_FILLED_H

#include "cli/explain.h"
#include "run/again.h"

/* One administration of whom the id names: of a person, or of a respondent about an area. */
struct filled {
    const struct stored_administration *a;
    struct among among;
    const char *area, *sheet; /* of a respondent, else NULL */
    struct version *version;  /* NULL where its file cannot be read any more */
    const struct stored_plugin *plugin;
};

struct all_filled {
    struct desk *desk;
    struct again again;
    struct filled *of;
    size_t count, room;
};

/* `ada/2024-03-31/swemwbs.wellbeing` */
const char *filled_id(const struct filled *filled, const char *scale, struct arena *arena);

/* How the score of one scale came about. */
bool filled_tell(struct all_filled *all, const struct filled *filled, size_t scale,
                 struct text *out, struct fault *);

#endif
