### What a reader or a check has to say about its own work. One message per remark code; variables are the remark's arguments.

## About the bytes
remark-empty-input = ไม่มีข้อความเลย
remark-bad-bytes = มี { $count } ไบต์ที่ไม่ใช่ข้อความรหัส { $encoding }
remark-too-large = มี { $size } ไบต์ อ่านได้ไม่เกิน { $limit } ไบต์
remark-unreadable-format = อ่านไฟล์ { $format } นี้ไม่ได้: { $reason }
remark-no-text-in-document = ไฟล์ { $format } นี้ไม่มีข้อความ (อาจเป็นภาพสแกน)
remark-bad-line = อ่านบรรทัดนี้ไม่ได้: { $reason }
remark-looks-like-table = ดูเหมือนตารางข้อมูล ({ $format }) ไม่ใช่ประกาศ
remark-unknown-format = ไม่อ่าน { $found } อ่านได้เฉพาะข้อความ HTML, PDF และ docx
remark-not-a-docx = ไฟล์ ZIP นี้ไม่ใช่ docx: { $found }
remark-damaged-file = ไฟล์ { $format } นี้เสียหาย
remark-locked-file = ไฟล์ { $format } นี้ล็อกด้วยรหัสผ่าน
remark-not-a-sheet = { $found } ไม่ใช่ตาราง อ่านได้ XLSX, XLS, ODS และ CSV
remark-no-such-sheet = ไม่มีชีต { $found } ที่มีคือ: { $sheets }
remark-empty-sheet = ชีต { $sheet } ว่างเปล่า
remark-sheet-too-long = ชีตมีแถวเกินที่อ่านได้: { $limit }
remark-unpacks-too-large = ไฟล์ { $format } นี้เมื่อคลายแล้วเกิน { $limit } ไบต์
remark-parser-broke = ตัวอ่านหยุดขณะอ่าน { $format } นี้ จึงไม่ได้อ่านสิ่งใด
remark-parser-too-slow = การอ่าน { $format } นี้ใช้เวลาเกินกำหนด
remark-parser-out-of-memory = การอ่าน { $format } นี้ใช้หน่วยความจำเกินกำหนด
remark-parser-unavailable = เริ่มโปรแกรมอ่านไฟล์ไม่ได้: { $reason }
remark-lost-characters = มี { $count } อักขระใน { $format } นี้ที่อ่านไม่ออก แต่ละตัวแสดงเป็น �
remark-pages-skipped = หน้า { $pages } จาก { $total } หน้าอ่านไม่ได้และถูกข้าม
remark-nothing-found = ไม่พบข้อความในเนื้อหานี้ที่อ่านเป็นประกาศได้

## About a claim
remark-unit-from-context = “{ $quote }” ไม่มีหน่วยกำกับ จึงใช้ { $unit } ตามบริบท
remark-tier-not-amount = “{ $quote }” เป็นระดับขนาด ไม่ใช่จำนวนเงิน
remark-unknown-currency = ไม่ทราบสกุลเงินของ “{ $quote }”
remark-source-error = “{ $quote }” เก็บไว้ตามต้นฉบับ แต่เขียนเช่นนี้ไม่น่าถูกต้อง
remark-impossible-date = ไม่มีวันที่ “{ $quote }” ในปฏิทิน
remark-year-inferred = ไม่ได้ระบุปีไว้ที่นี่ ใช้ปี { $year } โดยอาศัย: { $basis }
remark-year-unknown = ไม่ได้ระบุปี
remark-flow-unclear = ไม่ได้ระบุว่าเป็นยอดเฉพาะงวดหรือยอดสะสม
remark-number-too-large = “{ $quote }” ใหญ่เกินกว่าจะเก็บได้อย่างแม่นยำ
remark-ambiguous = อ่านเป็นอย่างอื่นได้ด้วย: { $readings }

## About a check
remark-classes-differ = ส่วนย่อยเป็นคนละประเภท ({ $classes }): ใช้เทียบเท่านั้น ไม่รวมในทะเบียน
remark-companies-as-projects = นับบริษัทที่ลงนามเป็นโครงการ
remark-open-list = ระบุ { $stated } แต่ออกชื่อ { $listed } ที่เหลือไม่ได้ออกชื่อ
remark-no-parts = เนื้อหาไม่มีรายการย่อยให้รวม
remark-within-qualifier = { $found } อยู่ในขอบเขตของ “{ $stated }”
remark-other = { $text }
