### Events: the list, one event, joining and separating.

events-by = Latest first; a part of an event is not counted again
events-words = Words in name, place or zone
events-count = { $count ->
    [one] { $count } event
   *[other] { $count } events
 }
events-empty = No events yet
events-part-of = Part of
events-parts = Its parts
events-mode = Mode
events-organisers = Organisers
events-projects = Projects signed here
events-checks = Checks
events-checks-within = { $count ->
    [one] { $count } check within one announcement: no contradiction
   *[other] { $count } checks within announcements: no contradiction
 }
events-same = May be the same event
events-no-suggestion = No other event is like it.
events-likeness = likeness { $score } of 100
events-join = Join
events-join-other = Join with another event
events-join-question = The other event’s sources come over to this one; its record stays, withdrawn. Each source can be separated again.
events-join-confirm = Join the two
events-other = The other event
events-other-hint = Paste the address of its page, or its identifier
events-separate = Separate
events-separate-label = Separate “{ $name }”
events-separate-question = What this announcement tells becomes an event of its own. It can be joined again.
events-separate-confirm = Separate it
events-why = Reason (optional)
evidence-same-date = Dates agree
evidence-date-contradicts = Dates contradict
evidence-shared-place = Same place: { $place }
evidence-places-disjoint = No place in common
evidence-same-name = Same name
evidence-similar-name = Names much alike
evidence-edition-differs = Another year or number in the series
evidence-same-figure = Same figure: { $measure } { $value }
evidence-different-figure = Figures differ: { $measure } { $a } and { $b }
evidence-shared-zone = Same zone
evidence-shared-party = Shared party: { $party }
evidence-kinds-differ = Kinds differ
evidence-shared-organisation = Same organisation: { $name }
problem-no-event-address = “{ $found }” is no address of an event and no identifier.
flash-event-joined = Joined. To undo, separate the announcement under Sources.
flash-event-separated = Separated into an event of its own. To undo, join it under “May be the same event”.
