import { words } from "../text.ts";
import type { Manners } from "./table.ts";

const contact =
  "(?:text|texts|messages?|messaging|texting|contact|contacting|write|writing|bother|bothering|spam|spamming|email|emailing|call|calling)";
const data =
  "(?:(?:all )?(?:of )?(?:my|the) (?:personal )?(?:data|information|info|details|profile|record|records)|everything (?:you have|about me)|what you have (?:on|about) me)";

export const manners: Manners = {
  marks: words(
    "hi|hello|hey|i|i'm|i've|i'd|im|my|you|your|the|is|are|am|have|for|from|with|and|but|of|to|at|it|it's|do|does|don't|what|when|where|how|can|could|would|like|want|looking|work|working|worked|job|jobs|thanks|thank|please|yes|yeah|live|living|name|years?|months?|experience|speak|tomorrow|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|week|start|available|english|spanish|this|that|not|sorry|actually|now|immediately|anything|also|good|morning|nothing|need|about|waiter|waitress|cleaner|driver|any",
  ),
  capitalNouns: false,
  pointed: words("(?:approx|mrs?|ms|dr|st)\\.(?= )"),
  and: words("and|plus"),
  or: words("or"),
  of: words("of"),
  intents: [
    [
      "stop",
      words(
        `(?:stop|quit|cease) (?:sending|${contact})(?: me)?(?: messages| texts)?|(?:do not|don't|dont|never) (?:send|${contact}) (?:me )?(?:any ?more|again|any more messages|messages|anything)?`,
        "(?:unsubscribe|opt) me(?: out)?|(?:want|like|wish) to (?:unsubscribe|opt out)|no more (?:messages|texts)|leave me alone|take me off (?:your|the|this) list|remove me from (?:your|the|this) (?:list|database)",
      ),
    ],
    [
      "delete",
      words(
        `(?:delete|erase|remove|wipe|get rid of|forget) ${data}|right to be forgotten|(?:delete|erase) (?:me|my account)`,
      ),
    ],
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
        "(?:want|wanted|like|wish|love|interested|hoping) (?:to |in )(?:apply|applying|work|working|join|joining|be a|become)|interested in|i am applying|i'm applying|apply(?:ing)? (?:for|to)|(?:saw|seen|found|about|regarding|re|reply to|replying to) (?:your|the|this|an|a) (?:\\p{L}{2,15} )?(?:ad|advert|advertisement|job|vacancy|offer|position|post|role)|(?:are there|is there|do you have|have you got|got) (?:any |a |some )?(?:\\p{L}{2,15} )?(?:jobs?|work|vacanc(?:y|ies)|positions?|openings?)|looking for \\p{L}{3,20}|any (?:\\p{L}{2,15} ){0,2}(?:jobs?|work|vacancies)|(?:i'm|i am|im) (?:very |really |still )?interested|apply",
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

  greeting: words(
    "hi+(?: there| everyone| all)?|hello+(?: there)?|hey+(?: there)?|hiya|good (?:morning|afternoon|evening|day)|how are you(?: doing| today)?|greetings|nice to meet you|pleased to meet you|what's up|dear sir(?: or madam)?",
  ),
  thanks: words(
    "(?:many )?thanks(?: a lot| so much| very much| again| for (?:everything|the info|your help|letting me know))?|thank you(?: so much| very much| for (?:everything|your help|the info))?|thx|ty|cheers|great|perfect|cool|awesome|brilliant|lovely|bye(?: bye)?|goodbye|see you(?: later| soon)?|ok|okay|alright|all right|understood|sounds good|got it|good night|take care|no worries|welcome|(?:ha){2,10}|lol|have a (?:nice|good) (?:day|one|weekend)",
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
  yesAnyway: words(
    "no (?:problem|worries|issue|issues)|i (?:think|believe|guess|suppose) so|why not|not a problem|nothing(?:'s| is)? wrong",
  ),
  noAnyway: words(
    "of course not|certainly not|definitely not|absolutely not|i (?:don't|do not) think so|not (?:quite|all) (?:right|correct|of it)|i'm afraid not|sure not|not sure",
  ),
  question: words(
    "how (?:much|many|long|do|does|is|are|can|far|old|often|soon|about|will|would)|where (?:is|are|do|does|would|will|exactly)|which (?:is|are|city|days?|shifts?|hours|location|company|restaurant|one)|who (?:is|are|do|will|would|am)|when (?:do|does|can|will|is|are|would|should|did)|what (?:is|are|do|does|kind|time|shifts?|hours|about|would|will|days?|documents?|if|sort|type|benefits|the)|what's|whats|why|is (?:there|it|this|the|that|accommodation)|are (?:there|you|the|meals|they)|do (?:you|i|they|we|u)|does (?:it|the|this|your)|did you|have you|can (?:i|you|we|u|someone)|could (?:i|you|we|someone)|may i|should i|shall i|must i|will (?:i|you|there|it|the|my)|would (?:you|it|i|there)|am i|i (?:was wondering|wonder|would like to know|want to know|wanted to know|wanted to ask|want to ask|have a question)|tell me (?:more|about)|any (?:chance|idea|info)|(?:i'd|i would) like (?:to (?:know|ask)|(?:some |more )?(?:information|info|details))",
  ),
  topics: [
    [
      "pay",
      words("pay(?:s|ing|ment)?", "paid", "salar(?:y|ies)", "wages?", "money", "earn", "per hour", "an hour", "rate"),
    ],
    ["shifts", words("shifts?", "nights?", "weekends?", "mornings?", "evenings?", "rota")],
    ["hours", words("hours", "full[ -]?time", "part[ -]?time", "schedule")],
    ["start", words("start", "begin", "when is it", "from when")],
    ["place", words("where", "address", "located", "location", "place", "city")],
  ],
  refusal: words(
    "(?:prefer|rather|want) not(?: to)?|(?:don't|do not|dont|won't|will not|can't|cannot) (?:want to |wanna |wish to )?(?:say|tell|share|answer|give|disclose|know|remember|discuss)|no idea|not sure|none of your business|(?:it's|that's|that is|it is) (?:private|personal)|skip|pass|later|depends|no comment|idk|dunno|anything(?: is fine| goes)?|whatever|any (?:job|work|position|role)|wait|one (?:moment|second|sec)|i'll (?:tell|let) you|rather keep",
  ),
  negation: words(
    "not|never|don't|dont|didn't|doesn't|isn't|ain't|aren't|wasn't|haven't|havent|hasn't|can't|cannot|cant|won't|wouldn't|without|neither|nor|no",
  ),
  negationBehind: words("not|dont|cant|nor|no|never"),
  notNegation: words(
    "not only|not just|not (?:until|till|before)|(?:can't|cannot|can not|won't|couldn't) (?:\\p{L}{3,12} )?(?:until|till|before)|no (?:problems?|worries|doubt|issues?|matter)|why not|if not",
  ),
  but: words("but|however|though|although|i'm|instead|just|my (?:name|surname|city|email|number) is"),
  correction: words(
    "i meant|i mean|meant to (?:say|write)|actually|correction|oops|ops|whoops|(?:sorry|pardon)(?=[,:]| it| i'm| my| not)|no,? (?:it's|its|it is|it was|i'm|i am|i live|i have|my|that's|sorry|the|there's|wait)|(?:that's|that is|it's|is|are|was) (?:wrong|incorrect|not (?:right|correct|true))|my mistake|(?:i )?made a mistake|mistyped|typo|should be|rather than|let me correct|i misspoke|there(?:'s| is) (?:a mistake|an error)|(?:change|correct) (?:my|the|it|that)|not .{1,20},? but|scratch that|not any ?more|no longer",
  ),
  also: words("also|too|as well|in addition|additionally|besides|plus|i forgot|another thing|additional"),
  injection: words(
    "(?:ignore|disregard|forget|override|bypass|skip|overwrite) (?:all |any |every |everything )?(?:of )?(?:the |your |these |my |those |about )?(?:above|previous|prior|earlier|instructions?|rules?|prompts?|guidelines|restrictions|system|before)",
    "(?:previous|prior|system|new|hidden) (?:instructions?|prompts?|rules)|you are now|you're now|pretend (?:to|you|that)|act as (?:a|an|if)|from now on you|jailbreak|developer mode|admin mode|dan mode|(?:mark|set|register|record|rate|score|flag|list) (?:me|my|the|this|all|every|candidate|profile)(?: \\p{L}{1,20}){0,2} (?:as|to) (?:qualified|hired|approved|accepted|perfect|passed|the best|\\d{1,4})|as an ai|override",
  ),
};
