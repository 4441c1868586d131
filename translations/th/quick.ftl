### Adding an organisation quickly.

quick-title = เพิ่มองค์กร
quick-by = ขณะพิมพ์จะแสดงรายการที่อาจเป็นรายเดียวกัน สิ่งที่เพิ่มแล้วยกเลิกได้
quick-add = เพิ่ม
quick-by-script = ดูจากตัวอักษร
quick-country = ประเทศ/ภูมิภาค
quick-country-hint = รหัสหรือชื่อ: JP, 日本, Japan
quick-no-number = ไม่มีเลขทะเบียน
quick-number = เลขทะเบียน
quick-same = ดูเหมือนมีอยู่แล้ว ({ $count }) โปรดตรวจดูก่อนเพิ่ม
quick-likely = อาจมีอยู่แล้ว ({ $count })
quick-another = เป็นคนละองค์กร: เพิ่มต่อไป
quick-open = เปิด
quick-added = เพิ่มแล้ว: { $name }
flash-addition-undone = ยกเลิกแล้ว ไม่เหลือสิ่งใดนอกจากประวัติ
problem-is-known = ทีมมีองค์กรนี้อยู่แล้ว
problem-is-used = มีรายการอ้างถึงแล้ว: ให้รวมหรือลบค่าของรายการแทน
action-organisation-take_back = ยกเลิกการเพิ่มองค์กร
