# The first steps, and how good a passphrase is.

welcome-step = Шаг { $step } из { $of }
welcome-language = Выберите язык
welcome-size = Какого размера должен быть текст?
welcome-size-text = Выберите то, что читается без усилий. Это можно изменить в любое время.
welcome-next = Дальше
welcome-missing-strength = Пожалуйста, придумайте более надёжную секретную фразу.
welcome-import = У меня есть профиль с другого компьютера
strength-empty = Хорошо подходят три-четыре слова, никак не связанные между собой.
strength-weak = Слишком легко угадать. Добавьте ещё слово.
strength-good = Хорошо. Угадать трудно.
strength-strong = Очень хорошо. Угадать очень трудно.
import-title = Перенести свой профиль
import-text = Выберите файл, который вы сохранили на другом компьютере. Всё из него перейдёт сюда.
import-file = Файл
import-choose = Выбрать файл
import-passphrase-hint = Секретная фраза, которую вы дали файлу при сохранении.
import-go = Перенести сюда
one-moment = Минутку…
cancel = Отмена
