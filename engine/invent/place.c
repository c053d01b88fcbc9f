/* SPDX-License-Identifier: GPL-3.0-or-later */
/* services.csv, areas.csv and collects.csv: what is there before anybody asks. */
#include "ground/words.h"
#include "invent/services.h"

static void put_service(struct text *file, const struct service *service)
{
    const char *const cells[] = {service->reference,   service->type,       service->title,
                                 service->org,         service->ring,       service->purpose,
                                 service->stated_days, service->access_mode};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        text_put(file, i ? "," : "");
        text_csv(file, cells[i]);
    }
    text_char(file, '\n');
}

static void put_services(struct text *file)
{
    const struct service *service;
    text_put(file, "service,type,title,org,ring,purpose,stated_days,access_mode\n");
    for (size_t i = 0; (service = service_at(i)); i++)
        put_service(file, service);
}

/* Subtypes, and types of service, of which every event is recorded, whoever acts. */
static const struct collected {
    const char *kind, *subtypes, *service_types;
} narrower[] = {
    {"request", "resume", ""},
    {"contact", "", "coaching food_bank gp"},
    {"referral", "", "gp"},
    {"episode_start", "", "coaching hostel"},
    {"episode_end", "", "coaching hostel"},
    {"crisis",
     "ae_attendance ambulance emergency_admission police_call police_arrest crisis_team "
     "crisis_line rough_sleeping_start",
     ""},
    {"punitive",
     "eviction_notice eviction sanction_benefit overpayment_recovery bailiff_or_enforcement "
     "warning_or_behaviour_contract",
     ""},
    {"enforcement", "arrears_recovery asb_action", ""},
    {"accommodation", "settled rough_sleeping none unsuitable_temporary", ""},
    {"institution", "hospital prison custody care", ""},
    {"network_tie", "friend interest community_group work_or_volunteering", ""},
};

/* One row for each word of `list`, with what stands before and behind it. */
static void put_each(struct text *file, const char *kind, const char *list, const char *before,
                     const char *behind)
{
    const char *at = list, *word;
    size_t length;
    while (text_word(&at, &word, &length))
        text_format(file, MADE_AREA ",%s,2024-01-01,,%s%.*s%s\n", kind, before, (int)length, word,
                    behind);
}

/* Every kind is recorded here. The neighbour began later, with little, and stopped recording
 * appointments. */
static void put_collects(struct text *file)
{
    text_put(file, "area,kind,since,until,subtype,service_type\n");
    for (size_t i = 0; i < event_kind_count; i++)
        text_format(file, MADE_AREA ",%s,2024-01-01,,,\n", event_kind[i]);
    for (size_t i = 0; i < sizeof narrower / sizeof *narrower; i++) {
        put_each(file, narrower[i].kind, narrower[i].subtypes, "", ",");
        put_each(file, narrower[i].kind, narrower[i].service_types, ",", "");
    }
    text_put(file, MADE_NEIGHBOUR ",contact,2024-07-01,,,\n" MADE_NEIGHBOUR
                                  ",appointment,2024-07-01,2025-03-31,,\n");
}

void made_place(struct made *made)
{
    put_services(&made->files[INVENT_SERVICES]);
    put_collects(&made->files[INVENT_COLLECTS]);
    text_put(&made->files[INVENT_AREAS], "area,within\nThe Merrows,\n" MADE_AREA
                                         ",The Merrows\n" MADE_NEIGHBOUR ",The Merrows\n");
}
