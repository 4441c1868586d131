### Organisations: the list, one organisation.

organisations-by = 企业、政府机构、商会、院校、园区；名称按各来源原样
organisations-words = 名称中的文字
organisations-count = { $count } 个机构
organisations-empty = 还没有机构
values-what = 项目
values-title = 登记的各项值
values-officer = 人员填写
values-list = 名单第 { $row } 行
