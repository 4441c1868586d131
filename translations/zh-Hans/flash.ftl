### Messages that a request leaves for the next page.

flash-saved = 已保存。
