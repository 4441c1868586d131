### What the command line says.

cli-file-failed = { $path }: { $reason }
cli-not-loopback = เปิดที่ { $address } ไม่ได้: ยังไม่มีบัญชี ใครเข้าถึงก็แก้ไขได้ เริ่มที่ 127.0.0.1 หรือ [::1] สร้างบัญชีแรกด้วยลิงก์ที่แสดง แล้วเริ่มใหม่
cli-port-in-use = { $address } มีโปรแกรมอื่นใช้อยู่ เลือกพอร์ตอื่น เช่น --listen 127.0.0.1:8091
cli-cannot-listen = เปิดที่ { $address } ไม่ได้: { $reason }
cli-file-exists = มี { $path } อยู่แล้ว ไม่ได้เขียนทับ
cli-backup-done = สำรองไว้ที่ { $file } แล้ว: { $rows } แถว ณ { $at }
cli-restore-done = กู้คืนจาก { $file } แล้ว: { $rows } แถว ณ { $at }
cli-serving = เปิด { $url } ในเบราว์เซอร์ (Ctrl-C เพื่อหยุด)
cli-demo = นี่คือชุดสาธิต ข้อมูลเป็นตัวอย่างและจะหายไปเมื่อหยุด
cli-import-finished = นำเข้าแล้ว ใหม่ { $new } มีแล้ว { $known } อ่านไม่ได้ { $refused } ไม่บันทึก { $not_kept }
cli-import-refused = ไม่ได้นำเข้า: มีไฟล์ที่อ่านไม่ได้ (--skip-refused นำเข้าเฉพาะไฟล์อื่น) ใหม่ { $new } มีแล้ว { $known } อ่านไม่ได้ { $refused } ไม่บันทึก { $not_kept }
cli-import-cancelled = ยกเลิกแล้ว ไม่มีการบันทึก ใหม่ { $new } มีแล้ว { $known } อ่านไม่ได้ { $refused } ไม่บันทึก { $not_kept }
cli-import-interrupted = ถูกขัดจังหวะ ไม่มีการบันทึก ใหม่ { $new } มีแล้ว { $known } อ่านไม่ได้ { $refused } ไม่บันทึก { $not_kept }
cli-import-running = ยังทำงานอยู่ ใหม่ { $new } มีแล้ว { $known } อ่านไม่ได้ { $refused } ไม่บันทึก { $not_kept }
cli-new-database = สร้างฐานข้อมูลใหม่ที่ว่างเปล่าแล้ว: { $place }
