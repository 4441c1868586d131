### The search over everything.

search-title = 「{ $words }」の検索
search-total = { $count } 件
search-found = { $count } 件
search-all = { $count } 件すべて
search-nothing-asked = 何を探しますか
search-hint = 発表・イベント・団体・案件・数値にある語を入れてください。「成都」のように二文字でも探せます。
search-none = 「{ $words }」は見つかりません
search-none-hint = 語は原文と同じ表記で探します。短い語や、出典の言語での表記もお試しください。
