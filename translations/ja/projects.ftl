### Projects: the list, one project.

projects-by = 記録の新しい順
projects-words = 名称・団体・場所の語
projects-year = イベントの年
projects-count = 案件 { $count } 件
projects-empty = 案件はまだありません
