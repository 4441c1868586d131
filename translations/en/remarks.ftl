### What a reader or a check has to say about its own work. One message per remark code; variables are the remark's arguments.

## About the bytes
remark-empty-input = The input has no text
remark-bad-bytes = { $count } bytes are not text in { $encoding }
remark-too-large = The input has { $size } bytes; at most { $limit } are read
remark-unreadable-format = This { $format } cannot be read: { $reason }
remark-no-text-in-document = This { $format } holds no text (a scan?)
remark-bad-line = This line cannot be read: { $reason }
remark-looks-like-table = This looks like a table of data ({ $format }), not like an announcement
remark-unknown-format = { $found } is not read; text, HTML, PDF and docx are
remark-not-a-docx = This ZIP archive is no docx: { $found }
remark-damaged-file = This { $format } is damaged
remark-locked-file = This { $format } is locked with a password
remark-not-a-sheet = { $found } is no spreadsheet; XLSX, XLS, ODS and CSV are read
remark-no-such-sheet = There is no sheet { $found }; there are: { $sheets }
remark-empty-sheet = The sheet { $sheet } is empty
remark-sheet-too-long = The sheet has more rows than are read: { $limit }
remark-unpacks-too-large = This { $format } unpacks to more than { $limit } bytes
remark-parser-broke = This { $format } broke its reader off; nothing was read from it
remark-parser-too-slow = Reading this { $format } took longer than is allowed
remark-parser-out-of-memory = Reading this { $format } needed more memory than is allowed
remark-parser-unavailable = The program that reads files could not be started: { $reason }
remark-lost-characters = { $count } characters of this { $format } cannot be told; � stands for each
remark-pages-skipped = Pages { $pages } of { $total } could not be read and are left out
remark-nothing-found = nothing was found in this text that an announcement states

## About a claim
remark-unit-from-context = “{ $quote }” has no unit of its own; { $unit } was taken from the context
remark-tier-not-amount = “{ $quote }” is a size class, not an amount
remark-unknown-currency = The currency of “{ $quote }” is not known
remark-source-error = “{ $quote }” is kept as written, but cannot be right
remark-impossible-date = “{ $quote }” is no day of the calendar
remark-year-inferred = The year { $year } is not written here; it was taken from: { $basis }
remark-year-unknown = The year is not stated
remark-flow-unclear = Whether this is of the period or cumulative is not stated
remark-number-too-large = “{ $quote }” is too large to be kept exactly
remark-ambiguous = Other readings are right too: { $readings }

## About a check
remark-classes-differ = The parts are of different classes ({ $classes }): compared here, never added in the ledger
remark-companies-as-projects = Companies that signed are counted as projects
remark-open-list = { $listed } named of { $stated } stated; the list is open
remark-no-parts = The text states no parts to add
remark-within-qualifier = { $found } is within “{ $stated }”
remark-other = { $text }
