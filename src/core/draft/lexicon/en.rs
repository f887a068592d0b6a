//! English.

use super::{Cue, Head, Lexicon, Wants};
use crate::map::{ActorKind, Sign};

pub(super) static ENGLISH: Lexicon = Lexicon {
    column: 1,
    noun_first: false,
    openers: "
        the a an this that these those his her its their our your my he she it they we you i
        in on at by for from to of with without under over after before since until during
        between among against despite about and or but so yet nor if as when while where
        because although though then thus however meanwhile still also now here there
        yesterday today tomorrow some many most several all each every no none few what who
        which why how whether once only even both another other such former according last
        next earlier later chart photo map one two three not more",
    no_names: "
        january february march april may june july august september october november december
        monday tuesday wednesday thursday friday saturday sunday internet web god christmas
        easter ramadan i north south east west northern southern eastern western ii iii iv vi
        afp reuters ap tv pdf covid covid-19 english mr mrs ms dr prof state republic
        constitution",
    titles: "
        mr mrs ms dr prof professor president general gen colonel col captain major lieutenant
        lt admiral minister secretary senator sen rep congressman congresswoman governor gov
        mayor king queen prince princess emir sheikh imam pope ambassador director chairman
        chairwoman chief judge chancellor spokesman spokeswoman spokesperson analyst scientist
        journalist historian chemist chemists leader premier sir lady lord",
    locatives: "in at near from to into across around outside over",
    particles: "of the for de la le el al bin ben ibn von van da di on",
    of: "of",
    verbs: "
        has have had is was will would said says wants wanted can could must may accuses
        accused announced announces argued asked believes called calls claims claimed
        condemned condemns considers decided declined demanded denied denies expects fears
        feared hopes imposed insists insisted offered plans pledged promised refused refuses
        rejected rejects seeks sought signed supports supported suspended threatened tried
        urged warned warns withdrew",
    organisation_words: "
        union organization organisation community council bank nations party movement front
        alliance league court committee commission fund ministry department agency university
        institute association federation assembly parliament senate congress house force
        forces army navy guard corps company corporation group post times journal press news
        office centre center foundation society service survey administration programme
        program network white kremlin pentagon protocol convention treaty command panel
        academy",
    place_words: "
        mount lake gulf cape island islands sea ocean river desert square street avenue bay
        valley region province camp delta canal strait base station pole coast peninsula
        mountains",
    thing_words: "prize award day cup act bill amendment war bible quran layer code",
    heads: &[
        Head {
            forms: "government governments authorities junta regime",
            kind: ActorKind::Organisation,
            wants: Wants::State,
        },
        Head {
            forms: "forces army troops soldiers military",
            kind: ActorKind::Organisation,
            wants: Wants::State,
        },
        Head {
            forms: "delegation negotiators envoys",
            kind: ActorKind::Organisation,
            wants: Wants::State,
        },
        Head {
            forms: "parliament congress senate assembly lawmakers",
            kind: ActorKind::Organisation,
            wants: Wants::State,
        },
        Head { forms: "ministry", kind: ActorKind::Organisation, wants: Wants::State },
        Head { forms: "embassy", kind: ActorKind::Organisation, wants: Wants::State },
        Head { forms: "police", kind: ActorKind::Organisation, wants: Wants::State },
        Head { forms: "opposition", kind: ActorKind::Organisation, wants: Wants::State },
        Head {
            forms: "group groups militia militias fighters gangs",
            kind: ActorKind::Organisation,
            wants: Wants::GroupWord,
        },
        Head { forms: "protesters refugees migrants", kind: ActorKind::Group, wants: Wants::State },
        Head { forms: "base camp", kind: ActorKind::Place, wants: Wants::Number },
        Head {
            forms: "spokesman spokeswoman spokesperson",
            kind: ActorKind::Person,
            wants: Wants::Nothing,
        },
        Head { forms: "ambassador", kind: ActorKind::Person, wants: Wants::State },
        Head { forms: "president", kind: ActorKind::Person, wants: Wants::State },
    ],
    group_words: "
        terrorist armed jihadist islamist rebel separatist insurgent paramilitary criminal
        extremist militant",
    cues: &[
        Cue("war", "war", Sign::Conflict),
        Cue("attack", "attack", Sign::Conflict),
        Cue("bomb", "bombing", Sign::Conflict),
        Cue("sanction", "sanctions", Sign::Conflict),
        Cue("broke", "break", Sign::Conflict),
        Cue("breaks", "break", Sign::Conflict),
        Cue("accus", "accusation", Sign::Conflict),
        Cue("condemn", "condemnation", Sign::Conflict),
        Cue("denounc", "denunciation", Sign::Conflict),
        Cue("threat", "threat", Sign::Conflict),
        Cue("concern", "concern", Sign::Conflict),
        Cue("agree", "agreement", Sign::Cooperation),
        Cue("accord", "agreement", Sign::Cooperation),
        Cue("treaty", "treaty", Sign::Cooperation),
        Cue("cooperat", "cooperation", Sign::Cooperation),
        Cue("allian", "alliance", Sign::Cooperation),
        Cue("ally", "alliance", Sign::Cooperation),
        Cue("partner", "partnership", Sign::Cooperation),
        Cue("support", "support", Sign::Cooperation),
        Cue("visit", "visit", Sign::Neutral),
        Cue("met", "meeting", Sign::Neutral),
    ],
    together: "named together",
    capital_of: "capital of",
    belongs_to: "belongs to",
    speaks_for: "speaks for",
};
