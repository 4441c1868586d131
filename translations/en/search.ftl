### The search over everything.

search-title = Find “{ $words }”
search-total = { $count ->
    [one] { $count } found
   *[other] { $count } found
 }
search-found = { $count } found
search-all = All { $count }
search-nothing-asked = What are you looking for
search-hint = Write words that stand in an announcement, event, organisation, project or figure. Two characters are enough.
search-none = Nothing found for “{ $words }”
search-none-hint = Words are looked for as they are written. Try a shorter word, or the language of the source.
