---@meta
-- SPDX-License-Identifier: MIT
--
-- What a plugin file may say, for editors that read LuaCATS annotations (lua-language-server does);
-- `.luarc.json` at the top names this file. It is made of the tables that check the files, and a test
-- keeps it equal to them. Nothing here runs. For completion in a plugin, name its kind:
--
--     ---@type alongside.instrument
--     local this = { title = "…" }
--     return this
--
-- Fields and functions marked (later) are in the contract, and refused until this version follows them.

---@class alongside.instrument
---@field title string needed: the name that people read
---@field version string needed: what goes up when results could change
---@field examples alongside.instrument.example[] needed: the file's own tests
---@field source string needed: where the rule was published
---@field mislead? string how the number may mislead
---@field licence? alongside.instrument.licence of the wording, the scoring and the file; else nothing is allowed
---@field recall? alongside.instrument.recall what stretch of time it asks about; else no stretch of time
---@field content? string said before it is filled in
---@field about? string person or area; else person
---@field seats? string[][] who answers about an area: { id, title } each
---@field raters? string who may answer; else person
---@field answers? alongside.instrument.answers|alongside.instrument.answers[]|string for items that have none of their own
---@field items alongside.instrument.items|alongside.instrument.items[]|string needed: the questions, in the order of tokens
---@field skips? alongside.instrument.skips[] which items are not asked
---@field forms? table<string, alongside.instrument.forms> printed editions
---@field taken_from? string items of the same id come from that instrument
---@field scales? alongside.instrument.scales[] what it measures; else answers only
---@field bridges? table<string, alongside.instrument.bridges> by earlier version: scales that mean the same as in it

---@class alongside.instrument.licence
---@field wording? alongside.instrument.licence.wording of the questions' words
---@field scoring? alongside.instrument.licence.wording of the way of scoring
---@field file? string SPDX name of this file's own licence

---@class alongside.instrument.licence.wording
---@field ship? boolean may be in the repository; else false
---@field terms string needed: under what condition
---@field holder? string whose it is
---@field url? string where it says so
---@field checked? string when that was read
---@field notice? string a line printed wherever the wording is
---@field unaltered? boolean no rewording, no reordering; else false

---@class alongside.instrument.recall
---@field [integer] any what stands without a name
---@field days? integer how long that is; answers closer together get a warning

---@class alongside.instrument.answers
---@field [integer] any what stands without a name
---@field from? number code of the first label, or lowest number; else 1
---@field to? number highest number; absent: no upper end
---@field step? number the steps allowed; else 1
---@field unit? string of a number: minutes, units
---@field codes? any[] the codes as printed, one a label; else counting up from `from`
---@field points? any what each option is worth; else the code
---@field unordered? boolean names, not a ladder; else false
---@field choose? string (later) one, many or rank; else one
---@field d? any a printed option that means declined
---@field u? any a printed option that means does not know
---@field n? any a printed option that means not asked
---@field x? any a printed option that means does not apply
---@field missing? any a printed option that means missing

---@class alongside.instrument.items
---@field id string needed: what the item is called, by what it says
---@field about? string our paraphrase
---@field text? string the wording, where it may ship
---@field answers? alongside.instrument.answers|alongside.instrument.answers[]|string what may be answered; absent: as the file's
---@field points? any what each option is worth; else those of its answers
---@field flag? number an answer this high is brought to the person at once; else no flag
---@field own? boolean the person words it; else false
---@field repeats? any[] a list of goals, so many of them: { 1, 3 }
---@field weight? any[] goals may carry weights from, to: { 0, 9 }; else no weights
---@field seats? string asked of these seats only; else all
---@field taken_from? string (later) answered elsewhere the same day

---@class alongside.instrument.skips
---@field when table<string, any> needed: what the answers must be: a code, a list of codes or a kind of no answer for each item named
---@field items string|string[] needed: which items are then not asked
---@field as? number the code they then count as; absent: they drop out

---@class alongside.instrument.forms
---@field order? string|string[] the ids as printed
---@field codes? any what this edition prints for the options, in the order of `answers`

---@class alongside.instrument.scales
---@field id string needed: what the scale is called
---@field title string needed: the name that people read
---@field items? string|string[] items and scales given before; `-id` turns an item round; else all items
---@field points? any here the answers are worth this; else the items'
---@field unanswered? integer so many items may lack an answer; else 0
---@field fill? any what a missing answer counts: "mean" or a number
---@field total? string sum, mean, profile (the codes written together, for a table) or eap (by the model in `graded`); else sum
---@field times? number afterwards multiplied by; else 1
---@field plus? number and then added; else 0
---@field lookup? alongside.instrument.scales.lookup the published table from total to score
---@field graded? table<string, any> for each item { slope, threshold, … }
---@field score? fun(answer: table<string, any>, given?: table): (number|string|nil), string? instead of total, times, plus, lookup and fill
---@field needs? string what the function is given besides answers: age sex mode by earlier
---@field values? any[] the scale is a category with these values
---@field range? any[] lowest and highest score; else worked out
---@field better? string higher or lower, for reading a change in words; else neither
---@field digits? integer decimals, for printing only; else 0 for whole numbers, else 2
---@field variant? string another way of scoring that scale
---@field own_view? boolean on the person's own page; else true
---@field bands? table<string, alongside.instrument.bands> named sets of steps with their source
---@field norms? alongside.instrument.scales.norms[] published values to set beside it
---@field wobble? alongside.instrument.scales.wobble how far a score moves when nothing has changed
---@field matters? alongside.instrument.scales.matters smallest change that people notice

---@class alongside.instrument.scales.lookup
---@field [integer] any what stands without a name
---@field from? integer the total that the first value belongs to
---@field file? string a table beside the plugin, called ID.NAME.csv
---@field sha256? string the hash of a table that ships
---@field obtain? string where an organisation gets the table
---@field age? any[] for whom this table holds: { 18, 61 }, or { 62 } without an end; else all ages
---@field mode? string for whom this table holds: any of these modes; else all modes
---@field sex? string for whom this table holds; else both

---@class alongside.instrument.scales.norms
---@field id string needed: one id for all rows of a norm
---@field sex? string whom this row is for
---@field age? any[] whom this row is for: { 18, 61 }, or { 62 } without an upper end
---@field mode? string how it was asked
---@field of string needed: whom it was measured on, in words
---@field year string needed: when it was measured
---@field source string needed: where it was published
---@field mean? number their mean
---@field sd? number their standard deviation
---@field share? number (later) the share of them in a band
---@field band? string (later) the band of a share
---@field n? integer how many they were

---@class alongside.instrument.scales.wobble
---@field sem? number standard error of measurement
---@field change? number a published threshold: so much or more
---@field sd? number standard deviation, with `r`
---@field r? number reliability, with `sd`
---@field r_of? string which reliability
---@field se? alongside.instrument.scales.wobble.se standard errors by total: a run from `from` on, or steps
---@field source string needed: where it was published

---@class alongside.instrument.scales.wobble.se
---@field [integer] any what stands without a name
---@field from? integer the total that the first value belongs to

---@class alongside.instrument.scales.matters
---@field person? number smallest change that one person notices
---@field group? number smallest change that matters for a group
---@field source string needed: where it was published

---@class alongside.instrument.bridges
---@field scales string|string[] needed: which scales mean the same as in that version
---@field why string needed: what is different, and why they mean the same

---@class alongside.indicator
---@field title string needed: the name that people read
---@field version string needed: what goes up when results could change
---@field examples alongside.indicator.examples[] needed: the file's own tests
---@field source string needed: where the rule was published; `this project` if ours
---@field mislead string needed: how the number may mislead; printed wherever it is
---@field licence? string the SPDX name of this file's own licence
---@field asks string needed: the question it helps people talk about
---@field tell string needed: one sentence for one finding; the service is its subject
---@field mirrors? string the indicator that this good thing is printed beside; else failure demand
---@field settings? table<string, alongside.indicator.settings> numbers that a report may change, always printed
---@field at? alongside.indicator.at|alongside.indicator.at[]|string the anchors: every event that fits (any of) these
---@field is? alongside.indicator.is must also be so of the anchor; not recorded means cannot tell
---@field before? alongside.indicator.before|alongside.indicator.before[]|string must be there before the anchor
---@field after? alongside.indicator.before|alongside.indicator.before[]|string must be there after the anchor
---@field not_before? alongside.indicator.before|alongside.indicator.before[]|string must not be there before the anchor
---@field not_after? alongside.indicator.before|alongside.indicator.before[]|string must not be there after the anchor
---@field gather? string findings alike in this field are one while each leads on to the next, with a count
---@field class? string the field of the anchor whose code is the class; else no class
---@field ways? alongside.indicator.ways[] alternatives; the first that holds names the class; else one way, without a class
---@field measures? string `days` until what comes after; `rate` in 100 days at risk; else people
---@field at_risk? string `community`: days in an institution are not observed days; else anywhere
---@field reads? string the only kinds of event that `find` sees
---@field find? fun(timeline: alongside.timeline, found: fun(finding: alongside.found), settings: table) the open form: a function that goes through the timeline

---@class alongside.indicator.settings
---@field [integer] any what stands without a name
---@field from? number the lowest value a report may give it; else no lower end
---@field to? number the highest value a report may give it; else no upper end
---@field means string needed: what it is, in words, printed beside its value

---@class alongside.indicator.at
---@field [integer] any what stands without a name
---@field time? string a condition: "a b", "not a b", "any", "none"
---@field until? string a condition: "a b", "not a b", "any", "none"
---@field until_time? string a condition: "a b", "not a b", "any", "none"
---@field precision? string a condition: "a b", "not a b", "any", "none"
---@field seq? string a condition: "a b", "not a b", "any", "none"
---@field subtype? string a condition: "a b", "not a b", "any", "none"
---@field service? string a condition: "a b", "not a b", "any", "none"
---@field thread? string a condition: "a b", "not a b", "any", "none"
---@field need? string a condition: "a b", "not a b", "any", "none"
---@field initiated_by? string a condition: "a b", "not a b", "any", "none"
---@field purpose? string a condition: "a b", "not a b", "any", "none"
---@field outcome? string a condition: "a b", "not a b", "any", "none"
---@field outcome_by? string a condition: "a b", "not a b", "any", "none"
---@field channel? string a condition: "a b", "not a b", "any", "none"
---@field planned? string a condition: "a b", "not a b", "any", "none"
---@field worker? string a condition: "a b", "not a b", "any", "none"
---@field org? string a condition: "a b", "not a b", "any", "none"
---@field pathway? string a condition: "a b", "not a b", "any", "none"
---@field stage? string a condition: "a b", "not a b", "any", "none"
---@field episode? string a condition: "a b", "not a b", "any", "none"
---@field need_words? string a condition: "a b", "not a b", "any", "none"
---@field purpose_by? string a condition: "a b", "not a b", "any", "none"
---@field setting? string a condition: "a b", "not a b", "any", "none"
---@field place_chosen_by? string a condition: "a b", "not a b", "any", "none"
---@field service_outcome? string a condition: "a b", "not a b", "any", "none"
---@field reason? string a condition: "a b", "not a b", "any", "none"
---@field decided_by? string a condition: "a b", "not a b", "any", "none"
---@field decision? string a condition: "a b", "not a b", "any", "none"
---@field status? string a condition: "a b", "not a b", "any", "none"
---@field cancelled_by? string a condition: "a b", "not a b", "any", "none"
---@field from? string a condition: "a b", "not a b", "any", "none"
---@field to? string a condition: "a b", "not a b", "any", "none"
---@field route? string a condition: "a b", "not a b", "any", "none"
---@field deficit_shared? string a condition: "a b", "not a b", "any", "none"
---@field joint? string a condition: "a b", "not a b", "any", "none"
---@field matter? string a condition: "a b", "not a b", "any", "none"
---@field step? string a condition: "a b", "not a b", "any", "none"
---@field respondent? string a condition: "a b", "not a b", "any", "none"
---@field settled? string a condition: "a b", "not a b", "any", "none"
---@field assessment? string a condition: "a b", "not a b", "any", "none"
---@field reused? string a condition: "a b", "not a b", "any", "none"
---@field asked_by? string a condition: "a b", "not a b", "any", "none"
---@field statutory? string a condition: "a b", "not a b", "any", "none"
---@field onward? string a condition: "a b", "not a b", "any", "none"
---@field taper? string a condition: "a b", "not a b", "any", "none"
---@field compulsory? string a condition: "a b", "not a b", "any", "none"
---@field plan_group? string a condition: "a b", "not a b", "any", "none"
---@field condition? string a condition: "a b", "not a b", "any", "none"
---@field agreed? string a condition: "a b", "not a b", "any", "none"
---@field tie? string a condition: "a b", "not a b", "any", "none"
---@field budget? string a condition: "a b", "not a b", "any", "none"
---@field edge? string `end`: an interval stands where it ends; else where it begins
---@field done_by? string a condition: "a b", "not a b", "any", "none"
---@field led_by? string a condition: "a b", "not a b", "any", "none"
---@field lived_experience? string a condition: "a b", "not a b", "any", "none"
---@field scale? string a condition: "a b", "not a b", "any", "none"
---@field follows? string a condition: "a b", "not a b", "any", "none"
---@field response_to? string a condition: "a b", "not a b", "any", "none"
---@field same_request? string a condition: "a b", "not a b", "any", "none"
---@field part_of? string a condition: "a b", "not a b", "any", "none"
---@field because? string a condition: "a b", "not a b", "any", "none"
---@field source? string a condition: "a b", "not a b", "any", "none"
---@field visibility? string a condition: "a b", "not a b", "any", "none"
---@field sensitivity? string a condition: "a b", "not a b", "any", "none"
---@field label_by? string a condition: "a b", "not a b", "any", "none"
---@field withdrawn? string a condition: "a b", "not a b", "any", "none"
---@field service_type? string a condition: "a b", "not a b", "any", "none"
---@field ring? string a condition: "a b", "not a b", "any", "none"
---@field service_purpose? string a condition: "a b", "not a b", "any", "none"
---@field stated_days? string a condition: "a b", "not a b", "any", "none"
---@field access_mode? string a condition: "a b", "not a b", "any", "none"
---@field preferred? string a condition: "a b", "not a b", "any", "none"
---@field first? string only the first that fits in each of this field: thread, matter; else every one that fits
---@field spell? any events with at most so many days between are one; or {days, field kept apart}; else each event is one

---@class alongside.indicator.is
---@field time? string a condition: "a b", "not a b", "any", "none"
---@field until? string a condition: "a b", "not a b", "any", "none"
---@field until_time? string a condition: "a b", "not a b", "any", "none"
---@field precision? string a condition: "a b", "not a b", "any", "none"
---@field seq? string a condition: "a b", "not a b", "any", "none"
---@field subtype? string a condition: "a b", "not a b", "any", "none"
---@field service? string a condition: "a b", "not a b", "any", "none"
---@field thread? string a condition: "a b", "not a b", "any", "none"
---@field need? string a condition: "a b", "not a b", "any", "none"
---@field initiated_by? string a condition: "a b", "not a b", "any", "none"
---@field purpose? string a condition: "a b", "not a b", "any", "none"
---@field outcome? string a condition: "a b", "not a b", "any", "none"
---@field outcome_by? string a condition: "a b", "not a b", "any", "none"
---@field channel? string a condition: "a b", "not a b", "any", "none"
---@field planned? string a condition: "a b", "not a b", "any", "none"
---@field worker? string a condition: "a b", "not a b", "any", "none"
---@field org? string a condition: "a b", "not a b", "any", "none"
---@field pathway? string a condition: "a b", "not a b", "any", "none"
---@field stage? string a condition: "a b", "not a b", "any", "none"
---@field episode? string a condition: "a b", "not a b", "any", "none"
---@field need_words? string a condition: "a b", "not a b", "any", "none"
---@field purpose_by? string a condition: "a b", "not a b", "any", "none"
---@field setting? string a condition: "a b", "not a b", "any", "none"
---@field place_chosen_by? string a condition: "a b", "not a b", "any", "none"
---@field service_outcome? string a condition: "a b", "not a b", "any", "none"
---@field reason? string a condition: "a b", "not a b", "any", "none"
---@field decided_by? string a condition: "a b", "not a b", "any", "none"
---@field decision? string a condition: "a b", "not a b", "any", "none"
---@field status? string a condition: "a b", "not a b", "any", "none"
---@field cancelled_by? string a condition: "a b", "not a b", "any", "none"
---@field from? string a condition: "a b", "not a b", "any", "none"
---@field to? string a condition: "a b", "not a b", "any", "none"
---@field route? string a condition: "a b", "not a b", "any", "none"
---@field deficit_shared? string a condition: "a b", "not a b", "any", "none"
---@field joint? string a condition: "a b", "not a b", "any", "none"
---@field matter? string a condition: "a b", "not a b", "any", "none"
---@field step? string a condition: "a b", "not a b", "any", "none"
---@field respondent? string a condition: "a b", "not a b", "any", "none"
---@field settled? string a condition: "a b", "not a b", "any", "none"
---@field assessment? string a condition: "a b", "not a b", "any", "none"
---@field reused? string a condition: "a b", "not a b", "any", "none"
---@field asked_by? string a condition: "a b", "not a b", "any", "none"
---@field statutory? string a condition: "a b", "not a b", "any", "none"
---@field onward? string a condition: "a b", "not a b", "any", "none"
---@field taper? string a condition: "a b", "not a b", "any", "none"
---@field compulsory? string a condition: "a b", "not a b", "any", "none"
---@field plan_group? string a condition: "a b", "not a b", "any", "none"
---@field condition? string a condition: "a b", "not a b", "any", "none"
---@field agreed? string a condition: "a b", "not a b", "any", "none"
---@field tie? string a condition: "a b", "not a b", "any", "none"
---@field budget? string a condition: "a b", "not a b", "any", "none"
---@field edge? string `end`: an interval stands where it ends
---@field done_by? string a condition: "a b", "not a b", "any", "none"
---@field led_by? string a condition: "a b", "not a b", "any", "none"
---@field lived_experience? string a condition: "a b", "not a b", "any", "none"
---@field scale? string a condition: "a b", "not a b", "any", "none"
---@field follows? string a condition: "a b", "not a b", "any", "none"
---@field response_to? string a condition: "a b", "not a b", "any", "none"
---@field same_request? string a condition: "a b", "not a b", "any", "none"
---@field part_of? string a condition: "a b", "not a b", "any", "none"
---@field because? string a condition: "a b", "not a b", "any", "none"
---@field source? string a condition: "a b", "not a b", "any", "none"
---@field visibility? string a condition: "a b", "not a b", "any", "none"
---@field sensitivity? string a condition: "a b", "not a b", "any", "none"
---@field label_by? string a condition: "a b", "not a b", "any", "none"
---@field withdrawn? string a condition: "a b", "not a b", "any", "none"
---@field service_type? string a condition: "a b", "not a b", "any", "none"
---@field ring? string a condition: "a b", "not a b", "any", "none"
---@field service_purpose? string a condition: "a b", "not a b", "any", "none"
---@field stated_days? string a condition: "a b", "not a b", "any", "none"
---@field access_mode? string a condition: "a b", "not a b", "any", "none"
---@field preferred? string a condition: "a b", "not a b", "any", "none"

---@class alongside.indicator.before
---@field [integer] any what stands without a name
---@field time? string a condition: "a b", "not a b", "any", "none"
---@field until? string a condition: "a b", "not a b", "any", "none"
---@field until_time? string a condition: "a b", "not a b", "any", "none"
---@field precision? string a condition: "a b", "not a b", "any", "none"
---@field seq? string a condition: "a b", "not a b", "any", "none"
---@field subtype? string a condition: "a b", "not a b", "any", "none"
---@field service? string a condition: "a b", "not a b", "any", "none"
---@field thread? string a condition: "a b", "not a b", "any", "none"
---@field need? string a condition: "a b", "not a b", "any", "none"
---@field initiated_by? string a condition: "a b", "not a b", "any", "none"
---@field purpose? string a condition: "a b", "not a b", "any", "none"
---@field outcome? string a condition: "a b", "not a b", "any", "none"
---@field outcome_by? string a condition: "a b", "not a b", "any", "none"
---@field channel? string a condition: "a b", "not a b", "any", "none"
---@field planned? string a condition: "a b", "not a b", "any", "none"
---@field worker? string a condition: "a b", "not a b", "any", "none"
---@field org? string a condition: "a b", "not a b", "any", "none"
---@field pathway? string a condition: "a b", "not a b", "any", "none"
---@field stage? string a condition: "a b", "not a b", "any", "none"
---@field episode? string a condition: "a b", "not a b", "any", "none"
---@field need_words? string a condition: "a b", "not a b", "any", "none"
---@field purpose_by? string a condition: "a b", "not a b", "any", "none"
---@field setting? string a condition: "a b", "not a b", "any", "none"
---@field place_chosen_by? string a condition: "a b", "not a b", "any", "none"
---@field service_outcome? string a condition: "a b", "not a b", "any", "none"
---@field reason? string a condition: "a b", "not a b", "any", "none"
---@field decided_by? string a condition: "a b", "not a b", "any", "none"
---@field decision? string a condition: "a b", "not a b", "any", "none"
---@field status? string a condition: "a b", "not a b", "any", "none"
---@field cancelled_by? string a condition: "a b", "not a b", "any", "none"
---@field from? string a condition: "a b", "not a b", "any", "none"
---@field to? string a condition: "a b", "not a b", "any", "none"
---@field route? string a condition: "a b", "not a b", "any", "none"
---@field deficit_shared? string a condition: "a b", "not a b", "any", "none"
---@field joint? string a condition: "a b", "not a b", "any", "none"
---@field matter? string a condition: "a b", "not a b", "any", "none"
---@field step? string a condition: "a b", "not a b", "any", "none"
---@field respondent? string a condition: "a b", "not a b", "any", "none"
---@field settled? string a condition: "a b", "not a b", "any", "none"
---@field assessment? string a condition: "a b", "not a b", "any", "none"
---@field reused? string a condition: "a b", "not a b", "any", "none"
---@field asked_by? string a condition: "a b", "not a b", "any", "none"
---@field statutory? string a condition: "a b", "not a b", "any", "none"
---@field onward? string a condition: "a b", "not a b", "any", "none"
---@field taper? string a condition: "a b", "not a b", "any", "none"
---@field compulsory? string a condition: "a b", "not a b", "any", "none"
---@field plan_group? string a condition: "a b", "not a b", "any", "none"
---@field condition? string a condition: "a b", "not a b", "any", "none"
---@field agreed? string a condition: "a b", "not a b", "any", "none"
---@field tie? string a condition: "a b", "not a b", "any", "none"
---@field budget? string a condition: "a b", "not a b", "any", "none"
---@field edge? string `end`: an interval stands where it ends; else where it begins
---@field done_by? string a condition: "a b", "not a b", "any", "none"
---@field led_by? string a condition: "a b", "not a b", "any", "none"
---@field lived_experience? string a condition: "a b", "not a b", "any", "none"
---@field scale? string a condition: "a b", "not a b", "any", "none"
---@field follows? string a condition: "a b", "not a b", "any", "none"
---@field response_to? string a condition: "a b", "not a b", "any", "none"
---@field same_request? string a condition: "a b", "not a b", "any", "none"
---@field part_of? string a condition: "a b", "not a b", "any", "none"
---@field because? string a condition: "a b", "not a b", "any", "none"
---@field source? string a condition: "a b", "not a b", "any", "none"
---@field visibility? string a condition: "a b", "not a b", "any", "none"
---@field sensitivity? string a condition: "a b", "not a b", "any", "none"
---@field label_by? string a condition: "a b", "not a b", "any", "none"
---@field withdrawn? string a condition: "a b", "not a b", "any", "none"
---@field service_type? string a condition: "a b", "not a b", "any", "none"
---@field ring? string a condition: "a b", "not a b", "any", "none"
---@field service_purpose? string a condition: "a b", "not a b", "any", "none"
---@field stated_days? string a condition: "a b", "not a b", "any", "none"
---@field access_mode? string a condition: "a b", "not a b", "any", "none"
---@field preferred? string a condition: "a b", "not a b", "any", "none"
---@field first? string only the first that fits in each of this field: thread, matter; else every one that fits
---@field spell? any events with at most so many days between are one; or {days, field kept apart}; else each event is one
---@field within? any days from the anchor, both ends included, or a setting; else to the end of what is observed
---@field same? string these agree with the anchor's
---@field differs? string these are recorded and differ from the anchor's
---@field least? integer at least so many; 0 decides nothing and is only told; else 1
---@field same_day? boolean the same day counts even when the order is not known; else false
---@field recorded? string an event in which one of these is not recorded possibly fits
---@field next? boolean the conditions must hold of the very next event of these kinds; else false
---@field otherwise? string the class of an anchor that is not found because of this look

---@class alongside.indicator.ways
---@field name string needed: the class of what is found in this way
---@field is? alongside.indicator.is must also be so of the anchor
---@field before? alongside.indicator.before|alongside.indicator.before[]|string must be there before the anchor
---@field after? alongside.indicator.before|alongside.indicator.before[]|string must be there after the anchor
---@field not_before? alongside.indicator.before|alongside.indicator.before[]|string must not be there before the anchor
---@field not_after? alongside.indicator.before|alongside.indicator.before[]|string must not be there after the anchor

---@class alongside.indicator.examples
---@field [integer] any what stands without a name
---@field finds any needed: how many are found, "cannot tell", or a list of findings
---@field why? string why it cannot be told
---@field from? string the first observed day
---@field as_of? string the last observed day
---@field collects? string the only kinds of event that are collected
---@field with? table<string, any> other values of settings

---@class alongside.intake
---@field title string needed: the name that people read
---@field version string needed: what goes up when results could change
---@field examples string[][] needed: the file's own tests
---@field source? string where the meaning of the codes is published
---@field mislead? string how what comes in may mislead
---@field licence? string SPDX name of this file's own licence
---@field gives alongside.intake.record[] needed: what one row gives; one row may give several
---@field no_answer? table<string, string> cells that are a kind of no answer; read before anything else; else an empty cell is missing
---@field separator? string what parts the cells; else ,
---@field encoding? string how its letters are written; else utf-8

---@class alongside.intake.gives
---@field [integer] any what stands without a name
---@field between? any what joins several columns, or parts several codes; else a space
---@field as? string a date, written as this file would write the last minute of 2024; `occasion` for an order 1, 2, 3; `ticks` for one column a box; `codes` for several codes in one cell; else the cell as it stands, or an ISO date
---@field words? table their code to our word, to several fields, or `false`: left out; else the cell as it stands
---@field other? any the word for every other code; `none` leaves the field unrecorded; else the row is set aside

---@class alongside.report
---@field title string needed: what people read
---@field version string needed: goes up when results could change
---@field source string needed: whose report it is; `this project` if ours
---@field licence? string SPDX name of this file's own licence
---@field mislead? string how the report may mislead; printed in it
---@field reader string needed: whose eyes it is made for: person or area
---@field period? string month, quarter, year or all; else all for a person, else quarter
---@field template? string the page; else ID.html
---@field sections alongside.report.sections[] needed: what it shows, in order
---@field examples alongside.report.examples[] needed: the file's own tests

---@class alongside.report.sections
---@field asks string needed: the question it helps with
---@field shows string needed: what answers it: goals, scores, words, findings, ties, questions …
---@field of? string which scales or indicators, parted by spaces
---@field by? string what the figures are broken down by
---@field beside? string ids of norms to stand beside it as a reference
---@field over? string (later) month, quarter or year: a series
---@field with? any (later) settings for this section
---@field text? string a paragraph of the report's own

---@class alongside.report.examples
---@field [integer] any what stands without a name
---@field people integer needed: how many made-up people
---@field seed? integer which made-up people; 1 when not said
---@field says? string must be in the report
---@field never? string must not be in it

-- A name, the answers in the order of the items, and what each scale comes to: a number, a value,
-- "not scored", or a table of any of those with bands, lowest, highest, reason.
---@class alongside.instrument.example
---@field [1] string its name
---@field [2] string the answers: 3 3 3 - 3 3 3
---@field flags? string items whose answer is brought to the person at once
---@field given? alongside.instrument.given
---@field [string] any by the scale's id: what it comes to

---@class alongside.instrument.given
---@field by? string who answered
---@field mode? string how it was asked
---@field form? string printed editions
---@field seat? string who answers about an area
---@field age? integer in whole years that day
---@field sex? string
---@field earlier? any[] earlier administrations, latest first: { days before, tokens }

-- Steps, { from here up, its name }, rising.
---@class alongside.instrument.bands
---@field [integer] any[]
---@field source string needed: where it was published

-- What one row gives; everything else is one of our columns = where it comes from.
---@class alongside.intake.record
---@field [1] string needed: person, event, goal, note, consent, service or answers
---@field [2]? string of answers: the instrument
---@field set? table<string, string|number> the same on every row
---@field where? table<string, string> only rows where a column has one of these words
---@field items? string|string[]|table<string, alongside.intake.gives> of answers: columns in order, or by item
---@field [string] string|alongside.intake.gives

-- What the open form of an indicator is given.
---@class alongside.event
---@field kind string
---@field subtype? string
---@field day integer whole days since 1970
---@field last_day integer the same as day where the date is exact
---@field end_day? integer of an interval
---@field [string] any its fields: texts, numbers, lists; nil where not recorded

---@class alongside.found
---@field events alongside.event[] needed. The events it rests on, in order of time
---@field value? number at most one number
---@field unit? string of the number
---@field class? string

---@class alongside.timeline
---@field each fun(self: alongside.timeline, pattern: table): fun(): alongside.event in a `for`: the anchors in order
---@field groups fun(self: alongside.timeline, field: string, pattern: table|string): fun(): string, alongside.event[] in a `for`: key and events
---@field periods fun(self: alongside.timeline, period: string): fun(): alongside.event in a `for`: those wholly observed
---@field all fun(self: alongside.timeline, pattern: table|string): alongside.event[] in order
---@field after fun(self: alongside.timeline, event: alongside.event, look: table): alongside.event? the nearest that surely fits
---@field before fun(self: alongside.timeline, event: alongside.event, look: table): alongside.event? the nearest that surely fits
---@field none_after fun(self: alongside.timeline, event: alongside.event, look: table): boolean true only if surely none
---@field none_before fun(self: alongside.timeline, event: alongside.event, look: table): boolean true only if surely none
---@field days fun(self: alongside.timeline, a: alongside.event, b?: alongside.event): integer, integer? from the end of a to the beginning of b; the fewest and the most
---@field overlap fun(self: alongside.timeline, a: alongside.event, b: alongside.event): integer days both were running
---@field change fun(self: alongside.timeline, scale: string, event: alongside.event, days: integer): string? higher, lower or same
---@field cannot_tell fun(self: alongside.timeline, why: string) this anchor cannot be decided

-- What Lua may use, and nothing else.

-- adds up in order; 0 for nothing
---@param list number[]
---@return number
function sum(list) end

-- the mean; nil for nothing
---@param list number[]
---@return number?
function mean(list) end

-- how many the function is true for
---@param list any[]
---@param test fun(thing: any): boolean
---@return integer
function count(list, test) end

-- rounds halves away from zero
---@param x number
---@param digits? integer
---@return number
function round(x, digits) end

-- hours from one time of day to the next such time, both in minutes after midnight
---@param a number
---@param b number
---@return number
function hours_between(a, b) end

-- goes through a list
---@param list any[]
---@return function, any[], integer
function ipairs(list) end

-- goes through a table: numbers rising, then texts by their bytes
---@param map table
---@return function, table, nil
function pairs(map) end

-- the arguments from the n-th on
---@param n integer|"#"
---@param ... any
---@return any
function select(n, ...) end

-- the name of its type
---@param thing any
---@return string
function type(thing) end

-- ends the call where it does not hold
---@param holds any
---@param message? string
---@return any
function assert(holds, message) end

-- ends the call; `check` shows the message
---@param message string
function error(message) end

-- a text as a number
---@param text any
---@param base? integer
---@return number?
function tonumber(text, base) end

-- a number in the fewest digits that read back; anything else by its type
---@param thing any
---@return string
function tostring(thing) end

---@class mathlib
math = {}

---@type number
math.pi = 3.141592653589793
---@type number
math.huge = 1 / 0
---@type integer
math.maxinteger = 0x7fffffffffffffff
---@type integer
math.mininteger = -math.maxinteger - 1

-- without its sign
---@param x number
---@return number
function math.abs(x) end

-- arc cosine
---@param x number
---@return number
function math.acos(x) end

-- arc sine
---@param x number
---@return number
function math.asin(x) end

-- arc tangent of y/x
---@param y number
---@param x? number
---@return number
function math.atan(y, x) end

-- the next whole number up
---@param x number
---@return integer
function math.ceil(x) end

-- cosine
---@param x number
---@return number
function math.cos(x) end

-- radians as degrees
---@param x number
---@return number
function math.deg(x) end

-- e to the x
---@param x number
---@return number
function math.exp(x) end

-- the next whole number down
---@param x number
---@return integer
function math.floor(x) end

-- what is left of x divided by y
---@param x number
---@param y number
---@return number
function math.fmod(x, y) end

-- logarithm; natural without a base
---@param x number
---@param base? number
---@return number
function math.log(x, base) end

-- the largest
---@param x number
---@param ... number
---@return number
function math.max(x, ...) end

-- the smallest
---@param x number
---@param ... number
---@return number
function math.min(x, ...) end

-- the whole part and the rest
---@param x number
---@return number, number
function math.modf(x) end

-- degrees as radians
---@param x number
---@return number
function math.rad(x) end

-- sine
---@param x number
---@return number
function math.sin(x) end

-- square root
---@param x number
---@return number
function math.sqrt(x) end

-- tangent
---@param x number
---@return number
function math.tan(x) end

-- as a whole number, where it is one
---@param x any
---@return integer?
function math.tointeger(x) end

-- integer or float
---@param x any
---@return string?
function math.type(x) end

-- smaller, without sign
---@param a integer
---@param b integer
---@return boolean
function math.ult(a, b) end

---@class stringlib
string = {}

-- bytes as numbers
---@param text string
---@param from? integer
---@param to? integer
---@return integer
function string.byte(text, from, to) end

-- numbers as bytes
---@param ... integer
---@return string
function string.char(...) end

-- fills in %d, %s and the like
---@param format string
---@param ... any
---@return string
function string.format(format, ...) end

-- how many bytes
---@param text string
---@return integer
function string.len(text) end

-- in small letters
---@param text string
---@return string
function string.lower(text) end

-- n times
---@param text string
---@param n integer
---@param between? string
---@return string
function string.rep(text, n, between) end

-- back to front
---@param text string
---@return string
function string.reverse(text) end

-- a part of it
---@param text string
---@param from integer
---@param to? integer
---@return string
function string.sub(text, from, to) end

-- in capitals
---@param text string
---@return string
function string.upper(text) end

---@class tablelib
table = {}

-- a list as one text
---@param list any[]
---@param between? string
---@param from? integer
---@param to? integer
---@return string
function table.concat(list, between, from, to) end

-- puts something into a list
---@param list any[]
---@param ... any
function table.insert(list, ...) end

-- takes something out of a list
---@param list any[]
---@param at? integer
---@return any
function table.remove(list, at) end

-- puts a list in order
---@param list any[]
---@param before? fun(a: any, b: any): boolean
function table.sort(list, before) end

-- a list as arguments
---@param list any[]
---@param from? integer
---@param to? integer
---@return any
function table.unpack(list, from, to) end
