import { words } from "../text.ts";
import type { Details } from "./table.ts";

const have = "(?:i have|i've|i have got|i got|i own|have|got|with|has|possess|hold(?:ing)?|on)(?: got)?(?: already)?";
const notHaving =
  "(?:(?:do not|don't|dont|didn't|do n't) (?:have|own|drive|got|possess)|have(?:n't| not|nt) got|no|without|neither)";
const transport =
  "(?:(?:a|an|my|the|any) )?(?:own )?(?:(?:push |electric |motor |little )?(?:car|bike|bicycle|motorbike|motorcycle|scooter|e-scooter|e-?bike|moped|van|vehicle|transport|transportation|wheels|two[ -]?wheeler|okada|keke|scooty|pick-?up))(?! (?:licen|driv|park|wash|hire))";
const permit =
  "(?:(?:a|the|my|valid|a valid|any|full|unrestricted|my own|eu|uk) ){0,2}(?:work (?:permit|visa|authori[sz]ation)|right to work(?: in (?:the )?uk| here)?|working visa|(?:pre[ -]?)?settled(?: status)?|working papers|(?:biometric )?residence (?:permit|card)|papers|permit to work|brp(?: card)?|share ?code|stamp [1-6]g?|green card|h-?1b|ead|work pass|(?:indefinite )?leave to remain|ilr|(?:student|graduate|spouse|dependant|dependent|skilled worker|family|work) visa|(?:british|uk|irish) passport)";
const age =
  "\\d{2}|(?:twenty|thirty|forty|fifty|sixty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|sixteen|seventeen|eighteen|nineteen";
/** What a number is otherwise, behind "I'm". */
const noAge =
  "(?! ?(?:years? (?:of|in|as|exp|work)|yrs? (?:of|in|as|exp|work)|months?|mins?|minutes?|miles?|km|%|percent|hours?|hrs?|and a half|weeks?|euros|pounds|days?|quid|k|stone|kg|people|streets?|roads?)(?!\\p{L}))";
const months =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const introduced =
  "(?:i am|i'm|im|iam|name is|name's|names|this is)(?: (?!(?:at|on|in|from|near|available|free|about|over|working|earning|only|doing|number|not|looking|going|by|since|until|till|room|flat|a|an|the)(?!\\p{L}))[\\p{L}'-]{2,15}){1,3},?";
const licence = "(?:licen[cs]es?|lisence|liscence|lisense|licens)";
const trade =
  "(?:hgv|lgv|pcv|psv|truck|lorry|bus|taxi|private hire|fork ?-?lift(?: truck)?|fork ?truck|counter ?balance|reach(?: ?truck)?|telehandler|flt|sia|door supervisor|cctv|cpcs|npors|crane|digger|motorcycle|motorbike|moped|boat)";
const quality = "(?:full|clean|valid|current|uk|british|european|eu|irish|international|provisional|manual|automatic)";

/** Not what somebody did before, and not when they write again. */
function wished(...patterns: string[]): RegExp {
  const elsewhere =
    "(?:was|worked|did|had|finished|last|see|speak|talk|call|ring|text|message|contact|write|reply|back)(?: \\p{L}{1,10}){0,2}";
  return words(`(?<!(?<!\\p{L})${elsewhere} )(?:${patterns.join("|")})`);
}

export const details: Details = {
  languageNames: {
    eng: "en",
    englsh: "en",
    englis: "en",
    inglish: "en",
    polsh: "pl",
    spanich: "es",
    portugese: "pt",
    portugues: "pt",
    portuguise: "pt",
    arabian: "ar",
    bengali: "bn",
    panjabi: "pa",
    tigrigna: "ti",
    singhalese: "si",
    mandarin: "zh",
    cantonese: "zh",
    farsi: "fa",
    flemish: "nl",
    castilian: "es",
    tagalog: "tl",
    filipino: "tl",
    moldovan: "ro",
    valencian: "ca",
    norwegian: "no",
  },
  speaks: words(
    "spea?e?k(?:s|ing)?|spoken|(?:english|spanish|polish|french|german|romanian|portuguese|arabic|italian) (?:is|level|skills)|languages?|fluent(?:ly)?|bilingual|trilingual|understand|native(?:ly)?|mother tongue|first language|tongue|level",
  ),
  levels: [
    [words("native(?:ly)?(?: speaker| level)?|mother tongue|first language|mother language"), "native"],
    [
      words(
        "bilingual|fluent(?:ly)?|proficient|perfect(?:ly)?|advanced|upper(?: |-)intermediate|intermediate|conversational|basic|beginner|elementary|a (?:little|bit)(?: bit)?(?: of)?|some|good|very good|not bad|decent|excellent|well|okay",
      ),
      null,
    ],
  ],
  allLevels: words("both|all"),
  hours: [
    [
      "full_time",
      words(
        "full ?-?time|40 hours|full hours|(?:3[5-9]|4\\d) ?\\+? ?(?:hours|hrs?|h)(?: |/)?(?:an?|per|each)? ?(?:week|wk)|ft(?= ?(?:or|/|and) ?pt)",
      ),
      words(
        "ft|full|as (?:many|much)(?: hours)? as (?:possible|i can(?: get)?|you (?:have|can))|(?<!(?:hrs?|hours?|h|\\d) )max(?:imum)?|3[5-9]|4\\d",
      ),
    ],
    [
      "part_time",
      words(
        "part ?-?time|20 hours|(?:a )?few hours|(?:[4-9]|1\\d|2\\d|3[0-2]) ?(?:hours|hrs?|h)(?: |/)?(?:an?|per|each)? ?(?:week|wk)|(?<=ft ?(?:or|/|and) ?)pt",
      ),
      words("pt|part|(?:[5-9]|1\\d|2\\d|30)(?: ?(?:hours|hrs|h))?(?! ?(?:[\\d/.:]|years?|min|miles))"),
    ],
  ],
  either: words(
    "either(?: one| is fine| works)?|both|any|don't mind|dont mind|do not mind|not (?:bothered|fussed|picky)|flexible|(?:i'm|im) easy|up to you|no pref|whatever you (?:have|need|got)|no preference|whichever|whatever|any of (?:them|the two)",
  ),
  shifts: [
    [
      "morning",
      wished(
        "mornings",
        "morning (?:shifts?|work|hours)",
        "in the mornings?",
        "early (?:shifts?|mornings?)",
        "earlies",
        "early(?= ?(?:or|and|/|&) ?(?:late|evening|night)s? shifts?)",
      ),
      words("mornings?|am|early|earlies"),
    ],
    ["afternoon", wished("afternoons|afternoon (?:shifts?|work)|in the afternoons?"), words("afternoons?|pm")],
    [
      "evening",
      wished("evenings|evening (?:shifts?|work)|in the evenings?|lates?(?= shifts?)|lates"),
      words("evenings?|lates?"),
    ],
    ["night", wished("nights(?! ago)|night (?:shifts?|work)|at night|overnight"), words("nights?")],
    [
      "weekend",
      wished(
        "(?<!(?:this|last|next|nice|good|great|lovely|happy|your|over the) )(?:weekends?|wkends?)",
        "(?:on )?saturdays?(?: and|/| n| &|,) sundays?",
        "saturdays|sundays|sats(?: (?:and|n|&) suns)?",
      ),
      words("weekends?|wkends?|saturdays?|sundays?|sats?|suns?"),
    ],
  ],
  anyShift: words(
    "any(?: shifts?| time| of them| hours)?|all(?: shifts?| of them)?|whatever|don't mind|do not mind|no preference|rotating(?: shifts?)?",
  ),
  notShift: words(
    "(?:study|studying|school|college|uni|university|classes|class|lectures|course|training|sleep|collect|pick up|drop off|yesterday|hate|refuse|exhausted)(?!.{0,60} (?:so|then|therefore) )",
  ),
  notShiftBehind: words(
    " ?,? ?(?:(?:i|we) (?:can'?t|cannot|couldn'?t|don'?t|do not|won'?t|will not|wouldn'?t)(?!\\p{L})|(?:(?:are|is|'s) )?(?:out(?! of)|a no(?: no)?|no good|not (?:possible|for me|an option|good|ok)|impossible)|no(?: thanks)?(?= *(?:$|[.,!])))",
  ),
  licenceLead: words(
    "the|class|category|categories|cat|just|only|yes|yeah|yep|my|a(?! ?$)|i have|i've got|i've|have|got|driving|licen[cs]e",
  ),
  licences: words(
    `(?:(?:driving|driver's|drivers|driver) )?${licence} ?(?:\\(?(?:categor(?:y|ies)|class(?:es)?|type|cats?))?:? (c ?\\+ ?e|b ?\\+ ?e|c1e|d1e|c1|d1|am(?! \\p{L})|a1|a2|be(?! \\p{L})|ce|a(?! \\p{L})|b|c|d)`,
    `(?:categor(?:y|ies)|class(?:es)?|cats?):? (c ?\\+ ?e|b ?\\+ ?e|c1e|d1e|c1|d1|am|a1|a2|be|ce|a(?! \\p{L})|b|c|d)(?: (?:driving |driver's )?${licence})?`,
    `(c ?\\+ ?e|b ?\\+ ?e|c1e|d1e|c1|d1|ce|b|c|d) (?:driving )?${licence}`,
    // "Yes, C and CE": two classes that are hardly anything else.
    "(b|c|c1)(?=(?:,| and| \\+| &|/) ?(?:c1e|ce|be|c1)(?![\\p{L}\\p{N}]))",
    `(?:${quality} ){0,4}(?:driving|driver's|drivers|driver|car) ${licence}|(?:${quality} ){1,4}${licence}|full uk(?= {0,3}$)|provisional(?= {0,3}$)`,
    `(?:${trade}(?:,| and| &|/)? ){1,2}(?:(?:class [12]|driving|operator|operators|operator's|driver's) )?(?:${licence}|ticket|badge|card|certificates?|cert)|(?:hgv|lgv) class [12](?! driver)|class [12](?: hgv| lgv)? ${licence}|personal ${licence}`,
    "cscs(?: card)?|(?:level [123] )?food (?:hygiene|safety)(?: level [123])?(?: (?:certificates?|cert))?|(?:enhanced |clean )?dbs(?: (?:check|certificate))?|first aid (?:certificates?|cert|at work|trained)|first aider|lifeguard (?:certificate|qualification)|nplq|driver cpc|cpc(?: card)?|digi(?:tal)? ?tacho(?:graph)?(?: card)?|tacho(?:graph)? card|care certificate|ipaf|pasma|adr",
  ),
  flags: {
    work_permit: words(
      `${have} ${permit}|${permit} (?:available|ready|valid)|i can (?:legally )?work (?:here|in the uk|legally)|(?:i am |i'm )?(?:allowed|eligible|entitled|authori[sz]ed) to work`,
    ),
    own_transport: words(
      `${have} (?:(?:a |my )?(?:full |clean |valid )?(?:driving |driver's |drivers )?licen[cs]e and )?${transport}|(?:i )?(?:drive|own|use|ride|come by|travel by|come on|go by) (?:my|a) (?:own )?(?:car|bike|scooter|motorbike|van|bicycle)|i cycle|cycle to (?:work|it)|by (?:bike|bicycle|car)|own (?:car|transport|vehicle)`,
    ),
    over_18: words(
      "(?:i am |i'm |im )?(?:over|above|older than) (?:the age of )?(?:18|eighteen|21)|(?:i am|i'm|im) (?:an adult|18\\+)|of legal age",
    ),
  },
  notFlags: {
    work_permit: words(
      `${notHaving} ${permit}(?! (?:needed|required|problem|restrictions?))|not (?:allowed|eligible|entitled) to work|(?:need|require|requires) (?:a |visa |any )?(?:sponsorship|sponsor|work permit|visa)|(?:permit|visa|brp|papers) (?:(?:is|are|still) ){0,2}(?:pending|expired|in process|being processed)|(?:waiting|applied) (?:for|on) (?:my |the |a )?(?:work )?(?:permit|visa|papers|brp|right to work)`,
    ),
    own_transport: words(`${notHaving} ${transport}|sold (?:my|the) (?:car|van|bike|scooter|motorbike)`),
    over_18: words(
      "(?:i am |i'm |im )?(?:under|younger than|below) (?:18|eighteen)|not (?:yet )?(?:18|over 18)|a minor|(?:will be|i'll be|ill be|going to be|gonna be|turning|turn|nearly|almost) (?:18|eighteen)(?! (?:months|hours))",
    ),
  },
  impliedFlags: {
    work_permit: words(
      "(?:i am |i'm |im )?(?:an? )?(?:british|irish|eu|european|us|american|uk|dual)(?: \\(?(?:citizen|national|passport(?: holder)?)\\)?)|i(?:'m| am) (?:british|irish)|british|(?:student|graduate|spouse|work|dependant|dependent|skilled worker) visa|stamp \\d|brp|ilr|h-?1b|green card|(?:citizen|citizenship|settled status|pre-settled|indefinite leave)",
    ),
    own_transport: words("(?<!(?:sold|sell) (?:my|the) )car|bike|bicycle|motorbike|scooter|van"),
  },
  impliedNotFlags: {
    work_permit: words("waiting|pending|in process|being processed|applied|expired"),
    own_transport: words(
      "bus(?:es)?|trains?|tube|public transport|i walk|walking|on foot|metro|tram|taxis?|ubers?|(?:get|getting) a lift",
    ),
    over_18: words("nearly|almost|not quite"),
  },
  age: words(
    `(?:i am|i'm|im|iam|aged?(?: is)? ?[:-]?|turned) (?:(?:only|just|already|now|still|a) ){0,2}(${age})${noAge}`,
    `(${age}) ?-?(?:years?[ -](?:old|young|of age)|yrs? old|yo|y/o)`,
    `(\\d{2}) ?yrs?(?= {0,3}$)`,
    `${introduced} (${age})(?=,|\\.| from| and| years| yo| based| living| looking| lookin| here| {0,3}$)${noAge}`,
    `^(?:m|f|male|female)[ ,/]{1,2}(\\d{2})${noAge}`,
    `(?:born|dob|date of birth)(?:[ :./-]{1,2}(?:on|in|is|the|of|\\d{1,2}(?:st|nd|rd|th)?|${months})){0,6}[ :./-]{1,2}((?:19|20)\\d{2})`,
  ),
  wantsPay: words(
    "want|expect(?:ing|ation|ations)?|looking for|at least|minimum|min|hoping for|would like|ask(?:ing)? for|desired|salary|wage|rate|pay|no less than|not less than|need",
  ),
  pastPay: words(
    "earned|earning|earn now|made|making|was (?:paid|on|getting)|were paying|paid me|used to|last (?:job|salary|wage|pay)|previous|current(?:ly)?|got paid|get paid|they pay",
  ),
  periods: [
    ["hour", words("(?:per|an|a|each|every) hour|hourly|ph|p/h|hour|hr|hrs?|h")],
    ["day", words("(?:per|a|each|every) day|daily|day")],
    ["week", words("(?:per|a|each|every) week|weekly|pw|week")],
    ["month", words("(?:per|a|each|every) month|monthly|pcm|pm|month")],
    ["year", words("(?:per|a|each|every) (?:year|annum)|yearly|annually|annual|pa|p\\.a|year")],
  ],
  currencies: {
    "€": "EUR",
    euros: "EUR",
    euro: "EUR",
    eur: "EUR",
    "£": "GBP",
    pounds: "GBP",
    quid: "GBP",
    gbp: "GBP",
    $: "USD",
    dollars: "USD",
    bucks: "USD",
    "₹": "INR",
    rupees: "INR",
    rs: "INR",
    inr: "INR",
    "₦": "NGN",
    naira: "NGN",
    ngn: "NGN",
    "₱": "PHP",
    pesos: "PHP",
    php: "PHP",
    usd: "USD",
  },
};
