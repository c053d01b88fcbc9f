-- SPDX-License-Identifier: GPL-3.0-or-later
-- Asked to tell it again.
--
-- An assessment, or somebody taking a history, about something that had been told
-- before, in which nothing of what was known was used. The parts of one assessment are
-- one. What the law asks for, and a review that the person agreed to, are left out.

return {
  title   = "Asked to tell it again",
  version = "1",
  asks    = "Where do services ask people to tell again what services already know?",
  source  = "proposal; a year is one too",

  settings = { window = { 365, from = 30, to = 730, means = "days after being told within which it need not be asked again" } },

  at     = { "assessment history_taken", statutory = "not yes", agreed = "not yes", first = "assessment" },
  is     = { reused = "no" },
  before = { "assessment history_taken", statutory = "not yes", agreed = "not yes", same = "thread", within = "window" },
  gather = "thread",

  tell    = "Services asked for the same story {count} more times[ about {at.need}]: it had been told on {before.date}[ to {before.service}] and was asked for again on {at.date}[ by {at.service}].",
  mislead = "It counts how often, not how much it hurt. Passing everything on to spare people the telling may go against what they want.",

  examples = {
    { "told in March, asked again in May", finds = { { count = 1, basis = "recorded_link" } }, [[
        2024-03-01  assessment     thread=t1  service=mh       assessment=a  reused=no
        2024-05-10  history_taken  thread=t1  service=housing  reused=no ]] },
    { "three times in the same circle of referrals", finds = { { count = 2 } }, [[
        2024-01-01  referral       thread=t1  from=gp  to=mh
        2024-01-08  assessment     thread=t1  service=mh  assessment=x  reused=no
        2024-03-01  episode_end    thread=t1  service=mh  decided_by=service  outcome=nothing_changed
        2024-03-31  referral       thread=t1  from=gp  to=mh
        2024-04-06  assessment     thread=t1  service=mh  assessment=y  reused=no
        2024-05-30  episode_end    thread=t1  service=mh  decided_by=service  outcome=nothing_changed
        2024-07-19  referral       thread=t1  from=gp  to=mh
        2024-07-26  assessment     thread=t1  service=mh  assessment=z  reused=no ]] },
    { "what was known was used", finds = 0, [[
        2024-03-01  assessment     thread=t1  assessment=a  reused=no
        2024-05-10  assessment     thread=t1  assessment=b  reused=yes ]] },
    { "the first time is no telling again", finds = 0, [[
        2024-03-01  assessment     thread=t1  assessment=a  reused=no ]] },
    { "day 365, over a leap day", finds = 1, [[
        2023-06-01  assessment     thread=t1  assessment=a
        2024-05-31  assessment     thread=t1  assessment=b  reused=no ]] },
    { "day 366", finds = 0, [[
        2023-06-01  assessment     thread=t1  assessment=a  reused=no
        2024-06-01  assessment     thread=t1  assessment=b  reused=no ]] },
    { "two parts of one assessment", finds = 0, [[
        2024-03-01  assessment     thread=t1  assessment=a  reused=no
        2024-03-04  assessment     thread=t1  assessment=a  reused=no ]] },
    { "two parts of one day, then two parts of another", finds = { { count = 1 } }, [[
        2024-03-01  assessment     thread=t1  assessment=a  reused=no  seq=1
        2024-03-01  assessment     thread=t1  assessment=a  reused=no  seq=2
        2024-06-01  assessment     thread=t1  assessment=b  reused=no  seq=1
        2024-06-01  assessment     thread=t1  assessment=b  reused=no  seq=2 ]] },
    { "the law asks for it", finds = 0, [[
        2024-03-01  assessment     thread=t1  assessment=a  reused=no
        2024-05-10  assessment     thread=t1  assessment=b  reused=no  statutory=yes ]] },
    { "a review that was agreed", finds = 0, [[
        2024-03-01  assessment     thread=t1  assessment=a  reused=no
        2024-05-10  assessment     thread=t1  assessment=b  reused=no  agreed=yes ]] },
    { "about something else", finds = 0, [[
        2024-03-01  assessment     thread=t1  assessment=a  reused=no
        2024-05-10  assessment     thread=t2  assessment=b  reused=no ]] },
    { "one need is one thread", finds = { { count = 1, basis = "code_match" } }, [[
        2024-03-01  assessment     need=housing  assessment=a  reused=no
        2024-05-10  history_taken  need=housing  reused=no ]] },
    { "nobody recorded whether it was used", finds = "cannot tell", why = "not_recorded", [[
        2024-03-01  assessment     thread=t1  assessment=a  reused=no
        2024-05-10  assessment     thread=t1  assessment=b ]] },
    { "nobody said what it was about", finds = "cannot tell", why = "not_recorded", [[
        2024-03-01  assessment     assessment=a  reused=no
        2024-05-10  assessment     assessment=b  reused=no ]] },
    { "both on one day, and nobody knows which was first", finds = "cannot tell", why = "order_unknown", [[
        2024-03-01  assessment     thread=t1  assessment=a  reused=no
        2024-03-01  history_taken  thread=t1  reused=no ]] },
    { "only the month of the first is known", finds = "cannot tell", why = "date_not_exact", [[
        2023-06     assessment     thread=t1  assessment=a  reused=no
        2024-06-10  assessment     thread=t1  assessment=b  reused=no ]] },
    { "nobody looked in the year before", finds = "cannot tell", why = "gap", from = "2024-01-01", [[
        2024-05-10  assessment     thread=t1  assessment=b  reused=no ]] },
    { "nobody collects assessments here", finds = "cannot tell", why = "kind_not_collected", collects = "contact", "" },
  },
}
