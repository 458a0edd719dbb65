# The pages of the settings.

setting-look = Вид Hearth
setting-look-line = Язык, размер текста, цвета, простой вид
setting-privacy = Личное и тишина
setting-privacy-line = Что видят другие, скрытие, замок, уведомления
setting-passphrase = Секретная фраза
setting-passphrase-line = Придумать новую
setting-passphrase-text = Когда вы её смените, старая секретная фраза перестанет действовать.
setting-sheet = Лист восстановления
setting-sheet-there = Он у вас есть. Можно сделать новый
setting-sheet-none = У вас его ещё нет
setting-storage = Хранение
setting-storage-line = Сколько хранится, стереть комнату
setting-export = Взять всё с собой
setting-export-line = Один запертый файл для другого компьютера
setting-erase = Стереть мой профиль
setting-erase-line = Всё, что Hearth хранит на этом компьютере
setting-language = Язык
setting-colours = Цвета
setting-contrast = Контраст
contrast-standard = Мягкий
contrast-high = Сильный
setting-motion = Движение
motion-full = Движение разрешено
motion-reduced = Ничего не движется
setting-simple = Простой вид
setting-simple-text = Одно дело за раз, и всё крупнее.
setting-notices-text = Уведомление никогда не показывает, что написано.
notices-on = Сообщать о новом
offer-on = Предлагать, с кем поговорить
offer-on-text = Если в ваших словах слышно отчаяние, Hearth покажет, кто может выслушать. Он смотрит только на этом компьютере и никому не говорит.
setting-hide = Скрывать автоматически
setting-hide-text = Если так долго никто не трогал компьютер, Hearth закрывает то, что на экране. Связь остаётся.
setting-lock = Запирать автоматически
setting-lock-text = Через это время Hearth ещё и прерывает связь. Комнаты, где ничего не хранится, опустеют.
idle-never = Никогда
idle-minutes = { $count ->
    [one] Через { $count } минуту
    [few] Через { $count } минуты
    [many] Через { $count } минут
   *[other] Через { $count } минуты
}
idle-hours = { $count ->
    [one] Через { $count } час
    [few] Через { $count } часа
    [many] Через { $count } часов
   *[other] Через { $count } часа
}
passphrase-old = Нынешняя секретная фраза
passphrase-new = Новая секретная фраза
passphrase-change = Сменить секретную фразу
passphrase-changed = Ваша секретная фраза изменена.
storage-size = Hearth хранит на этом компьютере около { $size } МБ.
storage-rooms = Стереть комнату
storage-rooms-text = На этом компьютере будет стёрто всё из этой комнаты. У других останется то, что у них есть.
storage-none = Комнат нет.
storage-sure = Комната «{ $title }» и все её сообщения исчезнут с этого компьютера. Чтобы вернуться, нужна будет ссылка. Вернуть стёртое будет нельзя.
storage-erase = Стереть
export-text = Сохраняет ваш профиль, людей и комнаты в один запертый файл. Комнат, где ничего не хранится, в нём нет.
export-passphrase = Секретная фраза для файла
export-passphrase-hint = Файл откроет только тот, кто её знает. Она может отличаться от той, что открывает Hearth.
export-go = Сохранить файл
export-done = Сохранено. Храните файл и его секретную фразу отдельно друг от друга.
export-file = hearth-профиль
erase-text = Всё, что Hearth хранит на этом компьютере, будет уничтожено: профиль, люди, комнаты и сообщения. Вернуть будет нельзя.
erase-gone = Лист восстановления и секретная фраза больше не будут действовать.
erase-others = У других людей останутся сообщения, которые у них есть.
erase-disks = Некоторые диски какое-то время хранят старые данные. Без ключей, которые уничтожаются, их не прочитать.
erase-export = Сначала сохранить копию
erase-passphrase = Ваша секретная фраза, чтобы убедиться, что это вы
erase-go = Стереть всё
