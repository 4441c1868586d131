### The search over everything.

search-title = ค้นหา “{ $words }”
search-total = พบ { $count } รายการ
search-found = { $count } รายการ
search-all = ทั้งหมด { $count } รายการ
search-nothing-asked = ต้องการค้นหาอะไร
search-hint = พิมพ์คำที่อยู่ในประกาศ กิจกรรม องค์กร โครงการ หรือตัวเลข สองตัวอักษรก็พอ
search-none = ไม่พบ “{ $words }”
search-none-hint = ค้นตามตัวอักษรที่เขียน ลองใช้คำสั้นลง หรือภาษาของแหล่งที่มา
