/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person keeps to themselves: a coach may see the page too, so nothing of it shows through,
 * neither by what is counted nor by what is noticed. */
#include <string.h>

#include "report/person.h"
#include "run/work.h"

static bool may_show(const struct stored_event *event)
{
    const char *visibility = event->columns[EVENT_visibility];
    return !visibility || strcmp(visibility, "person_only") != 0;
}

bool person_keep_apart(struct person_page *page)
{
    struct stored_person *stored = &page->stored;
    size_t shown = 0, all = stored->event_count;
    for (size_t i = 0; i < all; i++)
        if (may_show(&stored->events[i]))
            stored->events[shown++] = stored->events[i];
    stored->event_count = shown;
    return shown < all;
}

bool person_notice_again(struct person_page *page, struct store *store,
                         const struct timeline_frame *frame, struct fault *fault)
{
    struct files files = {.store = store, .shelf = page->shelf, .arena = page->arena};
    struct work work = {
        .files = &files, .frame = *frame, .person = page->arena, .reasons = {.arena = page->arena}};
    struct derived_finding *findings;
    size_t count;
    bool done = files_choose_rules(&files, fault);
    if (done) {
        work_notice(&work, &page->record, &findings, &count);
        person_keep_findings(page, findings, count);
    }
    files_close(&files);
    return done;
}
