-- SPDX-License-Identifier: GPL-3.0-or-later
-- Back in the emergency room after a release.
--
-- The hospital ends a stay, and within four weeks the person has to come back. The log marks that arrival
-- itself (Return ER); registrations in the emergency room that it does not mark so are not counted.

return {
  title   = "Back in the emergency room within four weeks of a release",
  version = "1",
  asks    = "Where does a hospital let people go before they can manage at home?",
  source  = "this project, on Mannhardt (2016), Sepsis Cases – Event Log; 28 days is a proposal",

  settings = { window = { 28, from = 1, to = 90, means = "days within which coming back is counted" } },

  at    = { "episode_end", service = "hospital" },
  after = { "crisis/return_er", within = "window" },

  tell    = "The hospital ended the stay on {at.date}, and recorded a return to its emergency room {days} days later.",
  mislead = "The log does not say what they came back for: an agreed check or another illness looks the same. Who went to another hospital, or died at home, looks as if all were well.",

  examples = {
    { "back after two weeks", finds = { { days = 14, basis = "time_order_only" } }, [[
        2014-03-01T11:00  episode_start  service=hospital
        2014-03-06T15:00  episode_end    service=hospital
        2014-03-20T02:10  crisis/return_er  service=hospital ]] },
    { "day 28", finds = { { days = 28 } }, [[
        2014-03-06  episode_end       service=hospital
        2014-04-03  crisis/return_er  service=hospital ]] },
    { "day 29", finds = 0, [[
        2014-03-06  episode_end       service=hospital
        2014-04-04  crisis/return_er  service=hospital ]] },
    { "back the same day, by the clock", finds = { { days = 0 } }, [[
        2014-03-06T09:00  episode_end       service=hospital
        2014-03-06T23:40  crisis/return_er  service=hospital ]] },
    { "the same day without times", finds = "cannot tell", why = "order_unknown", [[
        2014-03-06  episode_end       service=hospital
        2014-03-06  crisis/return_er  service=hospital ]] },
    { "an ordinary registration is not counted", finds = 0, [[
        2014-03-06  episode_end           service=hospital
        2014-03-20  crisis/ae_attendance  service=hospital ]] },
    { "each release by itself", finds = { { days = 10 }, { days = 5 } }, [[
        2014-03-06  episode_end       service=hospital
        2014-03-16  crisis/return_er  service=hospital
        2014-03-18  episode_end       service=hospital
        2014-03-23  crisis/return_er  service=hospital ]] },
    { "the release of another service", finds = 0, [[
        2014-03-06  episode_end       service=hostel
        2014-03-20  crisis/return_er  service=hospital ]] },
    { "the log ends too soon", finds = "cannot tell", why = "followup_short", as_of = "2014-03-20", [[
        2014-03-06  episode_end  service=hospital ]] },
    { "only the month of coming back is known", finds = "cannot tell", why = "date_not_exact", [[
        2014-03-06  episode_end       service=hospital
        2014-04     crisis/return_er  service=hospital ]] },
    { "arrivals are recorded, but not which of them are returns", finds = "cannot tell",
      why = "kind_not_collected", collects = "episode_end crisis", [[
        2014-03-06  episode_end           service=hospital
        2014-03-20  crisis/ae_attendance  service=hospital ]] },
  },
}
