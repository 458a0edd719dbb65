# Square codes and files.

link-code = Your link as a square code
link-code-text = Or let the other person photograph this square and choose the picture in Hearth.
join-picture-title = Or use a picture
join-picture-text = If someone showed you a square code, choose its photo or drop it here.
join-picture = Choose a picture
join-picture-reading = Reading the picture…
join-picture-read = Read this picture
file-path = Where the picture is
fault-no-code = There is no invitation in this picture. Take it again: the whole square, sharp and without glare.
safety-code = Safety number as a square code
safety-code-text = Side by side, you can also compare these squares.
safety-differ = If they differ, do not write anything private. Ask for a new link in another way, for example by phone.
