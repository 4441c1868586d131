### Names of the values of every code list. The key is the list, a hyphen, the word of the model.

## What a figure measures
measure-projects_signed = จำนวนโครงการที่ลงนาม
measure-agreements = จำนวนข้อตกลง
measure-total_investment = เงินลงทุนรวม
measure-investment = เงินลงทุน
measure-companies_attending = จำนวนบริษัทที่เข้าร่วม
measure-companies_settled = จำนวนบริษัทที่ตั้งกิจการ
measure-trade_volume = มูลค่าการค้า
measure-fdi_actual = ทุนต่างชาติที่ใช้จริง
measure-sales = ยอดขาย
measure-target = ค่าเป้าหมาย
measure-area = พื้นที่
measure-jobs = จำนวนตำแหน่งงาน
measure-other = ตัวชี้วัดอื่น

## Which money is meant
money-planned = มูลค่าตามแผน
money-signed = มูลค่าลงนาม
money-contracted = ทุนต่างชาติตามสัญญา
money-paid_in = เงินชำระจริง
money-fixed_assets = สินทรัพย์ถาวร
money-turnover = ยอดขาย
money-none = ไม่จัดประเภท

## How a stated number relates to the true one
qualifier-exact = แน่นอน
qualifier-over = กว่า
qualifier-under = เกือบ
qualifier-about = ราว
qualifier-tier = ระดับ

## Is, aimed at or expected
status-actual = ค่าจริง
status-target = เป้าหมาย
status-forecast = คาดการณ์

## Of the period or since the beginning
flow-flow = เฉพาะงวด
flow-cumulative = สะสม

## Kinds of events
event-type-signing = พิธีลงนาม
event-type-promotion_meeting = งานชักชวนการลงทุน
event-type-forum = ฟอรัม
event-type-matchmaking = งานจับคู่ธุรกิจ
event-type-zone_launch = พิธีเปิดเขตหรือสำนักงาน
event-type-visit = การเยือน
event-type-groundbreaking = พิธีวางศิลาฤกษ์
event-type-exhibition = งานแสดงสินค้า
event-type-other = กิจกรรมอื่น

## How an event is held
mode-on_site = ในสถานที่
mode-online = ออนไลน์
mode-hybrid = ในสถานที่และออนไลน์

## Where a date was taken from
date-basis-text = ระบุในเนื้อหา
date-basis-published = จากวันที่เผยแพร่
date-basis-url = จากที่อยู่ของหน้าเว็บ
date-basis-reference = จากวันที่ที่กำหนดเมื่ออ่าน
date-basis-unknown = ไม่ทราบ

## What somebody is to an event
role-host = เจ้าภาพ
role-executing = ผู้ดำเนินงาน
role-co_organiser = ผู้ร่วมจัด
role-supporter = ผู้สนับสนุน

## Kinds of organisations
organisation-kind-company = บริษัท
organisation-kind-government = หน่วยงานรัฐ
organisation-kind-chamber = หอการค้าหรือสมาคม
organisation-kind-institute = สถาบันหรือมหาวิทยาลัย
organisation-kind-zone = เขตหรือนิคม
organisation-kind-other = องค์กรอื่น

## What a check compares
rule-sum = ผลรวมจำนวนเงิน
rule-count = ผลรวมจำนวนนับ
rule-part_of = ส่วนย่อยไม่เกินทั้งหมด
rule-listed = รายชื่อกับจำนวน
rule-repeated = พาดหัวกับเนื้อหา
rule-across = เทียบกับประกาศอื่น

## What a check came to
verdict-reconciled = ตรงกัน
verdict-consistent = สอดคล้อง
verdict-contradicted = ขัดแย้ง
verdict-unknown = ตัดสินไม่ได้

## What a number expression is
quantity-number = ตัวเลข
quantity-ordinal = ลำดับที่
quantity-percent = ร้อยละ
quantity-money = จำนวนเงิน
quantity-count = จำนวนนับ
quantity-dimension = ขนาด
quantity-date = วันที่
quantity-date_range = ช่วงวันที่
quantity-time = เวลา
quantity-duration = ระยะเวลา

## How far a project has come
stage-lead = เบาะแส
stage-assessed = ประเมินแล้ว
stage-negotiating = เจรจา
stage-signed = ลงนามแล้ว
stage-registered = จดทะเบียนแล้ว
stage-under_construction = กำลังก่อสร้าง
stage-in_production = เปิดดำเนินการ
stage-expansion = ขยายการลงทุน
stage-stalled = ชะงัก
stage-cancelled = ยกเลิก
stage-moved_away = ย้ายออก

## How far an announcement has come
announcement-state-new = ใหม่
announcement-state-in_review = กำลังตรวจทาน
announcement-state-reviewed = ตรวจทานแล้ว

## Format of an original
source-format-text = ข้อความล้วน
source-format-html = หน้าเว็บ
source-format-pdf = PDF
source-format-docx = เอกสาร Word

## What a claim speaks of
claim-kind-event = กิจกรรม
claim-kind-figure = ตัวเลข
claim-kind-organisation = องค์กร
claim-kind-project = โครงการ

## What was decided on a claim
claim-state-pending = รอตรวจ
claim-state-accepted = รับแล้ว
claim-state-corrected = แก้ไขแล้ว
claim-state-rejected = ไม่รับ

## How an import came
import-source-command = บรรทัดคำสั่ง
import-source-upload = อัปโหลด
import-source-paste = วางข้อความ
import-source-api = API

## How far an import has come
import-state-running = กำลังอ่าน
import-state-finished = เสร็จแล้ว
import-state-refused = ไม่รับเข้า
import-state-cancelled = ยกเลิกแล้ว
import-state-interrupted = หยุดกลางคัน

## What came of one file
file-outcome-waiting = รออ่าน
file-outcome-new = ประกาศใหม่
file-outcome-known = มีอยู่แล้ว
file-outcome-refused = อ่านไม่ได้
file-outcome-not_kept = ไม่ได้เก็บ

## Whether a record still rests on a claim
record-state-active = ใช้อยู่
record-state-withdrawn = ถอนแล้ว

## Why an entry was made
entry-kind-entry = ลงทะเบียน
entry-kind-correction = แก้ไข
entry-kind-withdrawal = ถอน

## How the entries of a figure stand to one another
figure-state-single = แหล่งเดียว
figure-state-agreed = หลายแหล่งตรงกัน
figure-state-contested = แหล่งไม่ตรงกัน

## Whether a figure is added into totals
counting-counted = นับรวม
counting-part = ไม่นับ: รวมอยู่ในยอดอื่นแล้ว
counting-tier = ไม่นับ: เป็นระดับขนาด
counting-not_actual = ไม่นับ: เป้าหมายหรือคาดการณ์
counting-cumulative = ไม่นับ: ยอดสะสม
counting-contested = ไม่นับ: แหล่งไม่ตรงกัน
counting-not_additive = ไม่นับ: รวมกันไม่ได้
counting-resigned = ไม่นับ: ลงนามซ้ำ

## By what figures can be looked at
facet-party = คู่ความร่วมมือ
facet-zone = เขตหรือนิคม
facet-event = กิจกรรม
facet-industry = อุตสาหกรรม
facet-year = ปี

## Kinds of records in the history
record-kind-team = ทีม
record-kind-import = การนำเข้า
record-kind-announcement = ประกาศ
record-kind-claim = ข้อความอ้าง
record-kind-event = กิจกรรม
record-kind-organisation = องค์กร
record-kind-person = บุคคลขององค์กร
record-kind-organisation_import = การนำเข้ารายชื่อองค์กร
record-kind-saved_view = มุมมองที่บันทึกไว้
record-kind-project = โครงการ
record-kind-entry = รายการตัวเลข
record-kind-account = บัญชี
record-kind-membership = สมาชิกภาพ
record-kind-ticket = ลิงก์ใช้ครั้งเดียว
record-kind-token = โทเค็น

## Kinds of teams
team-kind-bureau = สำนักพาณิชย์
team-kind-zone = คณะกรรมการเขต
team-kind-council = สภาส่งเสริมการค้า
team-kind-chamber = หอการค้า
team-kind-service_point = จุดบริการ

## Languages of texts, short and in themselves
text-language-zh = 中文
text-language-ja = 日本語
text-language-en = EN
text-language-th = ไทย

## What is kept of organisations
fact-name = ชื่อ
fact-kind = ประเภท
fact-country = ประเทศ/ภูมิภาค
fact-place = สถานที่
fact-identifier = เลขทะเบียน
fact-industry = อุตสาหกรรม
fact-parent = สังกัด
fact-size = ขนาด
fact-founded = ก่อตั้ง
fact-website = เว็บไซต์
fact-email = อีเมล
fact-phone = โทรศัพท์
fact-address = ที่อยู่
fact-zone = นิคมที่ตั้งกิจการ
fact-ranking = อันดับในรายชื่อ
fact-note = หมายเหตุ
name-kind-legal = ชื่อตามกฎหมาย
name-kind-short = ชื่อย่อ
name-kind-former = ชื่อเดิม
name-kind-brand = แบรนด์
number-verdict-holds = เลขตรวจสอบถูกต้อง
number-verdict-fails = เลขตรวจสอบไม่ถูกต้อง
number-verdict-unchecked = ยังไม่ตรวจสอบ
belongs-as-branch = สาขาหรือสำนักงาน
belongs-as-affiliate = บริษัทย่อยหรือในเครือ
