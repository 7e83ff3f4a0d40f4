import { words } from "../text.ts";
import type { Details } from "./table.ts";

const have = "(?:j'ai|jai|j ai|je possede|je dispose d'|je dispose de|ai|avec|possede|et)";
const notHaving =
  "(?:(?:je )?(?:n'ai|nai|n ai|ai|j'ai|jai|possede|dispose) (?:pas|plus|toujours pas|pas encore|aucune?|pas non plus)|pas|sans|ni|aucune?|pas encore)";
const vehicle =
  "(?:voitures?|vehicules?|auto|autos|caisse|bagnole|scooter|moto|mobylette|velo|velo electrique|trottinette|trottinette electrique|camionnette|utilitaire|fourgon|moyen de (?:transport|locomotion)|moyens de (?:transport|locomotion)|transport)";
const transport = `(?:(?:une?|ma|mon|le|la|de|d') ?)?(?:propre )?${vehicle}(?: personnelle?| perso| a moi)?`;
const permit =
  "(?:(?:une?|le|la|mon|ma|mes|les|des|de|d') ?)?(?:permis de travail|autorisation de travail|titre de sejour|carte de (?:sejour|resident)|recepisse|papiers|droit de travailler|visa de travail|visa travail)";

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
  },
  speaks: words(
    "parl(?:e|es|ons|er|ee?s?|ant|ais)|langues?|bilingue|trilingue|couramment|maitrise[sr]?|comprends?|comprendre|maternelle?s?|natifs?|natives?|niveau|notions?|me debrouille|debrouille|capte",
  ),
  levels: [
    [words("(?:langue )?maternelle?s?|natifs?|natives?|langue natale|langue d'origine"), "native"],
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
      words("(?:a )?temps (?:plein|complet)|plein(?: |-)temps|full(?: |-)?time|(?:35|39|40) ?h(?:eures?)?"),
      words("pleine?|complete?"),
    ],
    [
      "part_time",
      words(
        "(?:a )?temps partiel|(?:a )?mi(?: |-)?temps|part(?: |-)?time|(?:10|15|16|18|20|24|25) ?h(?:eures?)?(?: (?:par|/) ?semaine|/sem(?:aine)?| semaine)|quelques heures",
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
      words("(?:le|les|du|de|des|en|tous les) matin(?:s|ee|ees)?|matinees?|equipe du matin|matins"),
      words("matin"),
    ],
    [
      "afternoon",
      words(
        "(?:l'|les |d'|des |en |cet )(?:apres(?: |-)midis?|aprems?|aprem)|apres(?: |-)midis|equipe d'apres(?: |-)midi|aprems",
      ),
      words("apres(?: |-)midi|aprem|apreme|aprm"),
    ],
    [
      "evening",
      words("(?:le|les|du|de|des|tous les) soirs?|(?:en |les |la |de |des )soirees?"),
      words("soirs?|soirees?"),
    ],
    ["night", words("(?:la|les|de|des|en) nuits?|nocturnes?|equipe de nuit|nuits"), words("nuit")],
    [
      "weekend",
      words(
        "(?:les? |de |du )?(?:week(?: |-)?ends?|we)|(?:le |les )?samedis?(?:,? (?:et|ou)|/|-) ?(?:le |les )?dimanches?|(?:le|les) (?:samedi|dimanche)s|tous les (?:samedi|dimanche)s",
      ),
      words("samedis?|dimanches?"),
    ],
  ],
  anyShift: words(
    "(?:tous(?: les (?:horaires|creneaux|shifts|postes))?|toutes|n'importe(?: lequel| lesquels| quand| quel(?:s)?(?: horaires?)?)?|peu importe|tout(?: me va| me convient)?|flexible|[235]x8|indifferent|je m'adapte|(?:pas|aucune) (?:de )?preference|(?:m'est|mest) egal|horaires? (?:tournants?|variables?|decales?))(?!.{0,30}sauf)",
  ),
  licenceLead: words("le|la|permis|categorie|type|classe"),
  licences: words(
    "permis(?: de conduire)?(?: (?:de )?(?:categorie|cat|type|classe))?,? ?:?(?: le| la)? ?\\(?(c ?\\+ ?e|d ?\\+ ?e|b ?\\+ ?e|ce|be|c1|d1|am|a1|a2|a|b|c|d)(?!')",
    "permis de (?:conduire|cariste|chasse|bateau)|permis (?:moto|voiture|auto|poids(?: |-)lourds?|remorque|cariste|pl|spl)|caces(?: r ?\\d{3}[a-z]?)?(?:,? (?:cat(?:egorie)?s? )?\\d[ab]?(?![\\p{L}\\p{N}])(?:(?:,| et|/|-) ?\\d[ab]?(?![\\p{L}\\p{N}])){0,5})?|fimo|fco|carte (?:conducteur|chrono(?:tachygraphe)?|professionnelle|pro|vitale taxi|vtc)|adr|ssiap(?: [123])?|sst|psc ?1|bafa|bafd|bnssa|haccp|habilitation(?:s)? electriques?(?: [bh]\\d\\p{L}?)?|cqp (?:aps|agent de (?:prevention|securite))|certiphyto|(?<=(?:ai |possede |et |avec )(?:le |mon |un )?)permis(?! (?:de|d'|a |b|c|en))",
  ),
  flags: {
    work_permit: words(
      `${have} ${permit}|${permit} (?:en regle|valable|valide|a jour|en cours de validite)|papiers en regle|(?:je suis )?autorisee? a travailler|(?:je )?peux travailler legalement`,
    ),
    own_transport: words(
      `${have} (?:(?:le |mon |un )?permis(?: b| de conduire)? et (?:aussi )?)?${transport}|(?:je suis|jsuis|suis) vehiculee?|(?:je (?:me deplace|viens|circule|roule)|deplacement) (?:en|a|avec) ${transport}|vehiculee?(?=$| et |,)|(?:vehicule|voiture|scooter|moto) (?:personnelle?|perso)`,
    ),
    over_18: words(
      "(?:je suis|jsuis|suis|oui) majeure?|majeure?|(?:plus|\\+) de (?:18|dix-huit) ?ans|18 ans (?:et plus|revolus|passes)",
    ),
  },
  notFlags: {
    work_permit: words(
      `${notHaving} ${permit}|(?:pas|non) (?:encore )?(?:autorisee?|le droit) (?:a|de) travailler|sans papiers`,
    ),
    own_transport: words(`${notHaving} ${transport}|(?:pas|non) (?:encore )?vehiculee?`),
    over_18: words("(?:je suis |jsuis )?mineure?|moins de (?:18|dix-huit) ?ans|pas (?:encore )?(?:majeure?|18 ans)"),
  },
  impliedFlags: {
    work_permit: words(
      "(?:je suis |jsuis )?(?:de nationalite )?(?:francaise?|europeen(?:ne)?|belge|italien(?:ne)?|espagnole?|portugaise?|allemande?|roumaine?|polonaise?|suisse|ressortissante? (?:ue|europeen(?:ne)?|de l'union europeenne))|(?:nationalite|passeport|carte d'identite) (?:francaise?|europeen(?:ne)?)|citoyen(?:ne)? (?:francaise?|europeen(?:ne)?)|naturalisee?|recepisse",
    ),
    own_transport: words("voiture|moto|velo|scooter|trottinette|vehiculee?|camionnette"),
  },
  age: words("(?:j'ai|jai|j ai|agee? de) (\\d{2}) ?ans(?! (?:d'|de |dans|comme|en |chez|a travailler))"),
  studies: {
    degrees: words(
      "bac ?\\+ ?\\d|bac(?: pro| general| technologique)?|baccalaureat|cap(?= (?:de |d'|en )?\\p{L}{4,20})|bep|bts|dut|deas|deaes|brevet des colleges|(?:une? )?licence (?=(?:de|en) (?!conduire))|(?:un )?master (?=(?:de|en) )|diplome d'etat(?: d'\\p{L}{4,20}(?:-\\p{L}{4,20})?)?|diplome d'\\p{L}{4,20}(?:-\\p{L}{4,20})?|titre professionnel|diplomee?(?= (?:de|en) )",
    ),
    subject: words("de|en"),
    lead: words("j'ai|jai|j ai|le|la|un|une|mon|juste|niveau|jusqu'au"),
    unfinished: words("pas(?: de| le| mon)?|sans|passer(?: mon| le)?|prepare(?: un| le| mon)?|aucun"),
  },
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
    "£": "GBP",
    livres: "GBP",
    $: "USD",
    dollars: "USD",
  },
};
