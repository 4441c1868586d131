### Announcements: the list, bringing them in, what came of it.

announcements-by = Kept as they came, with address, publisher, date and hash
announcements-add = Import announcements
announcements-words = Words in title or text
announcements-from = Published from
announcements-imported = Imported
announcements-count = { $count ->
    [one] { $count } announcement
   *[other] { $count } announcements
 }
announcements-pending = { $count } to decide
announcements-empty = No announcements yet
announcements-empty-hint = Import press releases, notices or web pages. Events, figures, organisations and projects are read from them, and what you accept goes into the ledger.
import-title = Import announcements
import-by = All files of an import are kept, or none; the originals stay as they came.
import-files = Upload files
import-text = Paste a text
import-done = Imports so far
import-choose = Files (several at once)
import-formats = Text, HTML, PDF or docx, at most 20 MB each. The encoding is found by itself (UTF-8, GBK, Big5, Shift_JIS and others).
import-choose-again = Choose the files again: a browser never keeps them.
import-drop = Files can be dropped here
import-skip = Keep the readable files though others cannot be read
import-send = Upload and read
import-paste = The whole text
import-name = Name (the first line where empty)
import-keep = Read and keep
import-details = Source details (optional)
import-detect = Find by itself
import-none = Nothing was imported yet
import-none-hint = Every import leaves a report here, file by file.
import-source = How
import-file-count = Files
import-count = { $count ->
    [one] { $count } import
   *[other] { $count } imports
 }
import-report = Import report
import-more = Import more
import-review = Begin the review
import-running = Reading
import-stopping = Stopping; nothing will be kept.
import-cancel = Stop the import
import-number = No.
import-file = File
import-outcome = Result
import-remarks = Remarks
import-files-count = { $count ->
    [one] { $count } file
   *[other] { $count } files
 }
import-outcome-finished = Imported. new { $new } · known { $known } · refused { $refused } · not kept { $not_kept }
import-outcome-refused = Some files cannot be read, so nothing was kept. Leave them out, or tick the box that keeps the others, and try again. new { $new } · known { $known } · refused { $refused } · not kept { $not_kept }
import-outcome-cancelled = Stopped; nothing was kept. new { $new } · known { $known } · refused { $refused } · not kept { $not_kept }
import-outcome-interrupted = The server stopped during the import; nothing was kept. Import again. new { $new } · known { $known } · refused { $refused } · not kept { $not_kept }
import-outcome-running = Reading. new { $new } · known { $known } · refused { $refused } · not kept { $not_kept }
