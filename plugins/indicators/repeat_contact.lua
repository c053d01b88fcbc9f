-- SPDX-License-Identifier: GPL-3.0-or-later
-- Asking again about the same thing.
--
-- When a contact does not settle what the person came for and they have to come
-- back, the second contact is failure demand: work made by the system, not by
-- the person.

return {
  title   = "Asking again about the same thing",
  version = "2",
  asks    = "Where do people have to ask again because the first time did not settle it?",
  source  = "Seddon, beyondcommandandcontrol.com/failure-demand; 28 days is a proposal",

  settings = { window = { 28, from = 1, to = 90, means = "days within which coming back counts as asking again" } },

  at     = { "contact request", initiated_by = "person", purpose = "not keeping_in_touch", outcome = "not need_met" },
  after  = { "contact request", initiated_by = "person", purpose = "not keeping_in_touch", planned = "not yes",
             same = "thread", within = "window" },
  gather = "thread",

  tell    = "Services were asked {count} more times[ about {at.need}]; the first time was on {at.date}[ with {at.service}].",
  mislead = "A good open door looks like asking again: contacts to keep in touch, and those agreed beforehand, are left out.",

  examples = {
    { "back within the month", finds = { { count = 1, basis = "recorded_link" } }, [[
        2024-03-01  contact  thread=t1  service=council  initiated_by=person  outcome=nothing_changed
        2024-03-15  contact  thread=t1  service=council  initiated_by=person  outcome=need_met ]] },
    { "the gap is to the contact before", finds = { { count = 2 } }, [[
        2024-01-01  contact  need=housing  initiated_by=person
        2024-01-21  contact  need=housing  initiated_by=person
        2024-02-15  contact  need=housing  initiated_by=person
        2024-04-10  contact  need=housing  initiated_by=person ]] },
    { "once it is settled, a later ask begins anew", finds = { { count = 1 } }, [[
        2024-01-01  contact  thread=t1  initiated_by=person  outcome=nothing_changed
        2024-01-10  contact  thread=t1  initiated_by=person  outcome=need_met
        2024-01-20  contact  thread=t1  initiated_by=person  outcome=nothing_changed ]] },
    { "settled first time", finds = 0, [[
        2024-03-01  contact  thread=t1  initiated_by=person  outcome=need_met
        2024-03-15  contact  thread=t1  initiated_by=person  outcome=need_met ]] },
    { "day 28, over a leap day", finds = 1, [[
        2024-02-20  contact  thread=t1  initiated_by=person  outcome=nothing_changed
        2024-03-19  contact  thread=t1  initiated_by=person  outcome=need_met ]] },
    { "day 29", finds = 0, [[
        2024-02-20  contact  thread=t1  initiated_by=person  outcome=nothing_changed
        2024-03-20  contact  thread=t1  initiated_by=person  outcome=need_met ]] },
    { "keeping in touch", finds = 0, [[
        2024-03-01  contact  thread=t1  initiated_by=person  purpose=keeping_in_touch
        2024-03-08  contact  thread=t1  initiated_by=person  purpose=keeping_in_touch ]] },
    { "agreed beforehand", finds = 0, [[
        2024-03-01  contact  thread=t1  initiated_by=person  outcome=partly_met
        2024-03-08  contact  thread=t1  initiated_by=person  planned=yes  outcome=need_met ]] },
    { "a reminder from the service", finds = 0, [[
        2024-03-01  contact  thread=t1  initiated_by=person  outcome=nothing_changed
        2024-03-08  contact  thread=t1  initiated_by=service ]] },
    { "something else", finds = 0, [[
        2024-03-01  contact  thread=t1  need=housing  initiated_by=person  outcome=nothing_changed
        2024-03-08  contact  thread=t2  need=housing  initiated_by=person  outcome=nothing_changed ]] },
    { "two threads, each told once", finds = { { count = 1 }, { count = 1 } }, [[
        2024-03-01  contact  thread=t1  initiated_by=person
        2024-03-02  contact  thread=t2  initiated_by=person
        2024-03-08  contact  thread=t1  initiated_by=person
        2024-03-09  contact  thread=t2  initiated_by=person ]] },
    { "nobody said what either was about", finds = "cannot tell", why = "not_recorded", [[
        2024-03-01  contact  initiated_by=person  outcome=nothing_changed
        2024-03-08  contact  initiated_by=person ]] },
    { "both on one day", finds = "cannot tell", why = "order_unknown", [[
        2024-03-01  contact  thread=t1  initiated_by=person  outcome=nothing_changed
        2024-03-01  contact  thread=t1  initiated_by=person  outcome=need_met ]] },
    { "nobody looked in those weeks", finds = "cannot tell", why = "gap", [[
        2024-03-01              contact       thread=t1  initiated_by=person  outcome=nothing_changed
        2024-03-05..2024-03-20  not_observed ]] },
    { "too soon to say", finds = "cannot tell", why = "followup_short", as_of = "2024-03-20", [[
        2024-03-01  contact  thread=t1  initiated_by=person  outcome=nothing_changed ]] },
    { "only the month is known", finds = "cannot tell", why = "date_not_exact", [[
        2024-03-01  contact  thread=t1  initiated_by=person  outcome=nothing_changed
        2024-03     contact  thread=t1  initiated_by=person  outcome=need_met ]] },
    { "nobody collects contacts here", finds = "cannot tell", why = "kind_not_collected", collects = "complaint", "" },
  },
}
