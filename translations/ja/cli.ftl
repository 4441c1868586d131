### What the command line says.

cli-file-failed = { $path }：{ $reason }
cli-not-loopback = { $address } では待ち受けできません。アカウントがまだなく、接続できる人は誰でも変更できてしまいます。127.0.0.1 か [::1] で起動し、表示されるリンクで最初のアカウントを作ってから、起動し直してください。
cli-port-in-use = { $address } は他のプログラムが使っています。--listen 127.0.0.1:8091 のように別のポートを指定してください。
cli-cannot-listen = { $address } で待ち受けできません：{ $reason }
cli-file-exists = { $path } は既にあります。上書きしていません。
cli-backup-done = { $file } にバックアップしました：{ $rows } 行、{ $at } 時点。
cli-restore-done = { $file } から復元しました：{ $rows } 行、{ $at } 時点。
cli-serving = ブラウザーで { $url } を開いてください（Ctrl-C で停止）
cli-demo = デモです。データは例示用で、停止すると消えます。
cli-import-finished = 取り込み完了。新規 { $new }、既存 { $known }、読めない { $refused }、未保存 { $not_kept }
cli-import-refused = 取り込んでいません：読めないファイルがあります（--skip-refused で残りだけ取り込めます）。新規 { $new }、既存 { $known }、読めない { $refused }、未保存 { $not_kept }
cli-import-cancelled = 中止しました。何も保存していません。新規 { $new }、既存 { $known }、読めない { $refused }、未保存 { $not_kept }
cli-import-interrupted = 中断しました。何も保存していません。新規 { $new }、既存 { $known }、読めない { $refused }、未保存 { $not_kept }
cli-import-running = 実行中。新規 { $new }、既存 { $known }、読めない { $refused }、未保存 { $not_kept }
cli-new-database = 新しい空のデータベースを作成しました：{ $place }
