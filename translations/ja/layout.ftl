### The frame of every page: top bar, side list, footer, print head.

brand = Samesky
page-title = { $title } · Samesky
skip-to-content = 本文へ移動
menu = メニュー
breadcrumb = 現在位置
search = 検索
search-everything = 発表・企業・案件を探す
language = 言語
officer = 担当者
no-officer = この端末の利用者
theme = 表示色
theme-system = システムに合わせる
theme-light = ライト
theme-dark = ダーク
printed-from = Samesky から印刷 · { $time }
demo-notice = デモ：例示用のデータで、終了時に消去されます。人物と中小企業は架空のもので、発表の数値には出典があります。
foot-note = 数値は下線から出典の本文へ進めます。

## The side list
nav-read = 読み取り
nav-ledger = 台帳
nav-house = システム
nav-overview = 概況
nav-announcements = 発表
nav-import = 取り込み
nav-checks = 照合
nav-figures = 数値
nav-events = イベント
nav-organisations = 団体
nav-projects = 案件
nav-history = 変更履歴
nav-api = API
nav-components = 部品
nav-help = ヘルプ
nav-count-waiting = { $count } 件が未処理
nav-count-contradicted = 矛盾 { $count } 件

## The switch of the demo
demo-switch = ほかの立場で見る
demo-role-officer = 担当者
demo-role-owner = 責任者
demo-role-viewer = 閲覧者
demo-role-service-point = 下位のサービス拠点
demo-role-guest = ゲスト
demo-role-nobody = 未サインイン
