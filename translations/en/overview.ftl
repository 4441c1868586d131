### The overview: the numbers of a year at one look.

overview-title = Overview
overview-as-of = as of
overview-all-years = All years
overview-import = Import announcements
overview-review = Review announcements
overview-empty = The ledger is empty
overview-empty-text = Samesky reads announcements into a ledger of figures; every number leads back to its words. Start by importing announcements: web pages, PDF, Word or plain text, many at once.
overview-nothing-accepted = No figure has been accepted yet
overview-nothing-accepted-text = { $count ->
    [one] There is { $count } announcement. Once its claims are reviewed and accepted, the figures stand here.
   *[other] There are { $count } announcements. Once their claims are reviewed and accepted, the figures stand here.
 }
overview-step-import = Import
overview-step-import-text = Announcements are kept as they came
overview-step-review = Review
overview-step-review-text = Accept, correct or reject each claim
overview-step-figures = Figures
overview-step-figures-text = Totals, checks, sources
overview-waiting = { $count ->
    [one] { $count } announcement waits for review ({ $new } new, { $part } in review). Claims that are not accepted are not in the numbers below.
   *[other] { $count } announcements wait for review ({ $new } new, { $part } in review). Claims that are not accepted are not in the numbers below.
 }
overview-years-not-added = Years are not added either; within a year only counted figures are.
overview-nothing-counted = No amount is counted in this year.
overview-made-of = { $n ->
    [one] from { $count } figure
   *[other] from { $count } figures
 }
overview-open = What does not hold
overview-no-checks = There is nothing to check yet.
overview-all-checks = All checks ({ $count })
overview-none-contested = No sources differ here.
overview-all-contested = All figures on which sources differ ({ $count })
overview-contested-every-year = Figures on which sources differ, all years
overview-by-year = By year
overview-by-year-note = A row for each class, measure and currency
overview-older-years = Other years
overview-pictures = Year beside year
overview-signed-by-event = Projects signed by event
overview-signed-note = Counted numbers of projects only
overview-choose-year = Choose a year to see its amounts by party, event, zone and industry: amounts of different years are not added.
overview-by-party = By party
overview-by-party-note = An amount of several parties stands under each of them
overview-by-event = By event
overview-by-event-note = Parts of a larger event are not counted again
overview-by-zone = By zone
overview-by-zone-note = Zones and parks that the announcements name
overview-by-industry = By industry
overview-by-industry-note = ISIC Rev.4; an amount of several industries stands under each of them
overview-no-facets = The announcements do not say.
overview-more-rows = { $count ->
    [one] { $count } more row
   *[other] { $count } more rows
 }
overview-unnamed-event = Unnamed event

## Industries: International Standard Industrial Classification, Revision 4 (UN Statistics Division). Sections, then divisions.
industry-A = Agriculture, forestry and fishing
industry-B = Mining and quarrying
industry-C = Manufacturing
industry-D = Electricity, gas, steam and air conditioning
industry-E = Water supply, sewerage and waste management
industry-F = Construction
industry-G = Wholesale and retail trade
industry-H = Transportation and storage
industry-I = Accommodation and food service
industry-J = Information and communication
industry-K = Financial and insurance activities
industry-L = Real estate activities
industry-M = Professional, scientific and technical activities
industry-N = Administrative and support services
industry-O = Public administration and defence
industry-P = Education
industry-Q = Human health and social work
industry-R = Arts, entertainment and recreation
industry-S = Other service activities
industry-T = Activities of households as employers
industry-U = Extraterritorial organisations
industry-A01 = Crop and animal production
industry-A03 = Fishing and aquaculture
industry-C10 = Food products
industry-C13 = Textiles
industry-C20 = Chemicals
industry-C21 = Pharmaceuticals
industry-C23 = Non-metallic mineral products
industry-C24 = Basic metals
industry-C26 = Computer, electronic and optical products
industry-C27 = Electrical equipment
industry-C28 = Machinery and equipment
industry-C29 = Motor vehicles
industry-C30 = Other transport equipment
industry-C32 = Other manufacturing, medical devices included
industry-D35 = Electricity, gas and steam
industry-E38 = Waste collection, treatment and recovery
industry-G46 = Wholesale trade
industry-H52 = Warehousing and support for transportation
industry-I55 = Accommodation
industry-J58 = Publishing, animation and games included
industry-J62 = Computer programming and consultancy
industry-K64 = Financial services
industry-M72 = Scientific research and development
industry-P85 = Education
industry-Q86 = Human health
industry-R90 = Creative, arts and entertainment
