/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/scratch.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void path_in(const struct scratch *scratch, const char *name, char *path, size_t room)
{
    snprintf(path, room, "%s/%s", scratch->folder, name);
}

bool scratch_open(struct scratch *scratch, const char *area, struct fault *fault)
{
    char store[80], keys[80];
    *scratch = (struct scratch){.folder = "/tmp/alongside-XXXXXX"};
    if (!mkdtemp(scratch->folder)) {
        scratch->folder[0] = 0;
        return fault_set(fault, FAULT_CREATE,
                         "/tmp: a folder for a store to try things in cannot be made");
    }
    path_in(scratch, "store.db", store, sizeof store);
    path_in(scratch, "store.keys", keys, sizeof keys);
    if (!vault_make(keys, fault) || !vault_open(keys, &scratch->vault, fault))
        return false;
    if (!store_make(store, area, scratch->vault, fault) ||
        !store_open(store, STORE_WRITE, &scratch->store, fault))
        return false;
    store_unlock(scratch->store, scratch->vault);
    return true;
}

void scratch_close(struct scratch *scratch)
{
    if (scratch->store)
        store_close(scratch->store);
    if (scratch->vault)
        vault_close(scratch->vault);
    DIR *folder = scratch->folder[0] ? opendir(scratch->folder) : NULL;
    if (!folder)
        return;
    for (struct dirent *entry; (entry = readdir(folder));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            unlinkat(dirfd(folder), entry->d_name, 0);
    closedir(folder);
    rmdir(scratch->folder);
}

bool scratch_import(struct scratch *scratch, const struct shelf *shelf, const char *path,
                    const char *as, day recorded, struct arena *arena, struct intake_done *done,
                    struct fault *fault)
{
    char aside[80];
    path_in(scratch, "set-aside.csv", aside, sizeof aside);
    struct intake_how how = {.path = path,
                             .as = as,
                             .set_aside = aside,
                             .recorded = recorded,
                             .instruments = (const struct instrument *const *)shelf->instruments,
                             .instrument_count = shelf->instrument_count,
                             .intakes = (const struct intake *const *)shelf->intakes,
                             .intake_count = shelf->intake_count};
    return intake_file(scratch->store, &how, arena, done, fault);
}
