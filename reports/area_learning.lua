-- SPDX-License-Identifier: GPL-3.0-or-later
-- The quarterly learning report of an area.
--
-- What people made of it comes before the first number, who is missing before how people are doing, and how it
-- was made at the end. Its first lines say who may be counted.

local again = "repeat_contact retelling"

return {
  title   = "What are we learning?",
  version = "3",
  source  = "this project",
  reader  = "area",
  period  = "quarter",

  sections = {
    { asks = "What are we trying, and what did we stop?",       shows = "cycles" },
    { asks = "Who did we hear from, and who is missing?",       shows = "heard",    by = "ethnic_group" },
    { asks = "How are people doing?",                           shows = "scores",   of = "swemwbs.wellbeing", beside = "england" },
    { asks = "Where did the system make people try again?",     shows = "findings", of = again .. " referral_loop cliff_edge_then_crisis" },
    { asks = "What was it about?",                              shows = "findings", of = "repeat_contact", by = "need" },
    { asks = "What came after support stopped, and who decided?", shows = "findings", of = "cliff_edge_then_crisis", by = "decided_by" },
    { asks = "Is it the same for everyone?",                    shows = "findings", of = again, by = "disability" },
    { asks = "What can we not tell?",                           shows = "limits" },
    { asks = "How was this made, and how are people protected?", shows = "method" },
  },

  examples = {
    { "nobody",         people = 0,   says = "too few people to show", never = "Of 0" },
    { "six people",     people = 6,   says = "too few people to show", never = "of 6" },
    { "a full quarter", people = 400, says = "of whom we could tell" },
  },
}
