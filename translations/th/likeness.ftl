### Organisations that may be one: what speaks for it, the pairs to be answered, the record of a claim, taking a record apart.

likeness-same = รายการเดียวกัน
likeness-ask = อาจเป็นรายการเดียวกัน
likeness-branch = เกี่ยวข้องกันแต่แยกรายการ
likeness-different = สองรายการ
duplicates-title = รายการที่อาจซ้ำ
duplicates-by = รายการที่อาจเป็นองค์กรเดียวกัน ใกล้เคียงที่สุดก่อน ระบบไม่รวมเอง
duplicates-open = รอพิจารณา ({ $count })
duplicates-later = ภายหลัง ({ $count })
duplicates-apart = ไม่ใช่องค์กรเดียวกัน ({ $count })
duplicates-none = ไม่มีรายการ
duplicates-none-text = องค์กรใหม่และที่แก้ไขจะถูกเปรียบเทียบกับองค์กรอื่น รายการที่อาจซ้ำจะแสดงที่นี่
duplicates-left = ยังไม่ได้เปรียบเทียบ: { $count }
duplicates-look = เปรียบเทียบตอนนี้
duplicates-count = { $count } คู่
duplicates-say-apart = ไม่ใช่องค์กรเดียวกัน
duplicates-say-later = ภายหลัง
duplicates-say-open = พิจารณาใหม่
flash-duplicate-apart = จำไว้ว่าเป็นสององค์กร
flash-duplicate-later = เก็บไว้ภายหลัง
flash-duplicate-open = เปิดพิจารณาใหม่แล้ว
flash-duplicates-looked = เปรียบเทียบแล้ว { $count } องค์กร
link-is = เชื่อมกับ
link-would = จะเชื่อมกับ
link-new = รายการใหม่
link-unclear = ยังไม่เชื่อม: ชื่อนี้เป็นของรายการที่ระบุว่าไม่ใช่รายการเดียวกัน โปรดเลือก
link-chosen = เจ้าหน้าที่เลือก
link-others = { $count ->
    [0] เลือกรายการอื่น
   *[other] เลือกรายการอื่น ({ $count } รายการ)
}
link-this = รายการนี้
link-make-new = รายการใหม่
link-by-name = กลับไปใช้ตามชื่อ
flash-claim-linked = ข้อความนี้เป็นของรายการที่เลือก
split-do = แยก
split-title = แยกองค์กร
split-by = สิ่งที่เลือกจะเป็นรายการของตัวเอง และย้อนกลับได้
split-what = สิ่งที่แยกออก
split-note = ทั้งสองรายการต้องมีชื่อ ข้อความที่อ้างจะอยู่กับรายการใหม่ และระบบจำว่าไม่ใช่องค์กรเดียวกัน
split-confirm = ทำเป็นรายการของตัวเอง
flash-organisation-split = เป็นรายการของตัวเองแล้ว ย้อนกลับได้ที่หน้าของรายการเดิม
problem-not-of-record = มีสิ่งที่เลือกซึ่งไม่ใช่ของรายการนี้
problem-changed-since = รายการที่แยกออกมีการเปลี่ยนแปลงแล้ว โปรดใช้การรวมแทน
action-organisation-apart = ตอบคู่ขององค์กร
action-organisation-split = แยกองค์กร
action-organisation-split_off = องค์กรที่เกิดจากการแยก
action-organisation-unsplit = ย้อนกลับการแยกองค์กร
action-claim-link = เลือกองค์กรของข้อความที่อ้าง
