-- SPDX-License-Identifier: FILL IN: the licence of this file, which you choose, such as GPL-3.0-or-later
--
-- FILL IN: in a few lines, whose files these are, and how they are exported
--
-- Each blank says what it wants; put your words in its place.
-- `alongside explain gives` says what a row may give, `alongside explain words` what codes become.

return {
  title   = "FILL IN: whose files these are, such as Contacts, council case system",
  version = "1",                   -- goes up when results could change
  separator = ",",

  -- What one row gives: an event here; a person, or answers, is written the same way. On the left our
  -- columns (plugins/README.md), on the right theirs. A column that stands nowhere here is not read.
  gives = {
    { "event",
      person  = "FILL IN: the column that says who it was, such as Ref",
      date    = { "FILL IN: the column with the day, such as Date",
                  as = "FILL IN: how this file writes the last day of 2024, such as 31/12/2024" },
      kind    = { "FILL IN: the column that says what happened, such as Type",
                  words = { ["FILL IN: their code for a contact, such as PHN"] = "contact",
                            ["FILL IN: a code of theirs to leave out, such as ADM"] = false } },
      service = "FILL IN: the column that says which service, such as Team",
      outcome = { "FILL IN: the column that says what came of it, such as Outcome",
                  words = { ["FILL IN: their code for what settled it, such as RES"] = "need_met" },
                  other = "unknown" } },
  },

  -- A name, a file of the kind as it is, and what its rows give. Make both yours; nobody in it may be real.
  examples = {
    { "a call, and an entry that is not ours", [[
Ref,Date,Type,Team,Outcome
C17,01/03/2024,PHN,Housing,RES
C17,04/03/2024,ADM,Housing,]], [[
      C17  2024-03-01  contact  service=Housing  outcome=need_met
      left out ]] },
  },
}
