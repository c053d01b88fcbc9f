/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `status` says beside how much there is: since when, with what, and what areas collect. */
#ifndef CLI_STATUS_H
#define CLI_STATUS_H

#include "cli/cli.h"

struct standing_store {
    struct store_last last;
    struct stored_plugin *plugins; /* in use */
    size_t plugin_count;
    struct stored_collects *collects; /* as files say it */
    size_t collects_count;
};
bool status_read(struct desk *desk, struct standing_store *standing, struct fault *);

/* Indented lines of the table; what stands below it; and the same in JSON. */
void status_put_lines(const struct standing_store *standing, struct arena *arena, struct text *out);
void status_put_collects(const struct standing_store *standing, struct arena *arena,
                         struct text *out);
/* Lines of help.csv for areas that are not there: the desk then needs attention. */
bool status_put_help(struct desk *desk, struct text *out, struct fault *);
void status_add_json(const struct standing_store *standing, struct arena *arena,
                     struct value model);

#endif
