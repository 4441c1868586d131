### Projects: the list, one project.

projects-by = รายการใหม่ก่อน
projects-words = คำในชื่อ องค์กร หรือสถานที่
projects-year = ปีของกิจกรรม
projects-count = { $count } โครงการ
projects-empty = ยังไม่มีโครงการ
