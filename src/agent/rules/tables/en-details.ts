import { words } from "../text.ts";
import type { Details } from "./table.ts";

const have = "(?:i have|i've|i have got|i got|i own|have|got|with|has|possess)(?: got)?";
const notHaving =
  "(?:(?:do not|don't|dont|didn't|do n't) (?:have|own|drive|got|possess)|have(?:n't| not|nt) got|no|without|neither)";
const transport =
  "(?:(?:a|an|my|the|any) )?(?:own )?(?:car|bike|bicycle|motorbike|motorcycle|scooter|e-scooter|moped|van|vehicle|transport|transportation)";
const permit =
  "(?:(?:a|the|my|valid|a valid|any|full) )?(?:work (?:permit|visa|authori[sz]ation)|right to work(?: in the uk| here)?|working visa|(?:pre-?)?settled status|working papers|residence permit|papers|permit to work)";

export const details: Details = {
  languageNames: {
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
    "speak(?:s|ing)?|spoken|languages?|fluent(?:ly)?|bilingual|trilingual|understand|native(?:ly)?|mother tongue|first language|tongue|level",
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
    ["full_time", words("full ?-?time|40 hours|full hours"), words("ft|full")],
    ["part_time", words("part ?-?time|20 hours|few hours"), words("pt|part")],
  ],
  either: words(
    "either(?: one| is fine| works)?|both|any|don't mind|do not mind|no preference|whichever|whatever|any of (?:them|the two)",
  ),
  shifts: [
    ["morning", words("mornings|morning (?:shifts?|work)|in the mornings?|early shifts?"), words("mornings?|am")],
    ["afternoon", words("afternoons|afternoon (?:shifts?|work)|in the afternoons?"), words("afternoons?|pm")],
    ["evening", words("evenings|evening (?:shifts?|work)|in the evenings?|late shifts?"), words("evenings?")],
    ["night", words("nights|night (?:shifts?|work)|at night|overnight"), words("nights?")],
    [
      "weekend",
      words("weekends?|weekend (?:shifts?|work)|(?:on )?saturdays?(?: and|/) sundays?"),
      words("weekends?|saturdays|sundays"),
    ],
  ],
  anyShift: words(
    "any(?: shifts?| time| of them| hours)?|all(?: shifts?| of them)?|whatever|don't mind|do not mind|no preference|rotating(?: shifts?)?",
  ),
  licenceLead: words("the|class|category"),
  licences: words(
    "(?:driving|driver's|drivers|driver)? ?(?:licen[cs]e|license) ?(?:category|class|type|cat)?:? (c ?\\+ ?e|b ?\\+ ?e|c1|d1|am|a1|a2|be|ce|a(?! \\p{L})|b|c|d)",
    "(?:category|class|cat) (c ?\\+ ?e|b ?\\+ ?e|c1|d1|am|a1|a2|be|ce|a|b|c|d)(?: (?:driving |driver's )?licen[cs]e)",
    "(?:full |clean |full clean |uk |valid |full uk |clean uk )?(?:driving|driver's|drivers|driver) licen[cs]e|(?:forklift|fork lift|hgv|lgv|truck|motorcycle|sia|cpcs|food hygiene|flt) (?:licen[cs]e|certificate|card)|cscs card|food hygiene certificate|lifeguard certificate",
  ),
  flags: {
    work_permit: words(
      `${have} ${permit}|i can (?:legally )?work (?:here|in the uk|legally)|(?:i am |i'm )?(?:allowed|eligible|entitled|authori[sz]ed) to work`,
    ),
    own_transport: words(
      `${have} (?:(?:a |my )?(?:full |clean |valid )?(?:driving |driver's |drivers )?licen[cs]e and )?${transport}|(?:i )?(?:drive|own|use|come by|travel by) (?:my|a) (?:own )?(?:car|bike|scooter|motorbike|van)|own (?:car|transport|vehicle)`,
    ),
    over_18: words(
      "(?:i am |i'm |im )?(?:over|above|older than) (?:18|eighteen|21)|(?:i am|i'm|im) (?:an adult|18\\+)|of legal age",
    ),
  },
  notFlags: {
    work_permit: words(`${notHaving} ${permit}|not (?:allowed|eligible|entitled) to work`),
    own_transport: words(`${notHaving} ${transport}`),
    over_18: words(
      "(?:i am |i'm |im )?(?:under|younger than|below) (?:18|eighteen)|not (?:yet )?(?:18|over 18)|a minor",
    ),
  },
  impliedFlags: {
    work_permit: words(
      "(?:i am |i'm |im )?(?:an? )?(?:british|irish|eu|european|us|american|uk|dual)(?: \\(?(?:citizen|national|passport(?: holder)?)\\)?)|i(?:'m| am) (?:british|irish)|british|(?:citizen|citizenship|settled status|indefinite leave)",
    ),
    own_transport: words("car|bike|bicycle|motorbike|scooter|van"),
  },
  age: words(
    "(?:i am|i'm|im|aged?) (\\d{2})(?: years? old| years? of age|yo| y/o)?(?! ?(?:years? (?:of|in|as|exp|work)|months?|min|miles|km|%|hours|and a half|weeks|euros|pounds))",
  ),
  studies: {
    degrees: words(
      "(?:bachelor|master|associate)(?:'?s)?(?: degree)?|(?:university|college|undergraduate|postgraduate) degree|degree(?= in )|(?:high|secondary) school diploma|diploma(?= in )|(?<=(?:finished|completed|graduated from|went to) )(?:high school|secondary school|college|university)|gcses?|a[ -]levels?|ged|bsc|msc|mba|phd|btec|nvq(?: level \\d)?|apprenticeship(?= (?:as|in) )",
    ),
    subject: words("in|of|as"),
    lead: words("i|have|finished|completed|did|got|studied|a|an|the|my|up to"),
    unfinished: words("(?:for|of|at|towards|studying for|working on|want|wants|need|needs) (?:a|an|my|the)|no"),
  },
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
    usd: "USD",
  },
};
