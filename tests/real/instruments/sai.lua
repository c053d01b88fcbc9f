-- SPDX-License-Identifier: GPL-3.0-or-later
-- State anxiety, twenty single words.
--
-- How much each word fits right now. Ten words are about being at ease and are turned
-- round where they are counted, so that a higher total is more anxious. Only the words
-- themselves are here; the published questionnaire has statements, which may not ship.

return {
  title   = "State anxiety, twenty words",
  version = "1",
  source  = "dataset sai of the R package psychTools (Revelle): Spielberger-type state anxiety words",
  recall  = { "right now", days = 0 },
  licence = {
    wording = { ship = false, terms = "single words only; the statements belong to their publisher" },
    scoring = { ship = true, terms = "as in the documentation of the dataset" },
  },

  answers = { "not at all", "somewhat", "moderately", "very much" },

  items = {
    { id = "calm",        about = "being calm" },
    { id = "secure",      about = "being secure" },
    { id = "tense",       about = "being tense" },
    { id = "regretful",   about = "being regretful" },
    { id = "at_ease",     about = "being at ease" },
    { id = "upset",       about = "being upset" },
    { id = "worrying",    about = "worrying" },
    { id = "rested",      about = "being rested" },
    { id = "anxious",     about = "being anxious" },
    { id = "comfortable", about = "being comfortable" },
    { id = "confident",   about = "being confident" },
    { id = "nervous",     about = "being nervous" },
    { id = "jittery",     about = "being jittery" },
    { id = "high_strung", about = "being highly strung" },
    { id = "relaxed",     about = "being relaxed" },
    { id = "content",     about = "being content" },
    { id = "worried",     about = "being worried" },
    { id = "rattled",     about = "being rattled" },
    { id = "joyful",      about = "being joyful" },
    { id = "pleasant",    about = "feeling pleasant" },
  },

  scales = {
    { id = "anxiety", title = "State anxiety", better = "lower",
      items = "-calm -secure tense regretful -at_ease upset worrying -rested anxious -comfortable "
           .. "-confident nervous jittery high_strung -relaxed -content worried rattled -joyful -pleasant" },
  },

  examples = {
    { "at ease",      "4 4 1 1 4 1 1 4 1 4 4 1 1 1 4 4 1 1 4 4", anxiety = 20 },
    { "very anxious", "1 1 4 4 1 4 4 1 4 1 1 4 4 4 1 1 4 4 1 1", anxiety = 80 },
    { "all the same", "2{20}",                                   anxiety = 50 },
    { "one blank",    "4 4 1 1 4 1 1 4 1 4 4 1 1 1 4 4 1 - 4 4",
      anxiety = { "not scored", reason = "19 of 20 answered", lowest = 20, highest = 23 } },
  },
}
