-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a hospital did with people who came to its emergency room, step by step.
--
-- Coming to the emergency room is a crisis: `ae_attendance` when a person is registered, `return_er` when
-- they come back after a release. Subtypes are open, and the second one is made here because the log tells
-- the two apart and a rule may ask for coming back alone. An admission begins a stay and a release ends it;
-- the log does not say what releases A to E stand for, so the letter is kept as the subtype and no reason is
-- recorded. Tests, triage and infusions are steps inside a stay and are left out, and counted.
--
-- Times are kept to the minute; where two steps share one, `row` keeps their order.

return {
  title   = "Sepsis pathway, event log of a hospital",
  version = "1",
  source  = "Mannhardt (2016), Sepsis Cases – Event Log, 4TU.ResearchData; as in the R package eventdataR",
  licence = "GPL-3.0-or-later",

  gives = {
    { "event",
      person = "case_id",
      date   = "timestamp",
      id     = "row",
      seq    = "row",
      kind   = { "activity", words = {
        ["ER Registration"]  = "crisis/ae_attendance",
        ["Return ER"]        = "crisis/return_er",
        ["Admission NC"]     = "episode_start/normal_care",
        ["Admission IC"]     = "episode_start/intensive_care",
        ["Release A"]        = "episode_end/release_a",
        ["Release B"]        = "episode_end/release_b",
        ["Release C"]        = "episode_end/release_c",
        ["Release D"]        = "episode_end/release_d",
        ["Release E"]        = "episode_end/release_e",
        ["ER Triage"]        = false,
        ["ER Sepsis Triage"] = false,
        ["Leucocytes"]       = false,
        ["CRP"]              = false,
        ["LacticAcid"]       = false,
        ["IV Liquid"]        = false,
        ["IV Antibiotics"]   = false,
      } },
      set    = { service = "hospital", source = "agency_record" } },
  },

  examples = {
    { "in, out and back", [[
"case_id","activity","timestamp","row"
"NA","ER Registration","2014-10-22T11:15:41",1
"NA","CRP","2014-10-22T11:27:00",2
"NA","Admission NC","2014-10-22T14:13:19",3
"NA","Admission IC","2014-10-23T01:00:00",4
"NA","Release A","2014-11-02T15:15:00",5
"NA","Return ER","2014-11-20T09:05:59",6 ]], [[
      NA  2014-10-22T11:15  crisis/ae_attendance          id=1 seq=1 service=hospital
      left out
      NA  2014-10-22T14:13  episode_start/normal_care     id=3 seq=3
      NA  2014-10-23T01:00  episode_start/intensive_care  id=4 seq=4
      NA  2014-11-02T15:15  episode_end/release_a         id=5 seq=5
      NA  2014-11-20T09:05  crisis/return_er              id=6 seq=6 ]] },
    { "what cannot be read", [[
"case_id","activity","timestamp","row"
"B","Release F","2014-10-22T11:15:41",7
"B","Release E","22/10/2014",8
"","Release E","2014-10-22T11:15:41",9 ]], [[
      set aside
      set aside
      set aside ]] },
  },
}
