### The reader's settings.

settings-title = การตั้งค่า
settings-by = เก็บไว้ในเบราว์เซอร์นี้
settings-name = ชื่อของคุณ
settings-name-hint = ไม่เกิน 80 ตัวอักษร หากเว้นว่างจะบันทึกเป็น “{ $account }”
settings-name-why = ทุกการแก้ไขมีชื่อกำกับ จนกว่าจะมีบัญชีผู้ใช้ จะใช้ชื่อจากที่นี่
problem-name-too-long = ชื่อยาวเกินไปหรือมีอักขระควบคุม ({ $found } ตัวอักษร) ไม่เกิน 80
flash-officer-kept = บันทึกแล้ว การแก้ไขต่อจากนี้จะใช้ชื่อ “{ $name }”
flash-officer-forgotten = ล้างชื่อแล้ว
