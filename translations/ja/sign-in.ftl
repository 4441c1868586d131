### Signing in: the second factor, mail, passkeys, other services.

second-title = 2 段階認証
second-by = パスワードに加えて、スマートフォンのコードを使います
second-why = パスワードを知られても、認証アプリの 6 桁のコードがなければサインインできません。
second-asked = このチームでは 2 段階認証が必要です。有効にするまで、ほかの操作はできません。
second-is-on = 有効（設定日時）
second-is-off = 無効です。
second-off = 2 段階認証を無効にする
second-scan = 認証アプリでこの図を読み取り、表示された 6 桁のコードを入力してください。
second-picture = 認証アプリで読み取る QR コード
second-type = 読み取れないときは、このキーを入力してください：
second-done = 2 段階認証の準備ができました。ほかのブラウザーはサインアウトしました。
do-second-on = 有効にする
do-second-off = 無効にする
do-second-change = 2 段階認証を設定
do-second-reset = 2 段階認証を解除
do-second-asked = 2 段階認証を必須にする
do-second-not-asked = 必須にしない
team-second-yes = このチームではメンバー全員に 2 段階認証が必要です。トークンには影響しません。
team-second-no = 2 段階認証はメンバーの任意です。
team-second-hint = 端末をなくしたとき用です。全端末でサインアウトし、パスキーも削除します。理由は任意です。
recovery-title = 回復コード
recovery-why = 端末が手元にないとき、1 つにつき 1 回だけコードの代わりに使えます。印刷するか安全な場所に保存してください。
recovery-left = 残り { $left } 個です。新しく作ると、前のものは使えなくなります。
recovery-kept = 保存しました
do-renew-recovery = 新しい回復コードを作る
account-code = コード
code-title = コードを入力
code-by = 認証アプリに表示された 6 桁
code-hint = 回復コードも使えます。
code-lost = 端末も回復コードもないときは、チームの責任者に解除を依頼してください。
problem-code-wrong = コードが違うか、期限切れ、または使用済みです。
flash-step-ended = サインインが完了しませんでした。もう一度パスワードを入力してください。
flash-second-off = 2 段階認証を無効にしました。
flash-second-reset = 2 段階認証とパスキーを解除し、全端末でサインアウトしました。
kind-sign-in-step = 進行中のサインイン
kind-offer = 確認待ちのキー
kind-second-factor = 2 段階認証
forgotten-link = パスワードをお忘れですか？
forgotten-title = パスワードを忘れたとき
forgotten-by = 新しいパスワードのリンクをメールで送ります
forgotten-asked = このアドレスのアカウントがあれば、リンクを送りました。24 時間有効です。届かないときは迷惑メールを確認するか、チームの責任者に連絡してください。
do-mail-link = リンクを送る
mail-sent = リンクを { $to } に送りました。
mail-problem-address = このアドレスにはメールを送れません。次のリンクを直接渡してください。
mail-problem-time = メールサーバーが時間内に応答せず、送れなかった可能性があります。次のリンクを直接渡し、管理者に設定の確認を依頼してください。
mail-problem-way = メールサーバーに接続できません（{ $reason }）。次のリンクを直接渡し、管理者に設定の確認を依頼してください。
mail-problem-refused = メールサーバーに拒否されました（{ $reason }）。アドレスを確認するか、次のリンクを直接渡してください。
mail-invitation-subject = { $team } への招待
mail-invitation-text = { $by } さんが Samesky の「{ $team }」に招待しています。

    7 日以内に次のリンクを開いてください：
    { $link }
mail-reset-subject = 新しいパスワードの設定
mail-reset-text = { $name } さん

    24 時間以内に次のリンクを開き、新しいパスワードを設定してください：
    { $link }
mail-foot = リンクは 1 回だけ使えます。心当たりがなければ、このメールは無視してください。
action-account-second-factor-on = 2 段階認証を有効化
action-account-second-factor-off = 2 段階認証を無効化
action-account-second-factor-reset = 2 段階認証を解除
action-account-recovery-codes = 回復コードを再作成
action-account-recovery-used = 回復コードを使用
action-account-reset-mail = 新しいパスワードのリンクを送信
action-team-second-factor = 2 段階認証の要否を変更
cli-setting = 設定 { $setting } は使えません：{ $reason }
passkeys-title = パスキー
passkeys-why = パスキーは端末に保存され、指紋・顔・端末の暗証で確認します。パスワードとコードの代わりになります。
passkey-name-hint = 「職場の PC」など、見分けられる名前。
passkey-failed = 端末から応答がありませんでした。もう一度試すか、パスワードを使ってください。
passkey-no-script = パスキーの追加にはスクリプトが必要です。
do-make-passkey = パスキーを追加
do-remove-passkey = 削除
do-sign-in-passkey = パスキーでサインイン
do-sign-in-by = { $name } でサインイン
flash-passkey-made = パスキーを追加しました。
flash-passkey-removed = パスキーを削除しました。
flash-not-signed-in = サインインできませんでした：{ $text }
problem-passkey-refused = このパスキーは受け付けられません。もう一度試すか、パスワードを使ってください。
problem-service-refused = サインインサービスが応答しないか、応答が無効です。もう一度試すかパスワードを使い、続くときは管理者に連絡してください。
problem-service-unknown = このサービスの利用者には、ここでのアカウントも有効な招待もありません。チームの責任者に招待を依頼してください。
kind-passkey = パスキー
action-account-service = サインインサービスと関連付け
action-passkey-make = パスキーを追加
action-passkey-remove = パスキーを削除
