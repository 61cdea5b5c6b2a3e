# what counts under each construct, on a card
construct-initiating-definition = events and partnerships they started
construct-bringing_in-definition = newcomers who first came at their invitation, or to an event they hosted
construct-bridging-definition = people and organisations outside government, or in another department, with whom they work
construct-hosting_speaking-definition = events they hosted, or took part in as facilitator, speaker, mentor or juror
construct-early_adopting-definition = units that took up a practice after one they had pushed for
construct-persisting-definition = years in which they were there, and returns after a cancelled or failed event
construct-nominated-definition = people who named them as someone to turn to

# where an adoption or partnership came from, as recorded when it began
group-neither-definition = a funder's offer: neither leadership nor people inside
group-top_down-definition = from leadership: a mandate or a sponsor
group-bottom_up-definition = from inside: an internal champion, a peer's example or their own initiative
group-both-definition = from leadership and from inside together
group-unknown-definition = where it came from is not recorded

# what the curves of persistence rest on
persistence-without_follow_up = { $count ->
    [one] Of one, nothing says what became of it: it counts as started and says nothing of how long things last.
   *[other] Of { $count }, nothing says what became of them: they count as started and say nothing of how long things last.
 }
persistence-began_before = { $count ->
    [one] One began before the study and is left out: of those years only what lasted is seen.
   *[other] { $count } began before the study and are left out: of those years only what lasted is seen.
 }
persistence-assumed_ends = { $count ->
    [one] One has no recorded end and is followed only to its last confirmation.
   *[other] { $count } have no recorded end and are followed only to their last confirmation.
 }
adoption-risk_unread = Not understood under [adoption] at_risk in hub.toml: { $words }. Write sectors, kinds, levels of government, ids or names, separated by commas.

# which record is missing
lacking-few-candidates = None of those who could carry the change has three contacts or more in the records: record who took part in what, and to which organisation they belong.
lacking-few-evidence = The records show none of what champions do: fill in "initiated_by", "host", "role" or "invited_by".
lacking-few-adoption_cells = The smallest of the four groups has { $found } of the { $needed } adoptions it needs: record the origin of each adoption, and the day it was last confirmed or abandoned.
lacking-span-persisting = The records span a year or less: this answer comes with time.
lacking-span-began_before = Everything began before the declared start of the study, so how long it lasts cannot be said.
lacking-span-claim_test = The records would be enough, but this version does not test it yet.
