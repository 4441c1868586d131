### Organisations: the list, one organisation.

organisations-by = บริษัท หน่วยงานรัฐ หอการค้า สถาบัน เขต ชื่อตามที่แหล่งที่มาเขียน
organisations-words = คำในชื่อ
organisations-count = { $count } องค์กร
organisations-empty = ยังไม่มีองค์กร
values-what = รายการ
values-title = ค่าที่บันทึก
values-officer = เจ้าหน้าที่กรอก
values-list = รายชื่อ แถว { $row }
