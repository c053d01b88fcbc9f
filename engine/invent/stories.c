/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "invent/story.h"

static const struct story *const lists[] = {stories_of_asking, stories_of_doors, stories_of_endings,
                                            stories_of_force,  stories_of_good,  stories_of_time};

const struct story *story_at(size_t number)
{
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (const struct story *story = lists[i]; story->name; story++)
            if (number-- == 0)
                return story;
    return NULL;
}

const struct story *story_named(const char *name)
{
    const struct story *story;
    for (size_t i = 0; (story = story_at(i)); i++)
        if (strcmp(story->name, name) == 0)
            break;
    return story;
}
