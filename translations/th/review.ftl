### Review of an announcement: words for its text, its claims, what can be done with them.

review-title = ตรวจทาน: { $title }
review-text = ข้อความของประกาศ
review-claims = ข้อความอ้าง
review-claim = ข้อความอ้าง { $number }
review-progress = ตรวจแล้ว { $done } จาก { $total }
review-accept = รับ
review-correct = แก้ไขแล้วรับ
review-reject = ไม่รับ
review-reopen = ตัดสินใหม่
review-add = เพิ่มข้อความอ้าง
review-add-hint = เลือกข้อความในเนื้อหาแล้วเลือกประเภท
review-accept-clear = รับทั้งหมดที่ไม่มีหมายเหตุ ({ $count } รายการ)
review-was = อ่านได้เป็น: { $value }
review-decided-by = { $who } { $when }
review-stale = { $who } เพิ่งแก้รายการนี้ ด้านล่างคือเนื้อหาปัจจุบัน โปรดตัดสินใจอีกครั้ง
review-key-move = ถัดไป ก่อนหน้า
review-key-accept = รับ
review-key-reject = ไม่รับ
review-key-edit = แก้ไข
review-key-text = ไปยังเนื้อหา
review-key-undo = เลิกทำ
review-keys-not-needed = หากไม่มีแป้นพิมพ์ ใช้ปุ่มทำได้เหมือนกัน
