### Signing in: the second factor, mail, passkeys, other services.

second-title = 两步验证
second-by = 密码之外，再用手机上的验证码
second-why = 即使有人得知您的密码，没有验证器应用中的六位验证码也无法登录。
second-asked = 本团队要求两步验证。启用之前无法使用其他功能。
second-is-on = 已启用，始于
second-is-off = 未启用。
second-off = 停用两步验证
second-scan = 用验证器应用扫描此图，然后输入应用显示的六位验证码。
second-picture = 供验证器应用扫描的二维码
second-type = 无法扫描？请手动输入此密钥：
second-done = 两步验证已就绪，其他浏览器均已退出登录。
do-second-on = 启用
do-second-off = 停用
do-second-change = 管理两步验证
do-second-reset = 移除两步验证
do-second-asked = 要求两步验证
do-second-not-asked = 不再要求
team-second-yes = 本团队要求每位成员启用两步验证；令牌不受影响。
team-second-no = 两步验证由成员自行决定。
team-second-hint = 用于手机丢失。该成员将在各处退出登录，通行密钥也会移除。理由选填。
recovery-title = 恢复码
recovery-why = 手机不在身边时，每个恢复码可代替一次验证码。请打印或妥善保存。
recovery-left = 还可使用 { $left } 个。生成新的恢复码后，原有的即作废。
recovery-kept = 已妥善保存
do-renew-recovery = 生成新的恢复码
account-code = 验证码
code-title = 输入验证码
code-by = 验证器应用显示的六位数字
code-hint = 也可以输入一个恢复码。
code-lost = 手机和恢复码都不在？请团队负责人移除您的两步验证。
problem-code-wrong = 验证码不正确、已过期或已使用。
flash-step-ended = 登录未完成，请重新输入密码。
flash-second-off = 两步验证已停用。
flash-second-reset = 两步验证和通行密钥已移除，该成员已在各处退出登录。
kind-sign-in-step = 进行中的登录
kind-offer = 待确认的密钥
kind-second-factor = 两步验证
forgotten-link = 忘记密码？
forgotten-title = 忘记密码
forgotten-by = 我们会把设置新密码的链接发到您的邮箱
forgotten-asked = 如果有使用此邮箱的账户，链接已发出，24 小时内有效。没有收到？请查看垃圾邮件，或联系团队负责人。
do-mail-link = 发送链接
mail-sent = 链接已发送至 { $to }。
mail-problem-address = 无法向此地址发送邮件。请直接转交以下链接。
mail-problem-time = 邮件服务器未及时响应，邮件可能未发出。请直接转交以下链接，并请管理员检查邮件设置。
mail-problem-way = 无法连接邮件服务器（{ $reason }）。请直接转交以下链接，并请管理员检查邮件设置。
mail-problem-refused = 邮件服务器拒收（{ $reason }）。请核对地址，或直接转交以下链接。
mail-invitation-subject = 邀请您加入 { $team }
mail-invitation-text = { $by } 邀请您加入 Samesky 中的“{ $team }”。

    请在 7 天内打开以下链接：
    { $link }
mail-reset-subject = 设置新密码
mail-reset-text = { $name }，您好：

    请在 24 小时内打开以下链接，设置新密码：
    { $link }
mail-foot = 链接仅可使用一次。如果与您无关，请忽略此邮件。
action-account-second-factor-on = 两步验证已启用
action-account-second-factor-off = 两步验证已停用
action-account-second-factor-reset = 两步验证已移除
action-account-recovery-codes = 已生成新的恢复码
action-account-recovery-used = 已使用恢复码
action-account-reset-mail = 已发送设置新密码的链接
action-team-second-factor = 两步验证要求已更改
cli-setting = 无法使用设置 { $setting }：{ $reason }
passkeys-title = 通行密钥
passkeys-why = 通行密钥保存在您的设备里，用指纹、面容或设备密码确认，登录时代替密码和验证码。
passkey-name-hint = 便于辨认，例如“办公电脑”。
passkey-failed = 设备未给出答复。请重试，或使用密码。
passkey-no-script = 添加通行密钥需要启用脚本。
do-make-passkey = 添加通行密钥
do-remove-passkey = 移除
do-sign-in-passkey = 使用通行密钥登录
do-sign-in-by = 通过 { $name } 登录
flash-passkey-made = 通行密钥已添加。
flash-passkey-removed = 通行密钥已移除。
flash-not-signed-in = 未登录：{ $text }
problem-passkey-refused = 此通行密钥不被接受。请重试，或使用密码。
problem-service-refused = 登录服务未应答或其答复无效。请重试，或使用密码；若仍不行，请联系管理员。
problem-service-unknown = 该服务中的身份在此没有账户，也没有有效的邀请。请团队负责人邀请您使用的邮箱。
kind-passkey = 通行密钥
action-account-service = 已关联登录服务
action-passkey-make = 通行密钥已添加
action-passkey-remove = 通行密钥已移除
