### Messages that a request leaves for the next page.

flash-saved = บันทึกแล้ว
