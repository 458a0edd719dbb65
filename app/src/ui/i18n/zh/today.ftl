# Today at a glance.

rail-home = 首页
rail-help = 帮助
rail-more = 更多
home-calm = 现在没有什么需要您做的。这很好。
home-knock = { $name } 想进入 { $title }。
home-answer = 回应
home-draft = 您在 { $title } 里开始写了一段话。
home-go-on = 接着写
home-sheet = 忘了口令时，恢复单能打开您的资料。您还没有恢复单。
home-compare = { $name } 在线。请打电话核对安全号码，确定真的是这个人。
home-compare-go = 核对
home-doors = 门口
home-new = 新消息
home-here = 现在在线
home-begin = 开始做点什么
rooms-draft = 您在这里开始写了一段话
