import { GB } from "chrono-node/en";
import { counted, words } from "../text.ts";
import type { Work } from "./table.ts";

const year = "(?:years?|yrs?)";
const month = "months?";

export const work: Work = {
  numbers: {
    ...counted(
      "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    ),
    ...Object.fromEntries(["thirty", "forty", "fifty", "sixty"].map((ten, i) => [ten, 30 + 10 * i] as const)),
    ...Object.fromEntries(
      ["twenty", "thirty", "forty", "fifty", "sixty"].flatMap((ten, i) =>
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"].flatMap((one, j) =>
          [" ", "-"].map((sign) => [`${ten}${sign}${one}`, 20 + 10 * i + j + 1] as const),
        ),
      ),
    ),
    a: 1,
    an: 1,
  },
  year,
  month,
  andAHalf: "and (?:a )?half",
  durations: { "half a year": 0.5, "a couple of years": 2, "couple of years": 2, "couple years": 2, "a decade": 10 },
  upTo: "to|or|and",
  experience: [
    "(?<=^\\s{0,2})since (?:about |around )?{y}(?= {0,3}$)",
    "(?:i have|i've|i've got|i got|got|with|have) (?:about |over |around |nearly |almost )?{d}(?: of| in| on| doing) (?!(?:the )?(?:uk|us|usa|country|ireland|england|london|dublin|spain|portugal|germany|here|town|this|total)(?!\\p{L}))\\p{L}{3,20}",
    "{role} since {y}",
    "{d}'?s?'? (?:of )?(?:\\p{L}{2,20} ){0,3}(?:experience|exp)",
    "experience ?(?::|of|is|as|in|for)? ?(?:\\p{L}{1,20} ){0,5}(?:of |for |over |about )?\\(?{d}",
    "{d}'?s?'? (?:working|worked|waitressing|waiting tables|cooking|cleaning|driving|bartending|caring|nursing|in (?:the )?(?:industry|sector|hospitality|business|trade|retail|catering|kitchens?|warehouses?|warehousing|logistics|care|construction|restaurants?|bars?|hotels?|field|job|this role|the role))",
    "{n} (?:of|in|years') experience",
    "{d} (?:at (?:\\p{L}{2,15} ){1,3})?(?:as|being) (?:a |an )?{role}",
    "since {y} (?:i )?(?:have |'ve |been |am )?(?:work|working|worked)",
    "(?:did|done|doing) (?:\\p{L}{3,15} ){1,3}for {d}",
    "{d} {role}(?! (?:course|training))",
    "{role} for (?:over |about |around |nearly |almost |more than |the (?:last|past) )?{d}",
    "(?:worked|working|work|been|was|i was)(?: [\\p{L},'-]{1,20}){0,9} (?:for|over|since|about|around|nearly|almost) (?:over |about |around |nearly |almost |more than |the (?:last|past) )?{d}",
    "worked (?:for )?{d}",
  ],
  noExperience: words(
    "(?:i am |i'm |im )?(?:a )?(?:complete |total )?fresher|(?:no|zero|without|any|0|nil) (?:previous |prior |work |working |real |formal |relevant )?(?:experience|experiance|exp)|(?:complete|total|absolute) beginner|(?:don't|do not|dont|haven't|have not) (?:really )?(?:have|got|had) (?:any |much )?(?:previous |prior |work )?experience|(?:have |'ve )?never (?:worked|done (?:it|this|that))|(?:haven't|havent|have not) worked (?:as|in|before|yet)|(?:would|will|this would|it would) be my first job|my first job",
  ),
  lessThan: words("less than|under|not even|lived?|living|resided|stayed|away"),
  none: words(
    "none|nothing|zero|no|never|nil|not any|no experience|none at all|not yet|(?:it's |it would be |would be |this is |this would be )?(?:my )?first (?:one|time|job)|(?:i'm |i am |im )?(?:brand |completely |totally )?new to (?:this|it)|newbie",
  ),
  wants: words(
    "(?:looking|searching|applying|apply|interested|seeking|seek|want|wanted|like|love|hoping|wish|prefer|need|find|get|work|job|position|role|vacancy|opening|post|interested in|hired|available|employment|advert|ad)(?: (?:for|to|in|find|get|be|become|work|working|a|an|some|any|the|full-time|part-time|full|part|time|job|jobs|work|position|role|employment|as)){0,6}? (?:as|as an?|for|be|become|in|do|the|an|a)(?: an?| the| some| any)?",
    "looking for|apply for|applying for|interested in|want|looking to be|seeking",
  ),
  worked: words(
    "(?:work|worked|working|works|experience|experienced|exp|been|was|employed|job|years|months|time)(?: (?:for|in|of|at|mostly|before|currently|previously|now|here|and|po|part-time|full-time)){0,2} (?:as|as an?|an?|being)(?: an?)?",
  ),
  roleBefore: words(
    "(?:i'm|i am|im|i was|i've been|i have been)(?: (?:an?|a qualified|an experienced|a trained|a professional|currently|already|also|a good))?|by profession|profession:?|position:?|role:?|job:?|trained|qualified|experienced",
  ),
  openRole: words(
    "(?:work|working|job|position|role|employment) as an?|(?:to be|become) an?|(?:apply|applying) for the(?= (?:[a-z-]{3,20} ){1,3}(?:job|position|role))",
  ),
  orRole: words("or|and|and also|or a|or an|a|an|as|also|maybe"),
  roleEnd: words(
    "job|jobs|position|positions|role|roles|in|at|for|near|and|or|with|but|to|from|on|that|because|since|please|vacancy|i|is|am|are|my|around|this|who|so|starting|shifts?|if|where|when|anywhere|here|now",
  ),
  notRole: words(
    "job|jobs|position|role|part|full|time|temporary|summer|weekend|weekends|evening|evenings|night|nights|morning|mornings|soon|possible|any|anything|something|some|the|a|an|my|your|this|that|it|you|well|part-time|full-time|immediate|immediately|vacancy|opportunity|opportunities|hours|shifts?|more|information|info|house|flat|room|new|person|human|team|company|member|know|ask|apply|start|good|better|pay|living|change|challenge|learn|money|experience|us|them|him|her|me|someone|somebody|long|term|accommodation|fast|learner|quick|hard|worker|hardworking|reliable|lot|few|now|advert|ad|english|spanish|fluent|native|student|mother|father|speaker|people|couple|year|month|week|employment|staff|details|talk|speak|help|reschedule|staying|future|call|reply|free|flexible|happy|available",
  ),

  parse: GB.parse.bind(GB),
  beforeDate: words("from|at|by"),
  dayBehind: words(",? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![/:.])"),
  ordinals: { first: 1, second: 2, third: 3, fifth: 5, tenth: 10, fifteenth: 15 },
  available: words(
    "start(?:ing)?|begin(?:ning)?|available|availability|join(?:ing)?|free (?=from|to|on|after|starting)|(?:weeks?|months?|days?) notice|notice period|(?:give|got|have|on) (?=\\p{L}{1,5} (?:weeks?|months?|days?) notice|\\d{1,2} (?:weeks?|months?|days?) notice)|ready|can (?:work|come|do) from|from (?=tomorrow|next|today|now)",
  ),
  until: words(
    "until|till|before|ends?|ended|ending|finish(?:es|ed|ing)?|left|started|since|moved|came|arrived|born|worked|last",
  ),
  days: [
    [words("(?:the )?day after tomorrow|overmorrow"), 2],
    [words("today|tonight"), 0],
    [words("(?:tomorrow|tomorow|tommorow|tommorrow|tmrw|tmr)"), 1],
    [words("(?:in )?a fortnight(?:'s time)?"), 14],
  ],
  now: words(
    "immediate(?:ly)?|immediatly|immediatley|imediately|imediatly|straight ?away|right ?away|asap|as soon as possible|now|right now|at once|any ?time|whenever(?: you (?:need|want|like))?|instantly|anytime",
  ),
  nextWeek: words("next week"),
  nextMonth: words("next month"),
  endOfMonth: words("(?:the )?end of (?:the|this) month|month end"),
  dayOfMonth: words(
    "(?:the )?(\\d{1,2})(?:st|nd|rd|th)(?! (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|floor|time|year|century))(?: of this month)?",
  ),
  middleOf: words("(?:the )?(?:mid|middle of)-?"),
  endOf: words("(?:the )?(?:end|late) ?(?:of)?"),
  notice: words("notice"),
  couple: "(?:a )?couple of",
  units: "days?|weeks?|months?|years?|yrs?|hours?|hrs?",
  this: words("this|today"),
};
