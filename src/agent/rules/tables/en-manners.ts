import { words } from "../text.ts";
import type { Manners } from "./table.ts";

export const manners: Manners = {
  marks: words(
    "an(?= (?:hour|hr|agency|interview|application|email|offer|evening|office|old|english|early|experienced|assistant|electrician|engineer|idea|answer|update))|hi|hello|hey|i|i'm|i've|i'd|im|my|you|your|the|is|are|am|have|for|from|with|and|but|of|to|at|it|it's|do|does|don't|what|when|where|how|can|could|would|like|want|looking|work|working|worked|job|jobs|thanks|thank|please|yes|yeah|live|living|name|years?|months?|experience|speak|tomorrow|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|week|start|available|english|spanish|this|that|not|sorry|actually|now|immediately|anything|also|good|morning|nothing|need|about|waiter|waitress|cleaner|driver|any",
  ),
  capitalNouns: false,
  pointed: words("(?:approx|mrs?|ms|dr|st)\\.(?= )"),
  and: words("and|plus"),
  or: words("or"),
  of: words("of"),
  intents: [
    [
      "status",
      words(
        "(?:what about|status of|update on|updates on|any (?:news|update|updates)(?: on| about| from)?|news about|news on|happened (?:to|with)|heard anything about|check on|checking on|following up on|follow up on|progress of|how is|how's) ?(?:my |the )?(?:application|interview|cv|resume|process|job application|candidacy)?",
        "(?:whats|what's|what is) (?:happening|going on|up) with (?:my|the) (?:application|cv|interview)|(?:has|was) my (?:application|cv|resume)|applied(?: \\p{L}{2,10}){1,5} (?:and )?(?:haven't|havent|have not|never|still) (?:heard|got|received)|(?:haven't|havent|have not|still not|not) heard (?:back|anything|from you|from anyone)|waiting (?:to hear|for (?:a|an|your|any|the) (?:answer|reply|response|news|decision|feedback))|(?:have|did) (?:you|they) (?:seen|looked at|read|received|reviewed|get|got|receive|review|see) my (?:application|cv|resume)|when (?:will|do) (?:i|you) (?:hear|know|get back|let me know|decide)|(?:did|have) i (?:get|got) (?:the job|it|selected)|where (?:is|are) (?:my|we with my) application",
      ),
    ],
    [
      "reschedule",
      words(
        "(?:reschedule|rearrange|re-?arrange|postpone|move|change|push back|cancel|delay|bring forward) (?:my |the |our |that )?(?:interview|appointment|meeting|call|slot|time|date)?",
        "(?:can't|cannot|can not|won't|not able to|unable to) (?:make it|attend|come (?:to|on)|be there|do (?:the interview|that time|that day))|(?:can't|cant|couldn't|couldnt) (?:make|come|do)(?: (?:it|the|to|my|that|interview|time)){0,6} ?(?:today|tomorrow|tmrw|monday|tuesday|wednesday|thursday|friday|saturday|sunday|any ?more|then|the interview)|(?:another|a different|some other) (?:time|day|slot)(?: (?:for|instead)|(?= *(?:$|[?!.]|pls|please)))|(?:can|could|shall|may) (?:we|i) (?:do|have|continue|finish|carry on)(?: (?:this|it|the interview|with this|that)){0,4}(?: (?:on|next|another|some other|at|a bit|\\p{L}{2,9}day|later|tomorrow|week|time|instead)){1,3}|(?:cancel|move) (?:\\p{L}{3,10}'s |tomorrows |todays )(?:interview|meeting|appointment)|running late|late for (?:the|my) interview",
      ),
    ],
    [
      "complaint",
      words(
        "complain(?:t|ts|ing)?|(?:this|that|it|you) (?:is|are|was|were) (?:a )?(?:terrible|awful|ridiculous|unacceptable|a joke|useless|rubbish|disgrace|disgraceful|scam|outrageous|rude|disgusting|a scam|a disgrace|waste of time)|not (?:good enough|acceptable|happy)|(?:service|experience|bot|company|app|chat|this)(?: (?:is|was))? (?:really |so |very |just )?(?:terrible|awful|bad|rubbish|the worst|crap|shit|useless|poor)|worst (?:experience|service|company|bot)|(?:already|just) asked (?:me )?(?:that|this)|how many (?:more )?times (?:do|must|should|are)|(?:second|third|2nd|3rd|4th|fourth|5th|\\d{1,2}th) time (?:you|u|i|that)|(?:nobody|no one|noone) (?:has |ever |have )?(?:got|gets|gotten|come|came|responded|responds) (?:back|to me)?|waste of (?:my )?time|fed up|(?:nobody|no one|noone) (?:answers|answered|replies|replied|called|calls|has called|has replied|ever)\\p{L}{0,3}|(?:already|i just) (?:told|said|gave) (?:you|that|it)|doesn't work|useless|bad service|disappointed|frustrat(?:ed|ing)|angry|scam",
      ),
    ],
    [
      "offtopic",
      words(
        "recipe|(?<!(?:is|what|such|bit of|kind of) (?:a )?)jokes?|sing me|poem|song|football|soccer|weather|horoscope|lottery|bitcoin|crypto|homework|capital of|president|movie|netflix|translate|girlfriend|boyfriend|marry me|love you|(?:what is|what's|whats) \\d+ ?[+*x-] ?\\d+|who (?:won|is winning)|what time is it|tell me a story|politics|chess|essay|write (?:me )?(?:a|some) (?:code|python|story|song)|meaning of life",
      ),
    ],
    [
      "apply",
      words(
        "(?:saw|seen) (?:ur|u r|you're) (?:ad|advert|post)|(?:looking|searching|hunting) for (?:a |an |some |any )?(?:\\p{L}{2,15} ){0,3}(?:job|jobs|work|position|role|vacancy|employment|opportunity|opportunities|shifts)|(?:need|want|find|get|seeking|seek) (?:a |an |some )?(?:\\p{L}{2,15} )?(?:job|work|employment)",
        "(?:want|wanted|like|wish|love|interested|hoping) (?:to |in )(?:apply|applying|work|working|join|joining|be a|become)|interested in|i am applying|i'm applying|apply(?:ing)? (?:for|to)|(?:saw|seen|found|about|regarding|re|reply to|replying to) (?:your|the|this|an|a) (?:\\p{L}{2,15} )?(?:ad|advert|advertisement|job|vacancy|offer|position|post|role)|(?:are there|is there|do you have|have you got|got) (?:any |a |some )?(?:\\p{L}{2,15} )?(?:jobs?|work|vacanc(?:y|ies)|positions?|openings?)|looking for \\p{L}{3,20}|any (?:\\p{L}{2,15} ){0,2}(?:jobs?|work|vacancies)|(?:i'm|i am|im) (?:very |really |still )?interested|apply",
      ),
    ],
  ],
  speakTo: [
    "(?:in )?{language},? (?:please|pls|plz)",
    "(?:can|could|may) (?:we|you|u|i) (?:please |pls )?(?:use|do (?:this|it)(?: chat)?(?: in)|have (?:this|it)(?: in))(?: in)? {language}",
    "(?:write|text|answer|reply|speak|talk)(?: to)? me in {language}",
    "please,? (?:in )?{language}",
    "(?:can|could|may|would|shall) (?:we|you|u|i) (?:please |pls )?(?:speak|talk|chat|write|continue|switch|reply|answer|change|carry on)(?: to me| with me)?(?: in| to)? {language}",
    "(?:let's|lets|let us|want to|like to|need to|prefer to|rather|please) (?:speak|talk|chat|write|continue|switch|reply|answer|change|carry on)(?: to me| with me)?(?: in| to)? {language}",
    "(?:prefer|rather)(?: in)? {language}",
    "(?:switch|change) to {language}",
    "do you speak {language}",
  ],

  greeting: words(
    "hi+(?: there| everyone| all)?|hello+(?: there)?|hey+(?: there)?|hiya|good (?:morning|afternoon|evening|day)|how (?:are|r) (?:you|u)(?: doing| today){0,2}|how (?:you|u) doing|how's it going|hows it going|what'?s (?:up|good)|how far(?= *(?:$|[,.?!]))|good day|greetings|nice to meet you|pleased to meet you|what's up|dear sir(?: or madam)?",
  ),
  thanks: words(
    "(?:many )?thanks(?: a lot| so much| very much| again| for (?:everything|the info|your help|letting me know))?|thanks a (?:million|bunch|ton)|thank (?:you|u)(?: so much| very much| for (?:everything|your help|the info))?|thx|ty|cheers|great|perfect|cool|awesome|brilliant|lovely|bye(?: bye)?|goodbye|see you(?: later| soon)?|ok|okay|alright|all right|understood|sounds good|got it|good night|take care|no worries|welcome|(?:ha){2,10}|lol|have a (?:nice|good) (?:day|one|weekend)",
  ),
  filler: words(
    "well|so|mr|mrs|ms|miss|um+|uh+|er+|hmm+|let me see|i think|i guess|i'd say|please|ok|okay|yes|yeah|ah|oh|sure|right|actually|sorry|maybe|probably|currently|right now|at the moment|it is|it's|its|that's|that is|that would be|just|only",
  ),
  yes: words(
    "yes+(?: ?sir)?|yeah+|yep|yup|ya|yh|yea|aye|oo|opo|haan|sure|for sure|surely|defo|deffo|you bet|no doubt|(?:of )?course|(?:i would|i'd|id) (?:really )?love(?: to| that| it)|any ?time|that'?s (?:grand|ok|okay|alright|good|perfect|no problem)|correct|right|exactly|absolutely|definitely|certainly|indeed|that's (?:right|correct|fine|it|all correct)|that is (?:right|correct|fine)|(?:all|everything) (?:is |looks |seems )?(?:good|correct|right|fine|ok|okay|perfect)|looks (?:good|right|fine|correct)|perfect|ok|okay|affirmative|confirmed?|i (?:do|am|have|can|confirm)|sounds good|no problem|👍.?|✅|👌.?",
  ),
  no: words(
    "no|nope|nah|afraid not|(?:i'd |id |i would )?rather not|(?:i )?(?:can'?t|cannot)(?= (?:do|work|start|make|manage|drive|lift|be|come|go|sleep))|(?:i )?(?:don'?t|do not) (?:drive|have (?:one|it|any|a|the|that))|(?:i )?(?:have not|haven'?t) (?:got|done|had|passed)|not (?:really|yet|at all|quite|correct|right|exactly|a chance|at the moment|currently|happening|able|comfortable|possible|for me|now|sure i can)|never|negative|wrong|incorrect|i (?:don't|do not|haven't|have not|can't|cannot|am not)|i'm not|there(?:'s| is) (?:a mistake|an error)|that's (?:wrong|not (?:right|correct))|👎.?|❌",
  ),
  yesAnyway: words(
    "(?:don'?t|doesn'?t|does not|do not|wouldn'?t|won'?t) (?:bother|mind|faze|matter|scare)(?: me| at all)?|no (?:problem|worries|issues?|wahala|bother|stress|hassle|drama|biggie|prob|probs|shaking|trouble)|i (?:think|believe|guess|suppose) so|why not|not a problem|nothing(?:'s| is)? wrong",
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
    "(?:prefer|rather|want) not(?: to)?|(?:can|could|may) (?:we|i|you) (?:please )?(?:skip|pass|leave|ignore)|(?:don't|do not|dont|won't|will not|can't|cannot) (?:want to |wanna |wish to )?(?:say|tell|share|answer|give|disclose|know|remember|discuss)|no idea|not sure|none of your business|(?:it's|that's|that is|it is) (?:private|personal)|skip|pass|later|depends|no comment|idk|dunno|anything(?: is fine| goes)?|whatever|any (?:job|work|position|role)|wait|one (?:moment|second|sec)|i'll (?:tell|let) you|rather keep",
  ),
  negation: words(
    "not|except(?: for)?|apart from|other than|(?<=(?:anything|any ?time|any shifts?|all|all shifts?|everything|any day|any) )but|never|don't|dont|didn't|doesn't|isn't|ain't|aren't|wasn't|haven't|havent|hasn't|can't|cannot|cant|won't|wouldn't|without|neither|nor|forbid(?:s|den)?|forbade|banned|unable|impossible|expired|still waiting|lost (?:it|mine)|too(?= (?:early|far|late|heavy|much|hard|long))|no",
  ),
  negationBehind: words("not|dont|cant|nor|no|never"),
  can: words(
    "i can|could|can do|sure can|(?:is|are|'s|be|was|were|would be|it's|its|thats|that's|all) (?:grand|fine|ok|okay|good|great|perfect|normal|alright|no (?:problem|wahala|bother|issue|stress|hassle))|works(?: for me)?|suits(?: me)?(?: fine)?|\\d{1,2}s? (?:is |are |be )?(?:fine|grand|ok|okay|good|no (?:problem|wahala|bother))|used to (?:it|that|them|nights|earl(?:y|ies))|ok lang|sanay|kaya ko|can'?t|cannot|unable|impossible|expired|still waiting|lost (?:it|mine)|too (?:early|far|late|heavy|much|hard|long)|says no|suit(?: me)?|love|prefer|favou?rite|comfortable|grand|(?:got|have) (?:it|them|em|'em|one|mine|all|my)|dont have|basic ones|since i was|nights no|full (?:clean )?licen[cs]e|happy (?:to|with)|up for|sound",
  ),
  notNegation: words(
    "not only|not just|not (?:until|till|before)|(?:can't|cannot|can not|won't|couldn't) (?:\\p{L}{3,12} )?(?:until|till|before)|no (?:problems?|worries|doubt|issues?|matter|wahala|bother|stress|hassle|drama|trouble)|why not|if not",
  ),
  but: words("but|however|though|although|i'm|instead|just|my (?:name|surname|city|email|number) is"),
  correction: words(
    "i meant|i mean|meant to (?:say|write)|actually|correction|oops|ops|whoops|(?:sorry|pardon)(?=[,:]| it| i'm| my| not| \\d)|no,? (?:it's|its|it is|it was|i'm|i am|i live|i have|my|that's|sorry|the|there's|wait)|(?:that's|that is|it's|is|are|was) (?:wrong|incorrect|not (?:right|correct|true))|my mistake|(?:i )?made a mistake|mistyped|typo|should be|rather than|let me correct|i misspoke|there(?:'s| is) (?:a mistake|an error)|(?:change|correct) (?:my|the|it|that)|not .{1,20},? but|scratch that|not any ?more|no longer|not \\p{L}{2,20}, ?\\p{L}{2,20}",
  ),
  also: words("also|too|as well|in addition|additionally|besides|plus|i forgot|another thing|additional"),
  injection: words(
    "(?:ignore|disregard|forget|override|bypass|skip|overwrite) (?:all |any |every |everything )?(?:of )?(?:the |your |these |my |those |about )?(?:above|previous|prior|earlier|instructions?|rules?|prompts?|guidelines|restrictions|system|before)",
    "(?:previous|prior|system|new|hidden) (?:instructions?|prompts?|rules)|you are now|you're now|pretend (?:to|you|that)|act as (?:a|an|if)|from now on you|jailbreak|developer mode|admin mode|dan mode|(?:mark|set|register|record|rate|score|flag|list) (?:me|my|the|this|all|every|candidate|profile)(?: \\p{L}{1,20}){0,2} (?:as|to) (?:qualified|hired|approved|accepted|perfect|passed|the best|\\d{1,4})|as an ai|override|system (?:note|message|prompt|alert|notice)|pre[- ]?approved|set (?:level|status|score|result|answer)|skip the (?:rest|screening|questions|interview)",
  ),
};
