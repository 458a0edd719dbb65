# People and comparing safety numbers.

people-title = 联系人
people-empty = 还没有人。邀请一个人，或使用别人发给您的链接。
people-waiting = 等待回应
people-invite = 邀请一个人
people-about = 和您一对一发消息的人。选择一个人查看更多。
person-write = 发消息
person-here = 现在在线
person-here-verified = 现在在线，号码已核对
person-away = 现在不在线
person-away-verified = 现在不在线，号码已核对
person-is-blocked = 已屏蔽
person-block-title = 屏蔽
person-block-text = 被屏蔽的人不能给您发消息，也看不到您是否在线。对方不会收到通知。
person-block = 屏蔽
person-blocked = 这个人已被屏蔽，不能给您发消息。
person-unblock = 取消屏蔽
safety-title = 安全号码
safety-text = 请与对方核对这些数字，可以打电话或面对面。如果相同，就没有人在中间偷听。
safety-coming = 正在计算号码…
safety-same = 数字相同
safety-verified = 您已核对过这个号码：没有人在中间偷看或偷听。
