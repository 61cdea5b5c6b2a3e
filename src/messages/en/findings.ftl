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

# how much work
effort-hour = about an hour
effort-day = about a day
effort-week = about a week

# actions: what to do, with whom, why
action-who-coordination = the hub's coordination

action-decide_agreement = Decide with both sides whether the agreement of { $source } with { $target } is renewed
action-decide_agreement-assumed = Ask { $source } whether the agreement with { $target } is still alive, and write down when it ends
action-decide_agreement-with = { $source }, { $target }
action-decide_agreement-why = It ends on { $ends } and no later agreement continues it.
action-decide_agreement-why-notice = Notice is due by { $by }: it ends on { $ends } and no later agreement continues it.
action-decide_agreement-why-assumed = No end is recorded; on the assumed term it would end on { $ends }.

action-second_link = Introduce { $example } to a second partner besides { $cut_point }
action-second_link-with = { $example }, { $cut_point }
action-second_link-why = { $stranded ->
    [one] One member reaches the rest of the working network only through { $cut_point }.
   *[other] { $stranded } members reach the rest of the working network only through { $cut_point }.
 }

action-invite_sector = Invite an organisation from this sector to join: { $sector }
action-invite_sector-with = { $sector }
action-invite_sector-why = The hub has no member from this sector, and its template asks for one.

action-join_sectors = Bring members from { $a } together with members from { $b } in a small event on a shared topic
action-join_sectors-within = Bring members from { $a } together with one another in a small event on a shared topic
action-join_sectors-with = { $a }, { $b }
action-join_sectors-why = { $observed ->
    [0] No two of them are partners, where their activity predicts about { $expected } pairs.
    [one] One pair of them are partners, where their activity predicts about { $expected }.
   *[other] { $observed } pairs of them are partners, where their activity predicts about { $expected }.
 }

action-open_component = Invite members from { $sector } to the next { $component }
action-open_component-with = { $sector }
action-open_component-why = Nobody from { $sector } has taken part in this component yet.

action-invite_isolated = Invite to a small event, with eight participants at most: { $members }
action-invite_isolated-with = { $members }
action-invite_isolated-why = { $count ->
    [one] It has no partnership and shares no small event with other members.
   *[other] They have no partnership and share no small event with other members.
 }
action-invite_isolated-why-among = They are { $count } of the { $total } members that have no partnership and share no small event with others.

action-call_fading = Call { $member } and ask what has changed
action-call_fading-with = { $member }
action-call_fading-why = { $now ->
    [0] No participation or partnership in the last twelve months; in earlier years about { $usual } a year.
    [one] One participation or partnership in the last twelve months; in earlier years about { $usual } a year.
   *[other] { $now } participations and partnerships in the last twelve months; in earlier years about { $usual } a year.
 }

action-record_missing = Fill in the column "{ $column }" of the table "{ $table }"
action-record_missing-table = Add the table "{ $table }"
action-record_missing-why-stakeholders-sector = { $rows ->
    [one] One stakeholder has no sector, so that nobody can tell which sectors meet.
   *[other] { $rows } stakeholders have no sector, so that nobody can tell which sectors meet.
 }
action-record_missing-why-partnerships-end = { $rows ->
    [one] One current agreement has no recorded end: the calendar has to assume it.
   *[other] { $rows } current agreements have no recorded end: the calendar has to assume it.
 }
action-record_missing-why-events-component = { $rows ->
    [one] One event does not say which component of the method it belongs to, so that nobody can tell whom the method reaches.
   *[other] { $rows } events do not say which component of the method they belong to, so that nobody can tell whom the method reaches.
 }
action-record_missing-why-leadership = Without the acts from above, nobody can tell whether adoptions spread from above, from below or both.

action-declare_operator = Write in hub.toml who runs the hub: "operator" under [hub]
action-declare_operator-why = Without it, nobody can tell how many members would stay connected if the hub stopped.

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
