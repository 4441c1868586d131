### 団体を探す。

find-words = 名称・読み・番号
find-sort = 並び順
find-sort-fit = 一致度
find-sort-name = 名称
find-sort-newest = 新しい順
find-sort-announcements = 発表の多い順
find-many = 件数が多いため数えていません
find-stopped = 多くの記録を調べましたが、まだ一致するものがありません。次のページで続けます。
find-first = 先頭へ
find-columns = 表示する列
