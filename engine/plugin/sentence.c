/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that say of a person what is a service's to say of itself. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "plugin/fields.h"

static const char *const said_of_people[] = {"failed to engage",
                                             "non-compliant",
                                             "non-compliance",
                                             "challenging",
                                             "hard to reach",
                                             "frequent flyer",
                                             "disengaged",
                                             "complex",
                                             "service user",
                                             "caseload",
                                             "client",
                                             "high intensity user",
                                             "severe and multiple disadvantage"};

static const char *const abbreviations[] = {"DNA", "HIU", "SMD"};

static bool is_letter(char c)
{
    return isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Finds `word` where a word begins: also in `clients`, not in `inclient`. */
static bool says(const char *text, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = text; *at; at++)
        if ((at == text || !is_letter(at[-1])) && strncasecmp(at, word, length) == 0)
            return true;
    return false;
}

/* An abbreviation is told from a molecule's name, or a part of one, only by standing alone. */
static bool says_letters(const char *text, const char *letters)
{
    size_t length = strlen(letters);
    for (const char *at = strstr(text, letters); at; at = strstr(at + 1, letters))
        if ((at == text || !is_letter(at[-1])) && !is_letter(at[length]))
            return true;
    return false;
}

static void refuse(const struct plugin *plugin, struct faults *faults, const char *place,
                   const char *word)
{
    plugin_say(plugin, faults, place,
               "the service is the subject of the sentence; \"%s\" says it of the person", word);
}

bool fields_sentence(const struct plugin *plugin, const char *text, const char *place,
                     struct faults *faults)
{
    size_t before = faults->count;
    for (size_t i = 0; i < sizeof said_of_people / sizeof *said_of_people; i++)
        if (says(text, said_of_people[i]))
            refuse(plugin, faults, place, said_of_people[i]);
    for (size_t i = 0; i < sizeof abbreviations / sizeof *abbreviations; i++)
        if (says_letters(text, abbreviations[i]))
            refuse(plugin, faults, place, abbreviations[i]);
    return faults->count == before;
}
