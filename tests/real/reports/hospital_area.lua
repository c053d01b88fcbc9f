-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where a hospital let people go before they could manage at home.

return {
  title    = "Who had to come back?",
  version  = "1",
  source   = "this project, on Mannhardt (2016), Sepsis Cases – Event Log",
  reader   = "area",
  period   = "year",
  template = "area_learning.html",

  sections = {
    { asks = "What is this for, and how are people protected?",  shows = "method" },
    { asks = "What are we trying, and what did we stop?",        shows = "cycles" },
    { asks = "Who did we hear from, and who is missing?",        shows = "heard" },
    { asks = "Where does the hospital let people go too early?", shows = "findings", of = "came_back" },
    { asks = "What can we not tell?",                            shows = "limits" },
  },

  examples = {
    { "six people",       people = 6,   says = "too few people to show", never = "of 6" },
    { "nobody came back", people = 120, says = "How often it happened: fewer than 10 people, or protected", never = "of 0" },
  },
}
