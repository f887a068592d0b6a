//! What a form may hold, and what is wrong with it.

use super::Draft;
use crate::search;

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The comment itself.
    Text,
    /// The reader's name.
    Name,
    /// The reader's e-mail address.
    Email,
    /// The reader's website.
    Website,
}

impl Field {
    /// All fields, in the order of the form.
    pub const ALL: [Field; 4] = [Field::Text, Field::Name, Field::Email, Field::Website];

    /// Their keys in a backend's description, in templates and in HTML's `name`.
    pub const KEYS: [&'static str; 4] = ["text", "name", "email", "website"];

    /// Its key.
    pub fn key(self) -> &'static str {
        Field::KEYS[self as usize]
    }

    /// The field that has this key.
    pub fn from_key(key: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.key() == key)
    }

    /// What `draft` holds in it.
    pub fn of(self, draft: &Draft) -> &str {
        draft.values()[self as usize]
    }
}

/// What a server wants of a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rule {
    /// It can't stay empty.
    pub required: bool,
    /// The fewest characters that it takes.
    pub min: usize,
    /// The most characters that it takes.
    pub max: Option<usize>,
}

/// What a server wants of a form; a field without a rule is not asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules(pub [Option<Rule>; 4]);

impl Rules {
    /// The rule of a field that is asked for.
    pub fn of(&self, field: Field) -> Option<Rule> {
        self.0[field as usize]
    }
}

/// Why a comment is not taken, by us or by the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A field has to be filled.
    Required,
    /// A field holds too little.
    TooShort,
    /// A field holds too much.
    TooLong,
    /// Not an e-mail address.
    BadEmail,
    /// Not the address of a website.
    BadWebsite,
    /// Too many comments in a short time.
    TooMany,
    /// The thread takes no more comments.
    Closed,
    /// The server has this very comment already.
    Duplicate,
    /// The server takes it for spam.
    Spam,
    /// The server takes comments of those only who are logged in.
    Login,
    /// The server wants a captcha solved.
    Captcha,
}

impl Cause {
    /// All causes.
    pub const ALL: [Cause; 11] = [
        Cause::Required,
        Cause::TooShort,
        Cause::TooLong,
        Cause::BadEmail,
        Cause::BadWebsite,
        Cause::TooMany,
        Cause::Closed,
        Cause::Duplicate,
        Cause::Spam,
        Cause::Login,
        Cause::Captcha,
    ];

    /// Their names in a backend's description and in the detail of the event
    /// `comment-failed`.
    pub const NAMES: [&'static str; 11] = [
        "required",
        "too-short",
        "too-long",
        "bad-email",
        "bad-website",
        "too-many",
        "closed",
        "duplicate",
        "spam",
        "login",
        "captcha",
    ];

    /// Its name.
    pub fn as_str(self) -> &'static str {
        Cause::NAMES[self as usize]
    }

    /// The cause that has this name.
    pub fn from_name(name: &str) -> Option<Cause> {
        Cause::ALL.into_iter().find(|cause| cause.as_str() == name)
    }
}

/// The draft as it is sent: without spaces around its values, and with the
/// `https://` that people leave out of a website's address.
pub fn tidy(draft: &Draft) -> Draft {
    let mut tidy = draft.clone();
    for value in tidy.places() {
        *value = value.trim().into();
    }
    if !tidy.website.is_empty() && search::find(&tidy.website, "://").is_none() {
        tidy.website.insert_str(0, "https://");
    }
    tidy
}

/// What is wrong with a draft (see [`tidy`]), in the order of the form.
pub fn check(draft: &Draft, rules: &Rules) -> Vec<(Field, Cause)> {
    let mut wrong = Vec::new();
    for field in Field::ALL {
        let Some(rule) = rules.of(field) else { continue };
        let value = field.of(draft);
        let length = value.chars().count();
        let cause = if length == 0 {
            if !rule.required {
                continue;
            }
            Cause::Required
        } else if length < rule.min {
            Cause::TooShort
        } else if rule.max.is_some_and(|max| length > max) {
            Cause::TooLong
        } else if field == Field::Email && !looks_like_email(value) {
            Cause::BadEmail
        } else if field == Field::Website && !looks_like_website(value) {
            Cause::BadWebsite
        } else {
            continue;
        };
        wrong.push((field, cause));
    }
    wrong
}

/// Whether this can be an e-mail address: something, one `@`, a host with a
/// dot. Whether it is one, only a mail can tell.
fn looks_like_email(text: &str) -> bool {
    let user = search::until(text, b"@");
    let Some(host) = text.get(user.len() + 1..) else { return false };
    !user.is_empty() && !has_space(text) && looks_like_host(host)
}

/// Whether this is the address of a website, with its scheme.
pub(super) fn looks_like_website(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return false;
    };
    let authority = search::until(rest, b"/?#");
    // What stands before an "@" is a password, or meant to mislead.
    let host = search::until(authority, b":");
    let port = authority.get(host.len() + 1..).unwrap_or("");
    !has_space(text)
        && port.bytes().all(|byte| byte.is_ascii_digit())
        && (host == "localhost" || looks_like_host(host))
}

fn looks_like_host(host: &str) -> bool {
    let labels = search::parts(host, b'.');
    labels.len() > 1
        && !labels.contains(&"")
        && search::until(host, b"@,;()<>\"\\/").len() == host.len()
}

fn has_space(text: &str) -> bool {
    text.chars().any(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> Rules {
        let optional = Some(Rule::default());
        Rules([
            Some(Rule { required: true, min: 3, max: Some(10) }),
            Some(Rule { required: true, ..Rule::default() }),
            optional,
            optional,
        ])
    }

    fn draft(text: &str, name: &str, email: &str, website: &str) -> Draft {
        tidy(&Draft {
            text: text.into(),
            name: name.into(),
            email: email.into(),
            website: website.into(),
            ..Draft::default()
        })
    }

    #[test]
    fn each_field_is_told_what_is_wrong_with_it() {
        assert_eq!(check(&draft("Bonjour", "Ann", "", ""), &rules()), []);
        assert_eq!(
            check(&draft(" \n ", " ", "ann", "not a site"), &rules()),
            [
                (Field::Text, Cause::Required),
                (Field::Name, Cause::Required),
                (Field::Email, Cause::BadEmail),
                (Field::Website, Cause::BadWebsite),
            ]
        );
        assert_eq!(check(&draft("ab", "A", "", ""), &rules()), [(Field::Text, Cause::TooShort)]);
        let eleven = "éééééééééé!";
        assert_eq!(check(&draft(eleven, "A", "", ""), &rules()), [(Field::Text, Cause::TooLong)]);
    }

    #[test]
    fn a_field_that_is_not_asked_for_is_not_checked() {
        let only_text = Rules([rules().of(Field::Text), None, None, None]);
        assert_eq!(check(&draft("Bonjour", "", "nope", "nope"), &only_text), []);
    }

    #[test]
    fn emails_by_their_shape() {
        for good in ["a@example.org", "a.b+c@sub.example.org", "été@exemple.ne"] {
            assert!(looks_like_email(good), "{good}");
        }
        for bad in ["a", "@example.org", "a@", "a@b", "a@b..c", "a@@b.c", "a b@example.org", "a@.b"]
        {
            assert!(!looks_like_email(bad), "{bad}");
        }
    }

    #[test]
    fn websites_by_their_shape() {
        for good in ["example.org", " https://example.org/a?b#c", "http://localhost:8000/"] {
            assert!(looks_like_website(&draft("", "", "", good).website), "{good}");
        }
        for bad in ["nope", "javascript:alert(1)", "https://", "https://a@b.org", "ftp://a.org"] {
            assert!(!looks_like_website(&draft("", "", "", bad).website), "{bad}");
        }
    }

    #[test]
    fn names_are_in_the_order_of_what_they_name() {
        assert_eq!(Field::ALL.map(|field| field as usize), [0, 1, 2, 3]);
        let in_order: Vec<usize> = (0..Cause::ALL.len()).collect();
        assert_eq!(Cause::ALL.map(|cause| cause as usize).to_vec(), in_order);
        assert_eq!(Cause::from_name("closed"), Some(Cause::Closed));
        assert_eq!(Cause::TooLong.as_str(), "too-long");
    }
}
