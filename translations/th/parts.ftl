### Words that parts of any page use: buttons, lists, forms, messages.

## Buttons
do-save = บันทึก
do-cancel = ยกเลิก
do-close = ปิด
do-open = เปิด
do-back = กลับ
do-undo = เลิกทำ
do-print = พิมพ์
do-filter = กรอง
do-clear = ล้าง
do-search = ค้นหา
do-retry = ลองอีกครั้ง
do-download = ดาวน์โหลด { $format }
show-all = ทั้งหมด
show-table = ดูเป็นตาราง
show-source = ดูข้อความต้นทาง
working = กำลังทำงาน…

## Lists
pager-label = หน้า
pager-range = { $from }–{ $to } จาก { $total } รายการ
pager-previous = หน้าก่อน
pager-next = หน้าถัดไป
pager-page = หน้า { $page }
sorted-by = เรียงตาม { $column }
select-all = เลือกทั้งหมดในหน้านี้
select-row = เลือก { $name }
nothing-found = ไม่พบรายการที่ตรงเงื่อนไข
nothing-found-hint = ผ่อนเงื่อนไขหรือล้างตัวกรอง

## Forms
errors-title = ต้องแก้ไข { $count } จุด
error-at = { $field }: { $error }
error-required = โปรดกรอกช่องนี้
error-number = เขียนเป็นตัวเลข เช่น 20450000 หรือ 20.45 ล้าน
error-date = เขียนเป็น 2023-08-31, 2023-08, 2023 หรือ --08-31 เมื่อไม่ทราบปี

## Checks and provenance
difference = ต่าง { $amount }
check-stated = ระบุ { $amount }
check-listed = ออกชื่อ { $listed } ระบุ { $stated }
source-announcement = ประกาศ
source-paragraph = { $source } ย่อหน้าที่ { $paragraph }
source-entered = { $who } บันทึก { $when }
not-added = ไม่รวมจำนวนเงินต่างประเภทหรือต่างสกุล
progress-of = { $done } จาก { $total }
demo-badge = สมมติ

## Columns
column-what = รายการ
column-code = รหัส
column-value = ค่า
column-amount = จำนวนเงิน
column-unit = หน่วย
column-source = แหล่งที่มา
column-date = วันที่
column-stage = ระยะ
column-class = ประเภทเงิน
column-qualifier = คำขยาย
column-status = สถานะ
column-title = ชื่อเรื่อง
column-name = ชื่อ
column-language = ภาษา
column-publisher = ผู้เผยแพร่
column-published = วันที่เผยแพร่
column-claims = ข้อความที่อ่านได้
column-checks = ผลการตรวจ
column-measure = ตัวชี้วัด
column-subject = ของสิ่งใด
column-period = ช่วงเวลา
column-place = สถานที่
column-kind = ประเภท
column-who = ผู้ดำเนินการ
column-when = เมื่อ
column-why = เหตุผล
column-project = โครงการ
column-organisation = องค์กร
column-event = กิจกรรม
column-total = รวม
