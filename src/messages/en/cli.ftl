# the command line
stage-records = reading the records
stage-network = building the network
stage-metrics = computing measures
stage-findings = looking for findings
stage-indicators = computing indicators
stage-charts = drawing charts
stage-report = writing the report

ledger-note = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
  } read: { $repaired } repaired, { $merged } merged, { $excluded } not used. Run hubscope check to see which and why.
ledger-withheld = (withheld: it may name a person)
report-written = Report: { $path }
report-failed = the report could not be written
strict-refused = { $count ->
    [one] { $count } row was
   *[other] { $count } rows were
  } not used as they stand; the first is { $file }, row { $row }, column "{ $column }": { $reason }
strict-refused-hint = mend the rows that hubscope check lists, or leave --strict out
see-check = hubscope check lists what each part needs
champions-private = PRIVATE: this names persons and what they did. Keep it from those it is not meant for.
stability-untested-ties = Not tested: { $shares } of the ties lost. There are too few ties to lose so small a part of them.
stability-untested-members = Not tested: { $shares } of the members lost. There are too few members to lose so small a part of them.
stability-untested-events = Not tested: { $shares } of the events lost. No event brought two together, there are too few to lose so small a part of them, or the strength of this layer's ties does not follow from events alone.
stability-untested-unreported_ties = Not tested: { $shares } of the ties unreported. There are too few ties, or nobody is left to tie, to add so small a part of them.
stability-untestable = this network is too small to test its rankings: nothing can be lost from it
key-players-too-many = --key-players { $size } is more than there are: { $count ->
    [one] the network has { $count } stakeholder
   *[other] the network has { $count } stakeholders
}
key-players-without-value = { $criterion }: no set of this size has a value, because without it fewer than two stakeholders would be left to compare. Ask for fewer key players.
key-players-not-proven = { $criterion }: the best set found by adding and exchanging one at a time; there are too many sets to try them all, so it is not proven best.
key-players-more = { $criterion }: { $count } sets are equally good; the first { $listed } are listed.

new-made = Made { $path }: fill in the tables, delete the example rows, then run hubscope check { $path }
synth-made = Made { $path }: { $rows } rows, { $champions } planted champions. What was planted stands in { $truth }
new-not-empty = { $path } is already there
new-not-empty-hint = give a folder that does not exist yet

check-title = { $hub }
check-rows = Rows
check-table = { $file } ({ $table }): { $rows } rows, { $used } used, { $repaired } repaired, { $merged } merged, { $excluded } not used
check-derived = { $count ->
    [one] { $count } stakeholder stands
   *[other] { $count } stakeholders stand
  } in no row of stakeholders: made from the rows that name them
check-clean = Every row was used as it stands.
check-cases = What was noticed
check-kind = { $reason }: { $count }
check-case = { $file }, row { $row }, column "{ $column }": "{ $value }"
check-case-row = { $file }, row { $row }
check-mapping = How names and values were read
check-columns = { $table }: { $pairs }
check-form = { $column }: { $form }
check-unmapped = { $column }: "{ $value }" is unknown and was kept as it stands ({ $rows } rows)
check-unknown-column = { $table }: the column "{ $header }" is not known; it can be used with --group-by
form-day_month = dates as day, month, year
form-month_day = dates as month, day, year
form-point = numbers with a decimal point
form-comma = numbers with a decimal comma
check-answers = What this hub can answer
check-yes = yes · { $section }
check-not-yet = not yet · { $section }: { $lacking }
section-membership = who is here, who comes and goes
section-network = who is tied to whom
section-sectors = which sectors meet too little
section-fading = whose activity drops
section-components = who took part in which part of the method
section-introductions = whom to introduce to whom
section-introductions_tested = how often such introductions came about before
section-calendar = which agreements end in the next twelve months
section-plan = what to do with each agreement, and what is left if nothing is done
section-champions = who carries the change from inside
section-adoption = what was adopted, where it came from and how long it lasted
section-claim = whether change lasts only where leadership and champions come together
section-money = who pays, and what ends
section-continuity = what would be lost without each member, payer or sector
section-without_operator = what would remain without the organisation that runs the hub
section-commitments = objectives and promised actions
qap-too-few = too few to compare: { $found } of the { $needed } stakeholders needed. Fewer can be put in six different orders at most, so chance alone would explain whatever is found.
qap-too-few-draws = --draws { $found } is too few: this model needs { $needed } permutations at least, or p could never be 0.05 or less
qap-few-orders = { $members } stakeholders can be put in { $orders } different orders only, and the permutations repeat them: no p under about { $least } can be expected.
qap-without-value = { $count ->
    [one] One stakeholder is
   *[other] { $count } stakeholders are
} left out: a column asked for says nothing of them.

cannot-group = the stakeholders table has no column "{ $column }" to group by
cannot-group-remedy = columns there are: { $known }
cannot-empty-window = the window asked for holds no day
cannot-empty-window-remedy = give a window that lies within the study, such as --window latest
cannot-fit = the { $layer } layer of the window { $window } may hold { $millions } million ties, which need { $needed } GiB; at most { $most } GiB are used
cannot-fit-remedy = ask for a shorter window, such as --window latest, or for --layer partnerships
cannot-no-arcs = { $measure } by direction needs a layer with arcs: partnerships
cannot-no-arcs-remedy = add --layer partnerships, or leave --direction out
cannot-no-attendance = { $measure } needs a layer with shared events: participations, combined or working
cannot-no-attendance-remedy = add --layer participations, combined or working, or ask for --backbone disparity
cannot-converge = { $measure } did not converge
cannot-converge-remedy = ask for another --backbone: fixed_row or disparity
cannot-grouping-size = { $measure }: the grouping has { $groups } entries for { $nodes } nodes
qap-variable = unknown variable "{ $variable }": expected partnerships, participations, combined, working, events, kind:KIND, same:COLUMN or difference:COLUMN
qap-kind = no partnership of the kind "{ $kind }" lives in the window
qap-kind-remedy = kinds there are: { $known }
qap-too-many = { $found } members make too many pairs to compare: at most { $most } can be
qap-too-many-remedy = add --members core, or a shorter --window
qap-not-fitted = the model cannot be fitted: a variable does not vary, is made of the others, or tells ties apart without fail
parquet-unreadable = Parquet is not for reading on a terminal
parquet-unreadable-hint = add --out FILE.parquet

table-made-window = Window { $window }.
table-made-window-days = Window { $window }, { $first } to { $last }.
table-made = Ties: { $layer }, { $direction }. Paths: { $length }. Shared events: { $projection }.
direction-undirected = without direction
direction-directed = with direction
path-length-inverse_strength = a strong tie is short
path-length-hops = every tie is one step
projection-newman = an event of k participants adds 1/(k − 1) to each pair
projection-count = each event adds 1 to each pair
projection-hours = each event adds to a pair the smaller of the two sides' hours
table-no-room = { $shown } of { $all } columns have room here. --format csv has them all; left out: { $names }.
table-made-days = Window: { $first } to { $last }.
