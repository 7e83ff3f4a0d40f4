import { casual } from "chrono-node/fr";
import { counted, words } from "../text.ts";
import type { Work } from "./table.ts";

const year = "(?:ans?|annees?)";
const month = "mois";
const about = "(?:plus de |plus d'|presque |pres de |environ |a peu pres |au moins |bientot |deja |les |ces )?";
const branch =
  "(?:restauration|resto|batiment|btp|nettoyage|proprete|entretien|menage|vente|commerce|logistique|transports?|hotellerie|soins?|sante|medical|social|domaine|secteur|metier|milieu|branche|profession|restaurants?|restos?|hotels?|bars?|cafes?|brasseries?|pizzerias?|entrepots?|usines?|cuisines?|salle|magasins?|supermarches?|ehpad|hopital|clinique|maison de retraite|securite|industrie|agroalimentaire|petite enfance|creche|grande distribution|boulangerie|livraison|mecanique|agriculture|bureau|administration|aide a (?:la personne|domicile)|services? a la personne|poste|chantiers?|automobile|textile|mode|interim|pret-a-porter|informatique|tourisme|animation|fast-?food|boite|entreprise|(?:centres?|plateau) d'appels?|call ?centers?|telemarketing|residentiel|domicile|caisse|voirie|reception|manutention|preparation|jardins?|ferme|maraichage|cuisine centrale|cantine|fibre|telecoms?)";
const lead = "(?:ici |sous |dans |dans environ |preavis de |preavis d'|preavis est de |preavis ?: ?|preavis )";
const months: Record<string, number> = {
  janvier: 1,
  janv: 1,
  fevrier: 2,
  fevr: 2,
  mars: 3,
  avril: 4,
  mai: 5,
  juin: 6,
  juillet: 7,
  aout: 8,
  septembre: 9,
  octobre: 10,
  novembre: 11,
  decembre: 12,
};

/** "Vingt et un", "trente-deux", with and without hyphens. */
function compounds(tens: Record<string, number>): Record<string, number> {
  const ones = "un deux trois quatre cinq six sept huit neuf".split(" ");
  return Object.fromEntries(
    Object.entries(tens).flatMap(([ten, value]): [string, number][] => [
      [ten, value],
      ...ones.flatMap((one, i) =>
        (i === 0 ? [" et ", "-et-"] : ["-", " "]).map((joint): [string, number] => [
          `${ten}${joint}${one}`,
          value + i + 1,
        ]),
      ),
    ]),
  );
}

export const work: Work = {
  numbers: {
    ...counted(
      "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt",
    ),
    une: 1,
    ...compounds({ vingt: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60 }),
  },
  year,
  month,
  andAHalf: "et demie?",
  durations: {
    "une demi-annee": 0.5,
    "une dizaine d'annees": 10,
    "dizaine d'annees": 10,
    "une quinzaine d'annees": 15,
    "une vingtaine d'annees": 20,
    "une decennie": 10,
  },
  upTo: "a|ou|et",
  experience: [
    "{role} depuis (?:l'annee |l'an )?{y}",
    "{d} (?:d'|de |d |d)?(?:\\p{L}{2,20} ){0,2}(?:experiences?|exp|xp|anciennete|metier|pratique)",
    "experiences?,? ?(?::|de|d'|comme|dans|en|depuis|pendant|est de)? ?(?:d'\\p{L}{2,20} |\\p{L}{1,20} ){0,5}(?:de |d'|pendant |depuis |environ )?\\(?{d}",
    `(?<!(?:et|puis|[+,]) ){d} (?:a travailler|a bosser|a faire (?:ca|ce metier)|de travail|de (?:restauration|vente|menage|nettoyage|manutention|livraison|cuisine|service)|(?:dans|en) (?:le |la |l'|les |un |une |des |du |ce |cette )?(?:\\p{L}{3,12} )?${branch})(?! (?:et|puis) (?:\\d|une? |deux|trois|quatre|six))`,
    "{n} (?:d'|de )experience",
    "{d} (?:comme |en tant que |en tant qu'|en qualite de |en qualite d'|de |d'|en )(?:une? )?{role}",
    `{role} (?:depuis|pendant|durant|ca fait|il y a)(?: deja)? ${about}{d}`,
    `(?:travaille|travaillais|bosse|bossais|exerce|exercais|fais ca|fait ca|fais ce metier|fait ce metier|dans le metier)(?: [\\p{L},'-]{1,20}){0,9} (?:pendant|depuis|durant|presque|environ|sur) ${about}{d}`,
    `(?:travaille|bosse|exerce) ${about}{d}`,
    `(?:comme|en tant que|en tant qu'|en qualite de) (?:une? )?{role},? ${about}{d}`,
    "^(?:oui,? )?depuis (?:l'annee |l'an )?{y}$",
    `(?:ca fait|ca va faire|cela fait|depuis|voila) ${about}{d} que je (?:travaille|bosse|exerce|fais (?:ca|ce metier)|suis (?:dans le metier|{role}))`,
    `depuis ${about}{d},? (?:je|j') ?(?:travaille|bosse|exerce)`,
  ],
  noExperience: words(
    "(?:pas|aucune?|sans|zero|0|ni) (?:encore |du tout |la moindre )?(?:d'|de |d |d)?(?:vraie? |reelle |veritable )?(?:experiences?|exp|xp)(?! (?:en|dans) (?:management|encadrement))|experience ?:? (?:aucune|zero|0|nulle)",
    "jamais (?:encore )?(?:travaille|bosse|exerce|fait (?:ca|cela|ce (?:metier|travail|boulot)|de (?:service|menage|vente|restauration)))|pas encore (?:travaille|bosse|exerce)|(?:ce (?:sera|serait)|c'est|ca (?:sera|serait)) mon (?:tout )?(?:premier|1er) (?:emploi|travail|job|boulot|poste|taf)|(?:c'est|ce sera|ce serait) (?:la premiere fois(?! que)|ma premiere experience)|(?:je suis|jsuis|chuis) (?:\\p{L}{3,12} )?debutante?(?! en)|debutante? (?:complete?|sans)|je debute(?! (?:le|en|a|dans))",
  ),
  lessThan: words("moins d'|moins de|meme pas"),
  none: words("aucune?|zero|pas d'experience|pas encore|pas du tout|jamais|non|rien|sans|nada|pas vraiment"),
  wants: words(
    "(?:je |j'|on )?(?:cherche|recherche|cherchons|cherchais|postule|postuler|postulais|candidate|veux|veut|voudrais|voulais|aimerais?|souhaite|souhaiterais?|desire|prefere|prefererais|vise)|(?:a la )?recherche|interesse(?:e|es|s|r|nt)?(?: par| pour)?|candidature|candidater|dispo(?:nible)?s? (?:pour|comme)|(?:pour|a|sur) (?:l'|votre |le |la |cette |ce )?(?:annonce|offre|poste|place|job)(?= )",
    "(?:travailler|bosser|travail|emploi|poste|boulot|taf|job|jobs|place|offre|annonce|mission|contrat|cdi|cdd|interim|alternance|apprentissage|stage|embauche|metier|temps (?:plein|partiel|complet)|mi-temps)(?: ?\\(?[hf]/[hf]\\)?)?(?: d'emploi)? (?:de|d'|comme|en tant que|en tant qu'|pour|en qualite de|en qualite d')",
  ),
  worked: words(
    "(?:j'ai|jai|ai|avoir) (?:deja |toujours |surtout |egalement )?(?:travaille|bosse|ete|exerce|fait|commence)|(?:je )?(?:travaille|travaillais|bosse|bossais|exerce|exercais)|j'etais|jetais|j etais|je fais|experiences?|ans?|mois|annees?|metier|(?:dernier|ancien) (?:poste|emploi|travail|job|metier)",
  ),
  roleBefore: words(
    "(?:je suis|jsuis|j suis|chuis|suis|moi)(?: (?:une?|actuellement|deja|aussi|toujours|aujourd'hui|de metier))?|de (?:metier|profession|formation)|profession ?:?|metier ?:?|poste ?:?|formation (?:de|d')|diplome (?:de|d')|diplomee (?:de|d')",
  ),
  openRole: words(
    "(?:travail|emploi|poste|boulot|taf|job|place|offre|annonce|mission|travailler|bosser|metier|stage|alternance) (?:de|d'|comme|en tant que|en tant qu'|en qualite de|en qualite d')(?: une?)?",
    "postuler? (?:comme|en tant que|en tant qu')(?: une?)?",
  ),
  orRole: words("ou|et|ou bien|de|d'|ou de|et de|ou d'|comme|aussi|meme|et aussi|voire|une?|l'|le|la|soit"),
  roleEnd: words(
    "a|au|aux|en|dans|sur|pour|par|chez|et|ou|avec|mais|car|parce|depuis|pendant|vers|pres|proche|svp|stp|merci|que|qui|si|je|jai|jhabite|jsuis|j'\\p{L}{1,20}|c'\\p{L}{1,20}|est|sont|a partir|les|des|du|le|la|cette|ce|ici|maintenant|actuellement|urgent|urgence|possible|bonjour|disponible|dispo|ca|plutot|sinon|mon|ma|mes|votre|vos",
  ),
  notRole: words(
    "nuit|nuits|jour|jours|journee|matin|matins|soir|soirs|soiree|apres-midi|aprem|week-?ends?|weekend|samedi|dimanche|lundi|temps|mi-temps|plein|partiel|complet|n'importe|quoi|tout|tous|toute|toutes|travail|emploi|poste|boulot|taf|job|offre|annonce|place|mission|cdi|cdd|interim|contrat|stage|alternance|ete|saison|ans?|mois|annees?|heures?|suite|informations?|infos?|renseignements?|plus|moins|savoir|autre|chose|quelque|quelqu'un|equipe|entreprise|societe|restaurant|hotel|bar|apprendre|evoluer|changer|bureau|qualite|qualification|experience|confiance|bien|bon|bonne|vous|toi|nous|moi|lui|eux|qu'il|ca|cela|parler|poser|question|langue|anglais|francais|diplome|maison|mere|pere|vie|reve|base|service|libre|disponible|salaire|remuneration|formation|preference|candidat|candidate|chance|chances|rien|personne|humain|conseiller|recruteur|avenir|commencer|demarrer|debuter|gagner|gardee?|proximite|recherche|demandeur",
  ),

  parse: casual.parse.bind(casual),
  // Chrono reads a month only behind a day.
  calendar: { dates: [words(`(?<month>${Object.keys(months).join("|")})(?: (?<year>20\\d{2}))?`)], months },
  beforeDate: words("du|des|depuis|a partir du|a partir de|a compter du|a"),
  dayBehind: words(",? (?:le )?(\\d{1,2})(?:er)?(?![/:.]| ?h)"),
  ordinals: { premier: 1 },
  available: words(
    "dispo(?:s|nible|nibles|nibilite|nibilites)?|commenc(?:er|erai|erais|ez|ons|ement)|(?<!(?:ai|avais|a) )commence|debut(?:er|erai|erais)|demarr(?:e|er|erai|erais|age)|libre|libere[es]?|me liberer|pret|prete|operationnel(?:le)?|(?:travailler|venir|bosser|embaucher|integrer) (?:a partir|des|a compter|le|en)|des (?:demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le|maintenant|aujourd'hui|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)|a partir (?:du|de|d'|le)",
  ),
  until: words(
    "jusqu'(?:au|a|en)?|jusque|avant(?: le)?|fini(?:s|t|r|ssais|e)?|termin\\p{L}{1,4}|arrivee?|depuis|nee? (?:le|en|a)|commence le|ai commence|quitte\\p{L}{0,1}|contrat(?: le)?|prend fin",
  ),
  days: [
    [words("(?:le )?(?:sur)?(?:lendemain de demain|apres(?: |-)?demain)"), 2],
    [words("aujourd'?hui(?: meme)?|aujourdhui|auj|ce soir|cet apres-midi|ce matin"), 0],
    [words("demain(?: matin)?|2main|dm1"), 1],
    [words("(?:dans|d'ici|sous) (?:une )?(?:quinzaine(?: de jours)?|quinze jours)"), 15],
    [words("(?:dans|d'ici|sous) huit(?:aine| jours)"), 7],
  ],
  // "Sous 2 semaines", "un mois de préavis", or nothing else.
  ahead: words(
    `(?:(?<=${lead})|(?=\\S{1,6} \\S{4,8} (?:de )?preavis)|(?<=^(?:environ |dans environ )?)(?=\\S{1,6} \\S{4,8}$))(?<amount>\\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|huit|dix|quinze) ?(?:(?<days>jours?)|(?<weeks>semaines?)|(?<months>mois))`,
  ),
  now: words(
    "immediate?(?:ment)?|imediatement|de suite|tout(?:e)? de suite|maintenant|des (?:maintenant|que possible|a present|que vous (?:voulez|pouvez))|asap|au plus (?:vite|tot)|le plus (?:vite|tot|rapidement) possible|n'importe quand|a tout moment|quand (?:vous|tu) (?:voulez|veux|voudrez|voudras)|quand c'est possible|rapidement|sur le champ|a present",
  ),
  nextWeek: words(
    "(?:la |de la )?(?:semaine (?:prochaine|pro|qui (?:vient|arrive))|prochaine semaine)|semaine d'apres",
  ),
  nextMonth: words(
    "(?:le |au |du |debut )?(?:mois (?:prochain|pro|qui (?:vient|arrive))|prochain mois|debut (?:du )?mois)",
  ),
  endOfMonth: words("(?:a la )?fin (?:du|de ce|de) mois(?! (?:prochain|qui vient))|fin mois"),
  dayOfMonth: words(
    "(?:le|du|au|des le|a partir du) (\\d{1,2})(?:er)?(?! ?(?:/|-|\\.\\d|:|h|heures|ans|mois|euros|€|%|\\d|e |eme|janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec))(?: de ce mois)?",
  ),
  middleOf: words("(?:a la |a )?(?:mi-?|milieu(?: du mois)? (?:de|d'))"),
  endOf: words("(?:a la |a |pour )?fin(?: du mois)?(?: de| d')?"),
  notice: words("preavis"),
  couple: "(?:une )?paire de",
  units: "jours?|semaines?|mois|ans?|annees?|heures?",
  this: words("ce|cette|aujourd'hui"),
};
