### Review of an announcement: words for its text, its claims, what can be done with them.

review-title = 核对：{ $title }
review-text = 公告原文
review-claims = 陈述
review-claim = 陈述 { $number }
review-progress = 已核 { $done } / { $total }
review-accept = 采纳
review-correct = 更正并采纳
review-reject = 排除
review-reopen = 重新核对
review-add = 添加陈述
review-add-hint = 在原文中选中文字，再选类别。
review-accept-clear = 采纳全部无附注的陈述（{ $count } 条）
review-was = 读作：{ $value }
review-decided-by = { $who }，{ $when }
review-stale = { $who } 刚改过这一条。下面是现在的内容，请再决定一次。
review-key-move = 下一条 · 上一条
review-key-accept = 采纳
review-key-reject = 排除
review-key-edit = 更正
review-key-text = 跳到原文
review-key-undo = 撤回上一步
review-keys-not-needed = 没有键盘时，按钮可做同样的事。
