### Organisations that may be one: what speaks for it, the pairs to be answered, the record of a claim, taking a record apart.

likeness-same = One record
likeness-ask = Perhaps one record
likeness-branch = Related, a record of its own
likeness-different = Two records
duplicates-title = Possible duplicates
duplicates-by = Records that may be one organisation, the nearest first. Nothing is merged by itself.
duplicates-open = Open ({ $count })
duplicates-later = Later ({ $count })
duplicates-apart = Not the same ({ $count })
duplicates-none = No pairs here
duplicates-none-text = New and changed organisations are compared with the others. What may be one record appears here.
duplicates-left = Not compared yet: { $count }.
duplicates-look = Compare them now
duplicates-count = { $count } pairs
duplicates-say-apart = Not the same
duplicates-say-later = Later
duplicates-say-open = Open again
flash-duplicate-apart = Remembered: they are two.
flash-duplicate-later = Put aside for later.
flash-duplicate-open = Open again.
flash-duplicates-looked = { $count } organisations compared.
link-is = Linked to
link-would = Will be linked to
link-new = a new record
link-unclear = Not linked: the name belongs to records that are said not to be the same. Choose one
link-chosen = chosen by an officer
link-others = { $count ->
    [0] Another record
    [one] Another record (one candidate)
   *[other] Another record ({ $count } candidates)
}
link-this = This one
link-make-new = A new record
link-by-name = By its name again
flash-claim-linked = The claim goes to that record.
split-do = Split
split-title = Split an organisation
split-by = What you tick becomes a record of its own. It can be undone.
split-what = What goes
split-note = Each of the two needs a name. The claims stay with the new record, and the two are remembered as not the same.
split-confirm = Make it a record of its own
flash-organisation-split = A record of its own now. It can be undone on the page of the other.
problem-not-of-record = Something picked does not belong to this record.
problem-changed-since = The record that was taken out has changed since. Merge the two instead.
action-organisation-apart = Pair of organisations answered
action-organisation-split = Organisation split
action-organisation-split_off = Organisation made by a split
action-organisation-unsplit = Split of an organisation undone
action-claim-link = Organisation of a claim chosen
