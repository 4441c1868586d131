### Looking for organisations.

find-words = Name, reading or number
find-sort = Order
find-sort-fit = Best match
find-sort-name = Name
find-sort-newest = Newest record
find-sort-announcements = Most announcements
find-many = More than are counted
find-stopped = Many records were looked through and none fits yet; the next page goes on.
find-first = To the beginning
find-columns = Columns
views = Saved views
views-save = Save as view
views-name = Name of the view
views-of-team = For the whole team
views-manage = Manage views
views-none = No saved views yet
views-hint = Narrow the list of organisations, choose an order and columns, then save them as a view.
views-whose = Whose
views-own = Own
views-team = Of the team
views-change = Change
views-rename = Rename
views-remove = Delete
flash-view-saved = View “{ $name }” saved
flash-view-renamed = View renamed
flash-view-removed = View deleted
bulk-title = Change many at once
bulk-chosen = Choose
bulk-choose = Choose { $name }
bulk-how = What to do
bulk-how-set = Set to
bulk-how-add = Add
bulk-how-take_away = Take away
bulk-field = Field
bulk-value = Value
bulk-value-hint = Tick organisations in the list first. An industry as scheme:code, for example isic-4:C29.
bulk-preview = Preview the change
bulk-preview-title = Before the change
bulk-before = Now
bulk-after = Afterwards
bulk-count = { $count ->
    [one] { $count } organisation changes
   *[other] { $count } organisations change
 }
bulk-do = { $count ->
    [one] Change { $count } organisation
   *[other] Change { $count } organisations
 }
bulk-done-title = Changed
bulk-done = { $count ->
    [one] { $count } organisation was changed.
   *[other] { $count } organisations were changed.
 }
flash-bulk-undone = Taken back: { $count }
