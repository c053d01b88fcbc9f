/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands share: options, opening the store and the shelf, talking to the person at the
 * keyboard. Data goes to standard output, talk to standard error. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <argp.h>
#include <stdbool.h>

#include "ground/day.h"
#include "ground/fault.h"
#include "ground/text.h"
#include "run/crew.h"
#include "run/run.h"
#include "run/shelf.h"
#include "store/store.h"
#include "vault/vault.h"

/* Where things are and how much to say; the first child of every command's options. */
struct common {
    const char *store; /* --store, else $ALONGSIDE_STORE, else alongside.db */
    const char *keys;  /* --keys, else $ALONGSIDE_KEYS, else the store's name with .keys */
    const char *with;  /* --with, else $ALONGSIDE_WITH, else NULL */
    bool quiet;
    char beside[4096]; /* holds `keys` where nothing was said */
};

/* Options of several commands; each command names those it takes. */
enum { OPTION_STORE = 256, OPTION_KEYS, OPTION_WITH, OPTION_QUIET, OPTION_OTHERS };
extern const struct argp common_argp;      /* --store --with --quiet */
extern const struct argp common_keys_argp; /* the same and --keys */

/* One command. `run` gives the exit code. */
struct command {
    const char *name;
    const char *says; /* one line for the list of commands */
    int (*run)(int argc, char **argv);
};
extern const struct command commands[]; /* ends with a NULL name */

int command_init(int argc, char **argv);
int command_invent(int argc, char **argv);
int command_import(int argc, char **argv);
int command_score(int argc, char **argv);
int command_scores(int argc, char **argv);
int command_findings(int argc, char **argv);
int command_report(int argc, char **argv);
int command_check(int argc, char **argv);
int command_try(int argc, char **argv);
int command_new(int argc, char **argv);
int command_explain(int argc, char **argv);
int command_list(int argc, char **argv);
int command_status(int argc, char **argv);
int command_verify(int argc, char **argv);

/* Parses a command's options; children get `input`'s first member, a struct common. Ends the
 * program with 64 on wrong use. */
void cli_parse(const struct argp *argp, int argc, char **argv, void *input);

/* The folder with instruments/, plugins/ and reports/, beside this program. */
const char *cli_home(void);

/* What a command works with. Close it always, also after a failed open. */
struct desk {
    struct common *common;
    struct shelf shelf;
    struct store *store;
    struct vault *vault;
    struct crew *crew; /* works people out beside this process; NULL: none does */
    struct arena *arena;
    int attention; /* FAULT_ATTENTION once something needs a person */
};
enum { DESK_READ = 1, DESK_WRITE = 2, DESK_VAULT = 4, DESK_VAULT_IF_THERE = 8 };
/* Opens the shelf and what `need` says. */
bool desk_open(struct desk *desk, struct common *common, int need, struct fault *);
/* The shelf, from two jobs on so many scorers with it, and only then the store, to write in. */
bool desk_open_crew(struct desk *desk, struct common *common, int jobs, struct fault *);
void desk_close(struct desk *desk);

/* Keeps that this was shown, before it is: of one person, or (NULL) of everybody. */
bool desk_look(struct desk *desk, const char *ref, const char *what, struct fault *);

/* Brings scores and findings up to date, of one person or (NULL) of everybody; another as-of than
 * today is worked out apart. */
bool desk_derive(struct desk *desk, day as_of, const char *person, bool rebuild,
                 struct run_done *done, struct fault *);

/* The argument of an option as a date; ends the program with 64 when it is none or still to come.
 */
day cli_date(struct argp_state *state, const char *option, const char *text);

/* --- talk ------------------------------------------------------------------------------------- */

/* Prints the fault and gives its exit code. */
int cli_fail(const struct fault *fault);
/* A sentence on standard error, unless --quiet. */
void cli_say(const struct common *common, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* A warning: always said. `context` is a struct desk, which then needs attention. */
void cli_warn(void *desk, const char *sentence);
/* "1 row", "1,204 rows". */
const char *cli_counted(struct arena *, int64_t count, const char *one, const char *many);

/* One line that renews itself on a terminal, from the first second on. `context` is a struct
 * common. */
void cli_progress_rows(void *common, int64_t rows);
void cli_progress_people(void *common, int64_t done, int64_t of);
void cli_progress_end(void);

/* Is `path` (NULL and "-" are) free to be written to? Asked before anything is kept or made public.
 * 64 for the store, what belongs to it, and the key; 73 where no file could be made. */
bool cli_may_write(const struct common *common, const char *path, struct fault *);

/* Writes everything to standard output, or to `path` where one is given and is not "-", whole or
 * not at all. */
bool cli_write(const char *path, const struct text *text, struct fault *);
/* The same of sentences for a screen: names and titles in them are shown as shown_line has it. */
bool cli_talk(const struct text *text, struct fault *);
/* And of a line at once. */
void cli_print(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The exit code of a command that ended with `code`: 74, and said, where not all of it reached
 * standard output. */
int cli_said_all(int code);

#endif
