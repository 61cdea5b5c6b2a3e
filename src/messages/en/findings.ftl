# what should someone act on

# how sure
certainty-recorded = as recorded
certainty-tested = passed its test
certainty-assumed = rests on an assumption

# what one pair of sectors says
cell-gap = fewer partnerships than expected
cell-surplus = more partnerships than expected
cell-as_expected = as expected
cell-too_few_to_tell = too few to tell

# what the ties are compared with
null-stubs = ends of ties paired at random
null-degree_preserving_swaps = random networks in which everyone keeps the number of their ties
null-curveball = random attendance in which everyone comes to as many events and each event has as many participants
null-label_permutation = groups dealt anew at random, the ties unchanged

# components of the method
component-co_design_workshop = co-design workshop
component-diagnosis_roadmap = diagnosis and roadmap
component-competition = competition
component-strategic_plan_workshop = strategic plan workshop
component-hub_program = hub programme
component-meeting = meeting
component-other = other activity

# which record is missing for an answer
lacking-table = The table "{ $table }" is missing or empty: bring it to get this answer.
lacking-column = The column "{ $column }" of the table "{ $table }" is empty: fill it in to get this answer.
lacking-operator = It is not declared who runs the hub: write "operator" under [hub] in hub.toml.
lacking-few-ties = There are too few partnerships between members with a known sector: { $found } of the { $needed } needed. Record more partnerships, or the sector of more stakeholders.
lacking-few-events = There are too few events with two or more participants of a known sector: { $found } of the { $needed } needed. Record more participations, or the sector of more stakeholders.
lacking-few-answers = Rankings are withheld: { $found } of those on the roster answered in this window, { $needed } are needed ("min_response" under [stability] in hub.toml).
lacking-few-sectors = There are too few sectors with a partnership: { $found } of the { $needed } needed. Fill in the column "sector" of the table "stakeholders".
lacking-few-pasts = No member has records that reach back two full years before the last twelve months ({ $found } of { $needed } needed): this answer comes with time.
lacking-span-three_years = The records span less than three full years: this answer comes with time.
lacking-span-gaps_q = The rate of false alarms cannot be used: "q" under [gaps] in hub.toml must be above 0 and at most 1.
lacking-span-two_years = The records do not reach back two full years: this answer comes with time.
lacking-span-funding_kinds = No partnership is of a kind that carries money: name the kinds under [funding] in hub.toml, and fill in the column "amount" of the table "partnerships".
