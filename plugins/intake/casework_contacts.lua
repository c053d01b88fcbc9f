-- SPDX-License-Identifier: GPL-3.0-or-later
-- Contacts exported from a case system, with the council's own codes.

return {
  title     = "Contacts, council case system",
  version   = "1",
  licence   = "GPL-3.0-or-later",
  source    = "this project; the codes are made up, as an example to copy",
  mislead   = "The outcome is the service's account, and a contact that nobody wrote down is not here.",
  separator = ";",
  encoding  = "windows-1252",

  gives = {
    { "event",
      person       = "Ref",
      date         = { "Date", "Time", as = "31/12/2024 23:59" },
      kind         = { "Type", words = { PHN = "contact", VIS = "contact", REF = "referral", CLS = "episode_end", ADM = false } },
      thread       = { "Ref", "Case", between = "/" },
      service      = "Team",
      worker       = "Officer",
      initiated_by = { "In/Out", words = { I = "person", O = "service" } },
      purpose      = { "Reason", words = { CHASE = "chase", INFO = "clarify", KIT = "keeping_in_touch" }, other = "none" },
      outcome      = { "Outcome", words = { RES = "need_met", PART = "partly_met", NFA = "nothing_changed" }, other = "unknown" },
      reason       = { "Closure", words = { ["3"] = "purpose_met", ["4"] = "time_limit", ["7"] = "absence" }, other = "not_stated" },
      set          = { outcome_by = "service", purpose_by = "service", source = "agency_record" } },
  },

  examples = {
    { "a call, a visit, an entry that is not ours", [[
Ref;Date;Time;Type;Team;Officer;Case;In/Out;Reason;Outcome;Closure
C17;01/03/2024;09:05;PHN;Housing;AB1;9;I;CHASE;NFA;
C17;04/03/2024;;VIS;Housing;AB1;9;O;;RES;
C17;04/03/2024;;ADM;Housing;AB1;9;O;;; ]], [[
      C17  2024-03-01T09:05  contact  thread=C17/9 service=Housing worker=AB1 initiated_by=person purpose=chase outcome=nothing_changed
      C17  2024-03-04        contact  thread=C17/9 service=Housing worker=AB1 initiated_by=service outcome=need_met
      left out ]] },
    { "an end, and a code that has no word", [[
Ref;Date;Time;Type;Team;Officer;Case;In/Out;Reason;Outcome;Closure
C18;30/06/2024;;CLS;Housing;AB1;2;O;;;4
C18;01/07/2024;;XRF;Housing;AB1;2;O;;; ]], [[
      C18  2024-06-30  episode_end  thread=C18/2 service=Housing worker=AB1 initiated_by=service reason=time_limit
      set aside ]] },
  },
}
