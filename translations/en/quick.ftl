### Adding an organisation quickly.

quick-title = Add an organisation
quick-by = What may be the same is shown while you type. What you add can be taken back.
quick-add = Add
quick-by-script = As the script tells
quick-country = Country/region
quick-country-hint = Code or name: JP, 日本, Japan
quick-no-number = No number
quick-number = Number
quick-same = Already kept, as it seems ({ $count }). Look before you add another.
quick-likely = Perhaps already kept ({ $count })
quick-another = It is another organisation: add it all the same
quick-open = Open
quick-added = Added: { $name }
flash-addition-undone = Taken back. Nothing is left of it but its trace in the history.
problem-is-known = The team keeps it already
problem-is-used = Something refers to it by now: merge it or take its values away instead.
action-organisation-take_back = Addition of an organisation taken back
