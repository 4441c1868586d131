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
unit-INR = INR { $number }
unit-CHF = CHF { $number }
unit-CAD = CAD { $number }
unit-NZD = NZD { $number }
unit-MOP = MOP { $number }
unit-PHP = PHP { $number }
unit-AED = AED { $number }
unit-SAR = SAR { $number }
unit-RUB = RUB { $number }
unit-BRL = BRL { $number }
unit-KZT = KZT { $number }
unit-LAK = LAK { $number }
unit-MMK = MMK { $number }
unit-KHR = KHR { $number }

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
unit-times = { $n ->
    [one] { $number } time
   *[other] { $number } times
 }
unit-stores = { $n ->
    [one] { $number } store
   *[other] { $number } stores
 }
unit-industries = { $n ->
    [one] { $number } industry
   *[other] { $number } industries
 }
unit-provinces = { $n ->
    [one] { $number } province
   *[other] { $number } provinces
 }
unit-prefectures = { $n ->
    [one] { $number } prefecture
   *[other] { $number } prefectures
 }
unit-counties = { $n ->
    [one] { $number } county
   *[other] { $number } counties
 }
unit-districts = { $n ->
    [one] { $number } district
   *[other] { $number } districts
 }
unit-towns = { $n ->
    [one] { $number } town
   *[other] { $number } towns
 }
unit-households = { $n ->
    [one] { $number } household
   *[other] { $number } households
 }
unit-parks = { $n ->
    [one] { $number } park
   *[other] { $number } parks
 }
unit-facilities = { $n ->
    [one] { $number } facility
   *[other] { $number } facilities
 }
unit-patents = { $n ->
    [one] { $number } patent
   *[other] { $number } patents
 }
unit-products = { $n ->
    [one] { $number } product
   *[other] { $number } products
 }
unit-schools = { $n ->
    [one] { $number } school
   *[other] { $number } schools
 }
unit-hospitals = { $n ->
    [one] { $number } hospital
   *[other] { $number } hospitals
 }
unit-brands = { $n ->
    [one] { $number } brand
   *[other] { $number } brands
 }
unit-teams = { $n ->
    [one] { $number } team
   *[other] { $number } teams
 }
unit-venues = { $n ->
    [one] { $number } venue
   *[other] { $number } venues
 }
unit-booths = { $n ->
    [one] { $number } booth
   *[other] { $number } booths
 }
unit-factories = { $n ->
    [one] { $number } factory
   *[other] { $number } factories
 }
unit-ports = { $n ->
    [one] { $number } port
   *[other] { $number } ports
 }
unit-routes = { $n ->
    [one] { $number } route
   *[other] { $number } routes
 }
unit-measures = { $n ->
    [one] { $number } measure
   *[other] { $number } measures
 }
unit-standards = { $n ->
    [one] { $number } standard
   *[other] { $number } standards
 }
unit-seats = { $n ->
    [one] { $number } seat
   *[other] { $number } seats
 }
unit-vehicles = { $n ->
    [one] { $number } vehicle
   *[other] { $number } vehicles
 }
unit-months = { $n ->
    [one] { $number } month
   *[other] { $number } months
 }
unit-weeks = { $n ->
    [one] { $number } week
   *[other] { $number } weeks
 }
unit-days = { $n ->
    [one] { $number } day
   *[other] { $number } days
 }
unit-hours = { $n ->
    [one] { $number } hour
   *[other] { $number } hours
 }
unit-minutes = { $n ->
    [one] { $number } minute
   *[other] { $number } minutes
 }
unit-points = { $n ->
    [one] { $number } point
   *[other] { $number } points
 }
unit-percentage_points = { $n ->
    [one] { $number } percentage point
   *[other] { $number } percentage points
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
