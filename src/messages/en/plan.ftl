# why an agreement gets its verdict
plan-why-active = last joint record on { $day }
plan-why-quiet = no joint record since { $day }
plan-why-not-recorded = whether the two still work together is not recorded
plan-why-others = { $others ->
    [0] no other agreement for the same purpose ({ $purpose }) lasts longer
    [one] one other agreement for the same purpose ({ $purpose }) lasts longer
   *[other] { $others } other agreements for the same purpose ({ $purpose }) last longer
}
plan-why-no-purpose = what it is for is not recorded
plan-why-stranded = { $stranded ->
    [one] { $name } would be cut off from the others
   *[other] { $stranded } members would be cut off from the others, { $name } first
}
plan-why-nobody = nobody would be cut off
plan-why-notice-passed = its notice date has passed
plan-why-renewed = A later agreement renews it already

# what to do
plan-act-renew = renew
plan-act-broaden = broaden
plan-act-hand_over = hand over
plan-act-let_lapse = let lapse
plan-act-runs_on = runs on
plan-act-introduce = introduce

# goals
plan-goal-coverage = coverage
plan-goal-fragmentation = fragmentation
plan-goal-reach = reach
plan-figure-coverage = roles met
plan-figure-fragmentation = pairs that cannot reach each other
plan-figure-reach = members reached within two steps
plan-figure-density = density
plan-figure-mean_degree = ties of a member

# ways
plan-way-nothing_renewed = if nothing is renewed
plan-way-unknown_ends_open = if nothing is renewed and unknown ends stay open
plan-way-own_rate = at the hub's own renewal rate
plan-way-own_rate_low = at the lower end of that rate
plan-way-own_rate_high = at the upper end of that rate
plan-way-plan = with the plan

# what is missing
lacking-few-due = There are too few agreements with a recorded end that came due, so the hub has no renewal rate of its own yet: { $found } of the { $needed } needed. Record how agreements ended.
lacking-span-plan_money = The money that goes with agreements is withheld: under 80 % of those that pay have an amount and an end. Fill in the columns "amount" and "end" of the table "partnerships".
lacking-span-plan_currencies = The money that goes with agreements is withheld: it is in several currencies, and they are never added.

# the command
plan-note-hours = { $spent } of { $hours } hours are planned, for { $acts ->
    [one] one act
   *[other] { $acts } acts
}.
plan-note-all = All of it takes { $spent } hours. Say --hours to plan within what there is.
plan-note-rates = Hours: renew { $renew }, broaden { $broaden }, hand over { $hand_over }, introduce { $introduce } ([plan] in hub.toml).
plan-note-first = { $first } hours go first to agreements that nothing replaces, whatever their effect. What follows is about the best choice for the other { $rest }.
plan-note-before-after = { $figure }: { $before } today, { $after } once these pairs work together.
plan-note-considered = Chosen among { $pairs ->
    [one] one pair proposed
   *[other] { $pairs } pairs proposed
}.
plan-note-exhaustive = Every combination was tried ({ $tried }): for { $goal } nothing within the budget is better.
plan-note-reached = For { $goal } nothing within the budget is better: the choice reaches what no choice can exceed.
plan-note-bounded = For { $goal } the choice has at least { $share } of the effect of the best one within the budget.
plan-note-no-effect = For { $goal } nothing that could be chosen within the budget has an effect.
plan-note-bounded-none = For { $goal } nothing was found to have an effect; no choice within the budget gains more than { $bound }.
plan-note-no-pairs = Nobody to introduce was found in this hub.
plan-note-target = { $record }: { $figure } is { $now } today, { $without } on { $horizon } if nothing is done and { $with } with the plan; the target is { $target }.

# tables
table-plan-order = the place among what the hours are spent on; empty where they do not reach
table-plan-act = what to do: renew, broaden, hand_over, let_lapse, runs_on (no decision falls due), introduce
table-plan-record = the agreement; empty for introductions
table-plan-source_id = one side
table-plan-source = its name
table-plan-target_id = the other side
table-plan-target = its name
table-plan-kind = kind of agreement
table-plan-function = what it is for
table-plan-start = first day
table-plan-ends = last day; empty where it is open or undated
table-plan-end_assumed = whether the last day is assumed because none is recorded
table-plan-renewed_by = the agreement that renews it already
table-plan-lasts_to = last day with the renewals already signed
table-plan-ends_in = last day of the quarter by which it is over; empty beyond the horizon
table-plan-notice_by = last day to give or seek notice
table-plan-decide_by = the day by which to decide
table-plan-why = why
table-plan-stranded = members that would be cut off with it
table-plan-others = other agreements for the same purpose that last longer
table-plan-hours = hours that it takes
table-plan-coverage = effect on the share of roles met, after what stands before it
table-plan-fragmentation = effect on the share of pairs that cannot reach each other
table-plan-reach = effect on the share of members reached within two steps
table-runoff-way = nothing_renewed; unknown_ends_open (the same, agreements without a recorded end stay); own_rate, own_rate_low, own_rate_high (expected numbers at the hub's own renewal rate and both ends of its interval); plan
table-runoff-day = the study's last day, and the last of each quarter after it
table-runoff-agreements = agreements in force after that day
table-runoff-ties = pairs with an agreement in force
table-runoff-members = organisations with an agreement in force
table-runoff-sectors = sectors with an agreement in force
table-runoff-money = money a year that goes with them
table-runoff-currency = its currency
unit-hours = hours
unit-sectors = sectors

# the chart
chart-run-off-title = { $left ->
    [0] If nothing is renewed, no agreement is left on { $day }
    [one] If nothing is renewed, one of { $live } agreements is left on { $day }
   *[other] If nothing is renewed, { $left } of { $live } agreements are left on { $day }
}
chart-run-off-subtitle = Agreements in force by quarter: arithmetic from their ends, not a forecast
chart-run-off-description = Three lines of the agreements in force from { $from } to { $to }: { $left } of { $live } if nothing is renewed, the number expected at the hub's own renewal rate where it is known, and with the plan. Below, the agreements that end in each quarter.
chart-run-off-nothing = nothing renewed
chart-run-off-open = if those without end go on
chart-run-off-own = renewed as so far
chart-run-off-plan = with the plan
chart-run-off-ending = End in the quarter
chart-run-off-rate = Renewed as so far: { $renewed } of { $due } agreements that came due from { $from } to { $to } were renewed ({ $rate }; band: { $low } to { $high }); each for as long as it ran before.
chart-run-off-assumed = { $assumed ->
    [one] One end is assumed because none is recorded (hatched).
   *[other] { $assumed } ends are assumed because none is recorded (hatched).
}
chart-column-way = what happens to agreements that end
chart-column-agreements = agreements in force after the day

# the section
report-plan-verdicts = Of { $live } agreements in force, { $due ->
    [0] none needs a decision
    [one] one needs a decision
   *[other] { $due } need a decision
} by { $horizon }: { $list }.
report-plan-verdict-renew = renew { $count }
report-plan-verdict-broaden = broaden { $count }
report-plan-verdict-hand_over = hand over { $count }
report-plan-verdict-let_lapse = let { $count } lapse
report-plan-rule = Renew: the two still work together, and other agreements serve the same purpose for longer. Broaden: the two still work together, but no other agreement serves the purpose for longer, or somebody would be cut off without it; bring a second partner in. Hand over: needed in the same way, but the two have no joint record for two years; let another take it on. Let lapse: no joint record for two years, other agreements serve the purpose and nobody would be cut off.
report-plan-hours-all = To carry it all out takes about { $hours } hours (renew { $renew }, broaden { $broaden }, hand over { $hand_over } hours each; change them under [plan] in hub.toml).
report-plan-hours = The { $hours } hours declared are spent on { $acts ->
    [one] one act
   *[other] { $acts } acts
}, those first that nothing replaces; the others stand in tables/plan.csv.
report-plan-left = On { $horizon }, if nothing is renewed: { $agreements } of { $agreements_now } agreements, { $ties } of { $ties_now } ties, { $members } of { $members_now } organisations and { $sectors } of { $sectors_now } sectors are left.
report-plan-open = { $assumed ->
    [one] One of these ends is assumed
   *[other] { $assumed } of these ends are assumed
}, because none is recorded; were they open, { $left } agreements would be left.
report-plan-left-money = Of { $now } { $currency } a year that go with agreements, { $left } are left.
report-plan-own = If as many are renewed as so far ({ $renewed } of { $due } that came due), about { $left } agreements would be left, between { $low } and { $high }.
report-plan-with = If the plan is carried out, { $left } are left.
report-plan-table = What to do with each agreement, by the day to decide
report-plan-column-what = What to do
report-plan-column-between = Between
report-plan-column-by = Decide by
report-plan-column-ends = Ends
report-plan-column-why = Why
report-plan-column-hours = Hours
report-plan-introduced = Introductions in the plan
report-plan-pair = { $one } with { $other }
report-plan-targets = Where the plan leads the objectives that ties move
report-plan-column-figure = Figure
report-plan-column-now = Today
report-plan-column-without = If nothing is done
report-plan-column-with = With the plan
report-plan-column-target = Target
report-plan-column-due = Due
report-commitments-counts = Of { $all ->
    [one] one promise
   *[other] { $all } promises
}, { $done ->
    [0] none is done
    [one] one is done
   *[other] { $done } are done
} and { $overdue ->
    [0] none is overdue
    [one] one is overdue
   *[other] { $overdue } are overdue
} on { $day }.
chart-column-ending_recorded = agreements that end in the quarter, by recorded ends
chart-column-ending_assumed = agreements that end in the quarter, by assumed ends
