# Today at a glance.

rail-home = Главная
rail-help = Помощь
rail-more = Ещё
home-calm = Сейчас ничего делать не нужно. Это хорошо.
home-knock = { $name } хочет войти в комнату «{ $title }».
home-answer = Ответить
home-draft = Вы начали писать в комнате «{ $title }».
home-go-on = Писать дальше
home-sheet = Лист восстановления откроет ваш профиль, если вы забудете секретную фразу. У вас его ещё нет.
home-compare = { $name } здесь. Сравните номера безопасности по телефону, чтобы убедиться, что это действительно тот самый человек.
home-compare-go = Сравнить
home-doors = У двери
home-new = Новое для вас
home-here = Сейчас здесь
home-begin = С чего начать
rooms-draft = Вы начали здесь писать
