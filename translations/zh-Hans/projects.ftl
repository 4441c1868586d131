### Projects: the list, one project.

projects-by = 最近建档的在前
projects-words = 名称、机构或地点中的文字
projects-year = 活动年份
projects-count = { $count } 个项目
projects-empty = 还没有项目
