//! Character references: `&eacute;`, `&#233;`, `&#xe9;`.

use crate::rich_text::cursor::Cursor;

/// The named references of HTML 4, the letters of Central Europe and Turkey,
/// and a few others that writers use: each name, then its character. Sorted by
/// name, in one string: a list of pairs would weigh twice as much.
pub(super) const NAMED: &str = "\
    AEligÆAMP&AacuteÁAbreveĂAcircÂAgraveÀAlphaΑAmacrĀAogonĄAringÅAtildeÃAumlÄBetaΒCOPY©CacuteĆ\
     CcaronČCcedilÇChiΧDagger‡DcaronĎDeltaΔDstrokĐETHÐEacuteÉEcaronĚEcircÊEgraveÈEmacrĒEogonĘ\
     EpsilonΕEtaΗEumlËGT>GammaΓGbreveĞIacuteÍIcircÎIdotİIgraveÌImacrĪIotaΙIumlÏKappaΚKcedilĶLT<\
     LambdaΛLcaronĽLstrokŁMuΜNacuteŃNcaronŇNcedilŅNewLine\nNtildeÑNuΝOEligŒOacuteÓOcircÔOdblacŐ\
     OgraveÒOmacrŌOmegaΩOmicronΟOslashØOtildeÕOumlÖPhiΦPiΠPrime″PsiΨQUOT\"REG®RcaronŘRhoΡSacuteŚ\
     ScaronŠScedilŞSigmaΣTHORNÞTab\tTauΤTcaronŤTcedilŢThetaΘUacuteÚUcircÛUdblacŰUgraveÙUmacrŪ\
     UpsilonΥUringŮUumlÜXiΞYacuteÝYumlŸZacuteŹZcaronŽZdotŻZetaΖaacuteáabreveăacircâacute´aeligæ\
     agraveàalefsymℵalphaαamacrāamp&and∧ang∠aogonąapos'aringåast*asymp≈atildeãaumläbdquo„betaβ\
     brvbar¦bsol\\bull•bullet•cacutećcap∩ccarončccedilçcedil¸cent¢check✓chiχcircˆclubs♣colon:\
     comma,commat@cong≅copy©crarr↵cross✗cup∪curren¤dArr⇓dagger†darr↓dash‐dcaronďdeg°deltaδdiams♦\
     divide÷dollar$dstrokđeacuteéecaroněecircêegraveèemacrēempty∅emsp\u{2003}emsp13\u{2004}\
     emsp14\u{2005}ensp\u{2002}eogonęepsilonεequals=equiv≡etaηethðeumlëeuro€excl!exist∃female♀\
     fnofƒforall∀frac12½frac13⅓frac14¼frac15⅕frac18⅛frac23⅔frac34¾frac38⅜frac58⅝frac78⅞frasl⁄\
     gammaγgbreveğge≥grave`gt>hArr⇔hairsp\u{200a}harr↔hearts♥hellip…horbar―hyphen‐iacuteíicircî\
     iexcl¡igraveìimacrīimageℑimathıinfin∞inodotıint∫iotaιiquest¿isin∈iumlïkappaκkcedilķlArr⇐\
     lambdaλlang⟨laquo«larr←lbrace{lbrack[lcaronľlceil⌈lcub{ldquo“le≤lfloor⌊lowast∗lowbar_loz◊\
     lpar(lrm\u{200e}lsaquo‹lsqb[lsquo‘lstrokłlt<macr¯male♂mdash—microµmiddot·minus−muμnabla∇\
     nacuteńnbsp\u{a0}ncaronňncedilņndash–ne≠ni∋not¬notin∉nsub⊄ntildeñnuνnum#numero№numsp\u{2007}\
     oacuteóocircôodblacőoeligœograveòoline‾omacrōomegaωomicronοoplus⊕or∨ordfªordmºoslashøotildeõ\
     otimes⊗oumlöpara¶part∂percnt%period.permil‰perp⊥phiφphone☎piπpivϖplus+plusmn±pound£prime′\
     prod∏prop∝psiψpuncsp\u{2008}quest?quot\"rArr⇒radic√rang⟩raquo»rarr→rbrace}rbrack]rcaronř\
     rceil⌉rcub}rdquo”realℜreg®rfloor⌋rhoρrlm\u{200f}rpar)rsaquo›rsqb]rsquo’sacuteśsbquo‚scaronš\
     scedilşsdot⋅sect§semi;shy\u{ad}sigmaσsigmafςsim∼sol/spades♠star☆starf★sub⊂sube⊆sum∑sup⊃sup1¹\
     sup2²sup3³supe⊇szligßtauτtcaronťtcedilţthere4∴thetaθthetasymϑthinsp\u{2009}thornþtilde˜times×\
     trade™uArr⇑uacuteúuarr↑ucircûudblacűugraveùumacrūuml¨upsihϒupsilonυuringůuumlüverbar|weierp℘\
     xiξyacuteýyen¥yumlÿzacuteźzcaronžzdotżzetaζzwj\u{200d}zwnj\u{200c}";

/// How many bytes the longest name has.
const LONGEST: usize = 8;

/// `text` with its character references resolved, by the rules of the HTML
/// Standard ("Named character reference state" and after). The references that
/// may lack their semicolon do so less freely inside attributes, lest
/// `?a=b&copy=c` loses its meaning.
///
/// A name that isn't in the table stays as it was written: a browser, which
/// knows two thousand, would find `&lt` in `&ltfoo;`.
pub(crate) fn decode(text: &str, in_attribute: bool) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut cursor = Cursor::new(text);
    loop {
        decoded.push_str(cursor.until(|b| b == b'&'));
        if !cursor.eat("&") {
            return decoded;
        }
        let start = cursor.at;
        let character =
            if cursor.eat("#") { numeric(&mut cursor) } else { named(&mut cursor, in_attribute) };
        if character.is_none() {
            cursor.at = start;
        }
        decoded.push(character.unwrap_or('&'));
    }
}

/// A reference by number, after its "&#".
fn numeric(cursor: &mut Cursor<'_>) -> Option<char> {
    let base = if cursor.eat("x") || cursor.eat("X") { 16 } else { 10 };
    let start = cursor.at;
    let mut code = 0u32;
    while let Some(digit) = char::from(cursor.peek(0)).to_digit(base) {
        // More than Unicode has; kept small, so that it can't wrap around.
        code = (code * base + digit).min(0x11_0000);
        cursor.at += 1;
    }
    if cursor.at == start {
        return None;
    }
    cursor.eat(";");
    // Numbers that were written with Windows-1252 in mind.
    const WINDOWS_1252: [u16; 32] = [
        0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039,
        0x152, 0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
        0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
    ];
    if let Some(meant) = WINDOWS_1252.get(code.wrapping_sub(0x80) as usize) {
        code = (*meant).into();
    }
    let character = char::from_u32(code).filter(|c| *c != '\0');
    Some(character.unwrap_or(char::REPLACEMENT_CHARACTER))
}

/// A reference by name, after its "&".
fn named(cursor: &mut Cursor<'_>, in_attribute: bool) -> Option<char> {
    let start = cursor.at;
    let name = cursor.until(|b| !b.is_ascii_alphanumeric());
    if cursor.eat(";") {
        return look_up(NAMED, name.as_bytes());
    }
    if in_attribute && cursor.peek(0) == b'=' {
        return None;
    }
    // "&eacutee" is "ée" in a text, and nothing special in an attribute.
    let mut length = name.len();
    while length > 1 {
        if length <= LONGEST
            && let Some(found) = look_up(NAMED, &name.as_bytes()[..length])
            && may_lack_semicolon(found)
        {
            cursor.at = start + length;
            return Some(found);
        }
        if in_attribute {
            break;
        }
        length -= 1;
    }
    None
}

/// The references of HTML 2 and 3 are those of Latin-1 and of markup itself.
fn may_lack_semicolon(character: char) -> bool {
    matches!(character, '\u{a0}'..='\u{ff}' | '&' | '<' | '>' | '"')
}

/// The character after `name` in a text of names, each with its character,
/// sorted by name: a binary search.
#[inline(never)]
pub(super) fn look_up(names: &str, name: &[u8]) -> Option<char> {
    let table = names.as_bytes();
    let (mut low, mut high) = (0, table.len());
    while low < high {
        // Back from the middle to where its entry begins.
        let mut start = (low + high) / 2;
        while !table[start].is_ascii_alphanumeric() {
            start -= 1;
        }
        while start > low && table[start - 1].is_ascii_alphanumeric() {
            start -= 1;
        }
        let mut end = start;
        while table[end].is_ascii_alphanumeric() {
            end += 1;
        }
        let character = names[end..].chars().next()?;
        match name.cmp(&table[start..end]) {
            core::cmp::Ordering::Equal => return Some(character),
            core::cmp::Ordering::Less => high = start,
            core::cmp::Ordering::Greater => low = end + character.len_utf8(),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries() -> Vec<(&'static str, char)> {
        let mut entries = Vec::new();
        let mut start = 0;
        for (at, c) in NAMED.char_indices().filter(|(_, c)| !c.is_ascii_alphanumeric()) {
            entries.push((&NAMED[start..at], c));
            start = at + c.len_utf8();
        }
        entries
    }

    #[test]
    fn every_name_is_found() {
        let entries = entries();
        assert!(entries.len() > 252 && entries.is_sorted());
        assert_eq!(entries.iter().map(|(name, _)| name.len()).max(), Some(LONGEST));
        for (name, character) in entries {
            assert_eq!(look_up(NAMED, name.as_bytes()), Some(character), "{name}");
            assert_eq!(decode(&format!("-&{name};-"), false), format!("-{character}-"));
        }
    }

    #[test]
    fn semicolons_may_be_missing_where_they_always_could() {
        assert_eq!(decode("caf&eacute au lait &amp th&eacutee", false), "café au lait & thée");
        assert_eq!(decode("&hellip &beta &apos", false), "&hellip &beta &apos");
    }

    #[test]
    fn attributes_keep_what_looks_like_a_query() {
        assert_eq!(decode("?a=b&copy=c&reg", true), "?a=b&copy=c®");
        assert_eq!(decode("?a=b&amp;copy=c&notit", true), "?a=b&copy=c&notit");
    }

    #[test]
    fn numbers() {
        assert_eq!(decode("&#233;&#xE9;&#x1F600;&#146;&#233!", false), "éé😀’é!");
        assert_eq!(
            decode("&#0;&#xD800;&#99999999999999999999;", false),
            "\u{fffd}\u{fffd}\u{fffd}"
        );
        assert_eq!(decode("&#;&#x;&#xg", false), "&#;&#x;&#xg");
    }

    #[test]
    fn what_is_no_reference_stays() {
        for text in ["&", "&&", "R&D", "a & b", "&unknown;", "& eacute;", "&é;", "&;", "&a"] {
            assert_eq!(decode(text, false), text);
        }
    }
}
