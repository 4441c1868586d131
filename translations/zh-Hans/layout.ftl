### The frame of every page: top bar, side list, footer, print head.

brand = Samesky
page-title = { $title } · Samesky
skip-to-content = 跳到正文
menu = 菜单
breadcrumb = 位置
search = 查找
search-everything = 查找公告、企业、项目
language = 语言
officer = 经办人
no-officer = 本机用户
theme = 外观
theme-system = 跟随系统
theme-light = 浅色
theme-dark = 深色
printed-from = 打印自 Samesky · { $time }
demo-notice = 演示：数据只为示例，关闭后清除。人物与中小企业均为虚构；公告中的数字注明来源。
foot-note = 数字均可由下划线追溯到原文。

## The side list
nav-read = 读入
nav-ledger = 台账
nav-house = 系统
nav-overview = 概况
nav-announcements = 公告
nav-import = 导入
nav-checks = 核对
nav-figures = 数值
nav-events = 活动
nav-organisations = 机构
nav-projects = 项目
nav-history = 变更记录
nav-api = 接口
nav-components = 组件
nav-help = 帮助
nav-count-waiting = { $count } 篇待处理
nav-count-contradicted = { $count } 处矛盾

## The switch of the demo
demo-switch = 换个角色看
demo-role-officer = 经办人
demo-role-owner = 负责人
demo-role-viewer = 只读成员
demo-role-service-point = 下级服务点
demo-role-guest = 访客
demo-role-nobody = 未登录者
