-- SPDX-License-Identifier: GPL-3.0-or-later
-- AUDIT-C: the first three questions of the AUDIT about drinking, in the UK form.
--
-- All three must be answered, also by someone who never drinks: whether the other two may
-- then count as 0 is settled differently in different places, and here it is not assumed.
-- Other countries draw the line elsewhere. The third question names 6 units for women
-- and 8 for men and is one question all the same.

return {
  title   = "AUDIT-C",
  version = "1",
  source  = "UK Alcohol Learning Centre, AUDIT-C form",
  licence = {
    wording = { ship = true, terms = "available for use in the public domain (SAMHSA)" },
    scoring = { ship = true, terms = "public domain" },
  },

  taken_from = "audit",

  items = {
    { id = "q1", about = "how often one drinks",
      text = "How often do you have a drink containing alcohol?",
      answers = { from = 0, "never", "monthly or less", "2-4 times per month", "2-3 times per week", "4+ times per week" } },
    { id = "q2", about = "units on a typical day of drinking",
      text = "How many units of alcohol do you drink on a typical day when you are drinking?",
      answers = { from = 0, "1-2", "3-4", "5-6", "7-9", "10+" } },
    { id = "q3", about = "many units on one occasion",
      text = "How often have you had 6 or more units if female, or 8 or more if male, on a single occasion in the last year?",
      answers = { from = 0, "never", "less than monthly", "monthly", "weekly", "daily or almost daily" } },
  },

  scales = {
    { id = "total", title = "Drinking", better = "lower",
      bands = { uk = { {0, "negative"}, {5, "positive"}, source = "UK Alcohol Learning Centre, AUDIT-C form" } } },
  },

  examples = {
    { "lowest",  "0 0 0", total = { 0, uk = "negative" } },
    { "4",       "2 1 1", total = { 4, uk = "negative" } },
    { "5",       "2 1 2", total = { 5, uk = "positive" } },
    { "highest", "4 4 4", total = { 12, uk = "positive" } },
    { "never drinks, the others not asked", "0 n n",
      total = { "not scored", reason = "1 of 3 answered", lowest = 0, highest = 8 } },
    { "one blank", "3 - 1", total = { "not scored", reason = "2 of 3 answered", lowest = 4, highest = 8 } },
  },
}
