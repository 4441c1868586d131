### ค้นหาองค์กร

find-words = ชื่อ คำอ่าน หรือเลขทะเบียน
find-sort = ลำดับ
find-sort-fit = ตรงที่สุด
find-sort-name = ชื่อ
find-sort-newest = บันทึกใหม่สุด
find-sort-announcements = ประกาศมากสุด
find-many = มีจำนวนมาก จึงไม่ได้นับ
find-stopped = ตรวจดูหลายรายการแล้วยังไม่พบที่ตรง หน้าถัดไปจะค้นต่อ
find-first = ไปที่ต้นรายการ
find-columns = คอลัมน์
