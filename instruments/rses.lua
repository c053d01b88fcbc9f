-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rosenberg self-esteem scale.
--
-- Ten statements, five for and five against oneself; those against are turned round
-- where they are counted. Two orders of the statements and two codings are in print,
-- so ids say what a statement is about and never where it stands, and each printed
-- edition is a form. Widely used cut-offs have no source, so there are no bands.

return {
  title   = "Rosenberg self-esteem scale",
  version = "1",
  source  = "Rosenberg (1965), Society and the Adolescent Self-Image, Princeton University Press",
  licence = {
    wording = { ship = true, terms = "described as public domain (University of Maryland); say that it is Rosenberg's" },
    scoring = { ship = true, terms = "as the wording" },
  },

  answers = { from = 0, "strongly disagree", "disagree", "agree", "strongly agree" },

  -- The order of the University of Maryland.
  items = {
    { id = "worth",     about = "being of worth, as much as others",
      text = "I feel that I'm a person of worth, at least on an equal plane with others." },
    { id = "qualities", about = "having good qualities",
      text = "I feel that I have a number of good qualities." },
    { id = "failure",   about = "feeling a failure, all in all",
      text = "All in all, I am inclined to feel that I am a failure." },
    { id = "able",      about = "being as able as most people",
      text = "I am able to do things as well as most other people." },
    { id = "proud",     about = "having little to be proud of",
      text = "I feel I do not have much to be proud of." },
    { id = "positive",  about = "taking oneself as one is, gladly",
      text = "I take a positive attitude toward myself." },
    { id = "satisfied", about = "being satisfied with oneself",
      text = "On the whole, I am satisfied with myself." },
    { id = "respect",   about = "wishing for more respect for oneself",
      text = "I wish I could have more respect for myself." },
    { id = "useless",   about = "feeling useless at times",
      text = "I certainly feel useless at times." },
    { id = "no_good",   about = "thinking at times that one is no good",
      text = "At times I think I am no good at all." },
  },

  forms = {
    shuffled    = { order = "satisfied no_good qualities able proud useless worth respect failure positive" },
    one_to_four = { codes = { 1, 2, 3, 4 } },
  },

  scales = {
    { id = "esteem", title = "Self-esteem", better = "higher",
      items = "worth qualities -failure able -proud positive satisfied -respect -useless -no_good" },
  },

  examples = {
    { "lowest",            "0 0 3 0 3 0 0 3 3 3", esteem = 0 },
    { "highest",           "3 3 0 3 0 3 3 0 0 0", esteem = 30 },
    { "all agree",         "2{10}",               esteem = 15 },
    { "turned round",      "3 3 1 2 0 2 2 1 1 2", esteem = 22 },
    { "highest, shuffled", "3 0 3 3 0 0 3 0 0 3", esteem = 30, given = { form = "shuffled" } },
    { "highest, other codes", "4 4 1 4 1 4 4 1 1 1", esteem = 30, given = { form = "one_to_four" } },
    { "both",              "3 3 4 3 1 2 4 2 2 3", esteem = 22, given = { form = "shuffled one_to_four" } },
    { "one blank",         "2 2 1 2 - 2 2 1 1 1",
      esteem = { "not scored", reason = "9 of 10 answered", lowest = 18, highest = 21 } },
  },
}
