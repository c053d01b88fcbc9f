/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scores and findings: derived rows as CSV or JSON, sorted by reference, date and the plugin's id.
 */
#include <string.h>

#include "cli/cli.h"
#include "cli/rows.h"
#include "cli/seats.h"
#include "ground/clock.h"

enum { OPTION_PERSON = OPTION_OTHERS, OPTION_ID, OPTION_AS_OF, OPTION_FORMAT };
enum { FLUSH_AT = 64 << 10 }; /* so that memory does not grow with the people */

struct print_command {
    struct common common;
    const char *person, *id;
    day as_of;
    bool json;
    bool of_scores;
    struct desk desk;
    struct stored_plugin *plugins;
    size_t plugin_count;
    struct rows rows;
    struct seats seats; /* of everyone's scores */
};

/* --- options --------------------------------------------------------------------------------- */

static void parse_format(struct print_command *print, const char *argument,
                         struct argp_state *state)
{
    if (strcmp(argument, "json") == 0)
        print->json = true;
    else if (strcmp(argument, "csv") != 0)
        argp_error(state, "--format: \"%s\" is not one of csv and json", argument);
}

static error_t parse_print(int key, char *argument, struct argp_state *state)
{
    struct print_command *print = state->input;
    switch (key) {
    case OPTION_PERSON:
        print->person = argument;
        return 0;
    case OPTION_ID:
        print->id = argument;
        return 0;
    case OPTION_AS_OF:
        print->as_of = cli_date(state, "--as-of", argument);
        return 0;
    case OPTION_FORMAT:
        parse_format(print, argument, state);
        return 0;
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &print->common;
        return 0;
    case ARGP_KEY_ARG:
        argp_error(state, "takes no \"%s\"", argument);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* --- from derived rows to cells -------------------------------------------------------------- */

static const struct stored_plugin *plugin_of(const struct print_command *print, int64_t number)
{
    for (size_t i = 0; i < print->plugin_count; i++)
        if (print->plugins[i].number == number)
            return &print->plugins[i];
    return NULL;
}

static bool is_wanted(const struct print_command *print, const struct stored_plugin *plugin)
{
    return plugin && (!print->id || strcmp(plugin->id, print->id) == 0);
}

static void put_score(struct print_command *print, const char *ref,
                      const struct derived_score *score)
{
    const struct stored_plugin *plugin = plugin_of(print, score->instrument);
    if (!is_wanted(print, plugin))
        return;
    const char *date = score->place ? arena_format(print->desk.arena, "#%d", score->place)
                                    : day_text(print->desk.arena, score->date);
    rows_begin(&print->rows, score->place ? DAY_LAST : score->date, score->place, plugin->id);
    rows_text(&print->rows, "person", ref);
    rows_text(&print->rows, "date", date);
    rows_score(&print->rows, plugin, score);
}

static void put_finding(struct print_command *print, const char *ref,
                        const struct derived_finding *f)
{
    const struct stored_plugin *plugin = plugin_of(print, f->indicator);
    struct days date;
    if (!is_wanted(print, plugin))
        return;
    if (!days_read(f->date, &date) && !days_read_period(f->date, &date))
        date.low = DAY_FIRST;
    rows_begin(&print->rows, date.low, 0, plugin->id);
    rows_finding(&print->rows, ref, plugin, f);
}

/* What was said about areas, by seat, whose references come before `ref`. Respondents of one seat
 * are one reference. */
static void put_seats(struct print_command *print, const char *ref)
{
    const struct seat_scores *seat, *last = NULL;
    while ((seat = seats_before(&print->seats, ref))) {
        if (last && strcmp(last->ref, seat->ref) != 0)
            rows_end_person(&print->rows);
        for (size_t i = 0; i < seat->count; i++)
            put_score(print, seat->ref, &seat->scores[i]);
        last = seat;
    }
    rows_end_person(&print->rows);
}

static void put_person(struct print_command *print, const struct derived_person *person)
{
    for (size_t i = 0; print->of_scores && i < person->score_count; i++)
        put_score(print, person->ref, &person->scores[i]);
    for (size_t i = 0; !print->of_scores && i < person->finding_count; i++)
        put_finding(print, person->ref, &person->findings[i]);
    rows_end_person(&print->rows);
}

/* Who withdrew is in no list of everybody. Whoever asks for one person names them. */
static bool see(void *context, const struct derived_person *person, struct fault *fault)
{
    struct print_command *print = context;
    bool withdrew = false;
    put_seats(print, person->ref);
    if (!print->person && !store_withdrew(print->desk.store, person->number, &withdrew, fault))
        return false;
    if (!withdrew)
        put_person(print, person);
    bool written = print->rows.out.length < FLUSH_AT || cli_write(NULL, &print->rows.out, fault);
    if (print->rows.out.length >= FLUSH_AT)
        text_clear(&print->rows.out);
    return written;
}

/* Ids of what may have been meant: on the shelf, and of what was kept when it was here. */
static size_t known_ids(const struct print_command *print, const char *kind, const char **names)
{
    const struct shelf *shelf = &print->desk.shelf;
    size_t count = 0;
    for (size_t i = 0; print->of_scores && i < shelf->instrument_count; i++)
        names[count++] = shelf->instruments[i]->id;
    for (size_t i = 0; !print->of_scores && i < shelf->indicator_count; i++)
        names[count++] = indicator_facts(shelf->indicators[i])->id;
    for (size_t i = 0; i < print->plugin_count; i++)
        if (strcmp(print->plugins[i].kind, kind) == 0)
            names[count++] = print->plugins[i].id;
    return count;
}

/* One that the word begins, else one a few letters away. */
static const char *nearest_id(const char *word, const char *const *names, size_t count)
{
    for (size_t i = 0; *word && i < count; i++)
        if (text_starts(names[i], word))
            return names[i];
    return text_nearest(word, names, count);
}

/* An instrument or indicator that nobody here knows is a slip of the keyboard, not an empty table.
 */
static bool id_is_known(const struct print_command *print, const char *kind, struct fault *fault)
{
    if (!print->id)
        return true;
    const struct shelf *shelf = &print->desk.shelf;
    size_t most = shelf->instrument_count + shelf->indicator_count + print->plugin_count;
    const char **names = arena_array(print->desk.arena, most, sizeof *names);
    size_t count = known_ids(print, kind, names);
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], print->id) == 0)
            return true;
    const char *near = nearest_id(print->id, names, count);
    return fault_set(fault, FAULT_NO_FILE,
                     "there is no %s `%s` here.%s%s%s `alongside list %ss` names those there are",
                     kind, print->id, near ? " Did you mean `" : "", near ? near : "",
                     near ? "`?" : "", kind);
}

static bool read_plugins(struct print_command *print, struct fault *fault)
{
    return store_plugins(print->desk.store, print->desk.arena, &print->plugins,
                         &print->plugin_count, fault);
}

static bool print_rows(struct print_command *print, struct fault *fault)
{
    struct text out = {0};
    if (!read_plugins(print, fault) ||
        (print->of_scores && !print->person &&
         !seats_read(&print->seats, &print->desk, print->as_of, fault)))
        return false;
    struct arena *walk = arena_new();
    rows_open(&print->rows, print->json, print->of_scores ? score_columns : finding_columns);
    bool done = store_derived(print->desk.store, print->person, walk, see, print, fault);
    put_seats(print, NULL);
    rows_close(&print->rows, &out);
    done = done && cli_write(NULL, &out, fault);
    text_free(&out);
    arena_free(walk);
    return done;
}

/* That somebody looks is kept before anything is shown. The plugins are read again after that,
 * because those that serve must be of the same moment as the rows. */
static bool print_all(struct print_command *print, struct fault *fault)
{
    struct run_done done;
    struct stored_person person;
    bool ours;
    if (!desk_open(&print->desk, &print->common, DESK_WRITE, fault) ||
        (print->person && !store_person(print->desk.store, print->person, print->as_of,
                                        print->desk.arena, &person, fault)) ||
        !desk_derive(&print->desk, print->as_of, print->person, false, &done, fault) ||
        !read_plugins(print, fault) ||
        !id_is_known(print, print->of_scores ? "instrument" : "indicator", fault) ||
        !desk_look(&print->desk, print->person, print->of_scores ? "scores" : "findings", fault) ||
        !store_read_begin(print->desk.store, &ours, fault))
        return false;
    bool printed = print_rows(print, fault);
    store_read_end(print->desk.store, ours);
    return printed;
}

static int print_command(int argc, char **argv, const struct argp *argp, bool of_scores)
{
    struct print_command print = {.as_of = clock_today(), .of_scores = of_scores};
    struct fault fault;
    cli_parse(argp, argc, argv, &print);
    bool done = print_all(&print, &fault);
    int code = done ? print.desk.attention : cli_fail(&fault);
    desk_close(&print.desk);
    return code;
}

static const struct argp_child children[] = {{&common_argp, 0, NULL, 0}, {0}};

#define PERSON_OPTION                                                                              \
    {                                                                                              \
        "person", OPTION_PERSON, "REF", 0, "one person; else everyone", 1                          \
    }
#define AS_OF_OPTION                                                                               \
    {                                                                                              \
        "as-of", OPTION_AS_OF, "DATE", 0, "what had been recorded by that day; else today", 1      \
    }
#define FORMAT_OPTION                                                                              \
    {                                                                                              \
        "format", OPTION_FORMAT, "FORMAT", 0, "csv or json; else csv", 1                           \
    }

int command_scores(int argc, char **argv)
{
    static const struct argp_option options[] = {
        PERSON_OPTION,
        {"instrument", OPTION_ID, "ID", 0, "one instrument; else all", 1},
        AS_OF_OPTION,
        FORMAT_OPTION,
        {0}};
    static const struct argp argp = {
        options,
        parse_print,
        NULL,
        "Print scores: one line a scale and administration. Where there is no "
        "score, the reason stands in its place.",
        children,
        NULL,
        NULL};
    return print_command(argc, argv, &argp, true);
}

int command_findings(int argc, char **argv)
{
    static const struct argp_option options[] = {
        PERSON_OPTION,
        {"indicator", OPTION_ID, "ID", 0, "one indicator; else all", 1},
        AS_OF_OPTION,
        FORMAT_OPTION,
        {0}};
    static const struct argp argp = {
        options,  parse_print,
        NULL,     "Print what was noticed: found, not found, or cannot tell and why.",
        children, NULL,
        NULL};
    return print_command(argc, argv, &argp, false);
}
