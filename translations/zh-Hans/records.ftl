### What the pages of events, organisations and projects have in common.

records-facts = 基本情况
records-names = 名称
records-names-note = 按各来源原样
records-no-name = 没有来源写明名称
records-more-names = 另有 { $count } 种写法
records-more = 另有 { $count } 项
records-sources = 来源
records-sources-count = { $count } 篇公告
records-told-by = { $count } 篇公告提及
records-no-sources = 目前没有已采纳的陈述提及。
records-no-figures = 没有数值。
records-figures-count = { $count } 个数值
records-counted = 是否计入
records-differ = 各来源不一致的数值
records-differ-count = { $count } 处不一致
records-none-chosen = 不选用其中任何一个，也不计入合计。点数字看原文。
records-withdrawn = 已没有采纳的陈述提及本记录。记录保留，供查阅变更。
records-since = 建档
records-made-by = 建档人
records-empty-hint = 审阅公告并采纳陈述后，这里会有记录。
records-name-kept = 由人员填写或来自名单
