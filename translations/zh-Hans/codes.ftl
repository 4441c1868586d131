### Names of the values of every code list. The key is the list, a hyphen, the word of the model.

## What a figure measures
measure-projects_signed = 签约项目数
measure-agreements = 合作协议数
measure-total_investment = 总投资
measure-investment = 投资额
measure-companies_attending = 参会企业数
measure-companies_settled = 落户企业数
measure-trade_volume = 进出口额
measure-fdi_actual = 实际使用外资
measure-sales = 销售额
measure-target = 目标值
measure-area = 面积
measure-jobs = 就业人数
measure-other = 其他指标

## Which money is meant
money-planned = 计划总投资
money-signed = 签约额
money-contracted = 合同外资
money-paid_in = 实际到位
money-fixed_assets = 固定资产投资
money-turnover = 营业额
money-none = 不分口径

## How a stated number relates to the true one
qualifier-exact = 确数
qualifier-over = 逾
qualifier-under = 近
qualifier-about = 约
qualifier-tier = 级

## Is, aimed at or expected
status-actual = 实际
status-target = 目标
status-forecast = 预测

## Of the period or since the beginning
flow-flow = 当期
flow-cumulative = 累计

## Kinds of events
event-type-signing = 签约
event-type-promotion_meeting = 推介会
event-type-forum = 论坛
event-type-matchmaking = 对接会
event-type-zone_launch = 揭牌
event-type-visit = 走访
event-type-groundbreaking = 开工
event-type-exhibition = 展会
event-type-other = 其他活动

## How an event is held
mode-on_site = 现场
mode-online = 视频
mode-hybrid = 现场与视频

## Where a date was taken from
date-basis-text = 原文写明
date-basis-published = 取自发布日期
date-basis-url = 取自网页地址
date-basis-reference = 取自读入时给定的日期
date-basis-unknown = 不详

## What somebody is to an event
role-host = 主办
role-executing = 承办
role-co_organiser = 协办
role-supporter = 支持

## Kinds of organisations
organisation-kind-company = 企业
organisation-kind-government = 政府机构
organisation-kind-chamber = 商会·协会
organisation-kind-institute = 院校·研究机构
organisation-kind-zone = 示范区·园区
organisation-kind-other = 其他机构

## What a check compares
rule-sum = 金额合计
rule-count = 数量合计
rule-part_of = 部分不大于整体
rule-listed = 列名与数目
rule-repeated = 标题与正文
rule-across = 与另一篇公告

## What a check came to
verdict-reconciled = 一致
verdict-consistent = 相容
verdict-contradicted = 矛盾
verdict-unknown = 无法判断

## What a number expression is
quantity-number = 数
quantity-ordinal = 序数
quantity-percent = 百分比
quantity-money = 金额
quantity-count = 计数
quantity-dimension = 计量
quantity-date = 日期
quantity-date_range = 起止日期
quantity-time = 时刻
quantity-duration = 时长

## How far a project has come
stage-lead = 线索
stage-assessed = 研判
stage-negotiating = 洽谈
stage-signed = 签约
stage-registered = 注册
stage-under_construction = 在建
stage-in_production = 投产
stage-expansion = 增资扩产
stage-stalled = 停滞
stage-cancelled = 取消
stage-moved_away = 迁出

## How far an announcement has come
announcement-state-new = 新到
announcement-state-in_review = 核对中
announcement-state-reviewed = 已核对

## Format of an original
source-format-text = 纯文本
source-format-html = 网页
source-format-pdf = PDF
source-format-docx = Word 文档

## What a claim speaks of
claim-kind-event = 活动
claim-kind-figure = 数值
claim-kind-organisation = 机构
claim-kind-project = 项目

## What was decided on a claim
claim-state-pending = 待核
claim-state-accepted = 已采纳
claim-state-corrected = 已更正
claim-state-rejected = 已排除

## How an import came
import-source-command = 命令行
import-source-upload = 上传
import-source-paste = 粘贴
import-source-api = 接口

## How far an import has come
import-state-running = 读入中
import-state-finished = 已完成
import-state-refused = 未读入
import-state-cancelled = 已取消
import-state-interrupted = 已中断

## What came of one file
file-outcome-waiting = 待读
file-outcome-new = 新公告
file-outcome-known = 已有相同文件
file-outcome-refused = 不能读入
file-outcome-not_kept = 未保存

## Whether a record still rests on a claim
record-state-active = 有效
record-state-withdrawn = 已撤回

## Why an entry was made
entry-kind-entry = 入账
entry-kind-correction = 更正
entry-kind-withdrawal = 撤回

## How the entries of a figure stand to one another
figure-state-single = 单一来源
figure-state-agreed = 多方一致
figure-state-contested = 来源不一

## Whether a figure is added into totals
counting-counted = 计入合计
counting-part = 不计：已含在整体中
counting-tier = 不计：规模档次
counting-not_actual = 不计：目标或预测
counting-cumulative = 不计：累计数
counting-contested = 不计：来源不一
counting-not_additive = 不计：不可相加
counting-resigned = 不计：重复签约

## By what figures can be looked at
facet-party = 合作方
facet-zone = 示范区·园区
facet-event = 活动
facet-industry = 行业
facet-year = 年份

## Kinds of records in the history
record-kind-team = 团队
record-kind-import = 导入
record-kind-announcement = 公告
record-kind-claim = 陈述
record-kind-event = 活动
record-kind-organisation = 机构
record-kind-person = 机构人员
record-kind-organisation_import = 机构名单导入
record-kind-saved_view = 已存视图
record-kind-project = 项目
record-kind-entry = 资金与数值记录
record-kind-account = 账户
record-kind-membership = 成员身份
record-kind-ticket = 一次性链接
record-kind-token = 令牌

## Kinds of teams
team-kind-bureau = 商务部门
team-kind-zone = 园区管委会
team-kind-council = 贸促会
team-kind-chamber = 商会
team-kind-service_point = 驻外服务点

## Languages of texts, short and in themselves
text-language-zh = 中文
text-language-ja = 日本語
text-language-en = EN
text-language-th = ไทย

## What is kept of organisations
fact-name = 名称
fact-kind = 类型
fact-country = 国家/地区
fact-place = 地点
fact-identifier = 登记号码
fact-industry = 行业
fact-parent = 隶属
fact-size = 规模
fact-founded = 成立
fact-website = 网址
fact-email = 电子邮箱
fact-phone = 电话
fact-address = 地址
fact-zone = 落户园区
fact-ranking = 榜单排名
fact-note = 备注
name-kind-legal = 法定名称
name-kind-short = 简称
name-kind-former = 曾用名
name-kind-brand = 品牌
number-verdict-holds = 校验位正确
number-verdict-fails = 校验位不符
number-verdict-unchecked = 未校验
belongs-as-branch = 分支机构
belongs-as-affiliate = 子公司或关联企业
