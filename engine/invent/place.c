/* SPDX-License-Identifier: GPL-3.0-or-later */
/* services.csv, areas.csv and collects.csv: what is there before anybody asks. */
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

/* What is recorded, since when, and which subtypes and types of service are recorded whoever acts.
 */
static const struct collected {
    const char *kind, *since, *subtypes, *service_types;
} collected[] = {
    {"request", "2024-01-01", "resume", ""},
    {"contact", "2024-01-01", "", "coaching food_bank gp"},
    {"referral", "2024-01-01", "", "gp"},
    {"referral_decision", "2024-01-01", "", ""},
    {"refusal", "2024-01-01", "", ""},
    {"assessment", "2024-01-01", "", ""},
    {"history_taken", "2024-01-01", "", ""},
    {"appointment", "2024-01-01", "", ""},
    {"plan", "2024-01-01", "", ""},
    {"episode_start", "2024-01-01", "", "coaching hostel"},
    {"episode_end", "2024-01-01", "", "coaching hostel"},
    {"episode_pause", "2024-01-01", "", ""},
    {"episode_resume", "2024-01-01", "", ""},
    {"crisis", "2024-01-01",
     "ae_attendance ambulance emergency_admission police_call police_arrest crisis_team "
     "crisis_line "
     "rough_sleeping_start",
     ""},
    {"punitive", "2024-01-01",
     "eviction_notice eviction sanction_benefit overpayment_recovery bailiff_or_enforcement "
     "warning_or_behaviour_contract",
     ""},
    {"enforcement", "2024-04-01", "arrears_recovery asb_action", ""},
    {"complaint", "2024-04-01", "", ""},
    {"complaint_step", "2024-04-01", "", ""},
    {"accommodation", "2024-01-01", "settled rough_sleeping none unsuitable_temporary", ""},
    {"institution", "2024-01-01", "hospital prison custody care", ""},
    {"network_tie", "2024-07-01", "friend interest community_group work_or_volunteering", ""},
    {"personal_budget", "2024-10-01", "", ""},
    {"advocacy", "2024-01-01", "", ""},
    {"challenge", "2024-01-01", "", ""},
    {"tailored_change", "2024-10-01", "", ""},
    {"benefit_change", "2024-01-01", "", ""},
    {"income_shock", "2024-01-01", "", ""},
};

/* One row for each word of `list`; `row` has the columns before and behind it. */
static void put_each(struct text *file, const struct collected *c, const char *list,
                     const char *before, const char *behind)
{
    const char *at = list, *word;
    size_t length;
    while (text_word(&at, &word, &length))
        text_format(file, "%s,%s,%s,,%s%.*s%s\n", MADE_AREA, c->kind, c->since, before, (int)length,
                    word, behind);
}

static void put_collects(struct text *file)
{
    text_put(file, "area,kind,since,until,subtype,service_type\n");
    for (size_t i = 0; i < sizeof collected / sizeof *collected; i++) {
        text_format(file, "%s,%s,%s,,,\n", MADE_AREA, collected[i].kind, collected[i].since);
        put_each(file, &collected[i], collected[i].subtypes, "", ",");
        put_each(file, &collected[i], collected[i].service_types, ",", "");
    }
    /* The neighbour records little, and stopped recording appointments. */
    text_put(file, MADE_NEIGHBOUR ",contact,2024-01-01,,,\n" MADE_NEIGHBOUR
                                  ",appointment,2024-01-01,2025-03-31,,\n");
}

void made_place(struct made *made)
{
    put_services(&made->files[INVENT_SERVICES]);
    put_collects(&made->files[INVENT_COLLECTS]);
    text_put(&made->files[INVENT_AREAS], "area,within\nThe Merrows,\n" MADE_AREA
                                         ",The Merrows\n" MADE_NEIGHBOUR ",The Merrows\n");
}
