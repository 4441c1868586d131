### The reader's settings.

settings-title = 设置
settings-by = 保存在本机浏览器中
settings-name = 您的姓名
settings-name-hint = 最多 80 字。不填则记为“{ $account }”。
settings-name-why = 每次变更都署名。设立账户之前，署名取自这里。
problem-name-too-long = 姓名太长，或含有控制字符（共 { $found } 字）；最多 80 字。
flash-officer-kept = 已保存。此后的变更署名“{ $name }”。
flash-officer-forgotten = 已清除姓名。
