### Names of the values of every code list. The key is the list, a hyphen, the word of the model.

## What a figure measures
measure-projects_signed = 調印件数
measure-agreements = 合意件数
measure-total_investment = 総投資額
measure-investment = 投資額
measure-companies_attending = 参加企業数
measure-companies_settled = 進出企業数
measure-trade_volume = 貿易額
measure-fdi_actual = 外資実行額
measure-sales = 売上高
measure-target = 目標値
measure-area = 面積
measure-jobs = 雇用者数
measure-other = その他の指標

## Which money is meant
money-planned = 計画総投資
money-signed = 調印額
money-contracted = 契約外資
money-paid_in = 払込済
money-fixed_assets = 固定資産投資
money-turnover = 売上高
money-none = 区分なし

## How a stated number relates to the true one
qualifier-exact = 確定値
qualifier-over = 超
qualifier-under = 弱
qualifier-about = 約
qualifier-tier = 級

## Is, aimed at or expected
status-actual = 実績
status-target = 目標
status-forecast = 予測

## Of the period or since the beginning
flow-flow = 当期
flow-cumulative = 累計

## Kinds of events
event-type-signing = 調印式
event-type-promotion_meeting = 投資説明会
event-type-forum = フォーラム
event-type-matchmaking = 商談会
event-type-zone_launch = 開所・発足
event-type-visit = 訪問
event-type-groundbreaking = 起工
event-type-exhibition = 展示会
event-type-other = その他のイベント

## How an event is held
mode-on_site = 現地開催
mode-online = オンライン
mode-hybrid = 現地とオンライン

## Where a date was taken from
date-basis-text = 本文に記載
date-basis-published = 発表日による
date-basis-url = ページのアドレスによる
date-basis-reference = 読み取り時に指定された日付による
date-basis-unknown = 不明

## What somebody is to an event
role-host = 主催
role-executing = 実施
role-co_organiser = 共催
role-supporter = 後援

## Kinds of organisations
organisation-kind-company = 企業
organisation-kind-government = 行政機関
organisation-kind-chamber = 商工会議所・団体
organisation-kind-institute = 大学・研究機関
organisation-kind-zone = 協力区・園区
organisation-kind-other = その他の団体

## What a check compares
rule-sum = 金額の合計
rule-count = 件数の合計
rule-part_of = 部分が全体を超えない
rule-listed = 列挙と件数
rule-repeated = 見出しと本文
rule-across = 別の発表との比較

## What a check came to
verdict-reconciled = 一致
verdict-consistent = 整合
verdict-contradicted = 矛盾
verdict-unknown = 判定不能

## What a number expression is
quantity-number = 数
quantity-ordinal = 序数
quantity-percent = 百分率
quantity-money = 金額
quantity-count = 件数
quantity-dimension = 計量値
quantity-date = 日付
quantity-date_range = 期間
quantity-time = 時刻
quantity-duration = 所要時間

## How far a project has come
stage-lead = 発掘
stage-assessed = 評価
stage-negotiating = 交渉
stage-signed = 調印
stage-registered = 登記
stage-under_construction = 建設中
stage-in_production = 稼働
stage-expansion = 増資・拡張
stage-stalled = 停滞
stage-cancelled = 中止
stage-moved_away = 移転

## How far an announcement has come
announcement-state-new = 未着手
announcement-state-in_review = 確認中
announcement-state-reviewed = 確認済

## Format of an original
source-format-text = テキスト
source-format-html = ウェブページ
source-format-pdf = PDF
source-format-docx = Word 文書

## What a claim speaks of
claim-kind-event = イベント
claim-kind-figure = 数値
claim-kind-organisation = 団体
claim-kind-project = 案件

## What was decided on a claim
claim-state-pending = 未確認
claim-state-accepted = 採用
claim-state-corrected = 訂正して採用
claim-state-rejected = 不採用

## How an import came
import-source-command = コマンド
import-source-upload = アップロード
import-source-paste = 貼り付け
import-source-api = API

## How far an import has come
import-state-running = 読み取り中
import-state-finished = 完了
import-state-refused = 取り込まず
import-state-cancelled = 取消
import-state-interrupted = 中断

## What came of one file
file-outcome-waiting = 待機中
file-outcome-new = 新規
file-outcome-known = 登録済
file-outcome-refused = 読み取り不可
file-outcome-not_kept = 保存せず

## Whether a record still rests on a claim
record-state-active = 有効
record-state-withdrawn = 撤回

## Why an entry was made
entry-kind-entry = 計上
entry-kind-correction = 訂正
entry-kind-withdrawal = 取消

## How the entries of a figure stand to one another
figure-state-single = 出典 1 件
figure-state-agreed = 複数出典が一致
figure-state-contested = 出典が不一致

## Whether a figure is added into totals
counting-counted = 合計に算入
counting-part = 算入せず：全体に含む
counting-tier = 算入せず：規模区分
counting-not_actual = 算入せず：目標・予測
counting-cumulative = 算入せず：累計値
counting-contested = 算入せず：出典が不一致
counting-not_additive = 算入せず：加算できない指標
counting-resigned = 算入せず：再調印

## By what figures can be looked at
facet-party = 相手地域
facet-zone = 協力区・園区
facet-event = イベント
facet-industry = 業種
facet-year = 年

## Kinds of records in the history
record-kind-team = チーム
record-kind-import = 取り込み
record-kind-announcement = 発表
record-kind-claim = 記載事項
record-kind-event = イベント
record-kind-organisation = 団体
record-kind-person = 団体の人物
record-kind-organisation_import = 団体の名簿の取り込み
record-kind-saved_view = 保存したビュー
record-kind-project = 案件
record-kind-entry = 数値記録
record-kind-account = アカウント
record-kind-membership = メンバー
record-kind-ticket = 一回限りのリンク
record-kind-token = トークン

## Kinds of teams
team-kind-bureau = 商務部門
team-kind-zone = 園区管理委員会
team-kind-council = 貿易促進機関
team-kind-chamber = 商工会議所
team-kind-service_point = サービス拠点

## Languages of texts, short and in themselves
text-language-zh = 中文
text-language-ja = 日本語
text-language-en = EN
text-language-th = ไทย

## What is kept of organisations
fact-name = 名称
fact-kind = 種別
fact-country = 国・地域
fact-place = 場所
fact-identifier = 登録番号
fact-industry = 業種
fact-parent = 所属先
fact-size = 規模
fact-founded = 設立
fact-website = ウェブサイト
fact-email = メール
fact-phone = 電話
fact-address = 住所
fact-zone = 入居先の協力区
fact-ranking = ランキング
fact-note = 備考
name-kind-legal = 正式名称
name-kind-short = 略称
name-kind-former = 旧名称
name-kind-brand = ブランド
number-verdict-holds = 検査数字は正しい
number-verdict-fails = 検査数字が合わない
number-verdict-unchecked = 未検査
belongs-as-branch = 支店・事務所
belongs-as-affiliate = 子会社・関連会社
