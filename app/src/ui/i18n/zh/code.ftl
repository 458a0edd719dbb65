# Square codes and files.

link-code = 您的链接的二维码
link-code-text = 或者让对方拍下这个二维码，在 Hearth 里选这张照片。
join-picture-title = 或使用图片
join-picture-text = 如果有人给您看了二维码，请选它的照片，或拖到这里。
join-picture = 选择图片
join-picture-reading = 正在读取图片…
join-picture-read = 读取这张图片
file-path = 图片在哪里
fault-no-code = 这张图片里没有邀请。请重拍：拍下整个二维码，要清楚，不反光。
safety-code = 安全号码的二维码
safety-code-text = 如果两人在一起，也可以比对这两个二维码。
safety-differ = 如果不一样，请不要写私密的内容。请用别的方式，比如打电话，要一个新链接。
