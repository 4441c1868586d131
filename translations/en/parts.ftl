### Words that parts of any page use: buttons, lists, forms, messages.

## Buttons
do-save = Save
do-cancel = Cancel
do-close = Close
do-open = Open
do-back = Back
do-undo = Undo
do-print = Print
do-filter = Filter
do-clear = Clear
do-search = Find
do-retry = Try again
do-download = Download { $format }
show-all = All
show-table = As a table
show-source = See the words
working = Working…

## Lists
pager-label = Pages
pager-range = { $from }–{ $to } of { $total }
pager-previous = Previous page
pager-next = Next page
pager-page = Page { $page }
sorted-by = Sort by { $column }
select-all = Select all on this page
select-row = Select { $name }
nothing-found = Nothing matches
nothing-found-hint = Widen the filter or clear it.

## Forms
errors-title = { $count ->
    [one] { $count } thing to put right
   *[other] { $count } things to put right
 }
error-at = { $field }: { $error }
error-required = Fill this in.
error-number = Write a number, such as 20450000 or 2,045万.
error-date = Write 2023-08-31, 2023-08, 2023, or --08-31 where the year is not known.

## Checks and provenance
difference = off by { $amount }
check-stated = stated { $amount }
check-listed = listed { $listed }, stated { $stated }
source-announcement = announcement
source-paragraph = { $source }, ¶ { $paragraph }
source-entered = entered by { $who }, { $when }
not-added = Amounts of different classes or currencies are not added.
progress-of = { $done } of { $total }
demo-badge = fictitious

## Columns
column-what = What
column-code = Code
column-value = Value
column-amount = Amount
column-unit = Unit
column-source = Source
column-date = Date
column-stage = Stage
column-class = Money class
column-qualifier = Qualifier
column-status = Status
column-title = Title
column-name = Name
column-language = Language
column-publisher = Publisher
column-published = Published
column-claims = Claims
column-checks = Checks
column-measure = Measure
column-subject = Of what
column-period = Period
column-place = Place
column-kind = Kind
column-who = Who
column-when = When
column-why = Why
column-project = Project
column-organisation = Organisation
column-event = Event
column-total = Total
