### Numbers, units, dates: what stands around a figure. `$number` and `$figure` are put in ready made.

## Where a value is not there
not-stated = not stated
year-not-stated = year not stated
none-yet = none yet

## The qualifier and its figure, in the order of the language
qualified-exact = { $figure }
qualified-over = over { $figure }
qualified-under = just under { $figure }
qualified-about = about { $figure }
qualified-tier = { $figure } tier
range = { $low }–{ $high }

## Money: a currency that is not named here stands with its code
unit-money = { $unit } { $number }
unit-CNY = CNY { $number }
unit-JPY = JPY { $number }
unit-USD = USD { $number }
unit-THB = THB { $number }
unit-EUR = EUR { $number }
unit-GBP = GBP { $number }
unit-HKD = HKD { $number }
unit-TWD = TWD { $number }
unit-KRW = KRW { $number }
unit-SGD = SGD { $number }
unit-MYR = MYR { $number }
unit-VND = VND { $number }
unit-IDR = IDR { $number }
unit-AUD = AUD { $number }

## Counts
unit-other = { $number } { $unit }
unit-projects = { $n ->
    [one] { $number } project
   *[other] { $number } projects
 }
unit-companies = { $n ->
    [one] { $number } company
   *[other] { $number } companies
 }
unit-agreements = { $n ->
    [one] { $number } agreement
   *[other] { $number } agreements
 }
unit-people = { $n ->
    [one] { $number } person
   *[other] { $number } people
 }
unit-jobs = { $n ->
    [one] { $number } job
   *[other] { $number } jobs
 }
unit-cities = { $n ->
    [one] { $number } city
   *[other] { $number } cities
 }
unit-countries = { $n ->
    [one] { $number } country or region
   *[other] { $number } countries and regions
 }
unit-events = { $n ->
    [one] { $number } event
   *[other] { $number } events
 }
unit-sites = { $n ->
    [one] { $number } site
   *[other] { $number } sites
 }
unit-stations = { $n ->
    [one] { $number } station
   *[other] { $number } stations
 }
unit-proposals = { $n ->
    [one] { $number } proposal
   *[other] { $number } proposals
 }
unit-organisations = { $n ->
    [one] { $number } organisation
   *[other] { $number } organisations
 }
unit-zones = { $n ->
    [one] { $number } zone
   *[other] { $number } zones
 }
unit-years = { $n ->
    [one] { $number } year
   *[other] { $number } years
 }
unit-items = { $n ->
    [one] { $number } item
   *[other] { $number } items
 }
unit-announcements = { $n ->
    [one] { $number } announcement
   *[other] { $number } announcements
 }
unit-units = { $n ->
    [one] { $number } unit
   *[other] { $number } units
 }

## Measures
unit-percent = { $number } %
unit-km2 = { $number } km²
unit-m2 = { $number } m²
unit-ha = { $number } ha
unit-km = { $number } km
unit-m = { $number } m
unit-t = { $number } t
unit-MW = { $number } MW
unit-GWh = { $number } GWh

## Months, where they have names
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec

## Periods and moments
period-between = { $from } to { $to }
period-since = since { $date }
period-until = until { $date }
date-time = { $date }, { $time } { $offset }
