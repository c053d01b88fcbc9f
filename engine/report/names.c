/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a section names: scales, indicators, groups and norms. */
#include <string.h>

#include "ground/refused.h"
#include "ground/text.h"
#include "report/definition.h"

/* Where a name stands, for messages. */
struct naming {
    struct plugin *plugin;
    const struct shelf *shelf;
    const char *place;
    struct faults *faults;
};

static bool say_unknown(const struct naming *naming, const char *what, const char *name,
                        const char *const *known, size_t count)
{
    const char *near = text_nearest(name, known, count);
    if (near)
        plugin_say(naming->plugin, naming->faults, naming->place,
                   "`%s` is no %s here. Did you mean `%s`?", name, what, near);
    else
        plugin_say(naming->plugin, naming->faults, naming->place,
                   "`%s` is no %s here. `alongside list` says which there are", name, what);
    return false;
}

/* A file that is there and could not be loaded is no unknown name. */
static bool say_broken(const struct naming *naming, const char *id)
{
    for (size_t i = 0; i < naming->shelf->broken_count; i++) {
        if (strcmp(naming->shelf->broken[i].id, id) != 0)
            continue;
        plugin_say(naming->plugin, naming->faults, naming->place,
                   "`%s` has faults of its own, so it cannot be shown. Put %s right first", id,
                   naming->shelf->broken[i].path);
        return true;
    }
    return false;
}

/* --- scales ----------------------------------------------------------------------------------- */

static void add_scale(struct plugin *plugin, struct section *section,
                      const struct instrument *instrument, const struct scale *scale)
{
    struct asked_scale *more = arena_array(plugin->arena, section->scale_count + 1, sizeof *more);
    if (section->scale_count)
        memcpy(more, section->scales, section->scale_count * sizeof *more);
    more[section->scale_count++] = (struct asked_scale){
        arena_format(plugin->arena, "%s.%s", instrument->id, scale->id), instrument, scale};
    section->scales = more;
}

static bool say_unknown_scale(const struct naming *naming, const struct instrument *instrument,
                              const char *name)
{
    const char **known = arena_array(naming->plugin->arena, instrument->scale_count, sizeof *known);
    for (size_t i = 0; i < instrument->scale_count; i++)
        known[i] =
            arena_format(naming->plugin->arena, "%s.%s", instrument->id, instrument->scales[i].id);
    return say_unknown(naming, "scale", name, known, instrument->scale_count);
}

static bool say_unknown_instrument(const struct naming *naming, const char *id)
{
    size_t count = naming->shelf->instrument_count;
    const char **known = arena_array(naming->plugin->arena, count, sizeof *known);
    for (size_t i = 0; i < count; i++)
        known[i] = naming->shelf->instruments[i]->id;
    return !say_broken(naming, id) && say_unknown(naming, "instrument", id, known, count);
}

/* `swemwbs.wellbeing`, or `swemwbs`: all its scales that a person sees, without other ways of
 * scoring them. */
static bool read_scale(const struct naming *naming, const char *name, struct section *section)
{
    const char *dot = strchr(name, '.');
    const char *id = dot ? arena_copy(naming->plugin->arena, name, (size_t)(dot - name)) : name;
    const struct instrument *instrument = shelf_instrument(naming->shelf, id);
    size_t before = section->scale_count;
    if (!instrument)
        return say_unknown_instrument(naming, id);
    for (size_t i = 0; i < instrument->scale_count; i++) {
        const struct scale *scale = &instrument->scales[i];
        if (dot ? strcmp(scale->id, dot + 1) == 0 : scale->own_view && !scale->variant)
            add_scale(naming->plugin, section, instrument, scale);
    }
    return section->scale_count > before || say_unknown_scale(naming, instrument, name);
}

/* --- indicators ------------------------------------------------------------------------------- */

static bool is_named(const struct section *section, const struct indicator *indicator)
{
    for (size_t i = 0; i < section->indicator_count; i++)
        if (section->indicators[i] == indicator)
            return true;
    return false;
}

static bool read_indicator(const struct naming *naming, const char *name, struct section *section)
{
    const struct indicator *indicator = shelf_indicator(naming->shelf, name);
    size_t count = naming->shelf->indicator_count;
    if (indicator) {
        if (!is_named(section, indicator))
            section->indicators[section->indicator_count++] = indicator;
        return true;
    }
    const char **known = arena_array(naming->plugin->arena, count, sizeof *known);
    for (size_t i = 0; i < count; i++)
        known[i] = indicator_facts(naming->shelf->indicators[i])->id;
    return !say_broken(naming, name) && say_unknown(naming, "indicator", name, known, count);
}

/* The good thing that stands beside a named one, so that nobody looks at one side alone. */
static void add_mirrors(const struct naming *naming, struct section *section)
{
    section->named_count = section->indicator_count;
    for (size_t i = 0; i < naming->shelf->indicator_count; i++) {
        const struct indicator *mirror = naming->shelf->indicators[i];
        const char *of = indicator_facts(mirror)->mirrors;
        for (size_t n = 0; of && n < section->named_count; n++)
            if (strcmp(of, indicator_facts(section->indicators[n])->id) == 0 &&
                !is_named(section, mirror))
                section->indicators[section->indicator_count++] = mirror;
    }
}

/* --- instruments ------------------------------------------------------------------------------ */

/* All of its items: one item alone could be read as more than it says. */
static bool read_instrument(const struct naming *naming, const char *id, struct section *section)
{
    const struct instrument *instrument = shelf_instrument(naming->shelf, id);
    if (!instrument)
        return say_unknown_instrument(naming, id);
    const struct instrument **more =
        arena_array(naming->plugin->arena, section->instrument_count + 1, sizeof(*more));
    for (size_t i = 0; i < section->instrument_count; i++)
        more[i] = section->instruments[i];
    more[section->instrument_count++] = instrument;
    section->instruments = more;
    return true;
}

/* --- of --------------------------------------------------------------------------------------- */

static bool may_name(enum shows shows)
{
    return shows == SHOWS_SCORES || shows == SHOWS_HEARD || shows == SHOWS_FINDINGS ||
           shows == SHOWS_ANSWERS;
}

/* A person's page may show every score and finding; answers are shown where they are asked for. */
static bool must_name(bool about_person, enum shows shows)
{
    return shows == SHOWS_ANSWERS ||
           (!about_person && (shows == SHOWS_SCORES || shows == SHOWS_FINDINGS));
}

static bool names_what_it_may(const struct naming *naming, bool about_person, const char *of,
                              const struct section *section)
{
    static const char *const what[SHOWS_COUNT] = {
        [SHOWS_SCORES] = "scales: of = \"swemwbs.wellbeing\"",
        [SHOWS_FINDINGS] = "indicators: of = \"repeat_contact\"",
        [SHOWS_ANSWERS] = "instruments: of = \"ons4\"",
    };
    bool fine = of ? may_name(section->shows) : !must_name(about_person, section->shows);
    if (!fine && of)
        plugin_say(naming->plugin, naming->faults, naming->place,
                   "only sections that show scores, answers, findings or heard name something. "
                   "Leave `of` out");
    else if (!fine)
        plugin_say(naming->plugin, naming->faults, naming->place,
                   "it does not say of what. Name %s", what[section->shows]);
    return fine;
}

static bool read_of(const struct naming *naming, bool about_person, struct value of,
                    struct section *section)
{
    const char *at = value_as_text(of), *word;
    size_t length;
    bool fine = true, scores = section->shows == SHOWS_SCORES || section->shows == SHOWS_HEARD;
    section->indicators = arena_array(naming->plugin->arena, naming->shelf->indicator_count + 1,
                                      sizeof *section->indicators);
    if (!names_what_it_may(naming, about_person, at, section))
        return false;
    while (at && text_word(&at, &word, &length)) {
        const char *name = arena_copy(naming->plugin->arena, word, length);
        if (section->shows == SHOWS_ANSWERS)
            fine &= read_instrument(naming, name, section);
        else
            fine &=
                scores ? read_scale(naming, name, section) : read_indicator(naming, name, section);
    }
    add_mirrors(naming, section);
    return fine;
}

/* --- by --------------------------------------------------------------------------------------- */

/* Of what was noticed: a field of the event that it begins with. */
static const char by_anchor[] = "need decided_by";
/* Columns of the people file that nobody says of themselves. */
static const char not_described[] = "born since until shares contact_preference asserted_by called";

static bool is_described(const char *name)
{
    if (text_has_word(not_described, name))
        return false;
    for (size_t i = 0; i < person_column_count; i++)
        if (strcmp(person_column[i].name, name) == 0)
            return true;
    return false;
}

/* Would a page know what to call the groups? By a yes or no it needs no list. */
static bool has_names(const struct naming *naming, const char *by)
{
    const char **codes;
    size_t count;
    for (size_t i = 0; i < person_column_count; i++)
        if (strcmp(person_column[i].name, by) == 0 && person_column[i].type == COLUMN_YES_NO)
            return true;
    /* The label cache of the shelf is the one thing about it that changes. */
    shelf_codes((void *)naming->shelf, by, naming->plugin->arena, &codes, &count);
    return count > 0;
}

static bool is_measured(const struct naming *naming, const char *name)
{
    const char *dot = strchr(name, '.');
    const char *id = dot ? arena_copy(naming->plugin->arena, name, (size_t)(dot - name)) : name;
    return shelf_instrument(naming->shelf, id) || shelf_indicator(naming->shelf, id);
}

static bool say_refused_by(const struct naming *naming, const char *by)
{
    const char *known[64] = {"need"};
    size_t count = 1;
    for (size_t i = 0; i < person_column_count && count < 64; i++)
        if (is_described(person_column[i].name))
            known[count++] = person_column[i].name;
    const char *near = text_nearest(by, known, count);
    struct text why = {0};
    if (refused_why(by))
        text_put(&why, refused_why(by));
    else if (is_measured(naming, by))
        text_put(
            &why,
            "Groups are what people say of themselves, never what they scored or went through");
    else if (near)
        text_format(&why, "Did you mean `%s`?", near);
    else
        text_put(&why,
                 "Groups are what people say of themselves (`ethnic_group`), or their `need`");
    plugin_say(naming->plugin, naming->faults, naming->place,
               "figures are not broken down by \"%s\". %s", by, why.bytes);
    text_free(&why);
    return false;
}

/* Why not (yet) by this, and what to write instead; or NULL. */
static const char *why_not_by(const struct naming *naming, bool about_person, const char *by,
                              const struct section *section)
{
    const char *instead = by_later_instead(by);
    if (about_person)
        return "a person's page has no groups: nobody is compared here. Leave `by` out";
    if (strchr(by, ' '))
        return "figures are broken down by one thing at a time: two together make groups of very "
               "few people. Name one";
    if (instead)
        return arena_format(naming->plugin->arena, "figures are not broken down by \"%s\" yet. %s",
                            by, instead);
    if (section->shows == SHOWS_SCORES)
        return "scores are not broken down yet. Leave `by` out here, and write it in a section "
               "that shows heard or findings";
    if (is_described(by) && !has_names(naming, by))
        return arena_format(naming->plugin->arena,
                            "there is no list of what people say in \"%s\", so a page could not "
                            "name the groups. Write it as plugins/codes/%s.csv in a folder of your "
                            "own, with the columns code,label, and give the folder with --with",
                            by, by);
    return NULL;
}

static bool read_by(const struct naming *naming, bool about_person, const char *by,
                    struct section *section)
{
    section->by = by;
    if (!by)
        return true;
    if (refused_why(by) || is_measured(naming, by))
        return say_refused_by(naming, by);
    const char *later = why_not_by(naming, about_person, by, section);
    if (later) {
        plugin_say(naming->plugin, naming->faults, naming->place, "%s", later);
        return false;
    }
    if (is_described(by) ? section->shows == SHOWS_HEARD || section->shows == SHOWS_FINDINGS
                         : section->shows == SHOWS_FINDINGS && text_has_word(by_anchor, by))
        return true;
    return say_refused_by(naming, by);
}

/* --- beside ----------------------------------------------------------------------------------- */

static bool has_norm(const struct section *section, const char *id)
{
    for (size_t i = 0; i < section->scale_count; i++)
        for (size_t n = 0; n < section->scales[i].scale->norm_count; n++)
            if (strcmp(section->scales[i].scale->norms[n].id, id) == 0)
                return true;
    return false;
}

static bool say_unknown_norm(const struct naming *naming, const struct section *section,
                             const char *id)
{
    const char *known[32];
    size_t count = 0;
    for (size_t i = 0; i < section->scale_count; i++)
        for (size_t n = 0; n < section->scales[i].scale->norm_count && count < 32; n++)
            known[count++] = section->scales[i].scale->norms[n].id;
    return say_unknown(naming, "norm of these scales", id, known, count);
}

/* A reference belongs to a scale, so the scales have to be named. */
static bool may_stand_beside(const struct naming *naming, const struct section *section)
{
    const char *says = NULL;
    if (section->shows != SHOWS_SCORES)
        says = "a reference stands beside scores only. Leave `beside` out";
    else if (!section->scale_count)
        says = "it does not say beside which scales. Name them: of = \"swemwbs.wellbeing\"";
    if (says)
        plugin_say(naming->plugin, naming->faults, naming->place, "%s", says);
    return !says;
}

static bool read_beside(const struct naming *naming, struct value beside, struct section *section)
{
    const char *at = value_as_text(beside), *word;
    size_t length;
    bool fine = true;
    if (at && !may_stand_beside(naming, section))
        return false;
    section->beside =
        arena_array(naming->plugin->arena, at ? strlen(at) : 0, sizeof *section->beside);
    while (at && text_word(&at, &word, &length)) {
        const char *id = arena_copy(naming->plugin->arena, word, length);
        section->beside[section->beside_count++] = id;
        fine &= has_norm(section, id) || say_unknown_norm(naming, section, id);
    }
    return fine;
}

/* What stands beside is looked for among the scales, so it is not judged where they are unknown. */
bool section_read_names(struct plugin *plugin, const struct shelf *shelf, bool about_person,
                        const char *place, struct value table, struct section *section,
                        struct faults *faults)
{
    struct naming of = {plugin, shelf, arena_format(plugin->arena, "%s.of", place), faults};
    struct naming by = {plugin, shelf, arena_format(plugin->arena, "%s.by", place), faults};
    struct naming beside = {plugin, shelf, arena_format(plugin->arena, "%s.beside", place), faults};
    bool known = read_of(&of, about_person, value_get(table, "of"), section);
    bool fine = read_by(&by, about_person, value_as_text(value_get(table, "by")), section) && known;
    return (!known || read_beside(&beside, value_get(table, "beside"), section)) && fine;
}
