/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/door.h"

#include <string.h>
#include <strings.h>

/* What `--as` asks for. */
struct wanted {
    const struct intake *intake;
    const struct instrument *all_of;
    const char *kind; /* people, answers, events, goals …; NULL: by the header */
};

static struct instruments instruments_of(const struct intake_how *how)
{
    return (struct instruments){.list = how->instruments,
                                .count = how->instrument_count,
                                .kept = how->kept_count,
                                .broken = how->broken,
                                .broken_count = how->broken_count};
}

/* --- --as ------------------------------------------------------------------------------------ */

static const struct intake *intake_of(const struct intake_how *how, const char *id)
{
    for (size_t i = 0; i < how->intake_count; i++)
        if (strcmp(intake_plugin(how->intakes[i])->id, id) == 0)
            return how->intakes[i];
    return NULL;
}

static bool no_such_kind(const struct intake_how *how, struct arena *arena, struct fault *fault)
{
    const char *broken = instruments_broken(instruments_of(how), "plugins/intake", how->as, arena);
    if (broken)
        return fault_set(fault, FAULT_USAGE, "--as %.60s: %s", how->as, broken);
    const char **names =
        arena_array(arena, how->intake_count + strlen(plain_kind_names), sizeof *names);
    size_t count = 0, length;
    for (; count < how->intake_count; count++)
        names[count] = intake_plugin(how->intakes[count])->id;
    for (const char *at = plain_kind_names, *word; text_word(&at, &word, &length);)
        names[count++] = arena_copy(arena, word, length);
    const char *near = text_nearest(how->as, names, count);
    return fault_set(fault, FAULT_USAGE,
                     "--as %.60s: there is no such kind of file and no such intake. %s%s%s",
                     how->as,
                     near ? "Did you mean "
                          : "It is people, answers, events, goals, notes, consents, services, "
                            "areas, collects, instruments/ID or an intake: `alongside list "
                            "intakes`",
                     near ? near : "", near ? "?" : "");
}

static bool want(const struct intake_how *how, struct arena *arena, struct wanted *wanted,
                 struct fault *fault)
{
    *wanted = (struct wanted){0};
    if (!how->as)
        return true;
    if (text_starts(how->as, "instruments/")) {
        const char *id = how->as + strlen("instruments/");
        wanted->kind = "answers";
        wanted->all_of = instruments_find(instruments_of(how), id);
        return wanted->all_of || fault_set(fault, FAULT_USAGE, "--as %.60s: %s", how->as,
                                           instruments_none(instruments_of(how), id, arena));
    }
    if (text_has_word(plain_kind_names, how->as)) {
        wanted->kind = how->as;
        return true;
    }
    wanted->intake = intake_of(how, how->as);
    return wanted->intake || no_such_kind(how, arena, fault);
}

/* Has any instrument that the file may be about the form that `--form` names? */
static bool check_form(const struct intake_how *how, const struct instrument *all_of,
                       struct arena *arena, struct fault *fault)
{
    const char *sentence = NULL, *form = how->form;
    for (size_t i = 0; form && i < how->instrument_count; i++)
        if (!all_of || how->instruments[i] == all_of) {
            sentence = entry_check_forms(how->instruments[i], &form, arena);
            if (!sentence)
                return true;
        }
    return !form || fault_set(fault, FAULT_USAGE, "--form %.60s: %s", how->form,
                              all_of ? sentence
                                     : "no instrument here has such a form. `alongside explain "
                                       "INSTRUMENT` says which it has");
}

/* --- the header ------------------------------------------------------------------------------ */

static void header_words(const struct csv *csv, struct text *out)
{
    enum { SAID_MOST = 12 };
    for (size_t i = 0; i < csv_columns(csv) && i < SAID_MOST; i++)
        text_format(out, "%s%.40s", i ? ", " : "", csv_column(csv, i));
    if (csv_columns(csv) > SAID_MOST)
        text_format(out, " and %zu more", csv_columns(csv) - SAID_MOST);
}

/* An intake that reads such a file is named, not guessed: two may read the same columns otherwise.
 * NULL: there is none. */
static const char *intake_that_fits(const struct intake_how *how, const struct csv *csv,
                                    struct arena *arena)
{
    for (size_t i = 0; i < how->intake_count; i++)
        if (intake_fits(how->intakes[i], csv))
            return arena_format(arena, "The intake %s reads these columns: --as %s",
                                intake_plugin(how->intakes[i])->id,
                                intake_plugin(how->intakes[i])->id);
    return NULL;
}

static bool is_ours(const char *column)
{
    for (int kind = 0; kind < ENTRY_KINDS; kind++)
        for (int i = 0; i < entry_fields((enum entry_kind)kind); i++)
            if (strcasecmp(entry_field((enum entry_kind)kind, i), column) == 0)
                return true;
    return false;
}

static bool has_ours(const struct csv *csv)
{
    for (size_t i = 0; i < csv_columns(csv); i++)
        if (is_ours(csv_column(csv, i)))
            return true;
    return false;
}

/* The first line of a file without a header is a row of somebody, so none of it is printed. */
static bool has_no_header(const struct intake_how *how, const struct csv *csv, struct fault *fault)
{
    size_t cells = csv_columns(csv);
    return fault_set(fault, FAULT_DATA,
                     "%s:%lld: the first line has %zu cell%s, and none is a column of ours. Is the "
                     "header missing? The columns stand in `alongside import --help`; a file with "
                     "other columns is described in an intake, as plugins/README.md says",
                     how->path, (long long)csv_header_line(csv), cells, cells == 1 ? "" : "s");
}

/* Are all columns that answers do not have items of this instrument, and some of them? */
static bool has_items_of(const struct csv *csv, const struct instrument *instrument)
{
    size_t items = 0;
    for (size_t i = 0; i < csv_columns(csv); i++) {
        bool item = instruments_item(instrument, csv_column(csv, i)) != NO_FIELD;
        if (!item && entry_field_of(ENTRY_ANSWERS, csv_column(csv, i)) == NO_FIELD)
            return false;
        items += item;
    }
    return items > 0;
}

/* The one instrument whose answers these may be, though no column says so; NULL: none, or several.
 */
static const char *items_that_fit(const struct intake_how *how, const struct csv *csv,
                                  struct arena *arena)
{
    const struct instrument *only = NULL;
    size_t here = how->instrument_count - how->kept_count;
    for (size_t i = 0; header_has(csv, "person date") && i < here; i++) {
        if (!has_items_of(csv, how->instruments[i]))
            continue;
        if (only)
            return NULL;
        only = how->instruments[i];
    }
    return only ? arena_format(arena, "The columns are items of %s: --as instruments/%s", only->id,
                               only->id)
                : NULL;
}

static bool fits_nothing(const struct intake_how *how, const struct csv *csv, struct arena *arena,
                         struct fault *fault)
{
    const char *fits = intake_that_fits(how, csv, arena);
    if (!fits && !has_ours(csv))
        return has_no_header(how, csv, fault);
    if (!fits)
        fits = items_that_fit(how, csv, arena);
    struct text words = {0};
    header_words(csv, &words);
    fault_set(
        fault, FAULT_DATA,
        "%s:%lld: the header has %s; no file of ours begins so. People have person,area; answers "
        "person,date,instrument,item,answer or person,date,instrument and items; events "
        "person,date,kind; the others stand in `alongside import --help`. %s",
        how->path, (long long)csv_header_line(csv), words.bytes,
        fits ? fits
             : "Name the columns so, say what it is with --as, or describe the file in an intake, "
               "as plugins/README.md says");
    text_free(&words);
    return false;
}

/* One column with separators of another kind in its name. */
static bool has_other_separator(const struct csv *csv, char separator)
{
    const char *only = csv_column(csv, 0);
    return csv_columns(csv) == 1 && separator == ',' && (strchr(only, ';') || strchr(only, '\t'));
}

/* The intake that reads a file with such separators and columns; NULL: none. */
static const struct intake *intake_that_reads(const struct intake_how *how, char separator)
{
    const struct intake *found = NULL;
    for (size_t i = 0; i < how->intake_count && !found; i++) {
        const struct intake *intake = how->intakes[i];
        struct csv *csv;
        struct fault ignored;
        if (intake_separator(intake) != separator ||
            !csv_open(how->path, separator, intake_encoding(intake), &csv, &ignored))
            continue;
        found = intake_fits(intake, csv) ? intake : NULL;
        csv_close(csv);
    }
    return found;
}

static bool refuse_separator(const struct intake_how *how, const struct csv *csv,
                             struct arena *arena, struct fault *fault)
{
    bool semicolon = strchr(csv_column(csv, 0), ';') != NULL;
    const struct intake *intake = intake_that_reads(how, semicolon ? ';' : '\t');
    const char *do_so =
        intake ? arena_format(arena, "The intake %s reads these columns: --as %s",
                              intake_plugin(intake)->id, intake_plugin(intake)->id)
               : arena_format(arena,
                              "Save it with commas, or describe it in an intake with separator = "
                              "\"%s\" and say --as INTAKE",
                              semicolon ? ";" : "\\t");
    return fault_set(fault, FAULT_DATA, "%s:%lld: its cells are parted by %s, ours by commas. %s",
                     how->path, (long long)csv_header_line(csv), semicolon ? "semicolons" : "tabs",
                     do_so);
}

static bool refuse_later(const struct intake_how *how, const struct csv *csv, const char *name,
                         struct fault *fault)
{
    return fault_set(fault, FAULT_DATA,
                     "%s:%lld: this is a file of %s: this version cannot keep such a file yet. "
                     "Nothing was changed",
                     how->path, (long long)csv_header_line(csv), name);
}

static bool open_plain(const struct intake_how *how, const struct wanted *wanted,
                       struct arena *arena, struct door *door, struct fault *fault)
{
    struct plain_kind kind;
    if (has_other_separator(door->csv, ','))
        return refuse_separator(how, door->csv, arena, fault);
    if (!(wanted->kind ? plain_kind_named(door->csv, wanted->kind, &kind)
                       : plain_kind_of(door->csv, &kind)))
        return fits_nothing(how, door->csv, arena, fault);
    if (kind.later)
        return refuse_later(how, door->csv, kind.later, fault);
    return plain_rows(door->csv, how->path, kind, wanted->all_of, instruments_of(how), arena,
                      &door->rows, fault);
}

bool door_open(const struct intake_how *how, struct arena *arena, struct door *door,
               struct fault *fault)
{
    struct wanted wanted;
    *door = (struct door){.source = {.path = how->path, .separator = ','}};
    if (!want(how, arena, &wanted, fault) || !check_form(how, wanted.all_of, arena, fault))
        return false;
    if (wanted.intake) {
        door->source.separator = intake_separator(wanted.intake);
        door->source.encoding = intake_encoding(wanted.intake);
    }
    if (!csv_open(how->path, door->source.separator, door->source.encoding, &door->csv, fault))
        return false;
    bool done = wanted.intake
                    ? intake_rows(wanted.intake, door->csv, how->path, arena, &door->rows, fault)
                    : open_plain(how, &wanted, arena, door, fault);
    door->rows.form = how->form;
    door->source.strip_last = door->rows.strip_last;
    return done;
}
