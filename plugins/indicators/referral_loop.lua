-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sent round in a circle.
--
-- Follows the referrals about one need from service to service. When a second
-- referral or a later one leads back to a service already on the way, with
-- nothing met in between, that is a loop; the walk then starts again from there.

return {
  title   = "Sent round in a circle",
  version = "1",
  asks    = "Where are people sent from service to service and back to where they began?",
  source  = "proposal",

  settings = {
    window = { 365, from = 30, to = 730, means = "days after which a referral begins a new walk" },
    hub    = { "gp", means = "the type of service through which many ordinary loops lead" },
  },

  reads = "referral contact episode_end",
  find  = function(timeline, found, settings)
    local asked = { { "referral" }, { "contact episode_end", outcome = "need_met" } }
    for _, events in timeline:groups("thread", asked) do
      local walk, last = {}, nil                              -- the services so far, each with the referral that led there
      for _, e in ipairs(events) do
        if e.outcome == "need_met" then walk = {} end
        if e.kind == "referral" and e.to and e.from ~= e.to then
          if last and timeline:days(last, e) > settings.window then walk = {} end
          if #walk == 0 or walk[#walk].service ~= e.from then walk[#walk + 1] = { service = e.from } end
          local start
          for i, step in ipairs(walk) do if step.service == e.to then start = i end end
          walk[#walk + 1] = { service = e.to, by = e }
          local round, class = {}, "no_hub"
          for i = (start or #walk) + 1, #walk do
            local by = walk[i].by
            round[#round + 1] = by
            if by and by.service_type == settings.hub then class = "through_hub" end
          end
          if #round > 1 then                                    -- one referral alone shows no circle
            found { events = round, value = #walk - start, unit = "steps", class = class }
            walk = { walk[#walk] }
          end
          last = e
        end
      end
    end
  end,

  tell    = "Services referred on[ about {at.need}] in a circle of {value} steps, the last on {after.date}[, back to {after.to}].",
  mislead = "Many loops through a GP are ordinary: the page shows loops with and without such a hub.",

  examples = {
    { "three services", finds = { { value = 3 } }, [[
        2024-01-01  referral  thread=t1  from=a  to=b
        2024-01-05  referral  thread=t1  from=b  to=c
        2024-01-09  referral  thread=t1  from=c  to=a ]] },
    { "met on the way", finds = 0, [[
        2024-01-01  referral  thread=t1  from=a  to=b
        2024-01-03  contact   thread=t1  service=b  outcome=need_met
        2024-01-05  referral  thread=t1  from=b  to=c
        2024-01-09  referral  thread=t1  from=c  to=a ]] },
    { "what came of the contact between was not recorded: only what is recorded as met counts", finds = { { value = 3 } }, [[
        2024-01-01  referral  thread=t1  from=a  to=b
        2024-01-03  contact   thread=t1  service=b
        2024-01-05  referral  thread=t1  from=b  to=c
        2024-01-09  referral  thread=t1  from=c  to=a ]] },
    { "back to the GP twice", finds = { { value = 2, class = "through_hub" }, { value = 2, class = "through_hub" } }, [[
        2024-01-01  referral  thread=t1  from=gp  to=mh
        2024-03-01  referral  thread=t1  from=mh  to=gp  service_type=gp
        2024-03-31  referral  thread=t1  from=gp  to=mh
        2024-05-31  referral  thread=t1  from=mh  to=gp  service_type=gp
        2024-07-19  referral  thread=t1  from=gp  to=mh ]] },
    { "not through the GP", finds = { { value = 2, class = "no_hub" } }, [[
        2024-01-01  referral  thread=t1  from=advice    to=benefits  service_type=benefits_office
        2024-01-20  referral  thread=t1  from=benefits  to=advice    service_type=advice ]] },
    { "partly met is not met", finds = { { value = 2 } }, [[
        2024-01-01  referral  thread=t1  from=a  to=b
        2024-01-10  contact   thread=t1  service=b  outcome=partly_met
        2024-01-20  referral  thread=t1  from=b  to=a ]] },
    { "after it was met a new walk begins", finds = { { value = 2 } }, [[
        2024-01-01  referral     thread=t1  from=a  to=b
        2024-01-10  episode_end  thread=t1  service=b  outcome=need_met
        2024-02-01  referral     thread=t1  from=b  to=a
        2024-02-20  referral     thread=t1  from=a  to=b ]] },
    { "a step between that nobody recorded", finds = { { value = 3 } }, [[
        2024-01-01  referral  thread=t1  from=a  to=b
        2024-01-20  referral  thread=t1  from=c  to=a ]] },
    { "one referral alone", finds = 0, [[
        2024-01-01  referral  thread=t1  from=a  to=b
        2024-01-20  referral  thread=t1  from=c  to=b ]] },
    { "two things about one need, and one referral that may be about either", finds = "cannot tell", why = "not_recorded", [[
        2024-01-01  referral  thread=t1  need=money  from=a  to=b
        2024-01-10  referral             need=money  from=b  to=c
        2024-01-20  referral  thread=t2  need=money  from=c  to=a ]] },
    { "about two things", finds = 0, [[
        2024-01-01  referral  thread=t1  from=a  to=b
        2024-01-20  referral  thread=t2  from=b  to=a ]] },
    { "one need is one thread", finds = { { value = 2, basis = "code_match" } }, [[
        2024-01-01  referral  need=money  from=a  to=b
        2024-01-20  referral  need=money  from=b  to=a ]] },
    { "a year apart", finds = 1, [[
        2023-01-01  referral  thread=t1  from=a  to=b
        2024-01-01  referral  thread=t1  from=b  to=a ]] },
    { "both on one day", finds = "cannot tell", why = "order_unknown", [[
        2024-01-01  referral  thread=t1  from=a  to=b
        2024-01-01  referral  thread=t1  from=b  to=a ]] },
    { "to another team of the same service", finds = 0, [[
        2024-01-01  referral  thread=t1  from=a  to=a ]] },
    { "a year and a day apart", finds = 0, [[
        2023-01-01  referral  thread=t1  from=a  to=b
        2024-01-02  referral  thread=t1  from=b  to=a ]] },
    { "nobody collects referrals here", finds = "cannot tell", collects = "contact episode_end", "" },
  },
}
