# Finding people and messages.

find-name = మనుషులను, సందేశాలను వెతకండి
find-looking = మీ సందేశాల్లో వెతుకుతోంది…
find-nothing = ఏమీ దొరకలేదు. చిన్న పదం లేదా వేరే పదం ప్రయత్నించండి.
find-no-messages = ఈ పదంతో సందేశాలు లేవు.
find-messages = సందేశాలు
