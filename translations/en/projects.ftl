### Projects: the list, one project.

projects-by = Newest record first
projects-words = Words in name, organisation or place
projects-year = Year of the event
projects-count = { $count ->
    [one] { $count } project
   *[other] { $count } projects
 }
projects-empty = No projects yet
