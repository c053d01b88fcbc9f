/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which kind of plugin a file is, and what checking it means. */
#ifndef CLI_KINDS_H
#define CLI_KINDS_H

#include "report/report.h"

enum kind_of { KIND_INSTRUMENT, KIND_INDICATOR, KIND_INTAKE, KIND_REPORT };

/* Told by the folder it stands in; anywhere else, an instrument has items, an intake gives, a
 * report has sections, an indicator tells. */
enum kind_of kind_of_plugin(const struct plugin *plugin);

struct kind_checked {
    size_t examples, properties;
    const char *lacking;  /* of an instrument without a table: instrument_lacking; or NULL */
    const char *warnings; /* of an indicator, a sentence a line; or NULL */
};

/* Loads the plugin as its kind and runs its examples and properties. */
bool kind_check(const struct shelf *shelf, struct plugin *plugin, struct kind_checked *checked,
                struct faults *faults);

#endif
