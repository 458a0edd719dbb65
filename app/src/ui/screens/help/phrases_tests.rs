//! What must be found, in every language, and what must be left alone.

use super::*;

const DESPAIR: &[&str] = &[
    "I just want to die.",
    "I want to die at night when nobody looks",
    "I want to die. At home nobody listens to me",
    "I want to die\nAt home nobody listens to me",
    "Not today. I want to die",
    "Я хочу умереть. Дома никто не слушает",
    "Quiero morir. En casa nadie me escucha",
    "Ich bin allein zu Hause. Will sterben.",
    "我想死，你们不懂",
    "我想死。你别管我",
    "Sometimes I think about KILLING  myself",
    "I don\u{2019}t want to live like this",
    "they'd be better off without me",
    "suicidal thoughts again",
    "Ya no quiero vivir así",
    "A veces pienso en el suicidio…",
    "Solo tengo ganas de morirme",
    "He pensado en quitarme la vida, la verdad",
    "kiero morirme ya",
    "J\u{2019}ai envie de mourir",
    "je veux plus vivre",
    "Je voudrais être morte",
    "J\u{2019}ai envie de me faire du mal",
    "je n\u{2019}ai plus la force de vivre",
    "Ich möchte sterben",
    "Ich will nicht mehr leben",
    "Ich habe daran gedacht, mir das Leben zu nehmen",
    "Ich will mein Leben beenden",
    "Moechte sterben",
    "Às vezes quero morrer",
    "não quero mais viver",
    "Só tenho vontade de morrer",
    "Já pensei em tirar a minha vida",
    "eles ficariam melhor sem mim",
    "Я не хочу жить",
    "думаю о самоубийстве",
    "Жить больше не хочется",
    "свести счёты с жизнью",
    "أُريد أن أموت",
    "لا أريد أن أعيش",
    "أفكر بالانتحار",
    "نفسي أموت وأرتاح",
    "ما بدي عيش",
    "मैं मरना चाहती हूँ",
    "आत्महत्या के बारे में सोचता हूँ",
    "अब तो मरने का मन करता है",
    "ख़ुदकुशी कर लूँ क्या",
    "जीने का मन नहीं है",
    "main marna chahti hu",
    "నాకు చనిపోవాలని ఉంది",
    "చచ్చిపోవాలనిపిస్తోంది",
    "ఇక నాకు బతకాలనిపించట్లేదు",
    "chanipovalani undi",
    "我真的想死了",
    "有时候不想活",
    "最近有轻生的念头",
    "活着没有意义",
    "もう死にたい",
    "消えたいです",
    "生きるのがつらい",
];

#[test]
fn despair_is_heard_in_every_language() {
    for text in DESPAIR {
        assert!(offer_help(text), "{text}");
    }
}

const EVERYDAY: &[&str] = &[
    "",
    "I don't want to die",
    "When it comes to that I want to die at home, not on a ward",
    "Quiero morir en casa",
    "Je veux mourir chez moi, entourée",
    "Я хочу умереть дома",
    "最期は家で死にたいと母は言っていた",
    "想死你了，快回来吧",
    "मैं घर पर मरना चाहती हूँ, अस्पताल में नहीं",
    "أريد أن أموت في بيتي",
    "I am afraid of dying, my mother died of this",
    "The chemo is killing me today",
    "The tumour is dying, says the doctor",
    "No quiero morir",
    "Esta quimio va a matarme",
    "Este cáncer puede quitarme la vida, o acabar con mi vida",
    "Tengo miedo de que la biopsia vaya a hacerme daño",
    "No quiero sufrir, tampoco quiero morir",
    "Ces médicaments vont me tuer",
    "La ponction va encore me faire du mal",
    "Je n\u{2019}ai aucune envie de mourir",
    "A quimio vai me matar",
    "Essa doença vai acabar com a minha vida",
    "Tenho medo de me machucar se cair",
    "Passou o tratamento e por fim a minha vida voltou ao normal",
    "Não quero sofrer nem quero morrer",
    "Die Chemo wird mich noch umbringen, sie bringt mich um den Schlaf",
    "Je ne veux pas mourir",
    "Ich will nicht sterben",
    "Ohne die Operation würde ich nicht mehr leben",
    "Der Krebs wird mir das Leben nehmen",
    "Ich wollte nie Suizid begehen",
    "Não quero morrer",
    "Я не хочу умереть",
    "Боюсь уснуть и не проснуться после наркоза",
    "Лучше умереть дома, чем в больнице",
    "لا أريد أن أموت",
    "مش عايز أموت",
    "ما بدي موت",
    "أخاف أن أموت بهذا المرض",
    "我不想死",
    "这么年轻生病，真不公平",
    "可以减轻生活负担",
    "化疗会不会伤害自己的身体",
    "死にたくない",
    "わたしにたいして、先生はやさしい",
    "がんがいなくなればいいのに",
    "Wir sehen uns morgen um 10 in der Ambulanz",
    "Take 10 mg in the morning and end your day with a walk",
    "मुझे कल अस्पताल जाना है",
    "मैं नहीं मरना चाहती",
    "मरने से डर लगता है, पिताजी इसी से गए",
    "मैं जीना चाहता हूँ",
    "నాకు చనిపోవాలని లేదు",
    "చనిపోతానేమోనని భయంగా ఉంది",
    "రేపు కీమో ఉంది",
];

#[test]
fn the_talk_of_a_ward_is_left_alone() {
    for text in EVERYDAY {
        assert!(!offer_help(text), "{text}");
    }
}

/// No phrase is written in a way that it could never be found.
#[test]
fn every_phrase_is_found_by_itself() {
    let lists: Lists = serde_json::from_str(include_str!("../../../../data/phrases.json")).expect("it parses");
    for phrase in lists.spaced.iter().chain(&lists.unspaced) {
        assert!(offer_help(phrase.trim_end_matches('*')), "{phrase}");
    }
}
