### Names of the values of every code list. The key is the list, a hyphen, the word of the model.

## What a figure measures
measure-projects_signed = Projects signed
measure-agreements = Agreements
measure-total_investment = Total investment
measure-investment = Investment
measure-companies_attending = Companies attending
measure-companies_settled = Companies settled
measure-trade_volume = Trade volume
measure-fdi_actual = Foreign capital used
measure-sales = Sales
measure-target = Target
measure-area = Area
measure-jobs = Jobs
measure-other = Other measure

## Which money is meant
money-planned = Planned total
money-signed = Signed
money-contracted = Contracted
money-paid_in = Paid in
money-fixed_assets = Fixed assets
money-turnover = Turnover
money-none = No class

## How a stated number relates to the true one
qualifier-exact = exact
qualifier-over = over
qualifier-under = under
qualifier-about = about
qualifier-tier = tier

## Is, aimed at or expected
status-actual = Actual
status-target = Target
status-forecast = Forecast

## Of the period or since the beginning
flow-flow = Of the period
flow-cumulative = Cumulative

## Kinds of events
event-type-signing = Signing
event-type-promotion_meeting = Promotion meeting
event-type-forum = Forum
event-type-matchmaking = Matchmaking
event-type-zone_launch = Launch
event-type-visit = Visit
event-type-groundbreaking = Groundbreaking
event-type-exhibition = Exhibition
event-type-other = Other event

## How an event is held
mode-on_site = On site
mode-online = Online
mode-hybrid = On site and online

## Where a date was taken from
date-basis-text = written in the text
date-basis-published = from the date of publication
date-basis-url = from the address of the page
date-basis-reference = from the date given when it was read
date-basis-unknown = not known

## What somebody is to an event
role-host = Host
role-executing = Executing body
role-co_organiser = Co-organiser
role-supporter = Supporter

## Kinds of organisations
organisation-kind-company = Company
organisation-kind-government = Government body
organisation-kind-chamber = Chamber or association
organisation-kind-institute = Institute
organisation-kind-zone = Zone or park
organisation-kind-other = Other organisation

## What a check compares
rule-sum = Sum of the parts
rule-count = Count of the parts
rule-part_of = Part within its whole
rule-listed = Names listed and number stated
rule-repeated = Headline and body
rule-across = Another announcement

## What a check came to
verdict-reconciled = Reconciled
verdict-consistent = Consistent
verdict-contradicted = Contradicted
verdict-unknown = Cannot tell

## What a number expression is
quantity-number = Number
quantity-ordinal = Ordinal
quantity-percent = Percentage
quantity-money = Amount of money
quantity-count = Count
quantity-dimension = Dimension
quantity-date = Date
quantity-date_range = Range of dates
quantity-time = Time of day
quantity-duration = Duration

## How far a project has come
stage-lead = Lead
stage-assessed = Assessed
stage-negotiating = Negotiating
stage-signed = Signed
stage-registered = Registered
stage-under_construction = Under construction
stage-in_production = In production
stage-expansion = Expansion
stage-stalled = Stalled
stage-cancelled = Cancelled
stage-moved_away = Moved away

## How far an announcement has come
announcement-state-new = New
announcement-state-in_review = In review
announcement-state-reviewed = Reviewed

## Format of an original
source-format-text = Plain text
source-format-html = Web page
source-format-pdf = PDF
source-format-docx = Word document

## What a claim speaks of
claim-kind-event = Event
claim-kind-figure = Figure
claim-kind-organisation = Organisation
claim-kind-project = Project

## What was decided on a claim
claim-state-pending = Waiting
claim-state-accepted = Accepted
claim-state-corrected = Corrected
claim-state-rejected = Rejected

## How an import came
import-source-command = Command line
import-source-upload = Upload
import-source-paste = Paste
import-source-api = API

## How far an import has come
import-state-running = Reading
import-state-finished = Finished
import-state-refused = Refused
import-state-cancelled = Cancelled
import-state-interrupted = Interrupted

## What came of one file
file-outcome-waiting = Waiting
file-outcome-new = New
file-outcome-known = Already kept
file-outcome-refused = Cannot be read
file-outcome-not_kept = Not kept

## Whether a record still rests on a claim
record-state-active = Active
record-state-withdrawn = Withdrawn

## Why an entry was made
entry-kind-entry = Entered
entry-kind-correction = Correction
entry-kind-withdrawal = Withdrawal

## How the entries of a figure stand to one another
figure-state-single = One source
figure-state-agreed = Sources agree
figure-state-contested = Sources differ

## Whether a figure is added into totals
counting-counted = Counted
counting-part = Not counted: part of another
counting-tier = Not counted: size class
counting-not_actual = Not counted: target or forecast
counting-cumulative = Not counted: cumulative
counting-contested = Not counted: sources differ
counting-not_additive = Not counted: does not add up
counting-resigned = Not counted: signed before

## By what figures can be looked at
facet-party = Party
facet-zone = Zone
facet-event = Event
facet-industry = Industry
facet-year = Year

## Kinds of records in the history
record-kind-team = Team
record-kind-import = Import
record-kind-announcement = Announcement
record-kind-claim = Claim
record-kind-event = Event
record-kind-organisation = Organisation
record-kind-person = Person of an organisation
record-kind-organisation_import = Import of organisations
record-kind-saved_view = Saved view
record-kind-project = Project
record-kind-entry = Figure entry
record-kind-account = Account
record-kind-membership = Membership
record-kind-ticket = One-time link
record-kind-token = Token

## Kinds of teams
team-kind-bureau = Commerce bureau
team-kind-zone = Zone committee
team-kind-council = Trade-promotion council
team-kind-chamber = Chamber
team-kind-service_point = Service point

## Languages of texts, short and in themselves
text-language-zh = 中文
text-language-ja = 日本語
text-language-en = EN
text-language-th = ไทย

## What is kept of organisations
fact-name = Name
fact-kind = Kind
fact-country = Country/region
fact-place = Place
fact-identifier = Number in a register
fact-industry = Industry
fact-parent = Belongs to
fact-size = Size
fact-founded = Founded
fact-website = Website
fact-email = E-mail
fact-phone = Telephone
fact-address = Address
fact-zone = Settled in
fact-ranking = Ranking
fact-note = Note
name-kind-legal = legal name
name-kind-short = short name
name-kind-former = former name
name-kind-brand = brand
number-verdict-holds = check digit holds
number-verdict-fails = check digit does not hold
number-verdict-unchecked = not checked
belongs-as-branch = branch or office
belongs-as-affiliate = subsidiary or affiliate
