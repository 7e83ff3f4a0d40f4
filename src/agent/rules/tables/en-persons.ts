import { words } from "../text.ts";
import type { Persons } from "./table.ts";

export const persons: Persons = {
  others: words(
    "(?:my|his|her|their|a|an|our|the|another) (?:\\p{L}{3,10} )?(?:sister|brother|friend|mate|cousin|uncle|aunt|neighbou?r|son|daughter|husband|wife|partner|boyfriend|girlfriend|mother(?! tongue)|father|mum|mom|dad|parents|boss|colleague|nephew|niece|roommate|flatmate|housemate|grandmother|grandfather|in-law|family|kid|kids|children|fiancee?|ex)s?(?! and (?:i|me|myself)(?!\\p{L}))",
    "someone i know|somebody i know|(?:he|she|they)(?:'s| is| are| was| has| lives?| works?| speaks?| wants?| called)?|for (?:him|her|them)|(?:his|her|their) name",
  ),
  self: words("i|i'm|i've|i'd|im|my name|my (?:number|email|phone|mobile|address)|me i"),
  besides: words("with|of"),
  nameAfter: words("i am|i'm|im|this is|call me|here is|name's|is called|i go by"),
  nameAlways: words(
    "(?:my|the|full) (?:full )?name(?:'s| is| to| ?:)(?: spelled| spelt| written| actually)?|name ?(?::|is)|i am called|i'm called",
  ),
  firstNameAfter: words("(?:my )?(?:first|given) name(?:'s| is| ?:)?"),
  lastNameAfter: words(
    "(?:my )?(?:(?:last|family|second) name|surname)(?:'s| is| to| ?:)?(?: spelled| spelt| written| actually)?",
  ),
  givenName: words(
    "adam|alex|amy|andrew|anna|anne|ben|beth|bob|brian|charlotte|chloe|chris|claire|dan|daniel|dave|david|ella|emily|emma|eva|fatima|george|grace|hannah|harry|helen|jack|jacob|james|jane|jake|jennifer|jenny|jessica|jim|joe|john|jordan|josh|julia|karen|kate|katie|kelly|laura|lewis|liam|lily|linda|lisa|lucy|luke|maria|mark|martin|mary|matt|max|megan|mia|michael|mike|mohammed|mohamed|muhammad|nathan|nick|nicole|oliver|olivia|omar|paul|peter|rachel|rebecca|robert|ruth|ryan|sam|samantha|sarah|sophie|stephen|steve|susan|tom|thomas|tony|victoria|william|zoe",
  ),
  notName: words(
    "and|or|a|an|the|in|on|at|with|by|for|but|that|as|am|is|are|was|i|i'm|im|i've|my|me|you|your|name|surname|have|has|had|looking|live|living|want|would|like|work|working|worked|job|from|of|to|it|its|it's|this|hi|hello|hey|good|morning|afternoon|evening|night|thanks|thank|yes|no|not|ok|okay|sure|nothing|nobody|now|later|today|tomorrow|years?|old|single|married|man|woman|person|student|new|interested|very|since|unemployed|resident|native|fluent|available|ready|happy|free|who|what|where|when|how|why|because|already|sorry|wait|see|well|fine|great|here|there|just|also|really|so|currently|based|applying|about|responsible|hard|hardworking|reliable|spanish|english|british|irish|american|polish|romanian|italian|portuguese|french|german|indian|nigerian|ukrainian|bulgarian|brazilian|colombian|pakistani|mexican|australian|speaking|able|can|do|don't|dont|could|please|experience|over|under|any|anything|some|someone|somebody|something|please|trying|going|done|afraid|glad|writing|calling|texting|contacting|only|originally|half|part|full|seeking|searching|years|qualified|experienced|trained|friendly|good|team|all|need|too|more|none|everything|mate|love|dear|spelled|spelt|written|wrong|correct|says|nope|yep|yeah|mr|mrs|ms|miss|sir|madam",
  ),
  particle: words("de|del|la|van|von|der|den|da|dos|di|el|al|bin|ben|mc|st|san|o|le"),
  secondName: words("jane|ann|anne|lee|lou|louise|marie|mae|jo|rose|beth|grace|may|paul|james|maria|jose|carlos|luis"),
  livesIn: words(
    "(?:live|lived|living|lives|reside|residing|based|located|staying|stay|settled|i am|i'm|im|am|(?:have )?(?:just |recently )?moved|relocated|moving)(?: now| currently| just| right now| still| here| alone| with my \\p{L}{3,12})? (?:in|to|at)",
    "(?:my|the) (?:city|town|home town|hometown)(?: is| ?:|'s| to)|(?:city|town|location) ?:|my (?:address|home) is in|i'm now in",
  ),
  comesFrom: words("(?:i'm |i am |im |i come |come |comes )?from|i'm a \\p{L}{4,12} from|writing from|hailing from"),
  beforePlace: words("from|in"),
  placeLead: words("(?:i )?live|living|i am|i'm|it's|at"),
  rather: words("but|is|it's|meant|mean"),
  inPlace: words(
    "the (?:city|centre|center|town|north|south|east|west|outskirts|suburbs|middle) of|central|north|south|east|west|greater|downtown|sunny|the",
  ),
  notPlace: words(
    "a|an|my|your|this|that|me|city|centre|center|town|village|outside|near|around|nowhere|somewhere|no|home|work|need|search|touch|charge|between|contact|bed|there|here|now|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|next|today|tomorrow|scratch|house|flat|school|what|which|it|full|college|university|jobs|sales|love|good|hospitality|retail|care|facebook|instagram|google|indeed|time|the",
  ),
  countries: {
    uk: "GB",
    "u.k": "GB",
    "great britain": "GB",
    britain: "GB",
    england: "GB",
    scotland: "GB",
    wales: "GB",
    "northern ireland": "GB",
    usa: "US",
    us: "US",
    "u.s": "US",
    "the states": "US",
    america: "US",
    holland: "NL",
    uae: "AE",
    "czech republic": "CZ",
    turkey: "TR",
  },
};
