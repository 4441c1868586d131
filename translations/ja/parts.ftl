### Words that parts of any page use: buttons, lists, forms, messages.

## Buttons
do-save = 保存
do-cancel = キャンセル
do-close = 閉じる
do-open = 開く
do-back = 戻る
do-undo = 元に戻す
do-print = 印刷
do-filter = 絞り込む
do-clear = 解除
do-search = 検索
do-retry = 再試行
do-download = { $format } をダウンロード
show-all = すべて
show-table = 表で見る
show-source = 本文で見る
working = 処理中…

## Lists
pager-label = ページ
pager-range = { $total }件中 { $from }–{ $to }件
pager-previous = 前のページ
pager-next = 次のページ
pager-page = { $page } ページ
sorted-by = 「{ $column }」で並べ替え
select-all = このページをすべて選択
select-row = { $name } を選択
nothing-found = 条件に合うものがありません
nothing-found-hint = 条件をゆるめるか、絞り込みを解除してください。

## Forms
errors-title = { $count } か所を直してください
error-at = { $field }：{ $error }
error-required = 入力してください。
error-number = 20450000 や 2,045万 のように数値を入力してください。
error-date = 2023-08-31、2023-08、2023、または --08-31（年が不明の場合）の形で入力してください。

## Checks and provenance
difference = 差 { $amount }
check-stated = 記載 { $amount }
check-listed = 列挙 { $listed }、記載 { $stated }
source-announcement = 発表
source-paragraph = { $source }、第 { $paragraph } 段落
source-entered = { $who } が入力、{ $when }
not-added = 金額区分と通貨をまたぐ合計は表示しません。
progress-of = { $done } / { $total }
demo-badge = 架空

## Columns
column-what = 項目
column-code = コード
column-value = 数値
column-amount = 金額
column-unit = 単位
column-source = 出典
column-date = 日付
column-stage = 段階
column-class = 金額区分
column-qualifier = 限定
column-status = 状態
column-title = 見出し
column-name = 名称
column-language = 言語
column-publisher = 発表者
column-published = 発表日
column-claims = 記載事項
column-checks = 照合結果
column-measure = 指標
column-subject = 対象
column-period = 期間
column-place = 場所
column-kind = 種類
column-who = 担当者
column-when = 日時
column-why = 理由
column-project = 案件
column-organisation = 団体
column-event = イベント
column-total = 合計
