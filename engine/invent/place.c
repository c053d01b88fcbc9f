/* SPDX-License-Identifier: GPL-3.0-or-later */
/* services.csv, areas.csv, collects.csv and area_answers.csv: what is there before anybody asks. */
#include <stdio.h>
#include <string.h>

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
        text_format(file, INVENT_AREA ",%s,2024-01-01,,%s%.*s%s\n", kind, before, (int)length, word,
                    behind);
}

/* Every kind is recorded here. The neighbour began later, with little, and stopped recording
 * appointments. */
static void put_collects(struct text *file)
{
    text_put(file, "area,kind,since,until,subtype,service_type\n");
    for (size_t i = 0; i < event_kind_count; i++)
        text_format(file, INVENT_AREA ",%s,2024-01-01,,,\n", event_kind[i]);
    for (size_t i = 0; i < sizeof narrower / sizeof *narrower; i++) {
        put_each(file, narrower[i].kind, narrower[i].subtypes, "", ",");
        put_each(file, narrower[i].kind, narrower[i].service_types, ",", "");
    }
    text_put(file, MADE_NEIGHBOUR ",contact,2024-07-01,,,\n" MADE_NEIGHBOUR
                                  ",appointment,2024-07-01,2025-03-31,,\n");
}

/* --- where the area stands -------------------------------------------------------------------- */

/* One sheet of area_baseline: how many filled it in together, and the stage by item in its order; n
 * where the seat is not asked. */
static const struct sheet {
    const char *area, *seat, *date, *name, *group, *stages, *why;
} sheets[] = {
    {INVENT_AREA, "power", "2024-03-12", "", "4", "3 3 2 3 2 n n",
     "We publish everything. Nobody has asked what it means to them."},
    {INVENT_AREA, "workers", "2024-03-14", "day", "6", "2 1 1 2 n 2 n", "The form comes first"},
    {INVENT_AREA, "workers", "2024-03-14", "night", "", "1 1 d 1 n 1 n", ""},
    {INVENT_AREA, "citizens", "2024-03-19", "a", "", "1 1 1 - n n 2",
     "I find out about my own life by letter."},
    {INVENT_AREA, "citizens", "2024-03-19", "b", "5", "2 1 u 1 n n 1",
     "“Nothing about us without us”, they said.\nThen the door was locked."},
    {INVENT_AREA, "power", "2025-03-11", "", "4", "3 2 2 3 3 n n", "We went and listened"},
    {INVENT_AREA, "workers", "2025-03-13", "", "8", "2 2 2 2 n 3 n", ""},
    {INVENT_AREA, "citizens", "2025-03-18", "", "9", "2 2 1 1 n n 3",
     "The Tuesday club was asked. Twice!"},
    {MADE_NEIGHBOUR, "citizens", "2025-04-02", "", "3", "1 1 1 1 n n 2", ""},
};

static void put_stage(struct text *file, const struct sheet *sheet, const char *item, char stage)
{
    const char *kind = memchr(no_answer_token, stage, NO_ANSWER_KINDS);
    text_format(file, "%s,%s,%s,area_baseline,%s,", sheet->area, sheet->seat, sheet->date, item);
    if (!kind)
        text_char(file, stage);
    else if (stage != no_answer_token[MISSING])
        text_put(file, no_answer_word[kind - no_answer_token]);
    text_format(file, ",,%s,%s\n", sheet->group, sheet->name);
}

static void put_sheet(struct text *file, const struct sheet *sheet)
{
    const char *items = "story decides measures own_data present alongside in_control", *item;
    size_t length;
    for (size_t i = 0; text_word(&items, &item, &length); i++) {
        char name[16];
        snprintf(name, sizeof name, "%.*s", (int)length, item);
        if (sheet->stages[2 * i] != no_answer_token[NOT_ASKED])
            put_stage(file, sheet, name, sheet->stages[2 * i]);
    }
    if (!*sheet->why)
        return;
    text_format(file, "%s,%s,%s,area_baseline,why,+,", sheet->area, sheet->seat, sheet->date);
    text_csv(file, sheet->why);
    text_format(file, ",%s,%s\n", sheet->group, sheet->name);
}

static void put_sheets(struct text *file)
{
    text_put(file, "area,seat,date,instrument,item,answer,words,group,sheet\n");
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
        put_sheet(file, &sheets[i]);
}

void made_place(struct made *made)
{
    put_services(&made->files[INVENT_SERVICES]);
    put_collects(&made->files[INVENT_COLLECTS]);
    put_sheets(&made->files[INVENT_AREA_ANSWERS]);
    text_put(&made->files[INVENT_AREAS], "area,within\nThe Merrows,\n" INVENT_AREA
                                         ",The Merrows\n" MADE_NEIGHBOUR ",The Merrows\n");
}
