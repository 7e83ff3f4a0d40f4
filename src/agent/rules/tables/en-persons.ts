import { words } from "../text.ts";
import type { Persons } from "./table.ts";

export const persons: Persons = {
  others: words(
    "(?:my|his|her|their|a|an|our|the|another) (?:\\p{L}{3,10} )?(?:sister|brother|friend|mate|cousin|uncle|aunt|neighbou?r|son|daughter|husband|wife|partner|boyfriend|girlfriend|mother(?! tongue)|father|mum|mom|dad|parents|boss|colleague|nephew|niece|roommate|flatmate|housemate|grandmother|grandfather|in-law|family|kid|kids|children|fiancee?|ex)s?(?! and (?:i|me|myself)(?!\\p{L}))",
    "someone i know|somebody i know|(?:he|she|they)(?:'?s|'re| is| are| was| has| had| lives?| works?| speaks?| wants?| called)?|for (?:him|her|them)|(?:his|her|their) name",
  ),
  self: words("i|i'm|i've|i'd|im|my name|my (?:number|email|phone|mobile|address)|me i"),
  besides: words("with|of|at|on|in|by|near|before|after|when|until|till|because|since|while|if"),
  nameAfter: words(
    "myself|i am|i'm|im|iam|this is|(?<!but )(?:people|everyone|everybody|friends|they|you can|just) (?:call|calls) me|(?<!but (?:\\p{L}{3,10} )?)calls? me|known as|here is|name's|is called|i go by|(?<=^(?:hi|hello|hey|hiya|good morning|good afternoon|good evening)(?: (?:there|all|everyone|love|mate|pal|hun))?,? )it'?s",
  ),
  nameBefore: words("here(?! (?:is|are|at|for|to|we|you))|speaking|this side|by name"),
  nameAlways: words(
    "(?:my|the|full) (?:full )?(?:name|nmae|naem)(?:'?s| is| to| ?:| ?-)(?: spelled| spelt| written| actually)?|name ?(?::|-|is)|i am called|i'm called|im called|my names is",
  ),
  firstNameAfter: words("(?:my )?(?:first|given|fore) ?name(?:'s| is| ?:)?"),
  lastNameAfter: words(
    "(?:my )?(?:(?:last|family|second) name|surname)(?:'s| is| to| ?:)?(?: spelled| spelt| written| actually)?",
  ),
  givenName: words(
    "aaron|abbie|abdul|abdullah|abigail|abu|adam|ade|adebayo|adeola|adrian|agnieszka|ahmed|aidan|aiden|aisha|alan|albert|aleksandra|alex|alexander|alexandra|alexandru|ali|alice|alicia|alina|alisha|alison|allan|amanda|amara|amina|amir|amit|amy|ana|anastasia|andrea|andreea|andrei|andrew|andrzej|angela|angelo|anil|anita|anjali|ankit|ann|anna|annabel|anne|anne-marie|anthony|antonio|arjun|arthur|ashley|asif|ayesha|ayo|aziz|barbara|bartek|beata|becky|ben|benjamin|bernadette|beth|bethany|bianca|bilal|blessing|bob|bogdan|brandon|brenda|brian|bridget|bronwen|caitlin|callum|cameron|carl|carla|carlos|carmen|carol|caroline|catherine|cathy|charles|charlie|charlotte|chidi|chidinma|chinedu|chioma|chloe|chris|christian|christina|christine|christopher|ciara|claire|clara|claudia|colin|connor|conor|craig|cristina|cynthia|daisy|damian|dan|daniel|danielle|darren|dave|david|debbie|deborah|declan|dee|deepak|denise|dennis|derek|diana|diego|dominic|donna|dorota|dylan|ebony|edward|elaine|eleanor|elena|eliza|elizabeth|ella|ellie|elliot|emeka|emily|emma|emmanuel|eric|erin|esther|ethan|eugene|eva|ewa|ewelina|farah|farhan|fatima|fiona|florence|frances|francis|frank|fred|freya|gabriel|gabriela|gary|gavin|gemma|geoff|george|gillian|giorgio|godwin|gordon|grace|graham|grzegorz|hamza|hannah|harpreet|harriet|harry|hassan|heather|helen|henry|hina|holly|ian|ibrahim|ifeanyi|imran|inderjit|ines|ioana|irene|isaac|isabella|isla|ismail|ivan|jacek|jack|jackie|jacob|jacqueline|jade|jake|jakub|jamal|james|jamie|jan|jane|janet|janice|jasmine|jason|jaspreet|javier|jayden|jean|jeff|jennifer|jenny|jeremy|jerome|jess|jessica|jim|jo|joan|joanna|joanne|jodie|joe|joel|john|john-paul|jonathan|jordan|jose|josef|joseph|josephine|josh|joshua|joyce|juan|judith|julia|julian|julie|justin|justyna|kabir|kamal|kamil|karen|karolina|kasia|katarzyna|kate|katherine|kathleen|kathryn|katie|katy|kayleigh|keisha|keith|kelly|kemi|kenneth|kerry|kevin|khadija|khalid|kieran|kimberley|kiran|kirsty|kofi|krzysztof|kumar|kwame|kwesi|laila|laura|lauren|lawrence|leah|leanne|lee|leo|leon|lesley|leslie|lewis|liam|lily|linda|lisa|lorraine|louis|louise|lucas|lucia|lucy|ludmila|luis|lukasz|luke|lynn|mahmoud|malcolm|malgorzata|manpreet|manuel|marcin|marco|marcus|margaret|maria|marie|marion|mark|marlon|marta|martha|martin|martyn|mary|matt|matthew|maureen|max|maya|meera|megan|melanie|melissa|mia|michael|michal|michelle|miguel|mihai|mike|mohamad|mohamed|mohammad|mohammed|mohit|molly|monika|monique|muhammad|muhammed|musa|mustafa|nadia|naomi|natalia|natalie|natasha|nathan|neha|neil|ngozi|nick|nicola|nicolas|nicole|nigel|nikhil|nikita|nisha|noah|noor|nora|oksana|olena|olga|oliver|olivia|olu|olumide|oluwaseun|omar|omolara|oscar|osman|owen|pablo|pamela|patricia|patrick|paul|paula|pauline|pawel|pedro|peter|phil|philip|piotr|pooja|pradeep|pratik|preeti|priti|priya|priyanka|rachel|rafael|rafal|rahul|raj|raja|rajesh|raju|ramesh|raquel|ravi|raymond|rebecca|rebeka|renata|rhys|riaz|richard|rina|rita|robert|rohan|rohit|roman|ronald|rosie|ross|roxana|roy|rupinder|russell|ruth|ryan|sabina|sabrina|sadia|safia|sagar|saira|salma|sam|samantha|sandeep|sandra|sanjay|sara|sarah|scott|sean|sebastian|segun|sergio|shannon|sharon|shaun|shauna|sheila|shirley|shreya|sibongile|siddharth|sikander|simon|simran|siobhan|sofia|sonali|sonia|sophie|stacey|stanley|stefan|stella|stephen|steve|steven|stuart|sunita|suresh|susan|svetlana|sylwia|tamara|tania|tanya|tariq|tatiana|temi|terry|thandi|theresa|thomas|tiffany|tim|timothy|tina|toby|todd|tom|tomasz|tony|tracey|tracy|trevor|tunde|usman|valentina|vanessa|vera|veronica|vicky|victor|victoria|vijay|vikram|vincent|vladimir|wayne|wendy|william|wojciech|xavier|yasmin|yemi|yusuf|yvonne|zainab|zara|zoe|zofia|zuzanna",
  ),
  notName: words(
    "and|or|a|an|the|in|on|at|with|by|for|but|that|as|am|is|are|was|i|i'm|im|i've|my|me|you|your|name|surname|have|has|had|looking|live|living|want|would|like|work|working|worked|job|from|of|to|it|its|it's|this|hi|hello|hey|good|morning|afternoon|evening|night|thanks|thank|yes|no|not|ok|okay|sure|nothing|nobody|now|later|today|tomorrow|years?|old|single|married|man|woman|person|student|new|interested|very|since|unemployed|resident|native|fluent|available|ready|happy|free|who|what|where|when|how|why|because|already|sorry|wait|see|well|fine|great|here|there|just|also|really|so|currently|based|applying|about|responsible|hard|hardworking|reliable|spanish|english|british|irish|american|polish|romanian|italian|portuguese|french|german|indian|nigerian|ukrainian|bulgarian|brazilian|colombian|pakistani|mexican|australian|speaking|able|can|do|don't|dont|could|please|experience|over|under|any|anything|some|someone|somebody|something|please|trying|going|done|afraid|glad|writing|calling|texting|contacting|only|originally|half|part|full|seeking|searching|years|qualified|experienced|trained|friendly|good|team|all|need|too|more|none|everything|mate|love|dear|spelled|spelt|written|wrong|correct|says|nope|yep|yeah|first|last|surname|middle|forename|urgent|ridiculous|amazing|perfect|nice|my|confused|scared|stuck|ill|sick|pregnant|back|flexible|legal|eligible|on|mr|mrs|ms|miss|sir|madam|ma'?am|mam|ma|po|opo|abeg|myself|yall|y'all|ate|kuya|dears?|concerned|fam|bro|lads|folks|mates?",
  ),
  particle: words("de|del|la|van|von|der|den|da|dos|di|el|al|bin|ben|mc|st|san|o|le"),
  secondName: words("jane|ann|anne|lee|lou|louise|marie|mae|jo|rose|beth|grace|may|paul|james|maria|jose|carlos|luis"),
  livesIn: words(
    "(?:live|lived|living|lives|reside|residing|based|located|staying|stay|settled|i am|i'm|im|am|(?:have )?(?:just |recently )?moved|relocated|moving)(?: now| currently| just| right now| still| here| alone| over| up| down| with my \\p{L}{3,12})? (?:in|to|at|on the outskirts of)|(?:i )?dey (?:for|inside)|put(?:ting)? up (?:in|at)",
    "(?:currently|presently|now|originally from \\p{L}{3,15} (?:but )?now) in(?! (?:a|an|the|my|between)(?!\\p{L}))|(?<!(?:used to|before i|i never) )live in",
    "(?:my|the) (?:city|town|home town|hometown)(?: is| ?:|'s| to)|(?:city|town|location) ?:|my (?:address|home) is in|i'm now in",
  ),
  comesFrom: words("(?:i'm |i am |im |i come |come |comes )?from|i'm a \\p{L}{4,12} from|writing from|hailing from"),
  beforePlace: words("from|in"),
  placeLead: words("(?:i )?live|living|i am|i'm|it's|at"),
  rather: words("but|is|it's|meant|mean"),
  inPlace: words(
    "(?:the )?outskirts of|the (?:city|centre|center|town|north|south|east|west|outskirts|suburbs|middle) of|central|north|south|east|west|greater|downtown|sunny|the",
  ),
  notPlace: words(
    "a|an|my|your|this|that|me|city|centre|center|town|village|outside|near|around|nowhere|somewhere|no|home|work|need|search|touch|charge|between|contact|bed|there|here|now|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|next|today|tomorrow|scratch|house|flat|school|what|which|it|full|college|university|jobs|sales|love|good|hospitality|retail|care|facebook|instagram|google|indeed|tesco|asda|sainsburys|aldi|lidl|mcdonalds|amazon|starbucks|costa|greggs|primark|nhs|kfc|ikea|argos|walmart|target|dunnes|centra|jollibee|time|the",
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
    ...within("US", "texas|tx|california|florida|arizona|ohio|illinois|nevada"),
    ...within("IN", "kerala|punjab|maharashtra|tamil nadu|gujarat|karnataka|west bengal"),
  },
};

/** States that people name instead of their country. */
function within(country: string, states: string): Record<string, string> {
  return Object.fromEntries(states.split("|").map((state) => [state, country]));
}
