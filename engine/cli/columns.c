/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each column of a file of events means. A test finds one for every column. */
#include <string.h>

#include "cli/contract.h"

static const struct {
    const char *name, *meaning;
} meanings[] = {
    {"time", "when on that day"},
    {"until", "the last day of an interval: a stay, a plan"},
    {"until_time", "when on the last day"},
    {"precision", "how exactly the date is known"},
    {"seq", "the order within a day, where the source gives one"},
    {"subtype", "what narrows the kind: crisis/ambulance"},
    {"service", "the service it was with"},
    {"thread", "joins events about the same thing, because someone said so"},
    {"need", "what it was about, by the list of needs"},
    {"initiated_by", "who began it"},
    {"purpose", "what it was for"},
    {"outcome", "what came of it, by the account of `outcome_by`"},
    {"outcome_by", "whose account that is; empty counts as the person's"},
    {"channel", "how they were in touch"},
    {"planned", "it was agreed beforehand"},
    {"worker", "who it was with; kept as a token that is different under every person"},
    {"org", "the organisation of the service"},
    {"pathway", "the pathway that the service belongs to"},
    {"stage", "of a pathway: first, or the pathway's own name for a later one"},
    {"episode", "joins the start, pauses and end of one stretch of support"},
    {"need_words", "what it was about, in the person's words"},
    {"purpose_by", "whose account the purpose is"},
    {"setting", "where it took place"},
    {"place_chosen_by", "who chose the place"},
    {"service_outcome", "what came of it, by the service's own code"},
    {"reason", "why it was refused, missed, ended or lacking; the service's own words"},
    {"decided_by", "who decided the start, the change of pace or the end"},
    {"decision", "what became of a referral, an offer or a complaint"},
    {"status", "of an appointment, a punitive matter or a network tie"},
    {"cancelled_by", "who cancelled it"},
    {"from", "of a referral: the service that sent them"},
    {"to", "of a referral: the service they were sent to"},
    {"route", "how a referral came about"},
    {"deficit_shared", "what is wrong with the person was passed on with a referral"},
    {"joint", "joins events that services did together"},
    {"matter", "joins the steps of one complaint, dispute or punitive matter"},
    {"step", "of a complaint or a punitive matter"},
    {"respondent", "what kind of body answers a complaint"},
    {"settled", "the person's view of whether it is settled"},
    {"assessment", "joins the parts of one assessment"},
    {"reused", "what was known before was used"},
    {"asked_by", "who asked for it"},
    {"statutory", "the law asks for it"},
    {"onward", "of an ending: where to"},
    {"taper", "of an ending: it came bit by bit"},
    {"compulsory", "the person had no choice"},
    {"plan_group", "joins plans that are meant to work together"},
    {"condition", "what a plan asks of the person first"},
    {"agreed", "the person agreed to it"},
    {"tie", "tells one network tie from another; never a name"},
    {"budget", "of a personal budget: asked for, granted or refused"},
    {"edge", "where a source has a row for each end of an interval"},
    {"done_by", "who did it, with the person or for them"},
    {"led_by", "who led the session or the plan"},
    {"lived_experience", "people who lived it took part"},
    {"scale", "of a tailored change: for whom"},
    {"follows", "ids of the events it follows"},
    {"response_to", "ids of the events it answers"},
    {"same_request", "ids of events that ask for the same"},
    {"part_of", "ids of events it is a part of"},
    {"because", "ids of the events that the person says it came of"},
    {"source", "where the row is from"},
    {"visibility", "who may see it"},
    {"sensitivity", "what care it asks for"},
    {"label_by", "who put a label on the person, kept as evidence that it happened"},
    {"withdrawn", "the day from which it is left out of everything made"},
};

const char *column_meaning(const char *name)
{
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
        if (strcmp(meanings[i].name, name) == 0)
            return meanings[i].meaning;
    return NULL;
}
