import { words } from "../text.ts";
import type { Details } from "./table.ts";

const have =
  "(?:habe?|hab|han|ha|hob|besitze|verfue?ge ue?ber|mit|hae?tte|ist|und)(?: (?:ich|i))?(?: (?:auch|natue?rlich|bereits|schon|sogar|noch|ja)){0,2}";
const noneOf = "(?:kein(?:e[nmrs]?)?|ohne|weder)";
const vehicle =
  "(?:auto|wagen|karren|velo|toe?ff|toe?ffli|radl|rae?dle|drahtesel|mopperl|puch|pkw|kfz|roller|motorroller|motorrad|moped|mofa|fahrrad|rad|e-?bike|e-?roller|e-?scooter|transporter|fahrzeug|karre)";
const transport = `(?:(?:ein(?:e[nms]?)?|es|e|a|an|mein(?:e[nms]?)?|das|den|dem|nen|n|nem) )?(?:eige(?:ne[nrsm]?|ns|ts|ti|ni|nigs) )?${vehicle}`;
const licence = "(?:(?:einen?|den|meinen) )?(?:pkw-?|b-?)?fue?hrerschein(?: (?:klasse )?b)?";
const permit =
  "(?:(?:eine?n?|die|den|meine?n?|gue?ltige[nr]?|unbefristete[nr]?|unbeschrae?nkte[nr]?|deutsche) ){0,3}(?:arbeitserlaubnis|arbeitsgenehmigung|aufenthaltstitel|aufenthaltserlaubnis|aufenthaltsgenehmigung|niederlassungserlaubnis|arbeitsvisum|blaue karte|papiere|(?:[bclgs]-?)?bewilligung|aufenthaltsbewilligung|niederlassungsbewilligung|arbeitsbewilligung|rot-weiss-rot-karte|rwr-karte|grenzgae?ngerbewilligung|(?:ausweis|permis) [bclgs]|[bclgs]-(?:ausweis|permis))";
const classes = "c1e|d1e|be|ce|de|am|a1|a2|b96|c1|d1|(?:c|b|d) ?\\+ ?e|a|b|c|d|l|t";
const holds = "(?:habe?|hab|han|ha|hob|besitze|mache?|hatte)(?: ich)?(?: (?:auch|natue?rlich|schon|nur|ja|noch)){0,2}";
const months =
  "januar|februar|mae?rz|april|mai|juni|juli|august|september|oktober|november|dezember|jan|feb|apr|jun|jul|aug|sept?|okt|nov|dez";
const noAge =
  "(?! ?(?:jahre?n? (?:in|bei|als|im|erfahrung|berufs\\p{L}{0,12})|monat\\p{L}{0,2}|prozent|%|km|kilometer|min|minuten|std|stunden|wochen?|tagen?|euro|kg|meter|uhr|mal|h)(?!\\p{L}))";
const introduced =
  "(?:ich bin|bin|heisse?|ich heiss|name ist|hier ist)(?: (?:der|die))?(?: (?!(?:in|im|am|an|aus|um|ab|seit|fue?r|nur|nach|bei|mit|von|zu|der|die|das|noch|nicht|verfue?gbar|flexibel|frei|etwa|ca|ue?ber|unter)(?!\\p{L}))[\\p{L}'-]{2,15}){1,3},?";

/** Not what somebody did before, and not when they write again. */
function wished(...patterns: string[]): RegExp {
  const elsewhere = "(?:hatte|war|waren|frue?her|zuletzt|melde|ruf|rufe|schreibe?|spreche|meld)(?: \\p{L}{1,10}){0,2}";
  return words(`(?<!(?<!\\p{L})${elsewhere} )(?:${patterns.join("|")})`);
}

const age =
  "\\d{2}|achtzehn|neunzehn|zwanzig|(?:ein|zwei|drei|vier|fue?nf|sechs|sieben|acht|neun)und\\p{L}{6,8}|dreissig|vierzig|fue?nfzig|sechzig|sechzehn|siebzehn";

const names = {
  deutsch: "de",
  englisch: "en",
  spanisch: "es",
  polnisch: "pl",
  russisch: "ru",
  turkisch: "tr",
  tuerkisch: "tr",
  arabisch: "ar",
  italienisch: "it",
  rumanisch: "ro",
};
const knowledge = Object.fromEntries(
  Object.entries(names).flatMap(([name, code]) => [
    [`${name}kenntnisse`, code],
    [`${name}kenntnissen`, code],
  ]),
);

export const details: Details = {
  languageNames: {
    ...names,
    ...knowledge,
    dt: "de",
    dtsch: "de",
    deutch: "de",
    doitsch: "de",
    engl: "en",
    englich: "en",
    vietnamesich: "vi",
    romanisch: "ro",
    romisch: "ro",
    albanich: "sq",
    kurmanci: "ku",
    kurmandschi: "ku",
    tigrinya: "ti",
    punjabi: "pa",
    chinesich: "zh",
    // Cut off where the longest name of a language ends.
    franzosischkenntniss: "fr",
    franzoesisch: "fr",
    rumaenisch: "ro",
    daenisch: "da",
    portugisisch: "pt",
    portugisich: "pt",
    farsi: "fa",
    dari: "fa",
    mandarin: "zh",
    hochdeutsch: "de",
    schweizerdeutsch: "de",
    schwiizerdutsch: "de",
    schwizerdutsch: "de",
    schwyzerdutsch: "de",
    dutsch: "de",
    deitsch: "de",
    flamisch: "nl",
    flaemisch: "nl",
    hollandisch: "nl",
    hollaendisch: "nl",
    moldawisch: "ro",
    tagalog: "tl",
    filipino: "tl",
    norwegisch: "no",
  },
  speaks: words(
    "spreche?n?|sprech|mein (?:deutsch|englisch)|(?:deutsch|englisch)(?= ist)|sprichst|sprachen?|fremdsprachen?|fliessend\\p{L}{0,3}|muttersprach\\p{L}{0,6}|erstsprache|zweisprachig|bilingual|verstehe?|verstaendige|beherrsche|verstae?ndigen|\\p{L}{0,15}kenntnisse?n?|sprachniveau|niveau|kann(?= (?:\\p{L}{2,12} ){0,3}(?:deutsch|englisch|spanisch|polnisch|russisch|tue?rkisch|arabisch|italienisch|franzoe?sisch|ukrainisch|rumae?nisch|portugiesisch))|aufgewachsen mit",
  ),
  levels: [
    [words("muttersprach\\p{L}{0,6}|erstsprache|nativ|native"), "native"],
    [
      words(
        "fliessend\\p{L}{0,3}|fliesend|verhandlungssicher\\p{L}{0,2}|perfekt\\p{L}{0,2}|sehr gut\\p{L}{0,2}|ziemlich gut|ganz gut|gute?[snr]?|gut|grundkenntnisse|basiskenntnisse|grundlagen|schulkenntnisse|schulenglisch|(?:ein )?(?:bisschen|bissl|bisle|wenig)|etwas|anfae?nger(?:niveau)?|fortgeschritten\\p{L}{0,2}|mittel\\p{L}{0,6}|konversation\\p{L}{0,8}|passabel|okay|solide?|nicht schlecht|einigermassen|so lala|schlecht|brocken",
      ),
      null,
    ],
  ],
  allLevels: words("beide[s]?|alle"),
  hours: [
    [
      "full_time",
      words(
        "vollzeit\\p{L}{0,8}|voll zeit|voll(?= ?(?:oder|/|und|-) ?teilzeit)|(?:3[5-9]|4\\d) ?(?:stunden|std|h)(?:\\.|/| |-)?(?:(?:die|pro|in der|a) )?(?:woche|job|stelle)|full ?-?time|(?:40|39|38(?:,5)?|vierzig) (?:stunden|std|h)(?: die woche| pro woche| woche)?|40-?stunden-?woche",
      ),
      words(
        "voll|ganztags|vz|(?:3[5-9]|4\\d)(?: ?(?:stunden|std|h))?|(?:100|hundert)(?: ?(?:%|prozent))?|so viel (?:wie|als) mo?e?glich|maximal",
      ),
    ],
    [
      "part_time",
      words(
        "teilzeit\\p{L}{0,8}|teil zeit|(?:[4-9]|1\\d|2\\d|3[0-2]) ?(?:stunden|std|h)(?:\\.|/| |-)?(?:(?:die|pro|in der|a) )?(?:woche|job|stelle)|part ?-?time|halbtags|mini-?job\\p{L}{0,3}|neben-?job\\p{L}{0,3}|geringfue?gig\\p{L}{0,3}|stundenweise|(?:20|zwanzig|25|30) (?:stunden|std)(?: die woche| pro woche)|450-?euro-?job|520-?euro-?job|538-?euro-?job|556-?euro-?job",
      ),
      words(
        "(?<![,.])(?:[5-9]|1\\d|2\\d|30)(?: ?(?:stunden|std|h))(?! ?[\\d/.:])|[5-8]0 ?(?:%|prozent)|teil|halb|tz|halbe(?:s)?|aushilfsweise",
      ),
    ],
  ],
  either: words(
    "egal|beide[s]?(?: geht| passt| moe?glich| ok)?|spielt keine rolle|ist mir gleich|mir gleich|wurst|wurscht|schnuppe|flexibel|was (?:gerade )?(?:passt|da ist)|ganz wie ihr wollt",
  ),
  shifts: [
    [
      "morning",
      wished(
        "frue?h(?=(?:-|,| ?und| ?oder|/| ?&) ?(?:spae?t|nacht))|frue?h(?= spae?t)|frue?h(?:schicht(?:en)?|dienste?)|morgens|vormittags?|vormi|am (?:morgen|vormittag|morge|vormittog)|in da frua|in der frue?h|frue?h morgens",
      ),
      words("frue?h|morgen|vormittage?"),
    ],
    [
      "afternoon",
      wished(
        "nachmittags?|namittags?|nomittags?|mittags|am nachmittag|am (?:namittag|nomittag)|(?:nach)?mittagsschicht(?:en)?|mittagsdienst",
      ),
      words("nachmittage?|mittag"),
    ],
    [
      "evening",
      wished(
        "spae?t(?=(?:-|,| ?und| ?oder|/| ?&) ?(?:frue?h|nacht))|(?<=frue?h(?:,| und| oder|/)? ?)spae?t|abends|am abig|obends|znacht|(?:spae?t|abend|obend)(?:schicht(?:en)?|dienste?)|am abend",
      ),
      words("abende?|spae?t"),
    ],
    [
      "night",
      wished(
        "(?<=spae?t(?:,| und| oder|/)? ?)nacht|nachts|nacht(?:schicht(?:en)?|dienste?|arbeit)|in der nacht|dauernachtschicht",
      ),
      words("nacht|nae?chte"),
    ],
    [
      "weekend",
      wished(
        "(?<!(?:letztes|schoe?nes|letzten|dieses) )(?:am )?wochenenden?|am wuche?nend|wuche?-?end|wochen-?end|wochnend|we-dienste?|wochenend(?:schicht(?:en)?|dienste?|arbeit)|(?:samstags?|samstag)(?: und |/| ?& ?| u )(?:sonntags?|sonntag)|(?:samstags|sonntags)",
      ),
      words("samstage?|sonntage?|we|sa und so|sa/so"),
    ],
  ],
  anyShift: words(
    "alle(?: schichten| zeiten| davon)?(?! ausser| bis auf)|egal(?: welche)?|jede(?: schicht)?|jederzeit|immer|alles(?! ausser| bis auf)|wechselschicht(?:en)?|schichtdienst|schichtarbeit|flexibel|(?:3|drei|2|zwei|mehr)-?schicht\\p{L}{0,7}|rund um die uhr|keine prae?ferenz|spielt keine rolle",
  ),
  licenceLead: words("die|den|der|nur|kl|klassen?|typ|fue?hrerscheine?|fs|fsk|habe?|hab|ja|jo|ich"),
  licences: words(
    `(?:fue?hrerscheine?|fue?hrerausweis|fahrausweis|billett?|fahrerlaubnis|lappen|fs|fsk)(?: (?:der )?\\(?(?:klassen?|kl|kat(?:egorie)?|typ)\\.?)?:? (${classes})`,
    `(?:kategorie|kat\\.?) (${classes})`,
    `(?:fue?hrerschein|fahrerlaubnis)?klassen? (${classes})(?: (?:fue?hrerschein|fahrerlaubnis))?`,
    `(${classes})[- ](?:fue?hrerschein|schein)`,
    `${holds} (?:den |die )?(c1e|d1e|be|ce|c1|c|b)(?! (?:\\p{L}{2,3} )?(?:\\d|niveau))`,
    "(?<=(?:^|\\n|, |ja,? ))(b|c|c1)(?=(?:,| und| u| \\+| &|/) ?(?:c1e|ce|be|c1|c)(?![\\p{L}\\p{N}]))",
    "(?<!mein )(?:(?:lkw|pkw|auto|motorrad|bus|traktor|roller|eu)-?(?: )?)?fue?hrerschein(?! (?:mach|ist weg|abgegeben|gerade|bin ich))|fahrerlaubnis|autof[ue]{1,2}hrerschein|(?:gabel)?stapler-?schein|staplerfahrerschein|flurfoe?rder(?:mittel)?schein|kranschein|baggerschein|(?:personenbefoe?rderungs|p-?|taxi|jagd|waffen|schweiss?er|sachkunde)-?schein|gesundheitszeugnis|gesundheitspass|infektionsschutzbelehrung|belehrung nach 43|sachkundeprue?fung(?: nach)?(?: §?34a)?|34a(?:[ -]?schein)?|adr(?:[ -]?(?:schein|bescheinigung))?|berufskraftfahrerqualifikation|modul 95|fahrerkarte|schluesselzahl 95|rettungsschwimmabzeichen|rettungsschwimmer(?:abzeichen|schein)|ersthelfer(?:schein|kurs)?|erste[ -]hilfe[ -](?:schein|kurs)|hubarbeitsbue?hnenschein|(?:motor)?kettensae?genschein|hygieneschulung|trainerschein|bootsschein",
  ),
  flags: {
    work_permit: words(
      `${have} ${permit}|${permit}(?: (?:habe?|hab|besitze) ich| (?:ist|sind|liegt|is)(?: natue?rlich)? (?:da|vorhanden|vor|gue?ltig)| vorhanden| ja| hab ich| gue?ltig)|darf (?:ich )?(?:hier |in deutschland |in oe?sterreich |legal |uneingeschrae?nkt |ohne einschrae?nkung |auch ){0,3}arbeiten|arbeitsberechtigt`,
    ),
    own_transport: words(
      `${have} (?:${licence} (?:und|sowie|\\+|&) )?${transport}|${vehicle}(?: (?:habe?|hab|besitze) ich| (?:ist|is)? ?(?:vorhanden|da))|(?:bin|ich bin) (?:selbst )?(?:mobil|motorisiert)|(?:fahre?|komme?|fahr) (?:ich )?(?:\\p{L}{2,10} ){0,2}mit (?:dem |meinem |nem )?(?:eigenen )?${vehicle}|eigene[rsnm]? ${vehicle}(?: vorhanden)?|eigenes auto`,
    ),
    over_18: words(
      "(?:ich bin |bin )?(?:schon |bereits |auf jeden fall )?(?:ue?ber|ae?lter als|mindestens) (?:18|achtzehn|21)|volljae?hrig|18 ?\\+|ue? ?18|erwachsen",
    ),
  },
  notFlags: {
    work_permit: words(
      `${noneOf} ${permit}|${permit} (?:habe?|hab|besitze) ich (?:leider |noch |bisher ){0,2}(?:nicht|keine?n?)|darf (?:ich )?(?:hier |noch |leider |in deutschland ){0,3}nicht arbeiten|${permit} (?:fehlt|noch nicht|(?:ist |noch |wurde ){0,2}beantragt)|(?:warte|warten)(?: \\p{L}{2,10}){0,2} auf ${permit}`,
    ),
    own_transport: words(
      `${noneOf} (?:eigene[nrsm]? )?${vehicle}|${vehicle} (?:habe?|hab|besitze) ich (?:leider |noch |derzeit |gerade ){0,2}(?:nicht|keins|keinen|kein)|nicht (?:mobil|motorisiert)|habe?(?: \\p{L}{2,10}){0,2} ${transport} nicht`,
    ),
    over_18: words(
      "(?:ich bin |bin )?(?:noch )?(?:unter|jue?nger als) (?:18|achtzehn)|noch (?:nicht|keine) (?:18|achtzehn|volljae?hrig)|nicht volljae?hrig|minderjae?hrig|(?:werde?|erst) (?:bald )?(?:16|17|siebzehn|sechzehn)|(?:werde?|wird)(?: (?:ich|im|in|nae?chste[ns]?|\\p{L}{3,10}|\\d{1,2})){0,3} (?:18|achtzehn)(?! (?:monate|stunden))",
    ),
  },
  impliedFlags: {
    work_permit: words(
      "(?:ich bin |bin )?(?:deutsche[rn]?|oe?sterreicher(?:in)?|eu[- ]?bue?rger(?:in)?|eu[- ]?staatsbue?rger(?:in)?|europae?er(?:in)?|deutscher staatsbue?rger|schweizer(?:in)?)|unbefristet|staatsbue?rger(?:in)?|deutsche[nr]? (?:pass|staatsbue?rgerschaft|staatsangehoe?rigkeit|ausweis|perso\\p{L}{0,12})|eu-?pass|eingebue?rgert|(?:pole|polin|italiener(?:in)?|spanier(?:in)?|grieche|griechin|rumae?ne|rumae?nin|bulgare|bulgarin|kroate|kroatin|franzose|franzoe?sin|portugiese|portugiesin)",
    ),
    own_transport: words(`${vehicle}`),
  },
  impliedNotFlags: {
    work_permit: words("beantragt|in bearbeitung|abgelaufen|laeuft noch|lauft noch"),
    own_transport: words(
      "bus(?:se)?|(?:u-|s-|strassen)?bahn|zug|oe?ffis?|oe?pnv|oe?ffentlich\\p{L}{0,3}|zu fuss|laufe|monatskarte|deutschlandticket",
    ),
    over_18: words("fast|noch nicht ganz"),
  },
  age: words(
    `(?:(?:ich )?bin(?: ich)?(?: (?:jetzt|gerade|schon|auch|\\p{L}{2,12} und))?|alter ?:?) (${age})(?: jahre?(?: (?:alt|jung))?(?! (?:lang|in|bei|als))|j)?(?! ?(?:jahre?n?(?! und|,|$)|j(?!\\p{L}))|-)${noAge}`,
    `(${age}) ?(?:jahre? (?:alt|jung)|-?jae?hrige?)`,
    `${introduced} (${age})(?=,|\\.| aus| und| jahre?(?: |$)| j(?: |$)|wohn| {0,3}$)${noAge}`,
    `(?<=^\\p{L}{2,15}(?: [\\p{L}-]{2,20})?, )(\\d{2})(?= jahre| aus|,| {0,3}$)${noAge}`,
    `^(?:m|w|mae?nnlich|weiblich)[ ,/]{1,2}(\\d{2})${noAge}`,
    `(\\d{2}) geworden`,
    "(?:mitte|ende|anfang) ([2-6]0)(?! ?(?:jahre|uhr|%))",
    `(?:geboren|geb|geburtsdatum|geburtsjahr|jahrgang|jg)(?:[ :./-]{1,2}(?:am|im|in|den|jahr|\\d{1,2}|${months})){0,6}[ :./-]{1,2}((?:19|20)\\d{2})`,
  ),
  wantsPay: words(
    "moe?chte|will|wollen|wunsch\\p{L}{0,10}|\\p{L}{0,8}vorstellung\\p{L}{0,3}|stelle mir|vorstellen|erwart\\p{L}{1,6}|mindestens|minimum|min|brauche?|gehalt\\p{L}{0,10}|lohn\\p{L}{0,10}|stundenlohn|monatslohn|wue?rde|waere|ware|hae?tte?(?: ich)? gerne?|schoe?n|so um die|sollten|verlange|unter|ab|netto|brutto|fordere",
  ),
  pastPay: words(
    "verdiente|verdient habe|bekam|bekommen habe|hatte ich(?! gern)|zuletzt|vorher|frue?her|bisher|aktuell\\p{L}{0,2}|momentan|derzeit\\p{L}{0,3}|gerade|habe ich (?:\\p{L}{2,12} ){0,3}(?:verdient|bekommen)|letzte[nrsm]? (?:job|gehalt|lohn|stelle|firma|arbeit)|alte[nrsm]? (?:job|gehalt|lohn|stelle|firma)|bekomme ich (?:jetzt|aktuell)|verdiene ich (?:jetzt|aktuell)",
  ),
  periods: [
    [
      "hour",
      words(
        "(?:die|pro|je|in der|per|a|ne|/|d|i de) ?(?:stunde?|stond|std|h)|stunde|std|stue?ndlich|stundenlohn|h|\\/h",
      ),
    ],
    ["day", words("(?:am|pro|je|den) tag|tae?glich|tagessatz|tag")],
    ["week", words("(?:die|pro|je|in der) woche|woe?chentlich|woche")],
    ["month", words("(?:im|pro|den|je) monat|monatlich|mtl|monat|mon")],
    ["year", words("(?:im|pro|je) jahr|jae?hrlich|jahresgehalt|p\\.a|pa|jahr")],
  ],
  currencies: {
    "€": "EUR",
    euros: "EUR",
    euro: "EUR",
    eur: "EUR",
    chf: "CHF",
    franken: "CHF",
    fr: "CHF",
    stutz: "CHF",
    euronen: "EUR",
    sfr: "CHF",
    pfund: "GBP",
    "£": "GBP",
    $: "USD",
    dollar: "USD",
    usd: "USD",
  },
};
