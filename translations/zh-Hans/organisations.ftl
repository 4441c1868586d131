### Organisations: the list, one organisation.

organisations-by = 企业、政府机构、商会、院校、园区；名称按各来源原样
organisations-words = 名称中的文字
organisations-count = { $count } 个机构
organisations-empty = 还没有机构
