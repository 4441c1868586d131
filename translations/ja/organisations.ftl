### Organisations: the list, one organisation.

organisations-by = 企業・行政機関・経済団体・研究機関・協力区。名称は出典のまま
organisations-words = 名称の語
organisations-count = 団体 { $count } 件
organisations-empty = 団体はまだありません
values-what = 項目
values-title = 登録された値
values-officer = 担当者が入力
values-list = 名簿 { $row } 行目
