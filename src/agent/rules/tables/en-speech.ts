import { GB } from "chrono-node/en";
import { words } from "../text.ts";
import type { Speech } from "./table.ts";

const year = "(?:years?|yrs?)";
const month = "months?";
const have = "(?:i have|i've|i have got|i got|i own|have|got|with|has|possess)(?: got)?";
const notHaving = "(?:(?:do not|don't|dont|didn't|do n't) (?:have|own|drive|got|possess)|have(?:n't| not|nt) got|no|without|neither)";
const transport =
  "(?:(?:a|an|my|the|any) )?(?:own )?(?:car|bike|bicycle|motorbike|motorcycle|scooter|e-scooter|moped|van|vehicle|transport|transportation)";
const permit =
  "(?:(?:a|the|my|valid|a valid|any|full) )?(?:work (?:permit|visa|authori[sz]ation)|right to work(?: in the uk| here)?|working visa|(?:pre-?)?settled status|working papers|residence permit|papers|permit to work)";
const contact = "(?:text|texts|messages?|messaging|texting|contact|contacting|write|writing|bother|bothering|spam|spamming|email|emailing|call|calling)";
const data = "(?:(?:all )?(?:of )?(?:my|the) (?:personal )?(?:data|information|info|details|profile|record|records)|everything (?:you have|about me)|what you have (?:on|about) me)";

export const speech: Speech = {
  marks: words(
    "hi|hello|hey|i|i'm|i've|i'd|im|my|you|your|the|is|are|am|have|for|from|with|and|but|of|to|at|it|it's|do|does|don't|what|when|where|how|can|could|would|like|want|looking|work|working|worked|job|jobs|thanks|thank|please|yes|yeah|live|living|name|years?|months?|experience|speak|tomorrow|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|week|start|available|english|spanish|this|that|not|sorry|actually|now|immediately|anything|also|good|morning|nothing|need|about|waiter|waitress|cleaner|driver|any",
  ),
  intents: [
    [
      "stop",
      words(
        `(?:stop|quit|cease) (?:sending|${contact})(?: me)?(?: messages| texts)?|(?:do not|don't|dont|never) (?:send|${contact}) (?:me )?(?:any ?more|again|any more messages|messages|anything)?`,
        "(?:unsubscribe|opt) me(?: out)?|(?:want|like|wish) to (?:unsubscribe|opt out)|no more (?:messages|texts)|leave me alone|take me off (?:your|the|this) list|remove me from (?:your|the|this) (?:list|database)",
      ),
    ],
    ["delete", words(`(?:delete|erase|remove|wipe|get rid of|forget) ${data}|right to be forgotten|(?:delete|erase) (?:me|my account)`)],
    [
      "export",
      words(
        `(?:copy of|export|download|send me|show me|give me|see|view|access(?: to)?) (?:a copy of )?${data}`,
        "(?:what|which) (?:data|information|info|details) (?:do you (?:have|hold|keep|store)|have you (?:got|stored|noted))|what do you (?:know|have) (?:about|on) me|what have you (?:noted|stored|saved)",
      ),
    ],
    [
      "why",
      words(
        "why (?:do|are|would|should|did|must) (?:you|i|u) (?:need|want|ask|asking|have to|give|tell|keep|store)\\p{L}{0,3}|why (?:is (?:this|that|it) (?:needed|necessary)|do you ask)|what (?:do|will|are) you (?:need (?:this|that|it) for|going to do with|do with)|who (?:are you|am i (?:talking|speaking|chatting) (?:to|with)|is this)|what are you|are you (?:a |an )?(?:bot|robot|human|real|ai|machine|person|real person|computer)|am i (?:talking|speaking|chatting) (?:to|with) (?:a |an )?(?:bot|robot|human|real person|person|machine)",
      ),
    ],
    [
      "human",
      words(
        "(?:speak|talk|chat|connect me|put me through|transfer me|pass me|speaking|talking|get through) (?:directly )?(?:to|with) (?:a |an |the |some |your )?(?:\\p{L}{3,10} )?(?:human|person|real person|real human|someone|somebody|agent|recruiter|manager|hr|team|staff|adviser|advisor|representative|live agent|actual person|human being|people|boss)",
        "(?:want|need|prefer|like) (?:a |an |to have a )?(?:human|real person|person|agent|recruiter|someone real|call back|callback|phone call)|(?:can|could|would) (?:someone|somebody|anyone|anybody|you|a person) (?:please )?(?:call|ring|phone) me|please (?:call|ring|phone) me|(?:call|ring|phone) me (?:back|please|on|at|asap|when|if|now|later)|real person|human being",
      ),
    ],
    [
      "status",
      words(
        "(?:what about|status of|update on|updates on|any (?:news|update|updates)(?: on| about| from)?|news about|news on|happened (?:to|with)|heard anything about|check on|checking on|following up on|follow up on|progress of|how is|how's) ?(?:my |the )?(?:application|interview|cv|resume|process|job application|candidacy)?",
        "(?:have|did) (?:you|they) (?:seen|looked at|read|received|reviewed|get|got|receive|review|see) my (?:application|cv|resume)|when (?:will|do) (?:i|you) (?:hear|know|get back|let me know|decide)|(?:did|have) i (?:get|got) (?:the job|it|selected)|where (?:is|are) (?:my|we with my) application",
      ),
    ],
    [
      "reschedule",
      words(
        "(?:reschedule|rearrange|re-?arrange|postpone|move|change|push back|cancel|delay|bring forward) (?:my |the |our |that )?(?:interview|appointment|meeting|call|slot|time|date)?",
        "(?:can't|cannot|can not|won't|not able to|unable to) (?:make it|attend|come (?:to|on)|be there|do (?:the interview|that time|that day))|another (?:time|day|slot) for|running late|late for (?:the|my) interview",
      ),
    ],
    [
      "complaint",
      words(
        "complain(?:t|ts|ing)?|(?:this|that|it|you) (?:is|are|was|were) (?:a )?(?:terrible|awful|ridiculous|unacceptable|a joke|useless|rubbish|disgrace|disgraceful|scam|outrageous|rude|disgusting|a scam|a disgrace|waste of time)|not (?:good enough|acceptable|happy)|waste of (?:my )?time|fed up|(?:nobody|no one|noone) (?:answers|answered|replies|replied|called|calls|has called|has replied|ever)\\p{L}{0,3}|(?:already|i just) (?:told|said|gave) (?:you|that|it)|doesn't work|useless|bad service|disappointed|frustrat(?:ed|ing)|angry|scam",
      ),
    ],
    [
      "offtopic",
      words(
        "recipe|jokes?|poem|song|football|soccer|weather|horoscope|lottery|bitcoin|crypto|homework|capital of|president|movie|netflix|translate|girlfriend|boyfriend|marry me|love you|(?:what is|what's|whats) \\d+ ?[+*x-] ?\\d+|who won|what time is it|tell me a story|politics|chess|essay|write (?:me )?(?:a|some) (?:code|python|story|song)|meaning of life",
      ),
    ],
    [
      "apply",
      words(
        "(?:looking|searching|hunting) for (?:a |an |some |any )?(?:\\p{L}{2,15} ){0,3}(?:job|jobs|work|position|role|vacancy|employment|opportunity|opportunities|shifts)|(?:need|want|find|get|seeking|seek) (?:a |an |some )?(?:\\p{L}{2,15} )?(?:job|work|employment)",
        "(?:want|wanted|like|wish|love|interested|hoping) (?:to |in )(?:apply|applying|work|working|join|joining|be a|become)|interested in|i am applying|i'm applying|apply(?:ing)? (?:for|to)|(?:saw|seen|found|about|regarding|re|reply to|replying to) (?:your|the|this|an|a) (?:\\p{L}{2,15} )?(?:ad|advert|advertisement|job|vacancy|offer|position|post|role)|(?:are there|is there|do you have|have you got|got) (?:any |a |some )?(?:\\p{L}{2,15} )?(?:jobs?|work|vacanc(?:y|ies)|positions?|openings?)|looking for \\p{L}{3,20}|any (?:\\p{L}{2,15} )?(?:jobs?|work|vacancies|shifts) (?:going|available|left|there|now|open)",
      ),
    ],
  ],
  speakTo: [
    "(?:in )?{language},? please",
    "please,? (?:in )?{language}",
    "(?:can|could|may|would|shall) (?:we|you|i) (?:please )?(?:speak|talk|chat|write|continue|switch|reply|answer|change|carry on)(?: to me| with me)?(?: in| to)? {language}",
    "(?:let's|lets|let us|want to|like to|need to|prefer to|rather|please) (?:speak|talk|chat|write|continue|switch|reply|answer|change|carry on)(?: to me| with me)?(?: in| to)? {language}",
    "(?:prefer|rather)(?: in)? {language}",
    "(?:switch|change) to {language}",
    "do you speak {language}",
  ],

  greeting: words("hi+(?: there| everyone| all)?|hello+(?: there)?|hey+(?: there)?|hiya|good (?:morning|afternoon|evening|day)|how are you(?: doing| today)?|greetings|nice to meet you|pleased to meet you|what's up|dear sir(?: or madam)?"),
  thanks: words(
    "(?:many )?thanks(?: a lot| so much| very much| again| for (?:everything|the info|your help|letting me know))?|thank you(?: so much| very much| for (?:everything|your help|the info))?|thx|ty|cheers|great|perfect|cool|awesome|brilliant|lovely|bye(?: bye)?|goodbye|see you(?: later| soon)?|ok|okay|alright|all right|understood|sounds good|got it|good night|take care|no worries|welcome|have a (?:nice|good) (?:day|one|weekend)",
  ),
  filler: words(
    "well|so|um+|uh+|er+|hmm+|let me see|i think|i guess|i'd say|please|ok|okay|yes|yeah|ah|oh|sure|right|actually|sorry|maybe|probably|currently|right now|at the moment|it is|it's|its|that's|that is|that would be|just|only",
  ),
  yes: words(
    "yes+|yeah+|yep|yup|ya|sure|of course|correct|right|exactly|absolutely|definitely|certainly|indeed|that's (?:right|correct|fine|it|all correct)|that is (?:right|correct|fine)|(?:all|everything) (?:is |looks |seems )?(?:good|correct|right|fine|ok|okay|perfect)|looks (?:good|right|fine|correct)|perfect|ok|okay|affirmative|confirmed?|i (?:do|am|have|can|confirm)|sounds good|no problem|👍.?|✅|👌.?",
  ),
  no: words(
    "no|nope|nah|not (?:really|yet|at all|quite|correct|right|exactly)|never|negative|wrong|incorrect|i (?:don't|do not|haven't|have not|can't|cannot|am not)|i'm not|there(?:'s| is) (?:a mistake|an error)|that's (?:wrong|not (?:right|correct))|👎.?|❌",
  ),
  yesAnyway: words("no (?:problem|worries|issue|issues)|why not|not a problem|nothing(?:'s| is)? wrong"),
  noAnyway: words("of course not|certainly not|definitely not|absolutely not|i (?:don't|do not) think so|not (?:quite|all) (?:right|correct|of it)|i'm afraid not|sure not|not sure"),
  question: words(
    "how (?:much|many|long|do|does|is|are|can|far|old|often|soon|about|will|would)|where (?:is|are|do|does|would|will|exactly)|which (?:is|are|city|days?|shifts?|hours|location|company|restaurant|one)|who (?:is|are|do|will|would|am)|when (?:do|does|can|will|is|are|would|should|did)|what (?:is|are|do|does|kind|time|shifts?|hours|about|would|will|days?|documents?|if|sort|type|benefits|the)|what's|whats|why|is (?:there|it|this|the|that|accommodation)|are (?:there|you|the|meals|they)|do (?:you|i|they|we|u)|does (?:it|the|this|your)|did you|have you|can (?:i|you|we|u|someone)|could (?:i|you|we|someone)|may i|should i|shall i|must i|will (?:i|you|there|it|the|my)|would (?:you|it|i|there)|am i|i (?:was wondering|wonder|would like to know|want to know|wanted to know|wanted to ask|want to ask|have a question)|tell me (?:more|about)|any (?:chance|idea|info)|i'd like to (?:know|ask)",
  ),
  refusal: words(
    "(?:prefer|rather|want) not(?: to)?|(?:don't|do not|dont|won't|will not|can't|cannot) (?:want to |wanna |wish to )?(?:say|tell|share|answer|give|disclose|know|remember|discuss)|no idea|not sure|none of your business|(?:it's|that's|that is|it is) (?:private|personal)|skip|pass|later|depends|no comment|idk|dunno|anything(?: is fine| goes)?|whatever|any (?:job|work|position|role)|wait|one (?:moment|second|sec)|i'll (?:tell|let) you|rather keep",
  ),
  negation: words(
    "not|never|don't|dont|didn't|doesn't|isn't|ain't|aren't|wasn't|haven't|havent|hasn't|can't|cannot|cant|won't|wouldn't|without|neither|nor|no",
  ),
  notNegation: words("not only|not just|not (?:until|till|before)|(?:can't|cannot|can not|won't|couldn't) (?:\\p{L}{3,12} )?(?:until|till|before)|no (?:problems?|worries|doubt|issues?|matter)|why not|if not"),
  but: words("but|however|though|although|i'm|instead|just|my (?:name|surname|city|email|number) is"),
  correction: words(
    "i meant|i mean|meant to (?:say|write)|actually|correction|oops|ops|whoops|(?:sorry|pardon)(?=[,:]| it| i'm| my| not)|no,? (?:it's|its|it is|it was|i'm|i am|i live|i have|my|that's|sorry|the|there's|wait)|(?:that's|that is|it's|is|are|was) (?:wrong|incorrect|not (?:right|correct|true))|my mistake|(?:i )?made a mistake|mistyped|typo|should be|rather than|let me correct|i misspoke|there(?:'s| is) (?:a mistake|an error)|(?:change|correct) (?:my|the|it|that)|not .{1,20},? but|scratch that|not any ?more|no longer",
  ),
  also: words("also|too|as well|in addition|additionally|besides|plus|i forgot|another thing|additional"),
  injection: words(
    "(?:ignore|disregard|forget|override|bypass|skip|overwrite) (?:all |any |every |everything )?(?:of )?(?:the |your |these |my |those |about )?(?:above|previous|prior|earlier|instructions?|rules?|prompts?|guidelines|restrictions|system|before)",
    "(?:previous|prior|system|new|hidden) (?:instructions?|prompts?|rules)|you are now|you're now|pretend (?:to|you|that)|act as (?:a|an|if)|from now on you|jailbreak|developer mode|admin mode|dan mode|(?:mark|set|register|record|rate|score|flag|list) (?:me|my|the|this|all|every|candidate|profile)(?: \\p{L}{1,20}){0,2} (?:as|to) (?:qualified|hired|approved|accepted|perfect|passed|the best|\\d{1,4})|as an ai|override",
  ),

  others: words(
    "(?:my|his|her|their|a|an|our|the|another) (?:\\p{L}{3,10} )?(?:sister|brother|friend|mate|cousin|uncle|aunt|neighbou?r|son|daughter|husband|wife|partner|boyfriend|girlfriend|mother(?! tongue)|father|mum|mom|dad|parents|boss|colleague|nephew|niece|roommate|flatmate|housemate|grandmother|grandfather|in-law|family|kid|kids|children|fiancee?|ex)s?(?! and (?:i|me|myself)(?!\\p{L}))",
    "someone i know|somebody i know|(?:he|she|they)(?:'s| is| are| was| has| lives?| works?| speaks?| wants?| called)?|for (?:him|her|them)|(?:his|her|their) name",
  ),
  self: words("i|i'm|i've|i'd|im|my name|my (?:number|email|phone|mobile|address)|me i"),
  nameAfter: words("i am|i'm|im|this is|call me|here is|name's|is called|they call me|everyone calls me|i go by"),
  nameAlways: words("(?:my|the|full) (?:full )?name(?:'s| is| ?:)(?: spelled| spelt| written| actually)?|name ?(?::|is)|i am called|i'm called"),
  firstNameAfter: words("(?:my )?(?:first|given) name(?:'s| is| ?:)?"),
  lastNameAfter: words("(?:my )?(?:(?:last|family|second) name|surname)(?:'s| is| ?:)?(?: spelled| spelt| written| actually)?"),
  givenName: words(
    "adam|alex|amy|andrew|anna|anne|ben|beth|bob|brian|charlotte|chloe|chris|claire|dan|daniel|dave|david|ella|emily|emma|eva|fatima|george|grace|hannah|harry|helen|jack|jacob|james|jane|jake|jennifer|jenny|jessica|jim|joe|john|jordan|josh|julia|karen|kate|katie|kelly|laura|lewis|liam|lily|linda|lisa|lucy|luke|maria|mark|martin|mary|matt|max|megan|mia|michael|mike|mohammed|mohamed|muhammad|nathan|nick|nicole|oliver|olivia|omar|paul|peter|rachel|rebecca|robert|ruth|ryan|sam|samantha|sarah|sophie|stephen|steve|susan|tom|thomas|tony|victoria|william|zoe",
  ),
  notName: words(
    "and|or|a|an|the|in|on|at|with|by|for|but|that|as|am|is|are|was|i|i'm|im|i've|my|me|you|your|name|surname|have|has|had|looking|live|living|want|would|like|work|working|worked|job|from|of|to|it|its|it's|this|hi|hello|hey|good|morning|afternoon|evening|night|thanks|thank|yes|no|not|ok|okay|sure|nothing|nobody|now|later|today|tomorrow|years?|old|single|married|man|woman|person|student|new|interested|very|since|unemployed|resident|native|fluent|available|ready|happy|free|who|what|where|when|how|why|because|already|sorry|wait|see|well|fine|great|here|there|just|also|really|so|currently|based|applying|about|responsible|hard|hardworking|reliable|spanish|english|british|irish|american|polish|romanian|italian|portuguese|french|german|indian|nigerian|ukrainian|bulgarian|brazilian|colombian|pakistani|mexican|australian|speaking|able|can|do|don't|dont|could|please|experience|over|under|any|anything|some|someone|somebody|something|please|trying|going|done|afraid|glad|writing|calling|texting|contacting|only|originally|half|part|full|seeking|searching|years|qualified|experienced|trained|friendly|good|team|all|need|too|more|none|everything|mate|love|dear|spelled|spelt|written|wrong|correct|says|nope|yep|yeah",
  ),
  particle: words("de|del|la|van|von|der|den|da|dos|di|el|al|bin|ben|mc|st|san|o|le"),
  secondName: words("jane|ann|anne|lee|lou|louise|marie|mae|jo|rose|beth|grace|may|paul|james|maria|jose|carlos|luis"),
  livesIn: words(
    "(?:live|living|lives|reside|residing|based|located|staying|stay|settled|i am|i'm|im|am|(?:have )?(?:just |recently )?moved|relocated|moving)(?: now| currently| just| right now| still| here| alone| with my \\p{L}{3,12})? (?:in|to|at)",
    "(?:my|the) (?:city|town|home town|hometown)(?: is| ?:|'s)|(?:city|town|location) ?:|my (?:address|home) is in|i'm now in",
  ),
  comesFrom: words("(?:i'm |i am |im |i come |come |comes )?from|i'm a \\p{L}{4,12} from|writing from|hailing from"),
  inPlace: words("the (?:city|centre|center|town|north|south|east|west|outskirts|suburbs|middle) of|central|north|south|east|west|greater|downtown|sunny|the"),
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

  numbers: {
    zero: 0,
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
  },
  year,
  month,
  andAHalf: "and a half",
  durations: { "half a year": 0.5, "a couple of years": 2, "couple of years": 2, "couple years": 2, "a decade": 10 },
  experience: [
    "{d}'?s?'? (?:of )?(?:\\p{L}{2,20} ){0,3}(?:experience|exp)",
    "experience ?(?::|of|is|as|in|for)? ?(?:\\p{L}{1,20} ){0,5}(?:of |for |over |about )?{d}",
    "{d}'?s?'? (?:working|worked|waitressing|waiting tables|cooking|cleaning|driving|bartending|caring|nursing|in (?:the )?(?:industry|sector|hospitality|business|trade|retail|catering|kitchens?|warehouses?|warehousing|logistics|care|construction|restaurants?|bars?|hotels?|field|job|this role|the role))",
    "{n} (?:of|in|years') experience",
    "{d} (?:as|being) (?:a |an )?{role}",
    "(?:worked|working|work|been|was|i was)(?: [\\p{L},'-]{1,20}){0,9} (?:for|over|since|about|around|nearly|almost) (?:over |about |around |nearly |almost |more than |the (?:last|past) )?{d}",
    "worked (?:for )?{d}",
  ],
  noExperience: words(
    "(?:no|zero|without|any|0) (?:previous |prior |work |working |real |formal |relevant )?experience|(?:don't|do not|dont|haven't|have not) (?:really )?(?:have|got|had) (?:any |much )?(?:previous |prior |work )?experience|(?:have |'ve )?never (?:worked|done (?:it|this|that))|(?:haven't|havent|have not) worked (?:as|in|before|yet)|(?:would|will|this would|it would) be my first job|my first job",
  ),
  none: words("none|nothing|zero|no|never|nil|not any|no experience|none at all|not yet"),
  wants: words(
    "(?:looking|searching|applying|apply|interested|seeking|seek|want|wanted|like|love|hoping|wish|prefer|need|find|get|work|job|position|role|vacancy|opening|post|interested in|hired|available|employment|advert|ad)(?: (?:for|to|in|find|get|be|become|work|working|a|an|some|any|the|full-time|part-time|full|part|time|job|jobs|work|position|role|employment|as)){0,6}? (?:as|as an?|for|be|become|in|do|the|an|a)(?: an?| the| some| any)?",
    "looking for|apply for|applying for|interested in|want|looking to be|seeking",
  ),
  worked: words("(?:work|worked|working|works|experience|experienced|been|was|employed|job|years|months|time)(?: (?:for|in|of|at|mostly|before|currently|previously|now|here|and|part-time|full-time)){0,2} (?:as|as an?|an?|being)(?: an?)?"),
  roleBefore: words("(?:i'm|i am|im|i was|i've been|i have been)(?: (?:an?|a qualified|an experienced|a trained|a professional|currently|already|also|a good))?|by profession|profession:?|position:?|role:?|job:?"),
  openRole: words("(?:work|working|job|position|role|employment) as an?|(?:to be|become) an?|(?:apply|applying) for the(?= (?:[a-z-]{3,20} ){1,3}(?:job|position|role))"),
  orRole: words("or|and|and also|or a|or an|a|an|as|also|maybe"),
  roleEnd: words("job|jobs|position|positions|role|roles|in|at|for|near|and|or|with|but|to|from|on|that|because|since|please|vacancy|i|is|am|are|my|around|this|who|so|starting|shifts?|if|where|when|anywhere|here|now"),
  notRole: words(
    "job|jobs|position|role|part|full|time|temporary|summer|weekend|weekends|evening|evenings|night|nights|morning|mornings|soon|possible|any|anything|something|some|the|a|an|my|your|this|that|it|you|well|part-time|full-time|immediate|immediately|vacancy|opportunity|opportunities|hours|shifts?|more|information|info|house|flat|room|new|person|human|team|company|member|know|ask|apply|start|good|better|pay|living|change|challenge|learn|money|experience|us|them|him|her|me|someone|somebody|long|term|accommodation|fast|learner|quick|hard|worker|hardworking|reliable|lot|few|now|advert|ad|english|spanish|fluent|native|student|mother|father|speaker|people|couple|year|month|week|employment|staff|details|talk|speak|help|reschedule|staying|future|call|reply|free|flexible|happy|available",
  ),

  parse: GB.parse.bind(GB),
  available: words("start(?:ing)?|begin(?:ning)?|available|availability|join(?:ing)?|free (?:from|to|on|after|starting)|ready|can (?:work|come|do) from|from (?=tomorrow|next|today|now)"),
  until: words("until|till|before|ends?|ended|ending|finish(?:es|ed|ing)?|left|started|since|moved|came|arrived|born|worked|last"),
  days: [
    [words("(?:the )?day after tomorrow|overmorrow"), 2],
    [words("today|tonight"), 0],
    [words("(?:tomorrow|tomorow|tommorow|tommorrow|tmrw|tmr)"), 1],
    [words("(?:in )?a fortnight(?:'s time)?"), 14],
  ],
  now: words(
    "immediate(?:ly)?|immediatly|straight ?away|right ?away|asap|as soon as possible|now|right now|at once|any ?time|whenever(?: you (?:need|want|like))?|instantly|anytime",
  ),
  nextWeek: words("next week"),
  nextMonth: words("next month"),
  endOfMonth: words("(?:the )?end of (?:the|this) month|month end"),
  dayOfMonth: words("(?:the )?(\\d{1,2})(?:st|nd|rd|th)(?! (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|floor|time|year|century))(?: of this month)?"),
  middleOf: words("(?:the )?(?:mid|middle of)-?"),
  endOf: words("(?:the )?(?:end|late) ?(?:of)?"),
  notice: words("notice"),
  units: "days?|weeks?|months?|years?|yrs?|hours?|hrs?",
  this: words("this|today"),

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
  speaks: words("speak(?:s|ing)?|spoken|languages?|fluent(?:ly)?|bilingual|trilingual|understand|native(?:ly)?|mother tongue|first language|tongue|level"),
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
    [words("full ?-?time|40 hours|full hours|ft|full"), "full_time"],
    [words("part ?-?time|20 hours|few hours|pt|part"), "part_time"],
  ],
  either: words("either(?: one| is fine| works)?|both|any|don't mind|do not mind|no preference|whichever|whatever|any of (?:them|the two)"),
  shifts: [
    ["morning", words("mornings|morning shifts?|in the mornings?|early shifts?"), words("mornings?|am")],
    ["afternoon", words("afternoons|afternoon shifts?|in the afternoons?"), words("afternoons?|pm")],
    ["evening", words("evenings|evening shifts?|in the evenings?|late shifts?"), words("evenings?")],
    ["night", words("nights|night shifts?|at night|overnight"), words("nights?")],
    ["weekend", words("weekends?|weekend shifts?|(?:on )?saturdays?(?: and|/) sundays?"), words("weekends?|saturdays|sundays")],
  ],
  anyShift: words("any(?: shifts?| time| of them| hours)?|all(?: shifts?| of them)?|whatever|don't mind|do not mind|no preference|rotating(?: shifts?)?"),
  licences: words(
    "(?:driving|driver's|drivers|driver)? ?(?:licen[cs]e|license) ?(?:category|class|type|cat)?:? (c ?\\+ ?e|b ?\\+ ?e|c1|d1|am|a1|a2|be|ce|a(?! \\p{L})|b|c|d)",
    "(?:category|class|cat) (c ?\\+ ?e|b ?\\+ ?e|c1|d1|am|a1|a2|be|ce|a|b|c|d)(?: (?:driving |driver's )?licen[cs]e)",
    "(?:full |clean |full clean |uk |valid |full uk |clean uk )?(?:driving|driver's|drivers|driver) licen[cs]e|(?:forklift|fork lift|hgv|lgv|truck|motorcycle|sia|cpcs|food hygiene|flt) (?:licen[cs]e|certificate|card)|cscs card|food hygiene certificate|lifeguard certificate",
  ),
  flags: {
    work_permit: words(`${have} ${permit}|i can (?:legally )?work (?:here|in the uk|legally)|(?:i am |i'm )?(?:allowed|eligible|entitled|authori[sz]ed) to work`),
    own_transport: words(`${have} (?:(?:a |my )?(?:full |clean |valid )?(?:driving |driver's |drivers )?licen[cs]e and )?${transport}|(?:i )?(?:drive|own|use|come by|travel by) (?:my|a) (?:own )?(?:car|bike|scooter|motorbike|van)|own (?:car|transport|vehicle)`),
    over_18: words("(?:i am |i'm |im )?(?:over|above|older than) (?:18|eighteen|21)|(?:i am|i'm|im) (?:an adult|18\\+)|of legal age"),
  },
  notFlags: {
    work_permit: words(`${notHaving} ${permit}|not (?:allowed|eligible|entitled) to work`),
    own_transport: words(`${notHaving} ${transport}`),
    over_18: words("(?:i am |i'm |im )?(?:under|younger than|below) (?:18|eighteen)|not (?:yet )?(?:18|over 18)|a minor"),
  },
  impliedFlags: {
    work_permit: words(
      "(?:i am |i'm |im )?(?:an? )?(?:british|irish|eu|european|us|american|uk|dual)(?: \\(?(?:citizen|national|passport(?: holder)?)\\)?)|i(?:'m| am) (?:british|irish)|british|(?:citizen|citizenship|settled status|indefinite leave)",
    ),
    own_transport: words("car|bike|bicycle|motorbike|scooter|van"),
  },
  age: words("(?:i am|i'm|im|aged?) (\\d{2})(?: years? old| years? of age|yo| y/o)?(?! ?(?:years? (?:of|in|as|exp|work)|months?|min|miles|km|%|hours|and a half|weeks|euros|pounds))"),
  wantsPay: words("want|expect(?:ing|ation|ations)?|looking for|at least|minimum|min|hoping for|would like|ask(?:ing)? for|desired|salary|wage|rate|pay|no less than|not less than|need"),
  pastPay: words("earned|earning|earn now|made|making|was (?:paid|on|getting)|were paying|paid me|used to|last (?:job|salary|wage|pay)|previous|current(?:ly)?|got paid|get paid|they pay"),
  periods: [
    ["hour", words("(?:per|an|a|each|every) hour|hourly|ph|p/h|hour|hr|hrs?|h")],
    ["day", words("(?:per|a|each|every) day|daily|day")],
    ["week", words("(?:per|a|each|every) week|weekly|pw|week")],
    ["month", words("(?:per|a|each|every) month|monthly|pcm|pm|month")],
    ["year", words("(?:per|a|each|every) (?:year|annum)|yearly|annually|annual|pa|p\\.a|year")],
  ],
  currencies: { "€": "EUR", euros: "EUR", euro: "EUR", eur: "EUR", "£": "GBP", pounds: "GBP", quid: "GBP", gbp: "GBP", $: "USD", dollars: "USD", usd: "USD" },
};
