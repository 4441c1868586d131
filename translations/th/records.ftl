### What the pages of events, organisations and projects have in common.

records-facts = ข้อมูลพื้นฐาน
records-names = ชื่อ
records-names-note = ตามที่แต่ละแหล่งเขียน
records-no-name = ไม่มีแหล่งใดระบุชื่อ
records-more-names = อีก { $count } แบบ
records-more = และอีก { $count } รายการ
records-sources = แหล่งที่มา
records-sources-count = { $count } ประกาศ
records-told-by = กล่าวถึงใน { $count } ประกาศ
records-no-sources = ไม่มีข้อความที่รับแล้วกล่าวถึง
records-no-figures = ไม่มีตัวเลข
records-figures-count = { $count } ตัวเลข
records-counted = การนับรวม
records-differ = ตัวเลขที่แหล่งที่มาไม่ตรงกัน
records-differ-count = ไม่ตรงกัน { $count } รายการ
records-none-chosen = ไม่เลือกค่าใดและไม่นับรวม กดตัวเลขเพื่อดูข้อความต้นทาง
records-withdrawn = ไม่มีข้อความที่รับแล้วกล่าวถึงรายการนี้อีก เก็บไว้เพื่อดูประวัติ
records-since = บันทึกเมื่อ
records-made-by = ผู้บันทึก
records-empty-hint = เมื่อตรวจประกาศและรับข้อความแล้ว รายการจะปรากฏที่นี่
records-name-kept = เจ้าหน้าที่กรอกหรือมาจากรายชื่อ
