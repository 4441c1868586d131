### The frame of every page: top bar, side list, footer, print head.

brand = Samesky
page-title = { $title } · Samesky
skip-to-content = ข้ามไปยังเนื้อหา
menu = เมนู
breadcrumb = ตำแหน่งของหน้า
search = ค้นหา
search-everything = ค้นหาประกาศ บริษัท โครงการ
language = ภาษา
officer = เจ้าหน้าที่
no-officer = ผู้ใช้เครื่องนี้
theme = การแสดงผล
theme-system = ตามระบบ
theme-light = สว่าง
theme-dark = มืด
printed-from = พิมพ์จาก Samesky · { $time }
demo-notice = สาธิต: ข้อมูลตัวอย่าง ลบเมื่อปิดโปรแกรม บุคคลและบริษัทขนาดเล็กเป็นเรื่องสมมติ ตัวเลขจากประกาศมีแหล่งที่มากำกับ
foot-note = ตัวเลขทุกตัวที่ขีดเส้นใต้เชื่อมไปยังข้อความต้นทาง

## The side list
nav-read = อ่านเข้า
nav-ledger = ทะเบียน
nav-house = ระบบ
nav-overview = ภาพรวม
nav-announcements = ประกาศ
nav-import = นำเข้า
nav-checks = การตรวจเทียบ
nav-figures = ตัวเลข
nav-events = กิจกรรม
nav-organisations = องค์กร
nav-projects = โครงการ
nav-history = ประวัติการแก้ไข
nav-api = API
nav-components = ส่วนประกอบ
nav-help = ช่วยเหลือ
nav-count-waiting = รออยู่ { $count } รายการ
nav-count-contradicted = ขัดแย้ง { $count } รายการ

## The switch of the demo
demo-switch = ดูในฐานะ
demo-role-officer = เจ้าหน้าที่
demo-role-owner = เจ้าของ
demo-role-viewer = ผู้ชม
demo-role-service-point = จุดบริการของทีม
demo-role-guest = ผู้มาเยือน
demo-role-nobody = ผู้ไม่ลงชื่อเข้าใช้
