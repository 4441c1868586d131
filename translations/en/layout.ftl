### The frame of every page: top bar, side list, footer, print head.

brand = Samesky
page-title = { $title } · Samesky
skip-to-content = Skip to content
menu = Menu
breadcrumb = You are here
search = Find
search-everything = Find announcements, companies, projects
language = Language
officer = Officer
no-officer = User of this machine
theme = Appearance
theme-system = As the system
theme-light = Light
theme-dark = Dark
printed-from = Printed from Samesky · { $time }
demo-notice = Demo: sample data, erased on exit. People and small companies are invented; figures from announcements carry their source.
foot-note = Every figure leads by its underline to the words it came from.

## The side list
nav-read = Read
nav-ledger = Ledger
nav-house = System
nav-overview = Overview
nav-announcements = Announcements
nav-import = Import
nav-checks = Checks
nav-figures = Figures
nav-events = Events
nav-organisations = Organisations
nav-projects = Projects
nav-history = History
nav-api = API
nav-components = Components
nav-help = Help
nav-count-waiting = { $count } waiting
nav-count-contradicted = { $count } contradicted

## The switch of the demo
demo-switch = See the same as
demo-role-officer = Officer
demo-role-owner = Owner
demo-role-viewer = Viewer
demo-role-service-point = Service point below
demo-role-guest = Guest
demo-role-nobody = Nobody
