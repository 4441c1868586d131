### Review of an announcement: words for its text, its claims, what can be done with them.

review-title = 確認：{ $title }
review-text = 発表の本文
review-claims = 記載事項
review-claim = 記載事項 { $number }
review-progress = 確認済 { $done } / { $total }
review-accept = 採用
review-correct = 訂正して採用
review-reject = 不採用
review-reopen = 確認し直す
review-add = 記載事項を追加
review-add-hint = 本文の文字を選び、種類を選びます。
review-accept-clear = 注記のないもの {$count} 件をすべて採用
review-was = 読み取り：{ $value }
review-decided-by = { $who }、{ $when }
review-stale = { $who } がこの項目を変更しました。今の内容を確かめて、もう一度決めてください。
review-key-move = 次へ・前へ
review-key-accept = 採用
review-key-reject = 不採用
review-key-edit = 訂正
review-key-text = 本文へ
review-key-undo = 元に戻す
review-keys-not-needed = キーボードがなくても、ボタンで同じことができます。
