### 查找机构。

find-words = 名称、读音或编号
find-sort = 排序
find-sort-fit = 最相符
find-sort-name = 名称
find-sort-newest = 最新记录
find-sort-announcements = 公告最多
find-many = 数量很多,未逐一计数
find-stopped = 已查看许多记录,尚无相符;下一页继续查找。
find-first = 回到开头
find-columns = 显示列
