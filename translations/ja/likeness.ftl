### Organisations that may be one: what speaks for it, the pairs to be answered, the record of a claim, taking a record apart.

likeness-same = 一つの記録
likeness-ask = 一つの記録かもしれない
likeness-branch = 関連するが別の記録
likeness-different = 二つの記録
duplicates-title = 重複の候補
duplicates-by = 同じ団体かもしれない記録を近い順に示します。自動では統合しません。
duplicates-open = 未処理（{ $count }）
duplicates-later = 後で（{ $count }）
duplicates-apart = 別の団体（{ $count }）
duplicates-none = ここには何もありません
duplicates-none-text = 新しい団体と変更された団体をほかの団体と比べ、重複しそうなものをここに示します。
duplicates-left = まだ比べていない団体：{ $count }
duplicates-look = 今比べる
duplicates-count = { $count } 組
duplicates-say-apart = 別の団体
duplicates-say-later = 後で
duplicates-say-open = 未処理に戻す
flash-duplicate-apart = 別の団体として記憶しました。
flash-duplicate-later = 後回しにしました。
flash-duplicate-open = 未処理に戻しました。
flash-duplicates-looked = { $count } 団体を比べました。
link-is = リンク先
link-would = リンク予定
link-new = 新しい記録
link-unclear = 未関連付け：この名称は「同じではない」とされた複数の記録にあります。選んでください
link-chosen = 担当者が選択
link-others = { $count ->
    [0] 別の記録を選ぶ
   *[other] 別の記録を選ぶ（候補 { $count }）
}
link-this = これにする
link-make-new = 新しい記録にする
link-by-name = 名称による選択に戻す
flash-claim-linked = この記載は選んだ記録に入ります。
split-do = 分割
split-title = 団体の分割
split-by = 選んだものが独立した記録になります。取り消せます。
split-what = 分けるもの
split-note = どちらの記録にも名称が必要です。記載事項は新しい記録にとどまり、両者は別の団体として記憶されます。
split-confirm = 独立した記録にする
flash-organisation-split = 独立した記録になりました。元の記録のページで取り消せます。
problem-not-of-record = 選んだものの中にこの記録のものでないものがあります。
problem-changed-since = 分けた記録がその後変わっています。統合してください。
action-organisation-apart = 団体の組に回答
action-organisation-split = 団体を分割
action-organisation-split_off = 分割で団体を作成
action-organisation-unsplit = 団体の分割を取り消し
action-claim-link = 記載の団体を選択
