# what to do, and what became of what was proposed

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
    [one] One member reaches the rest through working ties only by way of { $cut_point }.
   *[other] { $stranded } members reach the rest through working ties only by way of { $cut_point }.
 }

action-invite_role = Invite an organisation for this role to join: { $role }
action-invite_role-with = { $role }
action-invite_role-why = No member fills this role, and the hub's template asks for one.

action-introduce = Ask { $introducer } to introduce { $a } to { $b }
action-introduce-with = { $introducer }, { $a }, { $b }
action-introduce-notice = An official would meet a private party: { $notice }
action-introduce-notice-none = An official would meet a private party: where there is a lobbying register, the meeting goes into it.

action-join_sectors = Bring members from { $a } together with members from { $b } in a small event on a shared topic
action-join_sectors-within = Bring members from { $a } together with one another in a small event on a shared topic
action-join_sectors-with = { $a }, { $b }
action-join_sectors-why = { $observed ->
    [0] No two of them have an agreement, where their activity predicts about { $expected } pairs.
    [one] One pair of them has an agreement, where their activity predicts about { $expected }.
   *[other] { $observed } pairs of them have an agreement, where their activity predicts about { $expected }.
 }

action-open_component = Invite members from { $sector } to the next { $component }
action-open_component-with = { $sector }
action-open_component-why = Nobody from this sector has taken part in this component yet.

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

action-term_ends = Agree with { $organization } who carries on its work with the hub after { $ends }
action-term_ends-with = { $organization }
action-term_ends-why = { $resting ->
    [one] One of its { $of } agreements and events rests
   *[other] { $resting } of its { $of } agreements and events rest
 } on { $terms ->
    [one] one office-holder alone whose term ends within twelve months.
   *[other] { $terms } office-holders alone whose terms end within twelve months.
 }

action-ask_lapsed = Ask { $member } whether it still takes part; if not, write down when it left
action-ask_lapsed-with = { $member }
action-ask_lapsed-why = { $silent ->
    [one] Its last record is of { $day }, one month ago: longer than its earlier pauses explain.
   *[other] Its last record is of { $day }, { $silent } months ago: longer than its earlier pauses explain.
 }

action-second_provider-function = Look for a second member for this: { $what }
action-second_provider-topic = Ask a second member to host the next event on this: { $what }
action-second_provider-offer = Look for a second member who offers this: { $what }
action-second_provider-need = Look for somebody who offers this: { $what }
action-second_provider-sector = Invite a second organisation from this sector: { $what }
action-second_provider-with = { $provider }
action-second_provider-why-function = Every partnership for it is with { $provider }; { $dependents } others depend on it.
action-second_provider-why-topic = Every event on it was hosted by { $provider }; { $dependents } others came.
action-second_provider-why-offer = Only { $provider } offers it; { $dependents } members need it.
action-second_provider-why-need = { $dependents } members need it and none offers it.
action-second_provider-why-sector = { $provider } alone stands for the whole sector.

action-second_funder = Look for funds from somebody besides { $payer }
action-second_funder-why = { $payer } pays { $share } of the money recorded for these twelve months.

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

# an action that somebody does
action-accepted-by = Accepted: { $owner }
action-accepted = Accepted
action-due = due by { $day }
action-overdue = overdue since { $day }
action-first-proposed = proposed since { $day }

# what became of earlier actions
action-followed-done-seen = Done, and the records show it.
action-followed-done-not_seen = Noted as done, but the records do not show it yet.
action-followed-done-cannot_tell = Noted as done; the records cannot tell whether it happened.
action-followed-accepted-seen = Accepted, and the records show what came of it (if that settles it, write "done" in its row of actions.csv).

action-seen-renewed = A later agreement continues it.
action-seen-ends_now = The agreement now ends on { $day }.
action-seen-open_now = The agreement now has no set end.
action-seen-confirmed = The agreement was confirmed on { $day }.
action-seen-ended = The agreement ended on { $day } and no later one continues it.
action-seen-worked = { $a } and { $b } share a partnership or a small event that began on { $day }.
action-seen-holds_nobody = No member depends on { $member } alone any more.
action-seen-filled = { $members ->
    [one] { $first } fills this role now.
   *[other] { $members } members fill this role now, { $first } among them.
 }
action-seen-rests_on_nobody = At { $organization } nothing rests on an office-holder alone any more whose term ends.
action-seen-more_providers = It no longer rests on one member alone.
action-seen-offered = It is offered now, or nobody needs it any more.
action-seen-payer_share = The payer now gives { $share } of the money.
action-seen-partnered = { $count ->
    [one] One partnership between them has begun since.
   *[other] { $count } partnerships between them have begun since.
 }
action-seen-took_part = { $count ->
    [one] One participant from this sector has come since.
   *[other] { $count } participants from this sector have come since.
 }
action-seen-tied = { $tied ->
    [one] Of { $of } invited, one has begun a partnership or shared a small event with others since.
   *[other] Of { $of } invited, { $tied } have begun a partnership or shared a small event with others since.
 }
action-seen-active = { $count ->
    [one] One participation or partnership of this member has begun since.
   *[other] { $count } participations and partnerships of this member have begun since.
 }
action-seen-left = The member is recorded as gone since { $day }.
action-seen-recorded = The missing record is there.

action-ask-decide_agreement = Write the new end of the agreement, or the agreement that continues it, in the table "partnerships".
action-ask-second_link = Was there a meeting or an agreement? Add it to the tables "participations" or "partnerships".
action-ask-introduce = Have they met? Add the event or the agreement to the tables "participations" or "partnerships".
action-ask-join_sectors = Did any partnership come of it? Add it to the table "partnerships".
action-ask-open_component = Did anybody come? Add them to the table "participations".
action-ask-invite_isolated = Did they come? Add them to the table "participations".
action-ask-call_fading = If the member has left, write the day in the column "left" of the table "stakeholders".
action-ask-term_ends = The records still show agreements or events that rest on them alone.
action-ask-invite_role = Has anybody joined? Add the organisation, with its sector, to the table "stakeholders", and what it takes part in.
action-ask-ask_lapsed = If the member has left, write the day in the column "left" of the table "stakeholders".
action-ask-second_provider = The records still show one provider or none.
action-ask-second_funder = The records still show the same payer with most of the money.
action-ask-record_missing = More than half of the rows still lack it.
action-ask-declare_operator = "operator" under [hub] in hub.toml is still empty, or names nobody in the records.

# the first page
person-coded = a person ({ $id })
report-actions-further = { $count ->
    [one] One more accepted action is under way: it stands in actions.csv.
   *[other] { $count } more accepted actions are under way: they stand in actions.csv.
 }
report-actions-followed = What became of earlier actions
report-actions-more = { $count ->
    [one] One more stands in actions.csv.
   *[other] { $count } more stand in actions.csv.
 }
report-actions-resting = { $count ->
    [one] One action that was refused or found impossible is not proposed again before { $day }.
   *[other] { $count } actions that were refused or found impossible are not proposed again for now; the first may come back on { $day }.
 }
report-actions-resting-undated = { $count ->
    [one] One action that was refused or found impossible is not proposed again: its row has no date.
   *[other] { $count } actions that were refused or found impossible are not proposed again: their rows have no date.
 }

# columns of actions.csv
table-actions-standing = new, under_way or overdue (accepted), seen, not_seen or cannot_tell (done: whether the records show it), resting (not proposed again yet)
table-actions-about = ids of those it is about, by which the next report looks whether it happened
table-actions-reported_on = the study's last day in the report that wrote this row; what is refused rests for a year from here, what is impossible for two
column-reported_on = The last day of the report that wrote the row.
column-about = Ids of those it is about: by them the next report looks whether it happened.
sheet-standing-new = new
sheet-standing-under_way = under way
sheet-standing-overdue = overdue
sheet-standing-seen = done, the records show it
sheet-standing-not_seen = done, the records do not show it yet
sheet-standing-cannot_tell = done, the records cannot tell
sheet-standing-resting = not proposed again yet
