### The reader's settings.

settings-title = 設定
settings-by = このブラウザに保存します
settings-name = お名前
settings-name-hint = 80字まで。空欄の場合は「{ $account }」と記録します。
settings-name-why = 変更にはすべて担当者名が残ります。アカウントができるまでは、ここの名前を使います。
problem-name-too-long = 名前が長すぎるか、制御文字を含みます（{ $found }字）。80字までです。
flash-officer-kept = 保存しました。以後の変更には「{ $name }」と残ります。
flash-officer-forgotten = 名前を消去しました。
