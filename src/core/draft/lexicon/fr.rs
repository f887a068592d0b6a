//! French.

use super::{Cue, Head, Lexicon, Wants};
use crate::map::{ActorKind, Sign};

pub(super) static FRENCH: Lexicon = Lexicon {
    column: 0,
    noun_first: true,
    openers: "
        le la les l un une des du de d ce cet cette ces son sa ses leur leurs notre nos votre
        vos mon ma mes il elle ils elles on nous vous je j c s n qu y a au aux en dans sur
        sous pour par avec sans chez vers depuis pendant selon apres avant entre contre malgre
        lors face quant et ou mais car donc or ni si comme quand lorsque lorsqu puisque puisqu
        alors ainsi aussi toutefois cependant pourtant enfin ensuite puis hier demain aujourd
        ici la-bas certains certaines plusieurs tout tous toute toutes chaque aucun aucune
        beaucoup peu que qui quoi dont pourquoi comment reste voici voila outre parmi jusqu
        jusque autre autres meme deja encore seul seule samedi ancien ancienne president
        presidente carte photo vue dessin",
    no_names: "
        etat etats republique dieu internet web constitution histoire janvier fevrier mars
        avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi
        jeudi vendredi samedi dimanche nord sud est ouest noel paques ramadan m mme mlle mm dr
        pr me mgr i ii iii iv vi vii viii ix xi xii xiv xv xvi xviii xix xx xxi afp reuters ap
        tv pdf covid covid-19",
    titles: "
        m mme mlle mm dr pr me mgr general generale colonel capitaine commandant commandante
        lieutenant amiral president presidente ministre senateur senatrice depute deputee
        maire roi reine prince princesse emir cheikh imam pape professeur professeure docteur
        journaliste ambassadeur ambassadrice gouverneur gouverneure directeur directrice
        secretaire chef cheffe avocat avocate juge procureur procureure chancelier chanceliere
        porte-parole monsieur madame ecrivain ecrivaine chercheur chercheuse historien
        historienne opposant opposante militant militante",
    locatives: "a au aux dans depuis vers pres en sur via",
    particles: "de du des d la le les l ben bin ibn el al ould ag von van da dos di",
    of: "de du des d",
    verbs: "
        a ont avait avaient aura est etait sera dit disait juge jugeait veut voulait peut doit
        accuse accusait affirme affirmait annonce annoncait appelle assure attend cherche
        cherchait compte condamne conteste craint craignait decide demande demandait denonce
        denoncait dement entend espere estime estimait exige explique fait invite invoque
        menace n ne negocie nie parle pense perd plaide prefere prend promet propose prone
        qualifie reagit reclame reconnait refuse refusait rejette remercie renonce repond
        reproche retire rompt s se signe souhaite soupconne soutient soutenait suspend tente
        va voit",
    organisation_words: "
        union organisation communaute conseil banque nations parti mouvement front alliance
        ligue haute cour comite commission fonds ministere agence universite institut
        association federation confederation assemblee parlement senat congres tribunal
        compagnie societe groupe radio journal maison-blanche kremlin elysee pentagone
        croix-rouge centre forum office observatoire reseau syndicat collectif brigade garde
        armee etat-major hopital",
    place_words: "
        mont lac golfe cap ile iles mer ocean fleuve riviere desert place rue avenue boulevard
        port pont vallee region province camp delta canal detroit plateau",
    thing_words: "prix journee coupe loi code guerre bible coran palme",
    heads: &[
        Head {
            forms: "gouvernement gouvernements autorites executif regime junte",
            kind: ActorKind::Organisation,
            wants: Wants::State,
        },
        Head {
            forms: "forces armee armees troupes soldats militaires contingent",
            kind: ActorKind::Organisation,
            wants: Wants::State,
        },
        Head {
            forms: "delegation emissaires negociateurs",
            kind: ActorKind::Organisation,
            wants: Wants::State,
        },
        Head {
            forms: "parlement assemblee senat congres deputes douma",
            kind: ActorKind::Organisation,
            wants: Wants::State,
        },
        Head { forms: "ministere", kind: ActorKind::Organisation, wants: Wants::State },
        Head { forms: "ambassade", kind: ActorKind::Organisation, wants: Wants::State },
        Head { forms: "diplomatie", kind: ActorKind::Organisation, wants: Wants::State },
        Head {
            forms: "police gendarmerie policiers gendarmes",
            kind: ActorKind::Organisation,
            wants: Wants::State,
        },
        Head { forms: "justice", kind: ActorKind::Organisation, wants: Wants::State },
        Head { forms: "opposition", kind: ActorKind::Organisation, wants: Wants::State },
        Head {
            forms: "
        groupe groupes milice milices mouvement mouvements organisation organisations
        combattants bandes",
            kind: ActorKind::Organisation,
            wants: Wants::GroupWord,
        },
        Head {
            forms: "manifestants refugies exiles migrants",
            kind: ActorKind::Group,
            wants: Wants::State,
        },
        Head { forms: "base camp centrale usine", kind: ActorKind::Place, wants: Wants::Number },
        Head { forms: "porte-parole", kind: ActorKind::Person, wants: Wants::Nothing },
        Head { forms: "ambassadeur ambassadrice", kind: ActorKind::Person, wants: Wants::State },
        Head { forms: "president presidente", kind: ActorKind::Person, wants: Wants::State },
    ],
    group_words: "
        terroriste terroristes arme armes armee armees djihadiste djihadistes jihadiste
        jihadistes islamiste islamistes rebelle rebelles separatiste separatistes
        independantiste independantistes paramilitaire paramilitaires criminel criminels
        criminelles",
    cues: &[
        Cue("guerre", "guerre", Sign::Conflict),
        Cue("attaqu", "attaque", Sign::Conflict),
        Cue("bombard", "bombardement", Sign::Conflict),
        Cue("sanction", "sanctions", Sign::Conflict),
        Cue("romp", "rupture", Sign::Conflict),
        Cue("rupture", "rupture", Sign::Conflict),
        Cue("accus", "accusation", Sign::Conflict),
        Cue("condamn", "condamnation", Sign::Conflict),
        Cue("denonc", "dénonciation", Sign::Conflict),
        Cue("menac", "menace", Sign::Conflict),
        Cue("inquiet", "inquiétude", Sign::Conflict),
        Cue("accord", "accord", Sign::Cooperation),
        Cue("cooper", "coopération", Sign::Cooperation),
        Cue("allian", "alliance", Sign::Cooperation),
        Cue("partenari", "partenariat", Sign::Cooperation),
        Cue("soutien", "soutien", Sign::Cooperation),
        Cue("souten", "soutien", Sign::Cooperation),
        Cue("appui", "appui", Sign::Cooperation),
        Cue("rapproch", "rapprochement", Sign::Cooperation),
        Cue("visite", "visite", Sign::Neutral),
        Cue("rencontr", "rencontre", Sign::Neutral),
    ],
    together: "cités ensemble",
    capital_of: "capitale",
    belongs_to: "relève de",
    speaks_for: "parle au nom de",
};
