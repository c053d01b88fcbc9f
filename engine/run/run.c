/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/run.h"

#include <string.h>

#include "run/again.h"
#include "run/given.h"
#include "timeline/timeline.h"
#include "vault/vault.h"

/* Goes up when the engine itself works a score or a finding out differently. */
static const char engine_rules[] = "3";

struct rule {
    int64_t number;
    const struct indicator *indicator;
    struct plugin *own;
};

struct pass {
    struct store *store;
    const struct shelf *shelf;
    const struct run_how *how;
    struct run_done *done;
    struct arena *arena;  /* of the whole pass */
    struct arena *person; /* of one person */
    struct timeline_frame frame;
    struct versions versions;
    struct takers takers;
    struct rule *rules;
    size_t rule_count;
    int64_t touched;
};

static void warn(struct pass *pass, const char *sentence)
{
    pass->done->failures++;
    if (pass->how->warn)
        pass->how->warn(pass->how->warn_context, sentence);
}

static void warn_of(struct pass *pass, struct faults *faults)
{
    for (size_t i = 0; i < faults->count && i < FAULTS_SAID; i++)
        warn(pass, faults->said[i]);
    faults_clear(faults);
}

/* --- which files serve ------------------------------------------------------------------------ */

/* With what the derived tables are made: rules, files, and what each area collects. */
static void fingerprint(struct pass *pass, char hex[65])
{
    struct text all = {0};
    text_format(&all, "engine %s\n", engine_rules);
    for (size_t i = 0; i < pass->shelf->instrument_count; i++)
        text_format(&all, "instrument %s %s\n", pass->shelf->instruments[i]->id,
                    pass->shelf->instruments[i]->plugin->fingerprint);
    for (size_t i = 0; i < pass->shelf->indicator_count; i++)
        text_format(&all, "indicator %s %s\n", indicator_facts(pass->shelf->indicators[i])->id,
                    indicator_facts(pass->shelf->indicators[i])->plugin->fingerprint);
    for (size_t i = 0; i < pass->frame.collects_count; i++)
        text_format(&all, "collects %s %s %d\n",
                    pass->frame.collects[i].area ? pass->frame.collects[i].area : "",
                    pass->frame.collects[i].kind, pass->frame.collects[i].since);
    vault_fingerprint(all.bytes, all.length, hex);
    text_free(&all);
}

static void say_changed(struct pass *pass, const char *path, const struct stored_plugin *stored)
{
    warn(pass,
         arena_format(pass->arena,
                      "%s: version %s was another file when it was first used; that one is still "
                      "used. Give the changed file a new version",
                      path, stored->version));
}

static void add_version(struct pass *pass, const struct stored_plugin *stored)
{
    struct version *version = &pass->versions.all[pass->versions.count++];
    struct faults faults = {0};
    *version = (struct version){.number = stored->number};
    const struct instrument *here = shelf_instrument(pass->shelf, stored->id);
    version->instrument = shelf_version(pass->shelf, stored, &version->own, &faults);
    if (here && here != version->instrument && strcmp(here->version, stored->version) == 0)
        say_changed(pass, here->plugin->path, stored);
    warn_of(pass, &faults);
}

static const struct stored_plugin *kept_indicator(const struct stored_plugin *stored, size_t count,
                                                  const struct indicator_facts *facts)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(stored[i].kind, "indicator") == 0 && strcmp(stored[i].id, facts->id) == 0 &&
            strcmp(stored[i].version, facts->version) == 0)
            return &stored[i];
    return NULL;
}

static bool keep_rule(struct pass *pass, struct rule *rule, const struct indicator_facts *facts,
                      struct fault *fault)
{
    struct stored_plugin use = {.kind = "indicator",
                                .id = facts->id,
                                .version = facts->version,
                                .pin = facts->plugin->pin,
                                .fingerprint = facts->plugin->fingerprint,
                                .source = facts->plugin->source,
                                .items = ""};
    if (!store_use_plugin(pass->store, &use, "", fault))
        return false;
    rule->number = use.number;
    return true;
}

static bool add_rule(struct pass *pass, const struct indicator *indicator,
                     const struct stored_plugin *stored, size_t count, struct fault *fault)
{
    const struct indicator_facts *facts = indicator_facts(indicator);
    const struct stored_plugin *kept = kept_indicator(stored, count, facts);
    struct rule *rule = &pass->rules[pass->rule_count++];
    *rule = (struct rule){.indicator = indicator};
    if (!kept || strcmp(kept->pin, facts->plugin->pin) == 0)
        return keep_rule(pass, rule, facts, fault);
    say_changed(pass, facts->plugin->path, kept);
    rule->number = kept->number;
    struct faults faults = {0};
    struct indicator *old = NULL;
    if (shelf_load_kept(pass->shelf, kept, &rule->own, &faults))
        indicator_load(rule->own, &old, &faults);
    warn_of(pass, &faults);
    rule->indicator = old;
    return true;
}

static bool choose_files(struct pass *pass, struct fault *fault)
{
    struct stored_plugin *stored;
    size_t count;
    if (!store_plugins(pass->store, pass->arena, &stored, &count, fault))
        return false;
    pass->versions.all =
        arena_array(pass->arena, count + pass->shelf->instrument_count, sizeof *pass->versions.all);
    pass->rules = arena_array(pass->arena, pass->shelf->indicator_count, sizeof *pass->rules);
    for (size_t i = 0; i < count; i++)
        if (strcmp(stored[i].kind, "instrument") == 0)
            add_version(pass, &stored[i]);
    for (size_t i = 0; i < pass->shelf->indicator_count; i++)
        if (!add_rule(pass, pass->shelf->indicators[i], stored, count, fault))
            return false;
    return takers_choose(pass->store, pass->shelf, pass->arena, &pass->versions, &pass->takers,
                         fault);
}

/* --- one person ------------------------------------------------------------------------------- */

/* Says each way a function fails once, and a few ways at most, then only counts: a thousand people
 * make no thousand lines. */
static void function_failed(struct pass *pass, struct version *version, const char *sentence)
{
    bool known = version->said_count == sizeof version->said / sizeof *version->said;
    for (size_t i = 0; i < version->said_count; i++)
        known = known || strcmp(version->said[i], sentence) == 0;
    if (known) {
        pass->done->failures++;
        return;
    }
    version->said[version->said_count++] = arena_text(pass->arena, sentence);
    warn(pass, sentence);
}

static void leave_unscored(struct pass *pass, struct version *version, const char *sentence)
{
    pass->done->unscored++;
    function_failed(pass, version, sentence);
}

static void score_administration(struct pass *pass, struct version *version,
                                 const struct stored_person *person,
                                 const struct stored_administration *a,
                                 const struct stored_administration *all, size_t count,
                                 struct derived_score *out)
{
    const struct instrument *instrument = version->instrument;
    struct answer *answers = arena_array(pass->person, instrument->item_count, sizeof *answers);
    struct score *scores = arena_array(pass->person, instrument->scale_count, sizeof *scores);
    struct given given = given_of(person, instrument, a, all, count, pass->person);
    struct fault fault;
    for (size_t i = 0; i < instrument->scale_count; i++)
        scores[i].reason = "plugin_failed";
    if (instrument->has_functions && !version->worker &&
        !worker_open(instrument->plugin, &version->worker, &fault))
        function_failed(pass, version, fault.text);
    if (!instrument_read(instrument, a->tokens, false, pass->person, answers, &fault) ||
        !instrument_score(instrument, answers, &given, version->worker, false, pass->person, scores,
                          &fault))
        leave_unscored(pass, version, fault.text);
    for (size_t i = 0; i < instrument->scale_count; i++)
        out[i] = again_derived(a, i, &scores[i]);
}

static struct derived_score *score_person(struct pass *pass, const struct stored_person *stored,
                                          size_t *count)
{
    struct stored_administration *all;
    size_t room = 0, all_count;
    *count = 0;
    takers_add(&pass->takers, &pass->versions, stored, pass->person, &all, &all_count);
    for (size_t i = 0; i < all_count; i++) {
        struct version *version = versions_of(&pass->versions, all[i].instrument);
        room += version ? version->instrument->scale_count : 0;
    }
    struct derived_score *scores = arena_array(pass->person, room, sizeof *scores);
    for (size_t i = 0; i < all_count; i++) {
        struct version *version = versions_of(&pass->versions, all[i].instrument);
        if (!version) {
            pass->done->unscored++;
            continue;
        }
        score_administration(pass, version, stored, &all[i], all, all_count, scores + *count);
        *count += version->instrument->scale_count;
    }
    return scores;
}

static struct derived_finding derive_finding(const struct rule *rule, const struct finding *f)
{
    return (struct derived_finding){.indicator = rule->number,
                                    .finding = f->finding,
                                    .date = f->date,
                                    .state = f->state,
                                    .why = f->why,
                                    .basis = f->basis,
                                    .certainty = f->certainty,
                                    .class = f->class,
                                    .unit = f->unit,
                                    .events = f->events,
                                    .told = f->told,
                                    .has_value = f->has_value,
                                    .value = f->value,
                                    .window = f->window};
}

static bool notice(struct pass *pass, const struct stored_person *stored,
                   struct derived_finding **findings, size_t *count, struct fault *fault)
{
    struct record record;
    size_t room = 0;
    *count = 0;
    *findings = NULL;
    timeline_fill(stored, &pass->frame, pass->person, &record);
    for (size_t i = 0; i < pass->rule_count; i++) {
        struct finding *found;
        size_t found_count;
        if (!pass->rules[i].indicator)
            continue;
        if (!indicator_find(pass->rules[i].indicator, &record, shelf_label, (void *)pass->shelf,
                            pass->person, &found, &found_count, fault))
            return false;
        for (size_t k = 0; k < found_count; k++) {
            *findings = arena_grow(pass->person, *findings, *count, &room, sizeof **findings);
            (*findings)[(*count)++] = derive_finding(&pass->rules[i], &found[k]);
        }
    }
    return true;
}

static bool see(void *context, const struct stored_person *stored, struct fault *fault)
{
    struct pass *pass = context;
    struct derived_finding *findings;
    size_t score_count, finding_count;
    int64_t unscored = pass->done->unscored;
    struct derived_score *scores = score_person(pass, stored, &score_count);
    if (!notice(pass, stored, &findings, &finding_count, fault) ||
        !store_derive_person(pass->store, stored->number, scores, score_count, findings,
                             finding_count, pass->done->unscored == unscored, fault))
        return false;
    pass->done->people++;
    pass->done->scores += (int64_t)score_count;
    pass->done->findings += (int64_t)finding_count;
    if (pass->how->progress)
        pass->how->progress(pass->how->progress_context, pass->done->people, pass->touched);
    return true;
}

/* --- the pass --------------------------------------------------------------------------------- */

static void say_broken(struct pass *pass)
{
    for (size_t i = 0; i < pass->shelf->broken_count; i++) {
        const struct faults *faults = &pass->shelf->broken[i].faults;
        warn(pass, faults->count ? faults->said[0] : pass->shelf->broken[i].path);
    }
}

static void close_files(struct pass *pass)
{
    for (size_t i = 0; i < pass->versions.count; i++) {
        if (pass->versions.all[i].worker)
            worker_close(pass->versions.all[i].worker);
        if (pass->versions.all[i].own)
            plugin_close(pass->versions.all[i].own);
    }
    for (size_t i = 0; i < pass->rule_count; i++)
        if (pass->rules[i].own)
            plugin_close(pass->rules[i].own);
}

static bool pass_through(struct pass *pass, struct fault *fault)
{
    char hex[65];
    struct stored_collects *collects;
    if (!store_collects(pass->store, pass->how->as_of, pass->arena, &collects,
                        &pass->frame.collects_count, fault))
        return false;
    pass->frame.collects = collects;
    fingerprint(pass, hex);
    if (!store_derive_begin(pass->store, hex, pass->how->as_of, pass->how->rebuild, &pass->touched,
                            fault))
        return false;
    bool done = pass->touched == 0 || (choose_files(pass, fault) &&
                                       store_walk(pass->store, STORE_TOUCHED, pass->how->as_of,
                                                  pass->person, see, pass, fault));
    struct fault second;
    bool ended = store_derive_end(pass->store, done, done ? fault : &second);
    return done && ended;
}

bool run_score(struct store *store, const struct shelf *shelf, const struct run_how *how,
               struct run_done *done, struct fault *fault)
{
    struct pass pass = {.store = store,
                        .shelf = shelf,
                        .how = how,
                        .done = done,
                        .arena = arena_new(),
                        .person = arena_new(),
                        .frame = {.as_of = how->as_of}};
    *done = (struct run_done){0};
    say_broken(&pass);
    bool all = pass_through(&pass, fault);
    close_files(&pass);
    arena_free(pass.person);
    arena_free(pass.arena);
    return all;
}
