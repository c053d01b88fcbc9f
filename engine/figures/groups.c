/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "figures/gathered.h"
#include "ground/text.h"

bool is_own_account(const char *field)
{
    static const char others[] = "born since until shares contact_preference asserted_by called";
    return !text_has_word(others, field);
}

static bool field_column(const char *field, size_t *column, struct fault *fault)
{
    for (*column = 0; *column < person_column_count; ++*column) {
        if (strcmp(person_column[*column].name, field) == 0 && is_own_account(field)) {
            return true;
        }
    }
    return fault_set(
        fault, FAULT_USAGE,
        "People cannot be grouped by `%s`: groups are only what people say of themselves, "
        "such as `ethnic_group` or `disability`. Name one of those fields.",
        field);
}

static const char *answer_label(const struct figures *figures, const char *field, const char *code)
{
    static const char *const words[NO_ANSWER_KINDS] = {[DECLINED] = "prefer not to say",
                                                       [UNKNOWN] = "don't know",
                                                       [NOT_ASKED] = "not asked",
                                                       [NOT_APPLICABLE] = "does not apply",
                                                       [WITHHELD] = "withheld"};
    for (size_t i = 0; i < NO_ANSWER_KINDS; i++) {
        if (words[i] && strcmp(code, no_answer_word[i]) == 0) {
            return words[i];
        }
    }
    return strcmp(code, FIGURES_NOT_AGREED) == 0 ? "something else, or in their own words"
                                                 : label_of(figures, field, code);
}

/* Several codes of one person are parted by ; */
static void add_codes(struct figures *figures, const char *field, struct figure_groups *groups,
                      size_t *room, size_t who, const char *codes)
{
    while (*codes) {
        size_t length = strcspn(codes, ";");
        const char *code = agreed_code(figures, field, arena_copy(figures->arena, codes, length));
        if (length) {
            struct figure_group *group =
                group_of(figures, &groups->groups, &groups->count, room, code);
            people_add(figures, &group->people, who);
        }
        codes += length + (codes[length] == ';');
    }
}

static const char *says_of(const struct someone *someone, size_t column)
{
    for (size_t i = 0; i < someone->saying_count; i++) {
        if (someone->sayings[i]->column == column) {
            return someone->sayings[i]->says;
        }
    }
    return NULL;
}

bool figures_groups(struct figures *figures, const char *field, struct figure_groups *groups,
                    struct fault *fault)
{
    size_t column, room = 0;
    *groups = (struct figure_groups){0};
    if (!field_column(field, &column, fault)) {
        return false;
    }
    for (size_t i = 0; i < figures->count; i++) {
        const char *says = says_of(&figures->people[i], column);
        add_codes(figures, field, groups, &room, i, says ? says : no_answer_word[NOT_ASKED]);
    }
    groups_sort(figures, field, groups->groups, groups->count);
    for (size_t i = 0; i < groups->count; i++) {
        groups->groups[i].label = answer_label(figures, field, groups->groups[i].code);
    }
    return true;
}

/* --- coarser groups --------------------------------------------------------------------------- */

/* Both rising. */
static struct people joined(struct figures *figures, const struct people *a, const struct people *b)
{
    struct people all = {.room = a->count + b->count};
    all.who = arena_array(figures->arena, all.room, sizeof *all.who);
    for (size_t i = 0, j = 0; i < a->count || j < b->count;) {
        bool first = i < a->count && (j == b->count || a->who[i] <= b->who[j]);
        people_add(figures, &all, first ? a->who[i++] : b->who[j++]);
    }
    return all;
}

void figures_coarser(struct figures *figures, const char *field, const struct figure_groups *fine,
                     struct figure_groups *coarse)
{
    const struct figures_ask *ask = &figures->ask;
    size_t room = 0;
    *coarse = (struct figure_groups){0};
    for (size_t i = 0; i < fine->count; i++) {
        const struct figure_group *group = &fine->groups[i];
        int place = group->place;
        const char *head =
            ask->head ? ask->head(ask->label_context, field, group->code, &place) : NULL;
        struct figure_group *into =
            group_of(figures, &coarse->groups, &coarse->count, &room, head ? head : group->code);
        into->label = head ? head : group->label;
        into->place = place;
        into->people = joined(figures, &into->people, &group->people);
    }
    groups_order(coarse->groups, coarse->count);
}
