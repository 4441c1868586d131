### Checks over figures.

checks-title = 核对
checks-by = 数值之间是否对得上，按算式写明
checks-by-verdict = 按结果
checks-rule = 核对方式
checks-none = 还没有核对
checks-none-text = 公告中有合计与分项、标题与正文、或几篇公告讲同一活动时，自动核对。
checks-nothing-found = 换一个结果或方式，或清除筛选。
