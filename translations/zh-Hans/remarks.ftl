### What a reader or a check has to say about its own work. One message per remark code; variables are the remark's arguments.

## About the bytes
remark-empty-input = 没有任何文字
remark-bad-bytes = 有 { $count } 个字节不是 { $encoding } 编码的文字
remark-too-large = 共 { $size } 字节，最多读入 { $limit } 字节
remark-unreadable-format = 此 { $format } 文件不能读取：{ $reason }
remark-no-text-in-document = 此 { $format } 文件里没有文字（可能是扫描件）
remark-bad-line = 此行不能读取：{ $reason }
remark-looks-like-table = 看起来是数据表（{ $format }），不像公告
remark-unknown-format = 不读取 { $found }；可读取文本、HTML、PDF 和 docx
remark-not-a-docx = 此 ZIP 压缩包不是 docx：{ $found }
remark-damaged-file = 此 { $format } 文件已损坏
remark-locked-file = 此 { $format } 文件有密码
remark-not-a-sheet = { $found } 不是表格；可读 XLSX、XLS、ODS 和 CSV
remark-no-such-sheet = 没有工作表 { $found }；现有：{ $sheets }
remark-empty-sheet = 工作表 { $sheet } 是空的
remark-sheet-too-long = 工作表的行数超过可读的 { $limit } 行
remark-unpacks-too-large = 此 { $format } 文件解开后超过 { $limit } 字节
remark-parser-broke = 读取此 { $format } 时程序中止，未读出任何内容
remark-parser-too-slow = 读取此 { $format } 超过了时限
remark-parser-out-of-memory = 读取此 { $format } 所需内存超过上限
remark-parser-unavailable = 读取文件的程序不能启动：{ $reason }
remark-lost-characters = 此 { $format } 里有 { $count } 个字符无法辨认，各以 � 代替
remark-pages-skipped = 共 { $total } 页，第 { $pages } 页不能读取，已略过
remark-nothing-found = 文中没有找到公告所陈述的内容

## About a claim
remark-unit-from-context = “{ $quote }”没有写单位，按上下文取 { $unit }
remark-tier-not-amount = “{ $quote }”是规模档次，不是金额
remark-unknown-currency = “{ $quote }”的币种无法辨认
remark-source-error = “{ $quote }”按原文保留，但写法不可能正确
remark-impossible-date = 日历上没有“{ $quote }”这一天
remark-year-inferred = 此处没有写年份；{ $year }年的依据：{ $basis }
remark-year-unknown = 没有写明年份
remark-flow-unclear = 当期还是累计，原文没有写明
remark-number-too-large = “{ $quote }”太大，不能精确保存
remark-ambiguous = 也可以读作：{ $readings }

## About a check
remark-classes-differ = 各部分的资金口径不同（{ $classes }）：只作核对，台账中不相加
remark-companies-as-projects = 签约企业按项目计数
remark-open-list = 写明 { $stated }，列出 { $listed }，其余未列名
remark-no-parts = 文中没有分项，不能验算
remark-within-qualifier = { $found } 在“{ $stated }”的范围内
remark-other = { $text }
