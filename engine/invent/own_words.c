/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that nobody ever said, of people who never were: what they like to be called, what they ask
 * for, and notes.csv. */
#include <string.h>

#include "invent/made.h"

/* --- what they like to be called -------------------------------------------------------------- */

/* Nobody is called so. 17 of the one and 19 of the other make 323 names before any comes again. */
static const char *const first_names[] = {
    "Bramble",     "Juniper",        "Old Plum", "Kestrel", "Mistress Pebble", "Tansy",  "Fern",
    "Captain",     "Marigold-Agnes", "Thrift",   "Hob",     "“Sixpence”",      "Sorrel", "Zoë",
    "Wren & Rook", "Barnaby",        "Perpetua", NULL};
static const char *const last_names[] = {"Teasel",
                                         "Quillfeather",
                                         "Saltmarsh",
                                         "O’Whelk",
                                         "of the Lantern",
                                         "Dabchick",
                                         "Marram",
                                         "Netherquay",
                                         "Samphire-Oystercatcher",
                                         "Puffin",
                                         "Limpet",
                                         "Sandpiper",
                                         "Cuttlebone",
                                         "Bladderwrack",
                                         "Periwinkle",
                                         "Tern",
                                         "Mudlark",
                                         "Thrupp",
                                         "Foghorn",
                                         NULL};
enum {
    FIRST_NAMES = sizeof first_names / sizeof *first_names - 1,
    LAST_NAMES = sizeof last_names / sizeof *last_names - 1
};

/* Every fifth has not said. The rest are called the same whatever the seed, so that a page can be
 * looked through for the names of others. */
const char *own_name(const struct life *life, struct arena *arena)
{
    if (life->number % 5 == 0)
        return "";
    return arena_format(arena, "%s %s", first_names[life->number % FIRST_NAMES],
                        last_names[life->number % LAST_NAMES]);
}

/* --- what they ask for ------------------------------------------------------------------------ */

static const struct asking {
    const char *need, *words;
} askings[] = {
    {"housing", "The damp is back. The baby coughs all night."},
    {"housing", "I was told to be out by Friday"},
    {"housing", "somewhere with a door that locks"},
    {"money", "Which of these letters do I pay first?"},
    {"money", "The meter ran out, again"},
    {"mental_health", "I can’t sleep and I can’t stop shaking"},
    {"mental_health", "Somebody to talk to before it gets bad, not after"},
    {"benefits", "They stopped it and nobody will say why"},
    {"benefits", "The form asks the same thing four times.\nI gave up at page 31."},
    {"food", "Enough for three until Thursday"},
    {"food", "nothing that needs an oven, we haven’t got one"},
    {"physical_health", "my tooth, it’s \"only\" been six weeks"},
    {"drugs_and_alcohol", "I want to stop. This week, not in three months."},
};

/* A third of those that asked are quoted. */
const char *own_words_for(struct chance *chance, const char *need)
{
    const char *fitting[sizeof askings / sizeof *askings + 1] = {NULL};
    size_t count = 0;
    for (size_t i = 0; i < sizeof askings / sizeof *askings; i++)
        if (strcmp(askings[i].need, need) == 0)
            fitting[count++] = askings[i].words;
    return count && chance_in_100(chance, 33) ? draw_from(chance, fitting) : "";
}

/* --- notes ------------------------------------------------------------------------------------ */

static const char *const strengths[] = {"I mend anything with two wheels.",
                                        "I can make a room laugh, most rooms.",
                                        "Three languages, and I am learning a fourth",
                                        "I know everybody on the quay by name",
                                        "Kept a family going on very little",
                                        "I draw birds from memory",
                                        "Patience. I have had to have a lot of it.",
                                        NULL};

static const char *const notes[] = {
    "Mornings are best.",
    "I would rather text than talk on the phone.",
    "Had the letter read to me. I said \"thank you\" and meant it.",
    "We just walked. Nobody asked me anything.",
    "Slept right through. Twice.",
    "Bad month. Not everything is about services.",
    "Soup for six. SIX.",
    "They took the number 9 bus off. That was how I got to Mum’s.",
    "Didn’t want to write this down, but did.",
    "The form asks the same thing four times.\nWe filled in the rest together.",
    "Keys! Sat on the floor and ate chips.",
    NULL};

/* The first are of what they bring, so that hardly anything is said twice. */
enum { STRENGTHS = 2, NOTES_MOST = 8 };

static void put_note(struct made *made, struct chance *chance, const struct life *life, int number)
{
    struct text *file = &made->files[INVENT_NOTES];
    day on = draw_day(chance, life->known);
    bool strength = number <= STRENGTHS;
    const char *words = draw_from(chance, strength ? strengths : notes);
    const char *time = draw_word(chance, "10:15|14:00|16:40|*3", made->arena);
    if (life_quiet_on(life, (struct days){on, on}))
        return;
    text_format(file, "%s,%s,", life->ref, day_text(made->arena, on));
    text_csv(file, words);
    text_format(file, ",n%d,%s,%s\n", number, time, strength ? "strength" : "note");
}

void made_notes(struct made *made, struct chance *chance, const struct life *life)
{
    int count = draw_up_to(chance, NOTES_MOST);
    for (int i = 1; i <= count; i++)
        put_note(made, chance, life, i);
}
