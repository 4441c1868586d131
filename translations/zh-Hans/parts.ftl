### Words that parts of any page use: buttons, lists, forms, messages.

## Buttons
do-save = 保存
do-cancel = 取消
do-close = 关闭
do-open = 打开
do-back = 返回
do-undo = 撤回
do-print = 打印
do-filter = 筛选
do-clear = 清除
do-search = 查找
do-retry = 重试
do-download = 下载 { $format }
show-all = 全部
show-table = 看表格
show-source = 看原文
working = 正在处理…

## Lists
pager-label = 分页
pager-range = 第 { $from }–{ $to } 条，共 { $total } 条
pager-previous = 上一页
pager-next = 下一页
pager-page = 第 { $page } 页
sorted-by = 按“{ $column }”排序
select-all = 选择本页全部
select-row = 选择 { $name }
nothing-found = 没有符合条件的记录
nothing-found-hint = 放宽条件，或清除筛选。

## Forms
errors-title = 有 { $count } 处需要改正
error-at = { $field }：{ $error }
error-required = 请填写此项。
error-number = 请写数字，如 20450000 或 2,045万。
error-date = 请按 2023-08-31、2023-08、2023 或 --08-31（年份不详）填写。

## Checks and provenance
difference = 差 { $amount }
check-stated = 写明 { $amount }
check-listed = 列出 { $listed }，写明 { $stated }
source-announcement = 公告
source-paragraph = { $source }，第 { $paragraph } 段
source-entered = { $who } 录入，{ $when }
not-added = 不同口径、不同币种的金额不相加。
progress-of = { $done } / { $total }
demo-badge = 虚构

## Columns
column-what = 项目
column-code = 代码
column-value = 数值
column-amount = 金额
column-unit = 单位
column-source = 来源
column-date = 日期
column-stage = 阶段
column-class = 资金口径
column-qualifier = 限定
column-status = 状态
column-title = 标题
column-name = 名称
column-language = 语言
column-publisher = 发布方
column-published = 发布日期
column-claims = 陈述
column-checks = 核对结果
column-measure = 指标
column-subject = 对象
column-period = 期间
column-place = 地点
column-kind = 类别
column-who = 经办人
column-when = 时间
column-why = 理由
column-project = 项目
column-organisation = 机构
column-event = 活动
column-total = 合计
