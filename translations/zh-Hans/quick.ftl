### Adding an organisation quickly.

quick-title = 添加机构
quick-by = 输入时会显示可能相同的记录；添加后可以撤销。
quick-add = 添加
quick-by-script = 按文字判断
quick-country = 国家/地区
quick-country-hint = 代码或名称：JP、日本、Japan
quick-no-number = 无号码
quick-number = 号码
quick-same = 似乎已有此机构（{ $count }）。添加前请先查看。
quick-likely = 可能已有此机构（{ $count }）
quick-another = 是另一家机构：仍然添加
quick-open = 打开
quick-added = 已添加：{ $name }
flash-addition-undone = 已撤销。除历史记录外没有留下任何内容。
problem-is-known = 本团队已有此机构
problem-is-used = 已有内容引用它：请改为合并，或移除其内容。
action-organisation-take_back = 撤销了机构的添加
