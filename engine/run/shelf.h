/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every plugin file that this run knows: those installed with the engine, and an organisation's own
 * (`--with DIR`). A file whose id is taken is refused, never silently preferred. */
#ifndef RUN_SHELF_H
#define RUN_SHELF_H

#include "indicator/indicator.h"
#include "instrument/instrument.h"
#include "intake/intake.h"
#include "store/store.h"

struct shelf {
    struct instrument **instruments; /* each list sorted by id */
    size_t instrument_count;
    struct indicator **indicators;
    size_t indicator_count;
    struct intake **intakes;
    size_t intake_count;
    struct plugin **reports; /* definitions, read by `report` */
    size_t report_count;
    struct shelf_broken { /* files that could not be loaded, whose examples fail or whose id is
                             taken; an organisation's lists of codes (.csv) that are refused */
        const char *path, *id;
        struct faults faults;
    } * broken;
    size_t broken_count, broken_room;
    const char **lists; /* an organisation's lists of codes: where they are, by their bytes */
    size_t list_count;
    const char *home, *with; /* as given to shelf_open; must outlive the shelf */
    struct plugin **plugins; /* every file that could be loaded, for closing */
    size_t plugin_count, plugin_room;
    struct value codes;  /* labels read so far: column to code to label */
    struct value places; /* column to code to its place in the agreed list, from 0 */
    struct arena *arena;
};

/* Loads everything under `home` (the folder with instruments/, plugins/ and reports/) and `with`
 * (same shape, or NULL), and runs the examples of instruments, indicators and intakes. Broken files
 * are kept in `broken`; false only when a folder cannot be read. */
bool shelf_open(const char *home, const char *with, struct shelf *shelf, struct fault *);
void shelf_close(struct shelf *shelf);
/* Closes the plugin with the shelf. */
void shelf_keep(struct shelf *shelf, struct plugin *plugin);

const struct instrument *shelf_instrument(const struct shelf *shelf, const char *id);
/* Loads a version from the source that the store kept. What it gives you, you close, also when it
 * then turns out to be no instrument or indicator. */
bool shelf_load_kept(const struct shelf *shelf, const struct stored_plugin *stored,
                     struct plugin **own, struct faults *faults);
/* The instrument that answers of a kept version were given to: the shelf's file where it is that
 * very version with the same tables, else the kept source, and then `*own` (else NULL) is yours to
 * close. NULL, saying why, when that cannot be read any more. */
const struct instrument *shelf_version(const struct shelf *shelf,
                                       const struct stored_plugin *stored, struct plugin **own,
                                       struct faults *faults);
/* The instruments of the shelf and, behind them, `*kept_count` versions that only the store has:
 * answers to them can still be taken. Those that cannot be read any more are left out. The list is
 * in the shelf's arena. */
bool shelf_with_kept(struct shelf *shelf, struct store *store,
                     const struct instrument *const **instruments, size_t *count,
                     size_t *kept_count, struct fault *);
/* Which table beside the shelf's file is another than the one that is kept with this version; NULL
 * when none is. */
const char *shelf_other_table(const struct instrument *here, const struct stored_plugin *stored);
const struct indicator *shelf_indicator(const struct shelf *shelf, const char *id);
struct plugin *shelf_report(const struct shelf *shelf, const char *id);

/* The label of a code: `plugins/codes/COLUMN.csv`, else the code with spaces for _; a service or
 * another key as it stands. An indicator_label; `shelf` is a struct shelf. */
const char *shelf_label(void *shelf, const char *column, const char *code);

/* Where a code stands in `plugins/codes/COLUMN.csv`, an organisation's own behind ours; negative
 * for one that is in neither. */
int shelf_place(void *shelf, const char *column, const char *code);
/* The coarser group of a code that its label names before ": ", as "White" of "White: Irish", and
 * where the first code of that group stands in the list; NULL for one that is in no such group. */
const char *shelf_head(void *shelf, const char *column, const char *code, int *place);
/* The names of the lists in `plugins/codes/`, ours and an organisation's own, by their bytes. */
void shelf_code_lists(const struct shelf *shelf, struct arena *arena, const char ***lists,
                      size_t *count);
/* The label that a list has for a code, or NULL; and all its codes. */
const char *shelf_code(struct shelf *shelf, const char *list, const char *code);
void shelf_codes(struct shelf *shelf, const char *list, struct arena *arena, const char ***codes,
                 size_t *count);

/* May an organisation have this list of codes, and does nothing in it name a worker, a grade or a
 * rank? `codes` is how many it has. */
bool shelf_check_list(const struct shelf *shelf, const char *path, size_t *codes,
                      struct faults *faults);

/* 65 where an organisation has a list that is refused. What codes are called goes into sentences
 * and, once and for all, into an area's report, so it is put right before anything is told. */
bool shelf_lists_stand(const struct shelf *shelf, struct fault *);

/* A SHA-256 of all the lists as they are now. */
void shelf_labels_mark(const struct shelf *shelf, char mark[65]);

#endif
