### Adding an organisation quickly.

quick-title = 団体を追加
quick-by = 入力中に、同じかもしれない記録を示します。追加は取り消せます。
quick-add = 追加
quick-by-script = 文字から判断
quick-country = 国/地域
quick-country-hint = コードまたは名称：JP、日本、Japan
quick-no-number = 番号なし
quick-number = 番号
quick-same = すでにあるようです（{ $count } 件）。追加する前に確かめてください。
quick-likely = すでにあるかもしれません（{ $count } 件）
quick-another = 別の団体です：このまま追加する
quick-open = 開く
quick-added = 追加しました：{ $name }
flash-addition-undone = 取り消しました。履歴のほかには何も残っていません。
problem-is-known = チームにすでにあります
problem-is-used = すでに参照されています：統合するか、値を取り除いてください。
action-organisation-take_back = 団体の追加の取り消し
