### What the pages of events, organisations and projects have in common.

records-facts = 基本情報
records-names = 名称
records-names-note = 各出典の表記のまま
records-no-name = 名称を記した出典はありません
records-more-names = ほかに { $count } 通りの表記
records-more = ほか { $count } 件
records-sources = 出典
records-sources-count = 発表 { $count } 件
records-told-by = 発表 { $count } 件に記載
records-no-sources = 採用された記載事項はありません。
records-no-figures = 数値はありません。
records-figures-count = 数値 { $count } 件
records-counted = 集計
records-differ = 出典により異なる数値
records-differ-count = 相違 { $count } 件
records-none-chosen = どの値も採用せず、合計にも含めません。数字から原文をご覧ください。
records-withdrawn = この記録に触れる採用済みの記載事項はもうありません。履歴のために残しています。
records-since = 記録の作成
records-made-by = 作成者
records-empty-hint = 発表を確認して記載事項を採用すると、ここに記録ができます。
records-name-kept = 担当者の入力または名簿による
