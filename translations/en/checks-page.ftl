### Checks over figures.

checks-title = Checks
checks-by = Whether figures hold against one another, with the arithmetic
checks-by-verdict = By verdict
checks-rule = What is compared
checks-none = No checks yet
checks-none-text = When announcements state totals and parts, headlines and bodies, or tell of one event, their figures are checked by themselves.
checks-nothing-found = Choose another verdict or rule, or clear the filter.
