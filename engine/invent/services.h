/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The made-up services of the area, and what people ask them for. Private to invent. */
#ifndef INVENT_SERVICES_H
#define INVENT_SERVICES_H

#include "invent/made.h"

struct service {
    const char *key;       /* in stories */
    const char *reference; /* in files */
    const char *type, *title, *org, *ring, *purpose, *stated_days, *access_mode;
};

/* The service of that key; every key that a story names is there. */
const struct service *service_keyed(const char *key);
/* Each in turn: 0 and on, NULL behind the last. */
const struct service *service_at(size_t number);

struct need {
    const char *code, *service; /* a key */
};

const struct need *need_drawn(struct chance *);
/* The key of a service that a need may lie with, but not `key`. */
const char *service_beside(struct chance *, const char *key);

#endif
