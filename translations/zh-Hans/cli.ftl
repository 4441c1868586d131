### What the command line says.

cli-file-failed = { $path }：{ $reason }
cli-not-loopback = 不能在 { $address } 上监听：还没有账户，谁能访问谁就能更改。请先在 127.0.0.1 或 [::1] 上启动，用打印出的链接创建第一个账户，再重新启动。
cli-port-in-use = { $address } 已被别的程序占用。用 --listen 换一个端口，如 --listen 127.0.0.1:8091。
cli-cannot-listen = 不能在 { $address } 上监听：{ $reason }
cli-file-exists = { $path } 已存在，没有覆盖。
cli-backup-done = 已备份到 { $file }：{ $rows } 行，时点 { $at }。
cli-restore-done = 已从 { $file } 恢复：{ $rows } 行，时点 { $at }。
cli-serving = 请用浏览器打开 { $url }  （Ctrl-C 停止）
cli-demo = 这是演示：数据只为示例，停止后即清除。
cli-import-finished = 导入完成。新 { $new }，已有 { $known }，读不了 { $refused }，未保存 { $not_kept }
cli-import-refused = 没有导入：有文件读不了（--skip-refused 可只导入其余文件）。新 { $new }，已有 { $known }，读不了 { $refused }，未保存 { $not_kept }
cli-import-cancelled = 已取消，没有保存。新 { $new }，已有 { $known }，读不了 { $refused }，未保存 { $not_kept }
cli-import-interrupted = 已中断，没有保存。新 { $new }，已有 { $known }，读不了 { $refused }，未保存 { $not_kept }
cli-import-running = 仍在进行。新 { $new }，已有 { $known }，读不了 { $refused }，未保存 { $not_kept }
cli-new-database = 已新建空数据库：{ $place }
