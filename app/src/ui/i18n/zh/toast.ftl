# What passes by itself.

toast-copied = 已复制
toast-link-copied = 链接已复制。您可以把它粘贴到消息或邮件里。
toast-knock = { $name } 想进来。打开房间来回应。
toast-contact = 您和 { $name } 现在可以互相发消息了。
