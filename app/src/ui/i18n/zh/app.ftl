# The name, and words used everywhere.

app-name = Hearth
back = 返回
you = 您
close = 关闭
scroll-bar = 对话中的位置
search-clear = 清空搜索
