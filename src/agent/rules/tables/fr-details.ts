import { words } from "../text.ts";
import type { Details } from "./table.ts";

const adverb = "(?: (?:meme|aussi|bien|deja|toujours|encore|egalement|bien sur|evidemment|maintenant))?";
const have = `(?:j'ai|jai|j ai|g|je possede|je dispose d'|je dispose de|ai|avec|possede|(?<!permis (?:voiture|auto|moto) )et)${adverb}`;
const notHaving =
  "(?:(?:je )?(?:n'ai|nai|n ai|ai|j'ai|jai|possede|dispose) (?:pas|plus|toujours pas|pas encore|aucune?|pas non plus)|pas|sans|ni|aucune?|pas encore)";
const vehicle =
  "(?:voitures?|vehicules?|auto|autos|caisse|bagnole|scooter|moto|mobylette|velo|velo electrique|trottinette|trottinette electrique|camionnette|utilitaire|fourgon|moyen de (?:transport|locomotion)|moyens de (?:transport|locomotion)|transport)";
const transport = `(?:(?:une?|ma|mon|le|la|de|d') ?)?(?:propre )?${vehicle}(?: personnel(?:le)?| perso| a moi)?`;
const permit =
  "(?:(?:une?|le|la|mon|ma|mes|les|des|de|d') ?)?(?:permis de travail|autorisation de travail|titre de sejour|carte de (?:sejour|resident)|recepisse|papiers|droit de travailler|visa de travail|visa travail)";

/** Before the part of a day that somebody can be called or comes by. */
const ofWork =
  "(?<!(?:appel|appele[rz]|rappele[rz]|appelle|rappelle|repond(?:s|re|rai)|joindre|joignable|telephoner|passer|passe|contacte[rz]|ecri(?:re|s|vez)|envoie|envoyer|rdv|rendez-vous|entretien|dispo pour parler|parler|voir|demain|hier|lundi|mardi|mercredi|jeudi|vendredi)(?:(?: |-)[\\p{L}']{1,12}){0,3} )";
/** "Le matin je dors": the time is named to say that it is taken. */
const free =
  "(?!,? (?:moi |par contre )?(?:je |j'|jai )(?:dors|(?:peux|pourrai|pourrais|suis|travaille|bosse|veux|prefere) ?␀|ne? ?␀|(?:ai )?(?:cours|ecole|mes enfants)|etudie|m'occupe|garde|depose|emmene|recupere)|,? (?:c'est )?(?:impossible|c'est mort))";
const andShift = "(?<=(?:matin|midi|journee|jour|soir|nuit) ?(?:,|/| et| ou|-) ?(?:le |la |l')?)";
/** Who takes lessons has no licence. */
const learning =
  "(?<!(?:je|en train de|vais|dois|cours de|veux|voudrais) (?:re)?pass(?:e|er) (?:actuellement )?(?:le |mon |un )?)";
const years =
  "\\d{2}|dix-?(?:sept|huit|neuf)|(?:vingt|trente|quarante|cinquante|soixante)(?:(?: |-)(?:et(?: |-)un|deux|trois|quatre|cinq|six|sept|huit|neuf))?";

export const details: Details = {
  languageNames: {
    anglai: "en",
    englais: "en",
    francai: "fr",
    espagnole: "es",
    mandarin: "zh",
    cantonais: "zh",
    darija: "ar",
    farsi: "fa",
    dari: "fa",
    flamand: "nl",
    castillan: "es",
    moldave: "ro",
    tagalog: "tl",
    philippin: "tl",
    norvegien: "no",
    pachtou: "ps",
    tigrigna: "ti",
    fula: "ff",
    danglais: "en",
    langlais: "en",
    despagnol: "es",
    lespagnol: "es",
    darabe: "ar",
    larabe: "ar",
    dallemand: "de",
    litalien: "it",
  },
  speaks: words(
    "parl(?:e|es|ons|er|ee?s?|ant|ais)|langues?|bilingue|trilingue|couramment|maitrise[sr]?|comprends?|comprendre|maternelle?s?|natifs?|natives?|niveau|notions?|me debrouille|debrouille|capte",
  ),
  levels: [
    [words("(?:langue )?maternel(?:le)?s?|natifs?|natives?|langue natale|langue d'origine|de naissance"), "native"],
    [
      words(
        "bilingue|courante?|couramment|fluide|parfaite?(?:ment)?|avancee?|intermediaire|moyen(?:ne|nement)?|basiques?|(?:les |des )?bases|notions?|debutante?|scolaire|un (?:petit )?(?:peu|ptit peu)|1 peu|bien|tres bien|bon(?:ne)?|correcte?(?:ment)?|pas mal|conversation(?:nel)?|lu|ecrite?|operationnel|professionnel|debrouille|faible|nul",
      ),
      null,
    ],
  ],
  allLevels: words("les deux|toutes? les deux|tous les deux|tous|toutes"),
  hours: [
    [
      "full_time",
      words(
        "(?:a )?temps (?:plein|complet)|plein(?: |-)temps|full(?: |-)?time|(?:35|39|40) ?h(?:eures?)?|partiel ou (?:complet|plein)|mi-temps ou (?:complet|plein)",
      ),
      words("pleine?|complete?"),
    ],
    [
      "part_time",
      words(
        "(?:a )?temps partiel|(?:a )?mi(?: |-)?temps|part(?: |-)?time|(?:10|15|16|18|20|24|25) ?h(?:eures?)?(?: (?:par|/) ?semaine|/sem(?:aine)?| semaine)|quelques heures|(?:plein|complet) ou (?:a )?(?:partiel|mi)",
      ),
      words("partiel(?:le)?|mi"),
    ],
  ],
  either: words(
    "les deux|l'une? ou l'autre|peu importe|pas d'importance|n'importe|indifferent|(?:m'est|mest) egal|egal|comme (?:vous voulez|tu veux)|tout me va|pas de preference|aucune preference|les 2",
  ),
  shifts: [
    [
      "morning",
      words(
        `(?:${ofWork}(?:(?:le|les|du|de|des|en|tous les) matin(?:s|ee|ees)?|matinees?|equipe du matin|matins)|matin(?=(?:,|/| et| ou|-| ,) ?(?:le |l')?(?:midi|soir|apres|aprem|nuit)))${free}`,
      ),
      words(`matin${free}`),
    ],
    [
      "afternoon",
      words(
        `(?:${ofWork}(?:(?:l'|les |d'|des |en )(?:apres(?: |-)midis?|aprems?)|apres(?: |-)midis|aprems)|equipe d'apres(?: |-)midi|${andShift}(?:apres(?: |-)midi|aprem))${free}`,
      ),
      words(`(?:apres(?: |-)midi|aprem|apreme|aprm)${free}`),
    ],
    [
      "evening",
      words(
        `(?:${ofWork}(?:(?:le|les|du|de|des|tous les) soirs?|(?:en |les |la |de |des )soirees?)|${andShift}soirs?)${free}`,
      ),
      words(`(?:soirs?|soirees?)${free}`),
    ],
    [
      "night",
      words(`(?:${ofWork}(?:(?:la|les|de|des|en) nuits?|nocturnes?|nuits)|equipe de nuit|${andShift}nuits?)${free}`),
      words(`nuit${free}`),
    ],
    [
      "weekend",
      words(
        `${ofWork}(?:les? |de |du )?(?:week(?: |-)?ends?|we)`,
        "(?:le |les )?samedis?(?:,? (?:et|ou)|/|-) ?(?:le |les )?dimanches?|(?:le|les) (?:samedi|dimanche)s|tous les (?:samedi|dimanche)s",
      ),
      words("samedis?|dimanches?"),
    ],
  ],
  anyShift: words(
    "(?:tous(?: les (?:horaires|creneaux|shifts|postes))?|toutes|n'importe(?: lequel| lesquels| quand| quel(?:s)?(?: horaires?)?)?|peu importe|tout(?: me va| me convient)?|flexible|[235]x8|indifferent|je m'adapte|(?:pas|aucune) (?:de )?preference|(?:m'est|mest) egal|horaires? (?:tournants?|variables?|decales?))(?!.{0,30}sauf)",
  ),
  licenceLead: words("j'ai|jai|j ai|g|ai|que|juste|seulement|uniquement|oui|le|la|les|permis|categories?|type|classe"),
  licences: words(
    `${learning}permis(?: de conduire| moto| voiture| auto)?(?: (?:de )?(?:categories?|cat|type|classe))?,? ?:?(?: le| la)? ?\\(?(c ?\\+ ?e|d ?\\+ ?e|b ?\\+ ?e|ce|be|c1|d1|am|a1|a2|a|b|c|d)(?!')(?! (?:en cours|bientot|en preparation))`,
    "(?<=(?:j'ai|jai|j ai|g|possede|permis c'est|permis est) (?:que |juste |deja |aussi )?(?:le |mon ))(be|ce|[bcd])(?=$| ?[,.!;)]| (?:et|mais|depuis|seulement|uniquement|donc|pas|c'est)(?! (?:a|ba)(?!\\p{L})))",
    `${learning}permis de (?:conduire|cariste|chasse|bateau)|${learning}permis (?:moto|voiture|auto|poids(?: |-)lourds?|remorque|cariste|pl|spl)`,
    "caces(?: r ?\\d{3}[a-z]?)?(?:,? (?:cat(?:egorie)?s? )?\\d[ab]?(?![\\p{L}\\p{N}])(?:(?:,| et|/|-| &)? ?\\d[ab]?(?![\\p{L}\\p{N}])(?! ?(?:ans?|mois|annees?))){0,5})?|fimo|fco|carte (?:conducteur|chrono(?:tachygraphe)?|professionnelle|pro|vitale taxi|vtc)|adr|ssiap(?: [123])?|sst|psc ?1|bafa|bafd|bnssa|haccp|habilitation(?:s)? electriques?(?: [bh]\\d\\p{L}?)?|cqp (?:aps|agent de (?:prevention|securite))|certiphyto|(?<=(?:ai |g |possede |et |avec )(?:le |mon |un |bien le |deja le |mes )?)permis(?! (?:de|d'|a |b|c|d|en|moto|voiture|pl|poids|auto))",
  ),
  flags: {
    work_permit: words(
      `${have} ${permit}|(?:j'ai|jai|j ai) (?:l'autorisation|le droit) de travailler|(?:je suis|jsuis) (?:bien |totalement |parfaitement )?en regle|${permit} (?:en regle|valable|valide|a jour|en cours de validite)|papiers en regle|(?:je suis )?autorisee? a travailler|(?:je )?peux travailler legalement`,
    ),
    own_transport: words(
      `${have} (?:(?:le |mon |un )?permis(?: b| de conduire)? et (?:aussi )?)?${transport}|(?:je suis|jsuis|suis) vehiculee?|(?:je (?:me deplace|viens|circule|roule)|deplacement) (?:en|a|avec) ${transport}|vehiculee?(?=$| et |,)|(?:vehicule|voiture|scooter|moto) (?:personnel(?:le)?|perso)`,
    ),
    over_18: words(
      "(?:je suis|jsuis|suis|oui) majeure?|majeure?|(?:plus|\\+) de (?:18|dix-huit) ?ans|(?:18|dix-huit) ?ans (?:et plus|revolus|passes)",
    ),
  },
  notFlags: {
    work_permit: words(
      `${notHaving} ${permit}|(?:pas|non) (?:encore )?(?:autorisee?|le droit) (?:a|de) travailler|sans papiers`,
    ),
    own_transport: words(`${notHaving} ${transport}|(?:pas|non) (?:encore )?vehiculee?`),
    over_18: words(
      "(?:je suis |jsuis )?(?:encore )?mineure?|moins de (?:18|dix-huit) ?ans|pas (?:encore )?(?:majeure?|(?:eu )?(?:mes )?18 ?ans)|(?:aurai|vais (?:avoir|feter)|bientot|presque|dans \\d mois) (?:mes )?(?:18|dix-huit) ?ans|(?:ai|ans) 17 ?ans",
    ),
  },
  impliedFlags: {
    work_permit: words(
      "(?:je suis |jsuis )?(?:de nationalite )?(?:francaise?|europeen(?:ne)?|belge|italien(?:ne)?|espagnole?|portugaise?|allemande?|roumaine?|polonaise?|suisse|ressortissante? (?:ue|europeen(?:ne)?|de l'union europeenne))|(?:nationalite|passeport|carte d'identite) (?:francaise?|europeen(?:ne)?)|citoyen(?:ne)? (?:francaise?|europeen(?:ne)?)|naturalisee?|recepisse",
    ),
    over_18: words("(?:1[89]|[2-9]\\d) ?ans"),
    own_transport: words(
      "voiture|moto|velo|scooter|trottinette|vehiculee?|camionnette|(?:une|ma) (?:clio|twingo|golf|polo|208|206|c3|corsa|fiesta|punto|kangoo|megane|logan|sandero|yaris)",
    ),
  },
  impliedNotFlags: {
    own_transport: words("bus|metro|tram(?:way)?|train|rer|transports? (?:en commun|publics?)|a pied|covoiturage"),
  },
  age: words(
    `(?<!(?:depuis que|quand|lorsque) )(?:j'ai|jai|j ai|g|agee? de|age ?: ?|viens d'avoir|ai eu|(?:mon )?age c'est|(?:homme|femme|fille|garcon|etudiante?) de|(?:homme|femme),)(?: deja| presque| maintenant)? ?(${years}) ?ans(?! (?:d'|de |dans|comme|en |chez|a travailler))|(?:mon )?age (?:c'est|est) (\\d{2})`,
    "(?<=[,\\n(-] ?)(?<!(?:oui|non|environ|experience), )(1[89]|[2-6]\\d) ?ans(?=$| ?[,;.)\\n])",
    "(?<=^)(1[89]|[2-6]\\d) ?ans(?=,? (?:celibataire|mariee?|divorcee?|sans enfants?|etudiante?|motivee?|et je (?:cherche|recherche|suis|vis)|j'habite|jhabite))",
    "nee? (?:le \\d{1,2}[/. ](?:\\d{1,2}|\\p{L}{3,9})[/. ]|en (?:\\p{L}{3,9} )?)((?:19|20)\\d{2})",
  ),
  wantsPay: words(
    "veux|voudrais|souhait\\p{L}{1,6}|aimerais|cherche|minimum|mini|au moins|pretentions?(?: salariales?)?|attentes?|esper\\p{L}{1,3}|demande|salaire|remuneration|gagner|toucher|a partir de|pas moins de|taux horaire|paye",
  ),
  pastPay: words(
    "gagnais|touchais|je (?:gagne|touche)|etais paye[es]?|(?:on )?me paya(?:it|ient)|me payent|(?:dernier|ancien|precedent) (?:salaire|emploi|poste|travail)|salaire actuel|actuellement|j'ai (?:gagne|touche)",
  ),
  periods: [
    ["hour", words("(?:de l'|par |l'|a l'|/ ?)?heure|horaires?|taux horaire|h|de lheure|lheure")],
    ["day", words("(?:par |la |/ ?)?jour(?:nee)?|journaliers?|a la journee")],
    ["week", words("(?:par |la |/ ?)?semaine|hebdo(?:madaires?)?|sem")],
    ["year", words("(?:par |l'|a l'|/ ?)?an(?:nee)?|annuels?|annuel(?:le)?s?")],
    ["month", words("(?:par |le |au |/ ?)?mois|mensuel(?:s|le|les)?|mensuellement")],
  ],
  currencies: {
    "€": "EUR",
    euros: "EUR",
    euro: "EUR",
    eur: "EUR",
    "francs suisses": "CHF",
    chf: "CHF",
    "francs cfa": "XOF",
    fcfa: "XOF",
    cfa: "XOF",
    xof: "XOF",
    dirhams: "MAD",
    dh: "MAD",
    "dollars canadiens": "CAD",
    piastres: "CAD",
    "£": "GBP",
    livres: "GBP",
    $: "USD",
    dollars: "USD",
  },
};
