### The search over everything.

search-title = 查找“{ $words }”
search-total = 找到 { $count } 条
search-found = { $count } 条
search-all = 全部 { $count } 条
search-nothing-asked = 要找什么
search-hint = 写下公告、活动、机构、项目或数值中的文字。两个字即可，如“成都”。
search-none = 没有找到“{ $words }”
search-none-hint = 文字须与原文一致。试试更短的词，或用来源的语言来写。
