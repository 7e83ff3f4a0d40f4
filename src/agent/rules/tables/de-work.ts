import { casual } from "chrono-node/de";
import { counted, words } from "../text.ts";
import type { Work } from "./table.ts";

const year = "-?jae?hrige[nrs]?|jahr(?:e[ns]?)?|johrn?";
const month = "monat(?:e[ns]?|s)?";
const monthNames = {
  januar: 1,
  janner: 1,
  jaenner: 1,
  februar: 2,
  feber: 2,
  marz: 3,
  maerz: 3,
  april: 4,
  mai: 5,
  juni: 6,
  juli: 7,
  august: 8,
  september: 9,
  oktober: 10,
  november: 11,
  dezember: 12,
};
/** Only behind a day: "Jan" is a name, too. */
const shortMonths = {
  jan: 1,
  feb: 2,
  mrz: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sept: 9,
  sep: 9,
  okt: 10,
  nov: 11,
  dez: 12,
};
const monthName = Object.keys(monthNames).join("|");
const anyMonth = Object.keys({ ...monthNames, ...shortMonths }).join("|");
const weekday = "(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)";
const amount = "(?<amount>\\d{1,2}|(?!(?:nae?chst|kommend|dies|letzt|jede)\\p{L})\\p{L}{3,12})";
const unit = "(?:(?<days>tage?n?)|(?<weeks>wochen?)|(?<months>monat(?:e[ns]?|s)?))";
/** Where people work, behind "in der" or "im". */
const field =
  "(?:gastro(?:nomie)?|kue?che|pflege|altenpflege|krankenpflege|logistik|reinigung|gebae?udereinigung|produktion|branche|hotellerie|fabrik|hotelbranche|gastrobranche|bae?ckerei|metzgerei|zustellung|verwaltung|industrie|landwirtschaft|security|kinderbetreuung|lager|verkauf|service|einzelhandel|hotel|restaurant|handwerk|beruf|job|bereich|handel|pflegeheim|altenheim|krankenhaus|supermarkt|bue?ro|callcenter|versand|transport|fernverkehr|nahverkehr|gartenbau|trockenbau|sicherheitsdienst|kindergarten|backstube|werkstatt|praxis|apotheke|schule|kita|spital|wae?scherei|gae?rtnerei|verchauf|chuchi|spitex|montage|call-?center|baumarkt|tankstelle|kantine|imbiss|kiosk|brauerei|druckerei|schreinerei|tischlerei|schlosserei|spue?le|zimmer)";
const works =
  "(?:arbeite?|jobbe|koche|schaffe?|schaff|hackle|hackel|gschafft|ghacklt|gschaffet|kellnere|putze|fahre?|bediene|verkaufe|pflege|tae?tig|berufstae?tig|beschae?ftigt|angestellt|gearbeitet|gejobbt|gekellnert|gekocht|geputzt|gefahren)";
const round = "(?:mehr als |fast |knapp |etwa |ca |circa |ungefae?hr |rund |ue?ber |gut |schon |so |insgesamt )";

/** "einundzwanzig" to "neunundsechzig", for an age told by voice. */
const units = ["ein", "zwei", "drei", "vier", "funf", "fuenf", "sechs", "sieben", "acht", "neun"];
const tens = { zwanzig: 20, dreissig: 30, vierzig: 40, funfzig: 50, fuenfzig: 50, sechzig: 60 };
const compounds = Object.entries(tens).flatMap(([ten, value]) => [
  [ten, value] as const,
  ...units.map((one, i) => [`${one}und${ten}`, value + (i < 5 ? i + 1 : i)] as const),
]);

export const work: Work = {
  numbers: {
    ...counted(
      "null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
    ),
    ...Object.fromEntries(compounds),
    ein: 1,
    eine: 1,
    einen: 1,
    einem: 1,
    einer: 1,
    zwo: 2,
    fuenf: 5,
    zwoelf: 12,
    fuenfzehn: 15,
    anderthalb: 1.5,
    eineinhalb: 1.5,
    einenhalb: 1.5,
    zweieinhalb: 2.5,
    "1 1/2": 1.5,
    "zwei einhalb": 2.5,
    "drei einhalb": 3.5,
    dreieinhalb: 3.5,
    viereinhalb: 4.5,
  },
  year,
  month,
  andAHalf: "und (?:ein(?:e[ns]?)? )?halb(?:e[sn]?)?",
  durations: {
    "ein halbes jahr": 0.5,
    "halbes jahr": 0.5,
    "einem halben jahr": 0.5,
    "dreiviertel jahr": 0.75,
    "ein paar jahre": 2,
    "ein jahrzehnt": 10,
  },
  upTo: "bis zu|bis|oder",
  experience: [
    "^seit (?:dem jahr |anfang |ende |mitte )?{y}(?: \\p{L}{3,15})?$",
    "{role} seit (?:dem jahr |anfang |ende |mitte )?{y}",
    `${works}(?: (?!und )[\\p{L}-]{1,20}){0,4} seit (?:dem jahr )?{y}`,
    `seit (?:dem jahr )?{y}(?: (?!und |wohne|lebe)[\\p{L}-]{1,20}){0,3} (?:als|${works})`,
    "{d} (?:(?!wohn|leb)[\\p{L}-]{2,25} ){0,3}[\\p{L}-]{0,20}erfahrungs?(?:en)?",
    `[\\p{L}-]{0,20}erfahrung(?:en)?(?: (?!keine)\\p{L}{1,20}){0,5}?:? ?${round}?\\(?{d}`,
    `{d} (?:lang )?(?:am stue?ck )?(?:als(?! kind| jugendliche)|(?:im|in der|in einem|in einer|in verschiedenen|im bereich|in|auf|auf dem|am) (?:\\p{L}{3,15} ){0,1}${field}|auf dem bau|am bau|bei (?:der |einer )?(?:dhl|amazon|ups|hermes|dpd|post|zeitarbeitsfirma|zeitarbeit)|${works}|im (?:beruf|job))`,
    `{d}(?: (?!und |wohn|leb|gewohnt)[\\p{L}-]{1,20}){0,8} ${works}`,
    `${works}(?: (?!und |wohn|leb)[\\p{L}-]{1,20}){0,8} (?:seit|fue?r|ue?ber|etwa|ca|ungefae?hr|fast|knapp|schon) ${round}?{d}(?! (?:\\p{L}{2,12} ){0,2}(?:in|alt|hier|dabei))`,
    `${field}(?: (?:habe?|hab|han|mach) ich| mache?)?(?: (?:schon|jetzt|auch|sogar)){0,2} ${round}?{d} (?:lang )?gemacht`,
    "{d} (?:lang )?(?:bin ich |war ich )?(?:schon |jetzt )?(?:gelernte[rn]? |ausgebildete[rn]? )?{role}",
    `{role} (?:seit|fue?r) ${round}?{d}`,
  ],
  noExperience: words(
    "(?:keine?|keinerlei|null|ohne|0|kaum) (?:\\p{L}{3,20} ){0,2}[\\p{L}-]{0,15}erfahrung(?:en)?|[\\p{L}-]{0,15}erfahrung(?:en)?(?: (?:habe?|hab|ist))?(?: ich)?(?: leider| noch| bisher)? (?:keine|null|nicht|noch nicht)|(?:no|noch|nu) (?:nie|nia) gmacht|(?:noch )?nie(?:mals)? (?:\\p{L}{2,15} ){0,4}(?:gearbeitet|gemacht|gejobbt|gekellnert|gekocht|geputzt)|noch nicht (?:\\p{L}{2,15} ){0,4}(?:gearbeitet|gejobbt|gekellnert)|(?:bin )?(?:ganz |komplett |total )?neu (?:in (?:dem|der|diesem) (?:bereich|branche)|in der branche|im bereich|auf dem gebiet)|mein erste[rs]? (?:job|richtiger job|arbeit)|meine erste (?:arbeit|stelle)|berufsanfae?nger(?:in)?",
  ),
  lessThan: words("davor|vorher|zuvor|weniger als|unter|nicht mal|nicht einmal|noch kein|kein"),
  none: words(
    "(?:noch |leider |bisher |ue?berhaupt )?gar (?:keine?|nicht)|kein(?:e|en|er|s)?|nichts|null|nein|nie|noch nie|bisher keine|noch keine|0|nee|ohne",
  ),
  wants: words(
    "(?:ich )?(?:suche?|such|suchen|moe?chte|will|wollte|wue?rde|haette gern|hatte gern|interesse|interessiert|interessiere|interessieren|bewerben?|bewerbe|bewerb|bewerbung|gesucht|anfangen|anfange)(?: (?:mich|gern|gerne|eine?n?|um|auf|fue?r|als|bei euch|bei ihnen|an|am|die|den|der|das|job|stelle|arbeit|arbeiten|stellenanzeige|anzeige|nach)){0,6}",
    "(?:stelle|job|jobs|arbeit|nebenjob|minijob|ferienjob|aushilfsjob|anstellung|position|beschae?ftigung|tae?tigkeit|arbeiten|arbeitsstelle|arbeitsplatz|anzeige|stellenanzeige|ausbildung|einsteigen) (?:als|fue?r|zum|zur)",
  ),
  worked: words(
    "als(?! (?:kind|ich|wir|nae?chste))",
    "(?:war|waren)(?: (?:ich|vorher|frue?her|zuletzt|lange|jahrelang|mal|bereits|schon)){0,2}",
    "(?:ausbildung|lehre|umschulung|jahre?n?|erfahrung) (?:als|zum|zur)",
  ),
  roleBefore: words(
    "(?:ich )?bin(?: (?:ich|seit \\p{L}{2,8} jahren|seit \\d{1,2} jahren|eine?|gelernte[rn]?|ausgebildete[rn]?|examinierte[rn]?|erfahrene[rn]?|ungelernte[rn]?|aktuell|derzeit|momentan|gerade|noch|auch|eigentlich|jetzt|staatlich|gepru?e?fte[rn]?)){0,3}|von beruf(?: bin ich| aus)?|beruf ?:?|(?:position|stelle|job) ?:|gelernte[rn]?|ausgebildete[rn]?",
  ),
  openRole: words(
    "(?:arbeit|arbeiten|job|jobs|nebenjob|minijob|stelle|position|anstellung|tae?tigkeit|beschae?ftigung|bewerbe mich|bewerben|bewerbung) als(?: eine?)?",
    "(?:moe?chte|will|wue?rde|wollte)(?: \\p{L}{2,12}){0,3}? als(?: eine?)?(?= (?:[\\p{L}-]{3,25} ){1,3}(?:arbeiten|anfangen|bewerben|jobben))",
  ),
  orRole: words(
    "oder|und|sowie|bzw|als|eine?|einen|auch|oder als|und als|evtl|eventuell|vielleicht|gern|gerne|zur|zum",
  ),
  roleEnd: words(
    "job|jobs|stelle|stellen|position|arbeit|in|im|am|an|auf|bei|fue?r|ab|und|oder|mit|aber|zu|zum|zur|seit|von|vom|weil|da|bitte|ich|bin|ist|war|meine?|hier|jetzt|wenn|wo|wie|was|arbeiten|arbeite|gearbeitet|bewerben|anfangen|starten|suche|sucht|moe?chte|will|kann|habe?|hab|hae?tte|gern|gerne|nebenbei|sofort|dringend|tae?tig|beginnen|jobben|werden|nae?he|raum|nachts|morgens|abends|tagsue?ber",
  ),
  notRole: words(
    "egal|alles|etwas|was|irgend\\p{L}{0,8}|nae?chste[rs]?|erste[rs]?|zweite[rs]?|letzte[rs]?|mo[eg]{1,2}lich|ich|du|er|sie|es|wir|ihr|das|die|der|den|dem|ein|eine|einen|einem|einer|mein|meine|euch|ihnen|hallo|job|jobs|arbeit|stelle|stellen|vollzeit|teilzeit|minijob|nebenjob|job|neue[sn]?|neuer|gute[nrs]?|gut|gerne?|schnell|so|bald|frue?h|sofort|montag|info|infos|mehr|weitere|informationen|wissen|sprechen|reden|fragen|bewerben|wohnung|zimmer|person|mensch|menschen|team|firma|frau|mann|mutter|vater|schue?ler(?:in)?|student(?:in)?|rentner(?:in)?|hausfrau|quereinsteiger(?:in)?|anfae?nger(?:in)?|fremdsprache|muttersprache|muttersprachler(?:in)?|zweitsprache|kind|jugendliche[rn]?|zuletzt|vorher|bisher|frue?her|immer|nur|nicht|kein|keine|geld|euro|stunden|stunde|woche|monat|monate|jahr|jahre|tag|tage|zeit|schichten|schicht|nachts|tags|abends|morgens|wochenende|mich|mir|dich|uns|weiterbildung|herausforderung|zukunft|erfahrung|deutsch|englisch|lust|interesse|ding|sache|hauptsache|alternative|ersatz|vorschlag|antwort|frage|beispiel",
  ),

  parse: casual.parse.bind(casual),
  calendar: {
    dates: [
      words(`(?:(?<day>\\d{1,2})\\.? {0,2})?(?<month>${monthName})(?: {1,2}(?<year>20\\d{2}))?`),
      words(`(?<day>\\d{1,2})\\.? {0,2}(?<month>${anyMonth})\\.?(?: {1,2}(?<year>20\\d{2}))?`),
      words(
        "(?<day>\\d{1,2})\\. ?(?<month>\\d{1,2})(?:\\. ?(?<year>20\\d{2}))?(?! ?(?:uhr|euro|eur|h|kg|%|km|stunden))(?![.,:]?\\d)",
      ),
    ],
    months: { ...monthNames, ...shortMonths },
  },
  ahead: words(
    `(?:(?:in|nach|noch|binnen|kue?ndigungsfrist(?: von| ist| betrae?gt| sind)?:?|frist(?: von| ist)?:?)(?: etwa| ca| rund| genau| ungefae?hr)? |^(?=\\S{1,12} \\S{3,8}$)|(?=\\S{1,12} \\S{3,8} (?:\\p{L}{2,8} )?(?:kue?ndigungs)?frist))${amount} ${unit}`,
  ),
  beforeDate: words(
    `ab|von|gegen|so|guten? morgen|am morgen|jeden (?:morgen|abend|tag|${weekday})|${weekday}(?=,? (?:den |dem |der )?\\d{1,2}\\.? {0,2}(?:\\d|${anyMonth}))`,
  ),
  dayBehind: words(",? (?:den |der |dem )?(\\d{1,2})(?!\\.?\\d|[/:,]| ?(?:uhr|h|stunden))\\.?"),
  ordinals: {
    erste: 1,
    ersten: 1,
    erster: 1,
    zweiten: 2,
    dritten: 3,
    funften: 5,
    fuenften: 5,
    zehnten: 10,
    funfzehnten: 15,
    fuenfzehnten: 15,
    zwanzigsten: 20,
  },
  available: words(
    "anfangen|anzufangen|(?:wochen?|monate?|tage) (?:kue?ndigungs)?frist|(?:\\d{1,2}|\\p{L}{3,6}) (?:wochen?|monate?) (?:kue?ndigungs)frist|kue?ndigungsfrist|kann(?= ab )|zeit(?= ab )|anfange|anfing|angefangen werden|fang(?:e|en)? (?:ich )?(?:\\p{L}{2,10} ){0,2}an|starten|start(?:e|klar|termin|datum)?|beginnen|beginne|beginn|einsteigen|loslegen|verfue?gbar|bereit|frei|eintritt\\p{L}{0,8}|frue?hestens|einsetzbar|zur verfue?gung|(?:ab|erst)(?= (?:morgen|sofort|heute|jetzt|nae?chste\\p{L}?|kommende\\p{L}?|dem \\d|\\d{1,2}\\.|anfang|mitte|ende|januar|februar|mae?rz|april|mai|juni|juli|august|september|oktober|november|dezember|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag))",
  ),
  until: words(
    "bis|vor|endet|endete|seit|gekue?ndigt|gekommen|gezogen|geboren|geb|angefangen|zuletzt|lae?uft|aus|ausgelaufen|letzten|letzte|vergangenen",
  ),
  days: [
    [words("ue?bermorgen"), 2],
    [words("heute?(?: noch)?|hue?t"), 0],
    [words("(?<!(?:guten?|am|jeden|schoe?nen|bis) )morgen(?! (?:zusammen|allerseits))"), 1],
  ],
  now: words(
    "(?:ab )?sofort|ab jetzt|jetzt(?: gleich)?|direkt|gleich|umgehend|unverzue?glich|(?:so )?(?:schnell|bald|frue?h)(?:stmoe?glich|er)?(?: wie| als)? moe?glich|schnellstmoe?glich|baldmoe?glichst|asap|jederzeit|egal wann|immer|jeden tag|wann (?:ihr|sie|du) (?:woe?llt|wollen|willst|mich braucht|mich brauchen)",
  ),
  nextWeek: words("(?:in der |ab der |ab )?(?:nae?chste[rn]?|kommende[rn]?) woche"),
  nextMonth: words(
    "(?:im |ab |ab dem |zum )?(?:nae?chste[nmrs]?|kommende[nms]?) monats?|(?:zum|ab dem|am|nae?chsten) (?:nae?chsten )?(?:monats)?ersten(?! (?:januar|februar|mae?rz|april|mai|juni|juli|august|september|oktober|november|dezember))|zum monatsanfang",
  ),
  endOfMonth: words("(?:zum |am |ab |gegen )?(?:monatsende|ende (?:des|diesen|dieses|vom|von diesem) monats?)"),
  dayOfMonth: words(
    `(?:am|ab|ab dem|zum|vom|den|dem|der|erst am) (\\d{1,2})(?!\\.?(?: {0,2}(?:\\d|${anyMonth}))|[:/,-]\\d| {0,2}(?:uhr|h|jahr\\p{L}{0,3}|euro|eur|%|monat\\p{L}{0,2}|wochen?|tagen?|stunden?|kilo|kg|stock))`,
  ),
  middleOf: words("mitte(?: des)?"),
  endOf: words("ende(?: des)?"),
  notice: words("(?:kue?ndigungs)?frist"),
  couple: "(?:ein )?paar",
  units: "tage?n?|wochen?|monat(?:e[ns]?)?|jahr(?:e[ns]?)?|stunden?",
  this: words("dies(?:e[nrs]?)?|heute"),
};
