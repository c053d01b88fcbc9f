/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "invent/services.h"

#include <string.h>

static const struct service services[] = {
    {"housing", "Housing office", "housing", "Saltmere housing office", "Saltmere council",
     "intensive", "", "", "referral"},
    {"advice", "Advice centre", "advice", "Saltmere advice centre", "Lantern charity", "prevention",
     "", "", "open_door"},
    {"mh", "Mental health team", "mental_health", "Saltmere mental health team",
     "Saltmere health trust", "intensive", "", "", "referral"},
    {"benefits", "Benefits office", "benefits", "Saltmere benefits office", "Benefits agency",
     "intensive", "", "", "appointment"},
    {"food", "Food bank", "food_bank", "Saltmere food bank", "Lantern charity", "whole_community",
     "", "", "open_door"},
    {"gp", "Saltmere surgery", "gp", "Saltmere surgery", "Saltmere surgery", "ongoing", "", "",
     "appointment"},
    {"drugs", "Drugs and alcohol team", "drugs_and_alcohol", "Saltmere drugs and alcohol team",
     "Saltmere health trust", "intensive", "", "", "referral"},
    {"care", "Adult social care", "social_care", "Saltmere adult social care", "Saltmere council",
     "ongoing", "", "", "referral"},
    {"hostel", "Harbour hostel", "hostel", "Harbour hostel", "Harbour charity", "crisis", "move_on",
     "180", "referral"},
    {"shelter", "Night shelter", "night_shelter", "Saltmere night shelter", "Harbour charity",
     "crisis", "", "28", "open_door"},
    {"landlord", "Saltmere homes", "social_landlord", "Saltmere homes", "Saltmere homes", "ongoing",
     "", "", "referral"},
    {"hospital", "Saltmere hospital", "hospital", "Saltmere hospital", "Saltmere health trust",
     "crisis", "", "", "open_door"},
    {"coach", "Coaching team", "coaching", "Saltmere coaching team", "Lantern charity",
     "early_help", "", "", "open_door"},
    {"club", "Tuesday club", "community_group", "The Tuesday club", "Tuesday club",
     "whole_community", "", "", "open_door"},
};

const struct service *service_at(size_t number)
{
    return number < sizeof services / sizeof *services ? &services[number] : NULL;
}

const struct service *service_keyed(const char *key)
{
    const struct service *service = services;
    while (strcmp(service->key, key) != 0)
        service++;
    return service;
}

static const struct need needs[] = {
    {"housing", "housing"},   {"money", "advice"},       {"mental_health", "mh"},
    {"benefits", "benefits"}, {"food", "food"},          {"housing", "housing"},
    {"money", "advice"},      {"mental_health", "mh"},   {"benefits", "benefits"},
    {"food", "food"},         {"physical_health", "gp"}, {"drugs_and_alcohol", "drugs"},
};

const struct need *need_drawn(struct chance *chance)
{
    return &needs[draw_up_to(chance, sizeof needs / sizeof *needs - 1)];
}

const char *service_beside(struct chance *chance, const char *key)
{
    const char *other;
    do
        other = need_drawn(chance)->service;
    while (strcmp(other, key) == 0);
    return other;
}
