-- SPDX-License-Identifier: FILL IN: the licence of this file, which you choose, such as GPL-3.0-or-later
--
-- FILL IN: in a few lines, what it notices, and why that is the service's doing and not the person's
--
-- Each blank says what it wants; put your words in its place. A number stands without quotes.
-- `alongside explain WORD` explains any field, kind of event or column; plugins/README.md lists them.

return {
  title   = "FILL IN: the name that people read, such as Refused, then in crisis",
  version = "1",                   -- goes up when results could change
  asks    = "FILL IN: the question it helps people talk about, with a question mark",
  source  = "FILL IN: where the rule was published; this project if it is your own",

  settings = {
    window = { "FILL IN: how many days to look, a number, such as 30", from = 1, to = 90,
               means = "FILL IN: what these days are, such as days within which a crisis follows" },
  },

  -- Where it begins: every event of this kind. More is asked of it by column: initiated_by = "person". What
  -- sources often leave empty is better asked in `is = { reason = "any" }`: not recorded is then cannot tell, not passed over.
  at    = { "FILL IN: a kind of event, such as refusal" },

  -- What must come after it. `before`, `not_before` and `not_after` are written the same way. Others about the
  -- same thing alone: same = "thread"; the very next: next = true; at least two: least = 2.
  after = { "FILL IN: the kind of event that must come after, such as crisis", within = "window" },

  -- What cannot be declared is a function in place of at, is, before and after. It thinks in yes and no: where
  -- something it asked is not sure, cannot tell comes of it by itself.
  --   reads = "refusal crisis",
  --   find  = function(timeline, found, settings)
  --     for refusal in timeline:each("refusal") do
  --       local crisis = timeline:after(refusal, { "crisis", within = settings.window })
  --       if crisis then found { events = { refusal, crisis }, value = timeline:days(refusal, crisis), unit = "days" } end
  --     end
  --   end,

  tell    = "FILL IN: one sentence with the service as its subject, such as Refused on {at.date}[ by {at.service}]; {days} days later there was a crisis.",
  mislead = "FILL IN: how the number may mislead, such as The crisis need not come of the refusal.",

  -- A name, how often it is found, the dated lines. These are of a refusal and a crisis within 30 days: make
  -- them yours. Needed are one found, one not found, one that cannot be told, the last day and the day after.
  examples = {
    { "a week later", finds = 1, [[
        2024-03-01  refusal  service=council
        2024-03-08  crisis ]] },
    { "nothing came after", finds = 0, [[
        2024-03-01  refusal  service=council ]] },
    { "the last day", finds = 1, [[
        2024-03-01  refusal  service=council
        2024-03-31  crisis ]] },
    { "the day after", finds = 0, [[
        2024-03-01  refusal  service=council
        2024-04-01  crisis ]] },
    { "too soon to say", finds = "cannot tell", why = "followup_short", as_of = "2024-03-10", [[
        2024-03-01  refusal  service=council ]] },
  },
}
