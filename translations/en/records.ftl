### What the pages of events, organisations and projects have in common.

records-facts = Facts
records-names = Names
records-names-note = as each source writes them
records-no-name = No source states a name
records-more-names = { $count ->
    [one] { $count } more writing
   *[other] { $count } more writings
 }
records-more = and { $count } more
records-sources = Sources
records-sources-count = { $count ->
    [one] { $count } announcement
   *[other] { $count } announcements
 }
records-told-by = { $count ->
    [one] told by { $count } announcement
   *[other] told by { $count } announcements
 }
records-no-sources = No accepted claim speaks of it.
records-no-figures = No figures.
records-figures-count = { $count ->
    [one] { $count } figure
   *[other] { $count } figures
 }
records-counted = Counted
records-differ = Figures on which the sources differ
records-differ-count = { $count ->
    [one] { $count } differs
   *[other] { $count } differ
 }
records-none-chosen = No value is chosen, and none is counted. Each number leads to its words.
records-withdrawn = No accepted claim speaks of this record any more. It is kept for its history.
records-since = On record since
records-made-by = Made by
records-empty-hint = Review announcements: what you accept appears here.
records-name-kept = Entered by an officer or from a list
