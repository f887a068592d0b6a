//! Modern Standard Arabic. What comes from elsewhere (names, reasons, places in
//! a document) is isolated (U+2068, U+2069), so that it keeps its own direction.

use super::{ArticleWords, CommentWords, ErrorWords, Language, MapWords, Plural};
use super::{begins_with_day, counted};
use crate::map::{ActorKind, Sign};
use crate::rich_text::Direction;

pub(super) const ARABIC: Language = Language {
    tag: "ar",
    direction: Direction::RightToLeft,
    months: None,
    article: ArticleWords {
        by: |authors| around("بقلم ", authors, ""),
        published: |date| ["نُشر ", preposition_of(date), date].concat(),
        modified: |date| ["حُدِّث ", preposition_of(date), date].concat(),
        reading_time: |plural, n| {
            const MINUTES: Noun = Noun {
                none: "أقل من دقيقة",
                one: "دقيقة واحدة",
                two: "دقيقتان",
                few: " دقائق",
                many: " دقيقة",
                other: " دقيقة",
            };
            counted("مدة القراءة: ", &MINUTES.count(plural, n), "", "")
        },
        credit: |who| around("المصدر: ", who, ""),
        corrections: "تصويبات",
        sources: "المصادر",
        see_on: |host| around("الاطلاع عليه في ", host, ""),
        on_the_map: |name| around("", name, "، على الخريطة"),
    },
    map: MapWords {
        title: "الأطراف والعلاقات بينها",
        actors: |plural, n| {
            const ACTORS: Noun = Noun {
                none: "لا أطراف",
                one: "طرف واحد",
                two: "طرفان",
                few: " أطراف",
                many: " طرفًا",
                other: " طرف",
            };
            ACTORS.count(plural, n)
        },
        relations: |plural, n| {
            const RELATIONS: Noun = Noun {
                none: "لا علاقات",
                one: "علاقة واحدة",
                two: "علاقتان",
                few: " علاقات",
                many: " علاقة",
                other: " علاقة",
            };
            RELATIONS.count(plural, n)
        },
        keyboard_hint: "بلوحة المفاتيح: تنقل الأسهم من طرف إلى آخر، \
            ويحدد مفتاح الإدخال (Enter) الطرف، ويغلقه مفتاح الخروج (Esc).",
        views: "طريقة العرض",
        network: "شبكة",
        table: "جدول",
        legend: "مفتاح الرموز",
        kind: |kind| match kind {
            ActorKind::State => "دولة",
            ActorKind::Person => "شخص",
            ActorKind::Organisation => "هيئة",
            ActorKind::Place => "مكان",
            ActorKind::Group => "جماعة",
            ActorKind::Event => "حدث",
        },
        sign: |sign| match sign {
            Sign::Cooperation => "تعاون",
            Sign::Conflict => "نزاع",
            Sign::Neutral => "حياد",
        },
        ended: "علاقة انتهت",
        actor: "الطرف",
        kind_heading: "النوع",
        role: "الدور",
        relations_heading: "العلاقات",
        relation: "العلاقة",
        from: "من",
        to: "إلى",
        period: "الفترة",
        mentions: "في المقال",
        mention: |number| ["الذكر ", number].concat(),
        no_mention: "لا يذكر المقال هذا الطرف.",
        no_relation: "لا علاقة معروفة.",
        close: "إغلاق",
        read_more: "للمزيد",
        since: |date| ["منذ ", year_of(date), date].concat(),
        until: |date| ["حتى ", year_of(date), date].concat(),
        period_between: |since, until| {
            ["من ", year_of(since), since, " إلى ", year_of(until), until].concat()
        },
        undated: "بلا تاريخ",
        selected: |name| around("الطرف المحدد: ", name, ""),
        deselected: "لم يعد أي طرف محددًا",
    },
    comments: CommentWords {
        heading: "التعليقات",
        count: |plural, n| {
            const COMMENTS: Noun = Noun {
                none: "لا تعليقات",
                one: "تعليق واحد",
                two: "تعليقان",
                few: " تعليقات",
                many: " تعليقًا",
                other: " تعليق",
            };
            COMMENTS.count(plural, n)
        },
        leave: "أضف تعليقًا",
        reply_to: |name| around("الرد على ", name, ""),
        text: "التعليق",
        name: "الاسم",
        email: "البريد الإلكتروني",
        email_hint: "لن يُنشر.",
        website: "الموقع الإلكتروني",
        optional: "اختياري",
        mandatory: "إلزامي",
        send: "نشر التعليق",
        sending: "جارٍ الإرسال…",
        posted: "نُشر تعليقك.",
        pending: "وصل تعليقك، وسيظهر بعد الموافقة عليه.",
        draft_kept: "ما زالت مسودتك هنا.",
        // The words that the accessible name, "reply to NAME", begins with.
        reply: "الرد",
        reply_to_name: |name| around("الرد على ", name, ""),
        cancel: "إلغاء",
        anonymous: "بلا اسم",
        in_reply_to: |name| around("ردًا على ", name, ""),
        deleted: "حُذف هذا التعليق.",
        loading: "جارٍ تحميل التعليقات…",
        none_yet: "لا تعليقات حتى الآن.",
        closed: "أُغلق باب التعليق.",
        unreachable: "خادم التعليقات لا يجيب.",
        retry: "إعادة المحاولة",
        local_only: "تبقى تعليقاتك في هذا المتصفح وحده، ولا يراها أحد غيرك.",
        required: "هذا الحقل مطلوب.",
        too_short: |plural, n| {
            let limit = CHARACTERS.count(plural, n);
            counted("النص قصير جدًا. الحد الأدنى: ", &limit, ".", "")
        },
        too_long: |plural, n| {
            let limit = CHARACTERS.count(plural, n);
            counted("النص طويل جدًا. الحد الأقصى: ", &limit, ".", "")
        },
        bad_email: "اكتب عنوان بريد إلكتروني كاملًا، مثل \u{2066}name@example.org\u{2069}.",
        bad_website: "اكتب عنوانًا كاملًا، مثل \u{2066}https://example.org\u{2069}.",
        form_errors: |plural, n| match plural {
            Plural::Zero => "لا حقول تحتاج إلى تصحيح.".into(),
            Plural::One => "يحتاج حقل واحد إلى تصحيح.".into(),
            Plural::Two => "يحتاج حقلان إلى تصحيح.".into(),
            Plural::Few => counted("تحتاج ", n, " حقول", " إلى تصحيح."),
            Plural::Many => counted("يحتاج ", n, " حقلًا", " إلى تصحيح."),
            Plural::Other => counted("يحتاج ", n, " حقل", " إلى تصحيح."),
        },
        no_answer: "خادم التعليقات لا يجيب. نصك محفوظ.",
        refused: |reason| around("رفض الخادم التعليق: ", reason, ""),
        refused_without_reason: "رفض الخادم التعليق. نصك محفوظ.",
        unclear: "ربما وصل تعليقك. راجع القائمة قبل أن ترسله مرة أخرى.",
        too_many: "تعليقات كثيرة في وقت قصير. انتظر قليلًا ثم أعد المحاولة.",
        stopped: "أوقفت الصفحة الإرسال. نصك محفوظ.",
    },
    errors: ErrorWords {
        not_found: "لا مقال في هذا العنوان.",
        unreachable: "تعذر الوصول إلى المقال. تحقق من اتصالك.",
        not_json: "ما في هذا العنوان ليس مقالًا يمكن قراءته.",
        wrong_document: |place| around("في وثيقة المقال خطأ: ", place, ""),
        no_source: "لا تذكر الصفحة أي مقال تعرضه.",
        wrong_backend: "التعليقات غير مضبوطة كما يجب في هذا الموقع.",
        wrong_map: "تعذر عرض خريطة الأطراف.",
    },
};

const CHARACTERS: Noun = Noun {
    none: "لا أحرف",
    one: "حرف واحد",
    two: "حرفان",
    few: " أحرف",
    many: " حرفًا",
    other: " حرف",
};

/// What a noun becomes with each category of number; one and two are said
/// without a digit, the others follow it.
struct Noun {
    none: &'static str,
    one: &'static str,
    two: &'static str,
    few: &'static str,
    many: &'static str,
    other: &'static str,
}

impl Noun {
    fn count(&self, plural: Plural, n: &str) -> String {
        match plural {
            Plural::Zero => self.none.into(),
            Plural::One => self.one.into(),
            Plural::Two => self.two.into(),
            Plural::Few => [n, self.few].concat(),
            Plural::Many => [n, self.many].concat(),
            Plural::Other => [n, self.other].concat(),
        }
    }
}

/// `value`, isolated from the direction of the words around it.
fn around(before: &str, value: &str, after: &str) -> String {
    [before, "\u{2068}", value, "\u{2069}", after].concat()
}

/// A day is preceded by « في »; "two days ago" says it all by itself.
fn preposition_of(date: &str) -> &'static str {
    if begins_with_day(date) { "في " } else { "" }
}

/// A year alone is called one.
fn year_of(date: &str) -> &'static str {
    if date.bytes().all(|byte| byte.is_ascii_digit()) { "عام " } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_category_has_its_form() {
        let count = ARABIC.comments.count;
        assert_eq!(count(Plural::Zero, "0"), "لا تعليقات");
        assert_eq!(count(Plural::One, "1"), "تعليق واحد");
        assert_eq!(count(Plural::Two, "2"), "تعليقان");
        assert_eq!(count(Plural::Few, "3"), "3 تعليقات");
        assert_eq!(count(Plural::Many, "11"), "11 تعليقًا");
        assert_eq!(count(Plural::Other, "100"), "100 تعليق");
    }

    #[test]
    fn a_year_alone_is_called_one() {
        assert_eq!((ARABIC.map.since)("2012"), "منذ عام 2012");
        assert_eq!((ARABIC.map.since)("يوليو 2012"), "منذ يوليو 2012");
    }

    #[test]
    fn names_keep_their_own_direction() {
        assert_eq!((ARABIC.comments.reply_to)("Ada"), "الرد على \u{2068}Ada\u{2069}");
    }
}
