-- SPDX-License-Identifier: GPL-3.0-or-later
-- Helped the first time.
--
-- Of the things that people asked about, how many were settled by the first ask, as
-- the person says, without a second service and without asking again. What a service
-- says of its own outcome does not decide it: where only that is recorded, nobody can
-- tell.

return {
  title   = "Helped the first time",
  version = "1",
  asks    = "Where is asking once enough?",
  source  = "Vanguard, demand resolved at the first point of transaction; that the person decides, and 90 days, are a proposal",
  mirrors = "repeat_contact",

  settings = { window = { 90, from = 1, to = 365, means = "days without asking again after which it counts as settled" } },

  at = { "contact request", initiated_by = "person", purpose = "not keeping_in_touch", first = "thread" },
  is = { outcome = "need_met", outcome_by = "none person" },
  not_after = {
    { "contact request", initiated_by = "person", purpose = "not keeping_in_touch", planned = "not yes",
      same = "thread", within = "window" },
    { "contact request", same = "thread", differs = "service", within = "window" },
  },

  tell    = "One ask was enough[ about {at.need}]: on {at.date}[ with {at.service}].",
  mislead = "Easy asks come first, and some who were not helped stop asking. It says nothing of one service beside another.",

  examples = {
    { "once was enough", finds = { { basis = "person_says" } }, [[
        2024-03-01  contact  thread=t1  service=library  initiated_by=person  outcome=need_met  outcome_by=person ]] },
    { "nothing changed", finds = 0, [[
        2024-03-01  contact  thread=t1  service=council  initiated_by=person  outcome=nothing_changed
        2024-03-15  contact  thread=t1  service=council  initiated_by=person  outcome=need_met ]] },
    { "asked again on day 90, over a leap day", finds = 0, [[
        2024-02-01  request  thread=t1  service=council  initiated_by=person  outcome=need_met
        2024-05-01  contact  thread=t1  service=council  initiated_by=person ]] },
    { "asked again on day 91", finds = 1, [[
        2024-02-01  request  thread=t1  service=council  initiated_by=person  outcome=need_met
        2024-05-02  contact  thread=t1  service=council  initiated_by=person ]] },
    { "a second service on day 90", finds = 0, [[
        2024-02-01  contact  thread=t1  service=council  initiated_by=person  outcome=need_met
        2024-05-01  contact  thread=t1  service=advice   initiated_by=service ]] },
    { "a second service on day 91", finds = 1, [[
        2024-02-01  contact  thread=t1  service=council  initiated_by=person  outcome=need_met
        2024-05-02  contact  thread=t1  service=advice   initiated_by=service ]] },
    { "the same service may call", finds = 1, [[
        2024-02-01  contact  thread=t1  service=council  initiated_by=person  outcome=need_met
        2024-02-05  contact  thread=t1  service=council  initiated_by=service ]] },
    { "only the first ask of a thread is asked about", finds = 1, [[
        2024-01-10  contact  thread=t1  initiated_by=person  outcome=need_met
        2024-06-10  contact  thread=t1  initiated_by=person  outcome=need_met
        2024-06-12  contact  thread=t1  initiated_by=person ]] },
    { "two threads, two firsts", finds = 2, [[
        2024-01-10  contact  thread=t1  initiated_by=person  outcome=need_met
        2024-01-12  contact  thread=t2  initiated_by=person  outcome=need_met ]] },
    { "one need is one thread", finds = { { basis = "code_match" } }, [[
        2024-01-10  contact  need=housing  initiated_by=person  outcome=need_met
        2024-06-10  contact  need=housing  initiated_by=person  outcome=need_met ]] },
    { "keeping in touch, and a visit agreed beforehand", finds = 1, [[
        2024-03-01  contact  thread=t1  initiated_by=person  outcome=need_met
        2024-03-08  contact  thread=t1  initiated_by=person  purpose=keeping_in_touch
        2024-03-09  contact  thread=t1  initiated_by=person  planned=yes ]] },
    { "only the service says so", finds = "cannot tell", why = "not_recorded", [[
        2024-03-01  contact  thread=t1  initiated_by=person  outcome=need_met  outcome_by=service ]] },
    { "no outcome recorded", finds = "cannot tell", why = "not_recorded", [[
        2024-03-01  contact  thread=t1  initiated_by=person ]] },
    { "two on one day", finds = "cannot tell", why = "order_unknown", [[
        2024-03-01  contact  thread=t1  initiated_by=person  outcome=need_met
        2024-03-01  request  thread=t1  initiated_by=person  outcome=need_met ]] },
    { "two on one day, with their times", finds = 0, [[
        2024-03-01T09:10  contact  thread=t1  initiated_by=person  outcome=need_met
        2024-03-01T15:00  request  thread=t1  initiated_by=person ]] },
    { "only the month of the other is known", finds = "cannot tell", why = "date_not_exact", [[
        2024-03-10  contact  thread=t1  initiated_by=person  outcome=need_met
        2024-03     contact  thread=t1  initiated_by=person ]] },
    { "it may be the same thread as one before", finds = "cannot tell", why = "not_recorded", [[
        2024-01-10  contact  thread=t1     initiated_by=person  outcome=nothing_changed
        2024-09-10  contact  need=housing  initiated_by=person  outcome=need_met ]] },
    { "nobody looked in between", finds = "cannot tell", why = "gap", [[
        2024-01-10  contact       thread=t1  initiated_by=person  outcome=nothing_changed
        2024-02-01  not_observed  edge=start  episode=e1
        2024-03-01  not_observed  edge=end    episode=e1
        2024-09-10  contact       thread=t2  initiated_by=person  outcome=need_met ]] },
    { "too soon to say", finds = "cannot tell", why = "followup_short", as_of = "2024-05-29", [[
        2024-03-01  contact  thread=t1  initiated_by=person  outcome=need_met ]] },
    { "observation ends with death", finds = "cannot tell", why = "followup_short", [[
        2024-03-01  contact  thread=t1  initiated_by=person  outcome=need_met
        2024-03-31  death ]] },
    { "nobody collects contacts here", finds = "cannot tell", why = "kind_not_collected", collects = "complaint", "" },
  },
}
