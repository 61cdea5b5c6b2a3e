# why decisions about who is whom cannot be carried out, and what to do
resolve-refused-unknown = { $file }, row { $row }, column "{ $column }": no record names "{ $value }".
resolve-refused-unknown-nearest = If "{ $nearest }" is meant, write it in row { $row }; if the two already became one in your tables, delete the row.
resolve-refused-unknown-remedy = Correct the cell, leave the id empty so that the name decides, or delete row { $row } if the two already became one in your tables.
resolve-refused-nobody = { $file }, row { $row }, column "{ $column }": the row is accepted, but says only one of the two.
resolve-refused-kinds = { $file }, row { $row }: { $person } is a person and { $organization } is not; they cannot be one.
resolve-refused-kinds-remedy = Write reject in row { $row }, or correct the kind of one of the two in the stakeholders table.
resolve-refused-kept = { $file }, row { $row }: "{ $value }" cannot be the one that is kept.
resolve-refused-kept-remedy = Write in the column of the kept one { $a } or { $b }, or leave it empty; rows that are accepted together may not keep one another in a circle.
resolve-refused-contradiction = { $file }, row { $row } keeps { $a } and { $b } apart, but accepted rows make them one: { $accepted }.
resolve-refused-contradiction-remedy = Write accept in row { $row } of { $file }, or reject in one of the accepted rows.
resolve-refused-circle = { $file }, rows { $rows }, column "{ $column }": these belong to each other in a circle: { $names }.
resolve-refused-circle-remedy = Empty the cell of the one that stands above the others.

# what the ledger says of a row
reason-merged-by-decision = decided to be the same as another
reason-kept-elsewhere = decided to be the same as one named elsewhere, whose id and name stay
reason-own-parent = belongs to itself: counts as empty
reason-merge-applied = decision carried out
reason-merge-undecided = not decided yet: nothing merged
reason-nobody-to-keep-apart = no record names one of the two: no effect

# tables and columns
table-resolve = organisations and units that may be one, and what you decided
table-resolve_people = persons that may be one, and what you decided; private
column-id_a = The id of one of the two.
column-name_a = Its name.
column-id_b = The id of the other.
column-name_b = Its name.
column-resolve-kind = What the two are.
column-reasons = Why they may be one.
column-score = How likely it seems, from 0 to 1; it orders the rows and is no probability.
column-decision = What you decide: accept or reject. Empty means not yet, and nothing is merged.
column-kept = The id of the one whose id and name stay.
column-note = Your own words.

# why two may be one
resolve-reason-external-id = same entry of a public register ({ $id })
resolve-reason-spelling = same name but for accents, capitals, marks or small words
resolve-reason-legal-form = same name but for the legal form
resolve-reason-abbreviation = same name, abbreviated or translated
resolve-reason-word-order = same words in another order
resolve-reason-acronym = one is the acronym of the other
resolve-reason-letters = names differ in few letters
resolve-reason-shorter = one name leaves out words of the other
resolve-reason-alias = the name of one is another name of the other
resolve-reason-person-spelling = same name but for accents, capitals, titles or small words
resolve-reason-person-order = same name in another order
resolve-reason-person-shorter = one name leaves out a second name or surname
resolve-reason-person-initial = one name has an initial
resolve-reason-person-letters = names differ in few letters
resolve-reason-mailbox = same e-mail address
resolve-reason-parent = same organisation above both
resolve-reason-parents-alike = their organisations may be one too
resolve-reason-domain = e-mail at the same domain ({ $domain })

# the command
resolve-kind-person = person
resolve-kind-unit = unit
resolve-kind-organization = organization
resolve-decision-accept = accept
resolve-decision-reject = reject
resolve-written = { $count ->
    [one] { $count } proposal
   *[other] { $count } proposals
} to decide, { $accepted } accepted, { $rejected } rejected: { $path }
resolve-nothing = No two organisations or units look like one; nothing to write.
resolve-nothing-people = No two persons look like one.
resolve-how = Write accept or reject in the column "{ $column }" and keep the file in the hub; the next run applies it. Nothing is merged before.
resolve-beside = The hub is one file: add the rows to it as a sheet or table named { $table }, so that the next run applies them.
resolve-private = PRIVATE: { $path } names persons. Keep it from those it is not meant for.
resolve-uncompared = Not compared each with each: { $count } names share { $what }. Each was compared with its neighbours in the alphabet; { $pairs } pairs were left out.
resolve-uncompared-more = The same holds for { $count ->
    [one] one more word or domain
   *[other] { $count } more words or domains
}, { $pairs } pairs in all.
resolve-shared-word = "{ $text }"
resolve-shared-domain = the e-mail domain { $text }
resolve-shared-id = the register entry { $text }
resolve-shared-name = the name "{ $text }"
resolve-shared-parent = one name within one organisation
resolve-shared-person = two words of a person's name
resolve-shared-mailbox = one e-mail address
resolve-shared-acronym = the acronym "{ $text }"
resolve-two-files = { $path } would be a second table of decisions beside { $file }
resolve-two-files-hint = give --out with the path of { $file } as CSV, or move { $file } out of the hub
check-merged = Merged by your decisions
check-merged-one = { $id } ({ $name }) → { $into } ({ $into_name }); { $file }, row { $row }: { $reasons }
check-merged-no-reason = no reason given
