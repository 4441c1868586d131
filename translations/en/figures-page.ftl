### Figures: the list, one figure with its words, corrections, files.

figures-by = Every figure leads to its words; amounts of different classes, currencies and years are not added
figures-caption = { $count ->
    [one] { $count } figure
   *[other] { $count } figures
 }
figures-shown = { $shown } shown of { $total }
figures-none = No figures yet
figures-none-text = Once claims of announcements are accepted, their figures stand here.
figures-column-of = Event, project
figures-column-counting = Counted
figures-column-state = Sources
figures-column-added = Figures
figures-column-tier = Size class
figures-column-event-date = Event date
figures-column-stated = As each source states
figures-column-quote = Quote
figures-column-announcement = Announcement id
figures-column-claim = Claim id
figures-column-id = Figure id
figures-source-address = Source address
figures-flow = Period or cumulative
figures-filter-text = Words in the subject
figures-filter-state = Sources
figures-drop = Drop “{ $name }”
figures-this-one = the one chosen
figures-agreed = { $count } agree
figures-more-sources = { $count ->
    [one] { $count } more source
   *[other] { $count } more sources
 }
figures-publisher-not-stated = publisher not stated
figures-date-not-stated = date not stated
figures-unnamed-project = Unnamed project
figures-quote-open = “
figures-quote-close = ”
figures-totals = Totals under this filter
figures-totals-note = Counted amounts only, each class, measure, currency and year apart
figures-no-totals = No amount among these is counted.
figures-more-totals = { $count ->
    [one] { $count } more total
   *[other] { $count } more totals
 }

## One figure
figures-none-chosen = Sources differ; no value is chosen
figures-contested = Sources differ
figures-neither-chosen = Side by side; none is chosen and none is counted
figures-sources = Sources and their words
figures-sources-note = Each quote in its sentence
figures-what = What it is
figures-whole-and-parts = Whole and parts
figures-part-of = Part of
figures-parts = Parts
figures-parts-note = Parts are not counted again.
figures-tier-nominal = Nominally { $amount } over { $members } projects of a size class.
figures-tier-note = A size class is not an amount and is added to no total.
figures-history-note = Append-only: a correction is a new entry, the old one stays
figures-replaced = replaced
figures-because = because: { $why }
figures-why-counted = It is added to the total of its class, currency and year.
figures-why-part = The whole is counted; its part would be counted twice.
figures-why-tier = A size class is a name, not an amount.
figures-why-not_actual = A target or forecast has not happened.
figures-why-cumulative = A cumulative figure holds earlier years; adding it would count them twice.
figures-why-contested = Sources differ; until that is settled it is not added.
figures-why-not_additive = Such measures (areas, shares, prices, stocks) do not add up.
figures-why-resigned = The same project was signed and counted before.

## Corrections
figures-correct = Correct this entry
figures-correct-note = A correction becomes a new entry with your name, the time and the reason; the old one stays. The place in the text and the event are changed on the announcement's page.
figures-correct-in-review = Open the announcement
figures-correct-save = Save the correction
figures-why-hint = Why, such as: compared with the signing list
flash-corrected = Correction saved. The old entry stays.
problem-too-many-for-xlsx = { $found } figures are more than the 20,000 of one XLSX file. Narrow the filter, or download CSV.
