### Numbers, units, dates: what stands around a figure. `$number` and `$figure` are put in ready made.

## Where a value is not there
not-stated = 記載なし
year-not-stated = 年の記載なし
none-yet = なし

## The qualifier and its figure, in the order of the language
qualified-exact = { $figure }
qualified-over = { $figure }超
qualified-under = { $figure }弱
qualified-about = 約{ $figure }
qualified-tier = { $figure }級
range = { $low }～{ $high }

## Money: a currency that is not named here stands with its code
unit-money = { $unit } { $number }
unit-CNY = { $number }元
unit-JPY = { $number }円
unit-USD = { $number }ドル
unit-THB = { $number }バーツ
unit-EUR = { $number }ユーロ
unit-GBP = { $number }ポンド
unit-HKD = { $number }香港ドル
unit-TWD = { $number }台湾ドル
unit-KRW = { $number }ウォン
unit-SGD = { $number }シンガポールドル
unit-MYR = { $number }リンギット
unit-VND = { $number }ドン
unit-IDR = { $number }ルピア
unit-AUD = { $number }豪ドル
unit-INR = { $number }インドルピー
unit-CHF = { $number }スイスフラン
unit-CAD = { $number }カナダドル
unit-NZD = { $number }ニュージーランドドル
unit-MOP = { $number }マカオパタカ
unit-PHP = { $number }フィリピンペソ
unit-AED = { $number }UAEディルハム
unit-SAR = { $number }サウジリヤル
unit-RUB = { $number }ルーブル
unit-BRL = { $number }ブラジルレアル
unit-KZT = { $number }テンゲ
unit-LAK = { $number }キープ
unit-MMK = { $number }チャット
unit-KHR = { $number }リエル

## Counts
unit-other = { $number } { $unit }
unit-projects = { $number }件
unit-companies = { $number }社
unit-agreements = { $number }件の合意
unit-people = { $number }人
unit-jobs = { $number }人の雇用
unit-cities = { $number }都市
unit-countries = { $number }の国・地域
unit-events = イベント{ $number }件
unit-sites = { $number }か所
unit-stations = { $number }駅
unit-proposals = { $number }件の提案
unit-organisations = { $number }団体
unit-zones = { $number }か所の園区
unit-years = { $number }年
unit-items = { $number }件
unit-announcements = 発表{ $number }件
unit-units = { $number }台
unit-times = { $number }回
unit-stores = { $number }店舗
unit-industries = { $number }業種
unit-provinces = { $number }省
unit-prefectures = { $number }都道府県
unit-counties = { $number }県
unit-districts = { $number }区
unit-towns = { $number }町
unit-households = { $number }世帯
unit-parks = { $number }か所の園区
unit-facilities = { $number }施設
unit-patents = { $number }件の特許
unit-products = { $number }製品
unit-schools = { $number }校
unit-hospitals = { $number }病院
unit-brands = { $number }ブランド
unit-teams = { $number }団
unit-venues = { $number }会場
unit-booths = { $number }ブース
unit-factories = { $number }工場
unit-ports = { $number }港
unit-routes = { $number }路線
unit-measures = { $number }件の施策
unit-standards = { $number }件の規格
unit-seats = { $number }席
unit-vehicles = { $number }台の車両
unit-months = { $number }か月
unit-weeks = { $number }週間
unit-days = { $number }日間
unit-hours = { $number }時間
unit-minutes = { $number }分間
unit-points = { $number }点
unit-percentage_points = { $number }ポイント

## Measures
unit-percent = { $number }%
unit-km2 = { $number } km²
unit-m2 = { $number } m²
unit-ha = { $number } ha
unit-km = { $number } km
unit-m = { $number } m
unit-t = { $number } t
unit-MW = { $number } MW
unit-GWh = { $number } GWh
unit-m3 = { $number } m³
unit-kg = { $number } kg
unit-L = { $number } L
unit-W = { $number } W
unit-kW = { $number } kW
unit-GW = { $number } GW
unit-Wh = { $number } Wh
unit-kWh = { $number } kWh
unit-MWh = { $number } MWh
unit-TEU = { $number } TEU

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
period-between = { $from }～{ $to }
period-since = { $date }以降
period-until = { $date }まで
date-time = { $date } { $time } { $offset }
