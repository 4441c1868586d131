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
