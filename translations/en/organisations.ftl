### Organisations: the list, one organisation.

organisations-by = Companies, government bodies, chambers, institutes, zones; names as their sources write them
organisations-words = Words in a name
organisations-count = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
 }
organisations-empty = No organisations yet
values-what = What
values-title = Entered values
values-officer = Entered by an officer
values-list = List, row { $row }
