-- SPDX-License-Identifier: GPL-3.0-or-later
-- Support stopped, then a crisis.
--
-- An ending that a service or a rule decided, or that had one of the reasons that services
-- give of their own accord, and a crisis after it. Where nobody was in touch in the two weeks
-- after the ending, it was a cliff edge. How many crises there were before it is told
-- wherever it is known, because endings and crises may share what led to them.

return {
  title   = "Support stopped, then a crisis",
  version = "2",
  asks    = "What happens to people in the months after a service ends its support?",
  source  = "proposal; ninety days are one too",

  settings = {
    window = { 90, from = 1, to = 365, means = "days after an ending within which a crisis is told" },
    pre    = { 90, from = 1, to = 365, means = "days before an ending whose crises are told beside it" },
  },

  at = {
    { "episode_end", decided_by = "service funder_rule", reason = "not institution" },
    { "episode_end", reason = "time_limit funding_ended dna_policy evicted rule_breach supplanted" },
  },
  after  = { "crisis", subtype = "not police_call_as_victim", planned = "not yes", spell = 1, within = "window" },
  before = { "crisis", subtype = "not police_call_as_victim", planned = "not yes", spell = 1, within = "pre", least = 0 },

  ways = {
    { name = "cliff_edge",
      not_after = { { "contact", within = 14 }, { "appointment", status = "attended", within = 14 } } },
    { name = "some_onward" },
  },

  tell    = "Support[ from {at.service}] stopped on {at.date}; {days} days after that there was a crisis.[ Crises in the {settings.pre} days before it stopped: {before.count}.]",
  mislead = "A crisis after an ending need not come of it: both may share what led to them, such as an illness. That is why the crises before are told too; where nothing is said of them, it is not known how many there were.",

  examples = {
    { "nobody in touch, then a crisis", finds = { { days = 25, class = "cliff_edge", basis = "time_order_only" } }, [[
        2024-03-01  episode_end       service=mh  decided_by=service
        2024-03-26  crisis/ambulance ]] },
    { "the last day", finds = { { days = 90 } }, [[
        2024-01-10  episode_end  decided_by=service
        2024-04-09  crisis ]] },
    { "the day after", finds = 0, [[
        2024-01-10  episode_end  decided_by=service
        2024-04-10  crisis ]] },
    { "on the day itself, without a time", finds = "cannot tell", why = "order_unknown", [[
        2024-01-10  episode_end  decided_by=service
        2024-01-10  crisis ]] },
    { "on the day itself, later", finds = { { days = 0 } }, [[
        2024-01-10T10:00  episode_end  decided_by=service
        2024-01-10T22:00  crisis ]] },
    { "too soon to say", finds = "cannot tell", why = "followup_short", as_of = "2024-03-10", [[
        2024-01-10  episode_end  decided_by=service ]] },
    { "a contact on day 14", finds = { { class = "some_onward" } }, [[
        2024-03-01  episode_end  decided_by=service
        2024-03-15  contact      service=advice
        2024-04-20  crisis ]] },
    { "a contact on day 15", finds = { { class = "cliff_edge" } }, [[
        2024-03-01  episode_end  decided_by=service
        2024-03-16  contact      service=advice
        2024-04-20  crisis ]] },
    { "an appointment that was kept on day 14", finds = { { class = "some_onward" } }, [[
        2024-03-01  episode_end  decided_by=service
        2024-03-15  appointment  service=mh  status=attended
        2024-04-20  crisis ]] },
    { "an appointment on day 15", finds = { { class = "cliff_edge" } }, [[
        2024-03-01  episode_end  decided_by=service
        2024-03-16  appointment  service=mh  status=attended
        2024-04-20  crisis ]] },
    { "an appointment that the service cancelled is no touch", finds = { { class = "cliff_edge" } }, [[
        2024-03-01  episode_end  decided_by=service
        2024-03-08  appointment  service=mh  status=cancelled
        2024-04-20  crisis ]] },
    { "a rule decided, whatever the reason says", finds = 1, [[
        2024-03-01  episode_end  decided_by=funder_rule  reason=other
        2024-04-20  crisis ]] },
    { "a reason that only services give", finds = 1, [[
        2024-03-01  episode_end  reason=time_limit
        2024-04-20  crisis ]] },
    { "the person chose", finds = 0, [[
        2024-03-01  episode_end  decided_by=person  reason=person_chose
        2024-04-20  crisis ]] },
    { "the person went into hospital", finds = 0, [[
        2024-03-01  episode_end  decided_by=service  reason=institution
        2024-04-20  crisis ]] },
    { "planned, or as a victim, is no crisis here", finds = 0, [[
        2024-03-01  episode_end  decided_by=service
        2024-04-20  crisis/ae_attendance  planned=yes
        2024-04-25  crisis/police_call_as_victim ]] },
    { "a crisis that had begun before goes on", finds = 0, [[
        2024-02-29  crisis/ambulance
        2024-03-01T09:00  episode_end  decided_by=service
        2024-03-01T15:00  crisis/emergency_admission ]] },
    { "the first day of a crisis counts, on the last day", finds = { { days = 90, count = 1 } }, [[
        2024-01-10  episode_end  decided_by=service
        2024-04-09  crisis/ambulance
        2024-04-10  crisis/emergency_admission ]] },
    { "ambulance, hospital and a night are one, two days later is another", finds = { { days = 5, count = 2 } }, [[
        2024-03-01  episode_end  decided_by=service
        2024-03-06  crisis/ambulance
        2024-03-06  crisis/ae_attendance
        2024-03-07  crisis/emergency_admission
        2024-03-09  crisis/crisis_line ]] },
    { "the person says that it came of the ending", finds = { { basis = "person_says" } }, [[
        2024-03-01  episode_end  id=end  decided_by=service
        2024-04-20  crisis       because=end ]] },
    { "found before death stays found", finds = { { days = 10 } }, [[
        2024-03-11  episode_end  decided_by=service
        2024-03-21  crisis
        2024-03-31  death ]] },
    { "death ends what can be known", finds = "cannot tell", why = "followup_short", [[
        2024-03-11  episode_end  decided_by=service
        2024-03-31  death ]] },
    { "only the month of the crisis is known, and it may lie beyond", finds = "cannot tell", why = "date_not_exact", [[
        2024-01-10  episode_end  decided_by=service
        2024-04     crisis ]] },
    { "a crisis before, on the first of its ninety days", finds = 1, [[
        2023-12-02  crisis
        2024-03-01  episode_end  decided_by=service
        2024-04-20  crisis ]] },
    { "a crisis before, a day too early", finds = 1, [[
        2023-12-01  crisis
        2024-03-01  episode_end  decided_by=service
        2024-04-20  crisis ]] },
    { "not observed before: found, and of the crises before nothing is said", finds = { { days = 19 } }, from = "2024-01-10", [[
        2024-01-15  episode_end  decided_by=service
        2024-02-03  crisis ]] },
    { "nobody collects crises here", finds = "cannot tell", why = "kind_not_collected", collects = "episode_end contact appointment", [[
        2024-03-01  episode_end  decided_by=service ]] },
  },
}
