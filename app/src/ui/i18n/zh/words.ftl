# Invitations in words, to be read out.

words-show = 用词语念出来
words-hide = 改为显示二维码
words-title = 同样的内容，用词语
words-say = 请把每一行连同编号念出来，比如在电话里，等对方说这一行对了再念下一行。对方在 Hearth 的“使用链接”里输入这些词语。
words-list = 词语的语言
words-type-text = 一次输入一行。英文等文字只需每个词的前四个字母。Hearth 会马上告诉您这一行对不对。
words-line = 第 { $number } 行
words-next = 下一行
words-done = 念完了
words-back = 改为粘贴链接
words-again = 重新开始
words-right = 目前正确
words-fits = 这一行是对的。
words-ends = 这一行是对的，也是最后一行。
words-length = 每行有六个词。只有最后一行可以少一些。
words-short = 每行有六个词。只有最后一行可以少一些。如果这就是最后一行，请对方再念一遍。
words-unknown = 第 { $number } 行：“{ $word }”不在词表里。请对方再念一遍。
words-wrong = 第 { $number } 行还不对。请对方再念一遍。
words-other = 这是第 { $other } 行的词。请对方念第 { $number } 行。
words-long = 第 { $number } 行的词太多，或者在最后一行之后。
words-missing = 到这里都对。还缺第 { $number } 行。
words-damaged = 每一行都对，但合起来不是邀请。请对方重新做一个。
