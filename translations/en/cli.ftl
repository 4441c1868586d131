### What the command line says.

cli-file-failed = { $path }: { $reason }
cli-not-loopback = Cannot listen on { $address }: there are no accounts yet, so whoever reaches the server could change everything. Start on 127.0.0.1 or [::1], make the first account by the link that is printed, then start again.
cli-port-in-use = { $address } is in use by another program. Choose another port, as in --listen 127.0.0.1:8091.
cli-cannot-listen = Cannot listen on { $address }: { $reason }
cli-file-exists = { $path } is there already; it was not overwritten.
cli-backup-done = Backed up to { $file }: { $rows } rows as of { $at }.
cli-restore-done = Restored from { $file }: { $rows } rows as of { $at }.
cli-serving = Open { $url } in a browser (Ctrl-C stops)
cli-demo = This is a demonstration: its data are examples and are gone when it stops.
cli-import-finished = Imported. New { $new }, known { $known }, refused { $refused }, not kept { $not_kept }
cli-import-refused = Nothing imported: a file was refused (--skip-refused imports the others). New { $new }, known { $known }, refused { $refused }, not kept { $not_kept }
cli-import-cancelled = Cancelled; nothing was kept. New { $new }, known { $known }, refused { $refused }, not kept { $not_kept }
cli-import-interrupted = Interrupted; nothing was kept. New { $new }, known { $known }, refused { $refused }, not kept { $not_kept }
cli-import-running = Still running. New { $new }, known { $known }, refused { $refused }, not kept { $not_kept }
cli-new-database = A new, empty database was made: { $place }
