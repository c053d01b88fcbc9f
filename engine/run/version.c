/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/version.h"

#include "run/given.h"

struct version *versions_of(const struct versions *versions, int64_t number)
{
    for (size_t i = 0; i < versions->count; i++)
        if (versions->all[i].number == number)
            return versions->all[i].instrument ? &versions->all[i] : NULL;
    return NULL;
}

static bool need_worker(struct version *version, struct fault *fault)
{
    return !version->instrument->has_functions || version->worker ||
           worker_open(version->instrument->plugin, &version->worker, fault);
}

bool version_score(struct version *version, const struct among *among,
                   const struct stored_administration *administration, struct arena *arena,
                   struct answer *answers, struct score *scores, struct fault *fault)
{
    const struct instrument *instrument = version->instrument;
    struct given given =
        given_of(among->whose, instrument, administration, among->all, among->count, arena);
    for (size_t i = 0; i < instrument->scale_count; i++)
        scores[i].reason = "plugin_failed";
    return need_worker(version, fault) &&
           instrument_read(instrument, administration->tokens, false, arena, answers, fault) &&
           instrument_take_seat(instrument, among->seat, answers, fault) &&
           instrument_score(instrument, answers, &given, version->worker, false, arena, scores,
                            fault);
}
