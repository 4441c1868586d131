### Organisations that may be one: what speaks for it, the pairs to be answered, the record of a claim, taking a record apart.

likeness-same = 同一条记录
likeness-ask = 可能是同一条记录
likeness-branch = 有关联，但各自独立
likeness-different = 两条记录
duplicates-title = 可能重复
duplicates-by = 可能是同一机构的记录，最相近的在前。系统不会自行合并。
duplicates-open = 待处理（{ $count }）
duplicates-later = 稍后（{ $count }）
duplicates-apart = 不是同一家（{ $count }）
duplicates-none = 这里没有
duplicates-none-text = 新增和改动的机构会与其他机构比较，可能重复的列在这里。
duplicates-left = 尚未比较：{ $count } 家。
duplicates-look = 现在比较
duplicates-count = { $count } 对
duplicates-say-apart = 不是同一家
duplicates-say-later = 稍后
duplicates-say-open = 重新处理
flash-duplicate-apart = 已记住：是两家。
flash-duplicate-later = 已留待稍后。
flash-duplicate-open = 已重新列入待处理。
flash-duplicates-looked = 已比较 { $count } 家机构。
link-is = 已关联
link-would = 将关联
link-new = 新记录
link-unclear = 未关联：该名称属于已标为“不是同一机构”的多条记录，请选择
link-chosen = 由人员选定
link-others = { $count ->
    [0] 另选记录
   *[other] 另选记录（{ $count } 个候选）
}
link-this = 就是这一条
link-make-new = 建新记录
link-by-name = 恢复按名称
flash-claim-linked = 该陈述归入所选记录。
split-do = 拆分
split-title = 拆分机构
split-by = 勾选的内容成为一条独立的记录，可以撤回。
split-what = 拆出的内容
split-note = 两条记录都须有名称。陈述留在新记录，并记住两者不是同一家。
split-confirm = 成为独立记录
flash-organisation-split = 已成为独立记录。可在原记录的页面撤回。
problem-not-of-record = 所选内容不属于这条记录。
problem-changed-since = 拆出的记录此后有改动，请改用合并。
action-organisation-apart = 答复一对机构
action-organisation-split = 拆分机构
action-organisation-split_off = 由拆分产生机构
action-organisation-unsplit = 撤回机构拆分
action-claim-link = 选定陈述的机构
