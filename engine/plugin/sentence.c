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

/* The next of them that `text` says, counted on in `at` from 0; NULL behind the last. */
static const char *next_said(const char *text, size_t *at)
{
    enum {
        PHRASES = sizeof said_of_people / sizeof *said_of_people,
        LETTERS = sizeof abbreviations / sizeof *abbreviations
    };
    while (*at < PHRASES + LETTERS) {
        size_t i = (*at)++;
        if (i < PHRASES && says(text, said_of_people[i]))
            return said_of_people[i];
        if (i >= PHRASES && says_letters(text, abbreviations[i - PHRASES]))
            return abbreviations[i - PHRASES];
    }
    return NULL;
}

bool fields_sentence(const struct plugin *plugin, const char *text, const char *place,
                     struct faults *faults)
{
    size_t at = 0, before = faults->count;
    for (const char *word; (word = next_said(text, &at));)
        plugin_say(plugin, faults, place,
                   "the service is the subject of the sentence; \"%s\" says it of the person",
                   word);
    return faults->count == before;
}

const char *fields_said(const char *text)
{
    size_t at = 0;
    return next_said(text, &at);
}
