### Signing in: the second factor, mail, passkeys, other services.

second-title = Second factor
second-by = Beside the password, a code from your phone
second-why = Whoever learns your password still cannot sign in without the six digits of your authenticator app.
second-asked = This team asks for a second factor. Until it is on, nothing else can be done here.
second-is-on = On since
second-is-off = Off.
second-off = Turn it off
second-scan = Scan this picture with an authenticator app, then type the six digits that it shows.
second-picture = QR code for an authenticator app
second-type = No camera? Type this key:
second-done = The second factor is ready. All other browsers are signed out.
do-second-on = Turn on
do-second-off = Turn off
do-second-change = Set up the second factor
do-second-reset = Take the second factor away
do-second-asked = Ask for a second factor
do-second-not-asked = Ask for it no more
team-second-yes = This team asks every member for a second factor. Tokens are not affected.
team-second-no = Members decide themselves whether they use a second factor.
team-second-hint = For a lost phone. The member is signed out everywhere and passkeys are removed. The reason is optional.
recovery-title = Recovery codes
recovery-why = Each stands in once for a code when your phone is gone. Print them or keep them somewhere safe.
recovery-left = { $left } are left. New ones make the old ones void.
recovery-kept = I have kept them
do-renew-recovery = Make new recovery codes
account-code = Code
code-title = Enter the code
code-by = The six digits of your authenticator app
code-hint = A recovery code will do as well.
code-lost = Neither phone nor recovery codes? An owner of your team can take the second factor away.
problem-code-wrong = This code is wrong, out of date or used already.
flash-step-ended = Signing in was not finished in time. Give your password again.
flash-second-off = The second factor is off.
flash-second-reset = The second factor and the passkeys are taken away; the member is signed out everywhere.
kind-sign-in-step = sign-in under way
kind-offer = key that waits for its first code
kind-second-factor = second factor
forgotten-link = Forgotten your password?
forgotten-title = Forgotten password
forgotten-by = A link for a new one comes by e-mail
forgotten-asked = If there is an account with this address, a link is on its way; it works for 24 hours. Nothing came? Look among the spam, or ask an owner of your team.
do-mail-link = Send the link
mail-sent = The link was sent to { $to }.
mail-problem-address = No message can be sent to this address. Hand the link below over yourself.
mail-problem-time = The mail server did not answer in time; the message may not have gone out. Hand the link below over yourself, and ask the administrator to look at the mail settings.
mail-problem-way = The mail server was not reached ({ $reason }). Hand the link below over yourself, and ask the administrator to look at the mail settings.
mail-problem-refused = The mail server refused the message ({ $reason }). Check the address, or hand the link below over yourself.
mail-invitation-subject = Invitation to { $team }
mail-invitation-text = { $by } invites you to { $team } in Samesky.

    Open this link within 7 days:
    { $link }
mail-reset-subject = A new password
mail-reset-text = Dear { $name },

    open this link within 24 hours to set a new password:
    { $link }
mail-foot = The link works once. If you did not expect this message, leave it alone.
action-account-second-factor-on = Second factor turned on
action-account-second-factor-off = Second factor turned off
action-account-second-factor-reset = Second factor taken away
action-account-recovery-codes = Recovery codes made
action-account-recovery-used = Recovery code used
action-account-reset-mail = Link for a new password mailed
action-team-second-factor = Whether a second factor is asked for changed
cli-setting = { $setting } cannot be used: { $reason }
passkeys-title = Passkeys
passkeys-why = A passkey is kept by your device, which asks for a finger, a face or its own code. It stands in for password and code.
passkey-name-hint = To tell it from others, such as “Office computer”.
passkey-failed = The device gave no answer. Try again, or use the password.
passkey-no-script = Adding a passkey needs scripts.
do-make-passkey = Add a passkey
do-remove-passkey = Remove
do-sign-in-passkey = Sign in with a passkey
do-sign-in-by = Sign in by { $name }
flash-passkey-made = The passkey is added.
flash-passkey-removed = The passkey is removed.
flash-not-signed-in = Not signed in: { $text }
problem-passkey-refused = This passkey is not accepted. Try again, or use the password.
problem-service-refused = The service did not answer, or its answer does not hold. Try again, or use the password; if it stays so, tell the administrator.
problem-service-unknown = Whom the service names has no account and no open invitation here. Ask an owner of your team to invite the address that you use there.
kind-passkey = passkey
action-account-service = Service to sign in by joined
action-passkey-make = Passkey added
action-passkey-remove = Passkey removed
