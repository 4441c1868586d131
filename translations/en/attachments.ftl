### Files beside records.

attachments-title = Attachments
attachments-none = No files yet.
attachments-file = File
attachments-count = { $count ->
    [one] { $count } attachment
   *[other] { $count } attachments
}
attachments-view = View
attachments-remove = Remove
attachments-remove-confirm = Remove and keep the reason
attachments-choose = Choose a file
attachments-hint = A picture (PNG, JPEG, WebP, GIF), a PDF or an office document without macros, { $most } MB at most. The content says what it is.
attachments-send = Attach
flash-attached = Attached: { $name }
flash-attachment-removed = Removed: { $name }
problem-attachment-kind = A file of this kind, or one with macros, is not taken. Taken are: { $found }.
problem-attachment-too-large = The file is too large: { $found } MB at most.
problem-one-file = One file at a time.
problem-too-many-attachments = There are 200 files beside this record already.
action-attachment-add = File attached
action-attachment-remove = File removed
attachment-kind-png = PNG picture
attachment-kind-jpeg = JPEG picture
attachment-kind-webp = WebP picture
attachment-kind-gif = GIF picture
attachment-kind-pdf = PDF
attachment-kind-docx = Word document
attachment-kind-xlsx = Excel workbook
attachment-kind-pptx = PowerPoint presentation
attachment-kind-odt = OpenDocument text
attachment-kind-ods = OpenDocument spreadsheet
attachment-kind-odp = OpenDocument presentation
