/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/reference.h"

#include <string.h>

#include "ground/text.h"
#include "report/change.h"
#include "report/model.h"
#include "report/sentences.h"

static bool is_named(const char *id, const char *const *norms, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(norms[i], id) == 0)
            return true;
    return false;
}

/* What is not known of the person rules nothing out. */
static bool may_be_like(const struct norm *norm, const struct like *like)
{
    if (norm->sex && like->sex && strcmp(norm->sex, like->sex) != 0)
        return false;
    return !norm->has_age || !like->age.known ||
           (like->age.high >= norm->youngest && like->age.low <= norm->oldest);
}

/* The ways of asking that a norm names, in words: "in an interview or by telephone". */
static const char *asked(struct arena *arena, const struct norm *norm)
{
    const char *says = NULL, *all = modes, *word;
    size_t length;
    for (int mode = 0; norm->mode && text_word(&all, &word, &length); mode++) {
        if (!mode_words(mode) || !text_has_word(norm->mode, arena_copy(arena, word, length)))
            continue;
        says = says ? arena_format(arena, "%s or %s", says, mode_words(mode)) : mode_words(mode);
    }
    return says;
}

static bool includes(struct arena *arena, const struct norm *norm, int mode)
{
    const char *all = modes, *word = "";
    size_t length = 0;
    for (int i = 0; i <= mode; i++)
        text_word(&all, &word, &length);
    return text_has_word(norm->mode, arena_copy(arena, word, length));
}

static const char *how_asked(struct arena *arena, const struct norm *norm, int mode)
{
    const char *they = asked(arena, norm), *you = mode_words(mode);
    if (!they)
        return SAY_REFERENCE_NO_MODE;
    if (!you)
        return arena_format(arena, SAY_REFERENCE_YOUR_MODE, they);
    return includes(arena, norm, mode) ? arena_format(arena, SAY_REFERENCE_ALIKE, you)
                                       : arena_format(arena, SAY_REFERENCE_OTHER_MODE, they, you);
}

static void say_norm(struct arena *arena, const struct norm *norm, const char *how,
                     struct value figure)
{
    const char *mean = number_text(arena, norm->mean), *says;
    if (norm->has_sd)
        says = arena_format(arena, SAY_REFERENCE, norm_whom(norm, arena), norm->year, mean,
                            number_fixed(arena, norm->mean - norm->sd, 1),
                            number_fixed(arena, norm->mean + norm->sd, 1), norm->source);
    else
        says = arena_format(arena, SAY_REFERENCE_MEAN, norm_whom(norm, arena), norm->year, mean,
                            norm->source);
    model_say(arena, figure, "note", "%s%s", says, how);
}

void reference_beside(struct arena *arena, const struct scale *scale, const char *const *norms,
                      size_t norm_count, const struct like *like, struct value figure)
{
    size_t named = 0, said = 0;
    for (size_t i = 0; i < scale->norm_count; i++) {
        const struct norm *norm = &scale->norms[i];
        if (!is_named(norm->id, norms, norm_count) || !norm->has_mean)
            continue;
        named++;
        if (!may_be_like(norm, like))
            continue;
        say_norm(arena, norm, how_asked(arena, norm, like->mode), figure);
        said++;
    }
    if (named && !said)
        model_say(arena, figure, "note", SAY_REFERENCE_NONE);
}
