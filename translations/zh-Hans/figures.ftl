### Numbers, units, dates: what stands around a figure. `$number` and `$figure` are put in ready made.

## Where a value is not there
not-stated = 未载
year-not-stated = 未载年份
none-yet = 暂无

## The qualifier and its figure, in the order of the language
qualified-exact = { $figure }
qualified-over = 逾{ $figure }
qualified-under = 近{ $figure }
qualified-about = 约{ $figure }
qualified-tier = { $figure }级
range = { $low }～{ $high }

## Money: a currency that is not named here stands with its code
unit-money = { $unit } { $number }
unit-CNY = { $number }元
unit-JPY = { $number }日元
unit-USD = { $number }美元
unit-THB = { $number }泰铢
unit-EUR = { $number }欧元
unit-GBP = { $number }英镑
unit-HKD = { $number }港元
unit-TWD = { $number }新台币
unit-KRW = { $number }韩元
unit-SGD = { $number }新加坡元
unit-MYR = { $number }林吉特
unit-VND = { $number }越南盾
unit-IDR = { $number }印尼盾
unit-AUD = { $number }澳元
unit-INR = { $number }印度卢比
unit-CHF = { $number }瑞士法郎
unit-CAD = { $number }加元
unit-NZD = { $number }新西兰元
unit-MOP = { $number }澳门元
unit-PHP = { $number }菲律宾比索
unit-AED = { $number }阿联酋迪拉姆
unit-SAR = { $number }沙特里亚尔
unit-RUB = { $number }卢布
unit-BRL = { $number }巴西雷亚尔
unit-KZT = { $number }坚戈
unit-LAK = { $number }基普
unit-MMK = { $number }缅元
unit-KHR = { $number }瑞尔

## Counts
unit-other = { $number } { $unit }
unit-projects = { $number }个项目
unit-companies = { $number }家企业
unit-agreements = { $number }项协议
unit-people = { $number }人
unit-jobs = { $number }个岗位
unit-cities = { $number }个城市
unit-countries = { $number }个国家和地区
unit-events = { $number }场活动
unit-sites = { $number }处
unit-stations = { $number }个站点
unit-proposals = { $number }个提案
unit-organisations = { $number }家机构
unit-zones = { $number }个园区
unit-years = { $number }年
unit-items = { $number }项
unit-announcements = { $number }篇公告
unit-units = { $number }台
unit-times = { $number }次
unit-stores = { $number }家门店
unit-industries = { $number }个行业
unit-provinces = { $number }个省级地区
unit-prefectures = { $number }个都道府县
unit-counties = { $number }个县
unit-districts = { $number }个区
unit-towns = { $number }个镇
unit-households = { $number }户
unit-parks = { $number }个园区
unit-facilities = { $number }个平台
unit-patents = { $number }项专利
unit-products = { $number }种产品
unit-schools = { $number }所学校
unit-hospitals = { $number }家医院
unit-brands = { $number }个品牌
unit-teams = { $number }个团组
unit-venues = { $number }个会场
unit-booths = { $number }个展位
unit-factories = { $number }家工厂
unit-ports = { $number }个港口
unit-routes = { $number }条线路
unit-measures = { $number }项措施
unit-standards = { $number }项标准
unit-seats = { $number }个席位
unit-vehicles = { $number }辆
unit-months = { $number }个月
unit-weeks = { $number }周
unit-days = { $number }天
unit-hours = { $number }小时
unit-minutes = { $number }分钟
unit-points = { $number }分
unit-percentage_points = { $number }个百分点

## Measures
unit-percent = { $number }%
unit-km2 = { $number }平方公里
unit-m2 = { $number }平方米
unit-ha = { $number }公顷
unit-km = { $number }公里
unit-m = { $number }米
unit-t = { $number }吨
unit-MW = { $number }兆瓦
unit-GWh = { $number }吉瓦时
unit-m3 = { $number }立方米
unit-kg = { $number }公斤
unit-L = { $number }升
unit-W = { $number }瓦
unit-kW = { $number }千瓦
unit-GW = { $number }吉瓦
unit-Wh = { $number }瓦时
unit-kWh = { $number }千瓦时
unit-MWh = { $number }兆瓦时
unit-TEU = { $number }标箱

## Months, where they have names
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月

## Periods and moments
period-between = { $from }至{ $to }
period-since = { $date }起
period-until = 截至{ $date }
date-time = { $date } { $time } { $offset }
