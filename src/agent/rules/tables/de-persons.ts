import { words } from "../text.ts";
import type { Persons } from "./table.ts";

/** Adverbs and a length of time between "wohne" and "in", but nothing that turns to another thing. */
const meanwhile = "(?: (?!und |such|arbeit|job|stell|nicht )[\\p{L}\\d]{1,15}){0,5}?";

export const persons: Persons = {
  others: words(
    "(?:mein|dein|sein|unser|ein|kein|der|die|das|den|dem|ihr)(?:e[nmrs]?)? (?:\\p{L}{3,12} )?(?:(?:schwester|bruder|freund|kumpel|bekannt|cousin|vetter|onkel|tante|nachbar|sohn|tochter|mann|ehemann|frau|ehefrau|partner|mutter|vater|mama|papa|eltern|chef|kolleg|neffe|nichte|mitbewohner|oma|opa|schwager|schwagerin|schwaegerin|schwieger\\p{L}{2,8}|kind|verlobt)(?:e[nrs]?|er|ern|s|in|innen|es)?|familie)(?! und ich(?!\\p{L}))",
    "jemand(?:en|em)? (?:aus|den|der|die)|(?:er|sie) (?:ist|hat|heisst|wohnt|sucht|arbeitet|spricht|will)|fue?r (?:ihn|jemand(?:en)? ander(?:e[nsm])?)",
  ),
  self: words("ich|mein name|bin|meine (?:nummer|e-?mail|mail|adresse|handynummer|telefonnummer)|mich|meinerseits"),
  besides: words("mit|bei|von|zu|neben|wegen|durch|zur|zum|beim|vom"),
  nameAfter: words(
    "(?:(?:ich|i) )?(?:bin|bi|bi d'|bin d')(?: (?:der|die|das|es|da|dr|de|d|d'))?|(?:hier|da|do) (?:ist|isch|is|schreibt|spricht|redt|war)(?: (?:der|die|dr|da|de|d|d'))?|(?:dr|prof|mag|ing)|(?:lg|mfg|vg|gruss|grue?sse),?|hier(?= \\p{L})|(?:nennt|nenn|nennen sie) mich|(?:nennen|rufen) mich(?: alle)?|das ist|(?:ich )?werde",
  ),
  nameAlways: words(
    "(?:mein|der|voller|vollstandiger) (?:voller |ganzer )?name(?: (?:ist|lautet|ware|waere|schreibt sich))?(?: ?:)?|name ?(?::|ist|lautet)|(?:ich )?heiss?e?(?: ich)?|heis ich|heiss ich|(?:i )?hoass(?: i)?|(?:i )?haiss(?: i)?|mein name(?: is)?",
  ),
  nameBefore: words("hier|mein name|am apparat"),
  firstNameAfter: words("(?:mein |der )?(?:vorname|rufname)(?: (?:ist|lautet|is))?(?: ?:)?"),
  lastNameAfter: words(
    "(?:mein |der )?(?:nachname|familienname|zuname|hausname)(?: (?:ist|lautet|is|war|schreibt sich))?(?: ?:)?|mit (?:nachnamen|familiennamen)(?: heisse? ich)?|(?:bin|name ist|hier ist|hier spricht)(?: die| der)? (?:frau|herr|hr)(?! \\p{L}{2,20} \\p{L}{2,20}\\s{0,3}(?:$|[,.!]))|^(?:frau|herr|hr\\.?)(?= [\\p{L}-]{2,20}$)",
  ),
  givenName: words(
    // German, and what is common in every country around.
    "adam|alex|alexander|alexandra|alina|amelie|andrea|andreas|angelika|anja|anke|anna|anne|annette|annika|antonia|arne|astrid|axel|barbara|bastian|beate|ben|benjamin|bernd|bernhard|bettina|birgit|birte|bjorn|brigitte|britta|carina|carla|carolin|caroline|carsten|charlotte|christa|christian|christiane|christina|christine|christoph|claudia|clara|claus|conny|corinna|cornelia|dagmar|daniel|daniela|david|dennis|detlef|dieter|dirk|dominik|doris|eberhard|edith|elena|elfriede|elias|elisa|elisabeth|elke|ella|emil|emilia|emily|emma|erik|erika|erwin|eva|evelyn|fabian|felix|ferdinand|finn|florian|franz|franziska|friederike|friedrich|gabi|gabriele|georg|gerd|gerhard|gisela|gudrun|guido|gunter|gunther|guenter|hanna|hannah|hannes|hans|harald|hartmut|heidi|heike|heiko|heinrich|heinz|helene|helga|helmut|henning|henrik|herbert|hermann|hilde|holger|horst|ilse|ina|ines|inga|inge|ingo|ingrid|irene|iris|irmgard|isabel|isabell|isabella|jakob|jan|jana|janina|jannik|jannis|jasmin|jens|jennifer|jenny|jessica|joachim|jochen|johann|johanna|johannes|jonas|jonathan|jorg|joerg|josef|judith|julia|julian|juliane|julius|jurgen|juergen|jutta|karin|karl|karla|karsten|katharina|kathrin|katja|katrin|kerstin|kevin|kim|klara|klaus|konrad|konstantin|kristin|kristina|kurt|lara|lars|laura|lea|lena|leni|leon|leonie|lennart|lina|linda|linus|lisa|louisa|luca|lucas|ludwig|luis|luisa|lukas|lutz|magdalena|maik|maike|malte|mandy|manfred|manuel|manuela|marc|marcel|marco|marcus|mareike|margarete|margit|maria|marianne|marie|marina|mario|marion|marius|markus|marlene|marlies|marta|martha|martin|martina|matthias|mathias|max|maximilian|meike|melanie|mia|michael|michaela|miriam|mirja|mirjam|mirko|monika|moritz|nadine|nadja|natalie|natascha|nele|niclas|nico|nicole|niklas|nils|nina|noah|norbert|oliver|olaf|oskar|pascal|patricia|patrick|paul|paula|peter|petra|philip|philipp|pia|ralf|ralph|ramona|raphael|rebecca|regina|reiner|rainer|reinhard|renate|rene|richard|rita|robert|robin|roland|rolf|roman|ronny|rosemarie|rudi|rudolf|ruth|sabine|sabrina|samuel|sandra|sandy|sara|sarah|sascha|sebastian|sepp|siegfried|sigrid|silke|silvia|simon|simone|sina|sonja|sophia|sophie|stefan|stefanie|steffen|steffi|stephan|stephanie|susanne|susi|sven|svenja|swen|tamara|tanja|tatjana|theo|theresa|thomas|thorsten|till|tim|timo|tina|tobias|tobi|tom|torben|torsten|ulf|ulrich|ulrike|ursula|ute|uwe|valentin|vanessa|vera|verena|veronika|victoria|viktoria|viktor|vincent|volker|walter|waltraud|werner|wilhelm|willi|wolfgang|yannick|yvonne",
    // Turkish and Kurdish.
    "abdullah|adem|ahmet|ali|aliye|arda|aylin|ayse|aysel|baris|berat|berkan|bilal|burak|bulent|cem|cemal|ceren|deniz|derya|dilan|dilara|elif|emine|emir|emre|ender|enes|engin|erdal|erdogan|erkan|esra|fatih|fatma|ferhat|fikret|firat|gokhan|gulay|gulsen|hakan|halil|halime|hasan|hatice|havva|huseyin|hueseyin|ibrahim|ilker|ismail|kadir|kaan|kemal|kenan|kubra|leyla|levent|mahmut|mehmet|melek|meltem|mert|merve|mesut|muhammet|murat|mustafa|nurcan|nuray|okan|onur|orhan|osman|ozan|ozgur|ozlem|ramazan|recep|rojda|sahin|selim|selin|selma|semra|serdar|serkan|seyma|sibel|sinan|songul|suleyman|tarik|tuba|tugba|turgut|ugur|umit|volkan|yasemin|yasin|yavuz|yeliz|yilmaz|yunus|yusuf|zehra|zeynep",
    // Polish, Romanian, Ukrainian, Russian and from the Balkans.
    "agata|agnieszka|aleksandar|aleksandra|alexei|alexey|alina|ana|anastasia|andrei|andrej|andrzej|aneta|anita|arkadiusz|artem|bartosz|beata|bogdan|boris|bozena|cristian|cristina|damian|danuta|darius|dariusz|dejan|denis|dmitri|dmitrij|dmytro|dorota|dragan|ekaterina|elzbieta|ewa|ewelina|florin|galina|gabriela|goran|grazyna|grzegorz|halina|igor|ihor|ilona|ion|ioana|irina|ivan|ivana|iwona|jacek|jakub|jaroslaw|jelena|jerzy|joanna|jozef|justyna|kamil|karol|karolina|kasia|katarzyna|kateryna|krystyna|krzysztof|lidia|lyudmila|ludmila|maciej|maja|malgorzata|marek|mariusz|mateusz|mihai|milan|milena|milica|miroslaw|mykola|natalia|nataliia|nenad|nikola|nikolai|nikita|oksana|oleg|oleh|oleksandr|olena|olga|pavel|pawel|petar|piotr|przemyslaw|radoslaw|rafal|renata|robert|roksana|sanja|sergej|sergei|serhii|slawomir|slobodan|snezana|stanislaw|svetlana|sylwia|szymon|tadeusz|tatiana|teresa|tetiana|tomasz|urszula|vasile|vesna|viktoriia|vladimir|volodymyr|wanda|wieslaw|wojciech|yana|yulia|yuliia|zbigniew|zeljko|zofia|zoran",
    // Arabic, Persian, African and from Asia.
    "abdul|abdulrahman|abdallah|abdirahman|adnan|ahmad|ahmed|aisha|aicha|alaa|amina|amir|amira|anas|arash|aya|ayman|aziz|basel|bassam|bilal|chidi|dalia|eman|farah|farid|fatima|fatemeh|fadi|fereshteh|ghassan|habib|hadi|hamid|hamza|hanan|hassan|hatem|hiba|hossein|huda|hussein|idris|iman|ismael|jamal|jamila|kareem|karim|khaled|khalid|khadija|laila|layla|linh|mahdi|mahmoud|majid|malik|maryam|mehdi|minh|mohamad|mohamed|mohammad|mohammed|mohsen|mona|mouhamed|muhammad|mustapha|nabil|nadia|najib|nasrin|nguyen|nour|noura|omar|omid|osama|parisa|priya|rahim|rami|rana|rania|rashid|reza|rima|saeed|said|salem|salim|salma|samer|samir|samira|sami|shirin|soraya|tariq|thanh|wael|walid|yasir|yasmin|yasmina|youssef|yousef|yusra|zahra|zainab|zaki",
    // Italian, Spanish, Portuguese, Greek.
    "alessandro|alessia|antonio|carlos|carmen|chiara|dimitrios|dimitris|diego|domenico|eleni|enrico|fabio|federico|fernando|francesca|francesco|giorgio|giorgos|giovanni|giulia|giuseppe|joao|jorge|jose|juan|katerina|kostas|lorenzo|lucia|luigi|maria|matteo|miguel|nikos|pablo|paolo|pedro|pietro|rafael|rosa|salvatore|sergio|sofia|stefano|valentina|vincenzo",
  ),
  notName: words(
    "und|oder|aber|ein|eine|einen|einem|einer|der|die|das|den|dem|des|in|im|an|am|auf|aus|bei|beim|mit|von|vom|zu|zum|zur|fue?r|als|ab|seit|bis|um|nach|vor|ueber|uber|unter|durch|gegen|ohne|wegen|nur|auch|noch|nicht|kein|keine|keinen|nein|nee|ne|ja|jo|jep|ok|okay|klar|bin|ist|is|sind|war|waren|sei|habe|hab|hat|haben|hatte|hatten|kann|konnte|koennte|konnen|will|wollte|mochte|moechte|wurde|wuerde|werde|wird|soll|sollte|muss|darf|suche|such|sucht|wohne|wohn|lebe|leb|komme|komm|arbeite|arbeit|arbeiten|gearbeitet|spreche|sprech|heisse|heiss|name|vorname|nachname|ich|du|er|sie|es|wir|ihr|euch|uns|mich|mir|dich|dir|mein|meine|meinen|meiner|dein|deine|sein|seine|hallo|hi|hey|moin|servus|guten|gute|guter|tag|morgen|abend|danke|bitte|gern|gerne|jetzt|gerade|grad|derzeit|momentan|aktuell|aktuelle|hier|da|dort|heute|sofort|immer|schon|sehr|ganz|mehr|jahre?n?|alt|jung|neu|ledig|verheiratet|geschieden|student|studentin|schuler|schuelerin|schulerin|rentner|rentnerin|mutter|vater|mama|papa|hausfrau|mann|frau|herr|fraulein|person|mensch|junge|madchen|maedchen|deutsch\\p{L}{0,8}|englisch\\p{L}{0,8}|turke|turkin|tuerke|tuerkin|pole|polin|syrer|syrerin|ukrainer|ukrainerin|rumane|rumanin|russe|russin|italiener|italienerin|spanier|spanierin|afghane|afghanin|kurde|kurdin|osterreicher|osterreicherin|schweizer|eu-?burger|eu-?burgerin|auslander|auslanderin|fluchtling|ahm|aehm|aeh|oehm|ehm|hm|mh|aha|reicht|genuegt|genugt|langt|passt|sali|zame|zaeme|hoi|mitenand|interessiert|interesse|arbeitslos|arbeitssuchend|verfugbar|bereit|frei|flexibel|motiviert|punktlich|zuverlassig|belastbar|fleissig|gelernte[rn]?|ausgebildete[rn]?|erfahrene[rn]?|qualifizierte[rn]?|ungelernte[rn]?|staatlich|examinierte[rn]?|selbststandig|selbstandig|alleinerziehend\\p{L}{0,3}|teamfahig|mobil|gesund|schwanger|volljahrig|minderjahrig|krank|zufrieden|richtig|falsch|korrekt|genau|sorry|entschuldigung|moment|warte|spater|egal|irgend\\p{L}{0,6}|nichts|niemand|keiner|alles|etwas|was|wer|wie|wo|wann|warum|wieso|wozu|welche[rsnm]?|ob|dass|weil|wenn|denn|also|doch|mal|eigentlich|ursprunglich|urspruenglich|gebu?rtig|wohnhaft|zuhause|hause|stelle|job|jobs|bewerbung|anzeige|erfahrung|quereinsteiger|quereinsteigerin|berufsanfanger|anfanger|anfangerin|team|so|eher|lieber|leider|privat|ehrlich|vielleicht|fast|circa|ca|geboren|wegen|sage|sag|sagen|nenn|nennt|steht|schreibt|geschrieben|buchstabiert|fertig|dran|dabei|weg|froh|sicher|offen|angestellt|beschaftigt|beschaeftigt|tatig|taetig|unterwegs|umgezogen|gezogen|auf|gut|super|top|perfekt|nett|freundlich|kontaktfreudig|ungekundigt|gekundigt|lg|mfg|gruss|grusse|viele|liebe|lieben|herzliche|besten|beste|daten|nummer|telefon|handy|mail|e-?mail|adresse|stadt|land|zeit|vollzeit|teilzeit|fuhrerschein|fuehrerschein|meinung|letzte[rsn]?|nachste[rsn]?|erste[rsn]?|beruf|kunde|kundin|bewerber|bewerberin|jemand|weiblich|mannlich|divers|alleine?|zusammen|selber|selbst|nochmal|vorname|nachname|gro(?:ss)?|erreichbar|gekommen|angekommen|gelandet|gespannt|dankbar|lernwillig|geflohen|vergeben|single|aufgeregt|unsicher|verwirrt|sauer|genervt|enttauscht",
  ),
  particle: words("von|von der|vom|van|der|den|de|da|dos|di|del|la|el|al|ben|abu|ten|ter|le|zu der"),
  secondName: words(
    "marie|maria|anna|anne|luise|louise|sophie|sophia|lena|katharina|elisabeth|charlotte|emilia|peter|heinz|karl|dieter|joachim|georg|jurgen|juergen|josef|otto|wilhelm|friedrich|christian|michael|martin|christoph|philipp|alexander|maximilian|magdalena|theresa|lee|mae|jose|carlos|luis|ali|mehmet|can|nur",
  ),
  livesIn: words(
    `(?:wohne?|wohnen|wohn|wohni|lebi|leb(?:e|en)?|lebend|wohnhaft|wohnend|sesshaft|ansae?ssig|hause|zuhause|gemeldet)${meanwhile} (?:in|z'?|bei|im raum)`,
    `bin(?: (?:jetzt|gerade|grad|derzeit|momentan|aktuell|zurzeit|inzwischen|mittlerweile|ich)){0,2} in(?! \\p{L}{2,20} (?:geboren|aufgewachsen|zur|angestellt|beschae?ftigt))`,
    "(?:zieh(?:e|en)?|gezogen|umgezogen|zog|umziehen|umzug|ziehen)(?: \\p{L}{1,12}){0,4}? nach",
    "sondern(?: (?:jetzt|nun|inzwischen|mittlerweile))? in",
    "nach(?= \\p{L}{2,20} (?:um)?(?:gezogen|gezogn|ziehe|umziehe))",
    "(?:mein(?:e)?|die) (?:stadt|wohnort|heimatstadt|wohnstadt)(?: ist| :|:)?|(?:stadt|wohnort|ort|adresse) ?:|mein wohnort(?: ist)?",
    "(?<=(?:^|[,.;] ?))in(?= \\p{L}{2,20} (?:wohne|wohn|lebe) )",
  ),
  comesFrom: words(
    "(?:ich )?(?:komme?|stamme?|bin)(?: (?!und )\\p{L}{1,14}){0,3}? (?:aus|us|uus|vo)|gebue?rtig aus|(?:live|direkt) aus|schreibe (?:euch |dir |ihnen )?aus",
  ),
  beforePlace: words(
    "aus|us|uus|vo|usem|bei|von|in(?! \\p{L}{2,20} (?:hab|war|wurd|bin|such|moe?cht|will|wollt|arbeit|hatt|gibt|ist|kann|gearbeitet|geboren|soll)\\p{L}{0,4})",
  ),
  placeLead: words(
    "(?:ich )?(?:wohne?|lebe?|bin|komme?)|ist|das ist|im raum|raum|stadt|ganz in",
    // A part of a town, and the town.
    "\\p{L}{4,20}(?= in (?:berlin|hamburg|mue?nchen|koe?ln|frankfurt|stuttgart|due?sseldorf|leipzig|dortmund|essen|bremen|dresden|hannover|nue?rnberg|wien|zue?rich|duisburg|bochum))",
  ),
  rather: words("sondern|ist|meine|meinte|heisst"),
  inPlace: words(
    "der stadt|der innenstadt von|der hauptstadt|dem schonen|schonen|raum|stadt|zentrum von|sue?dlichen|nord|sue?d|ost|west|(?:der|die|den|dem)(?= (?:schweiz|tue?rkei|ukraine|slowakei|niederlanden?|usa|mongolei|dominikanischen|tschechischen|vereinigten|stadt))",
  ),
  notPlace: words(
    "der|die|das|den|dem|des|ein|eine|einen|einem|einer|mein|meine|meinem|meiner|eurer|eurem|ihrer|ihrem|diesem|dieser|kuche|gastronomie|gastro|pflege|reinigung|produktion|logistik|lager|hotel|vollzeit|teilzeit|elternzeit|rente|ausbildung|arbeit|nahe|naehe|umgebung|hause|zuhause|zukunft|kurze|ordnung|ruhe|bar|halle|schichten|schicht|kontakt|zeitarbeit|facebook|instagram|google|indeed|stadt|zentrum|innenstadt|dorf|haus|wohnung|wg|woche|wochen|monat|monaten|jahr|jahren|tagen|januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|hier|dort|deutsch|englisch|verschiedenen|mehreren|vielen|allen|bezug|frage|etwa|erster|letzter|ende|bau|norden|suden|sueden|osten|westen|kita|therapie|behandlung|partnerschaft|familie|schule|bearbeitung|leer|au|stein",
  ),
  countries: {
    brd: "DE",
    oesterreich: "AT",
    grossbritannien: "GB",
    england: "GB",
    schottland: "GB",
    wales: "GB",
    usa: "US",
    amerika: "US",
    "vereinigten staaten": "US",
    holland: "NL",
    niederlanden: "NL",
    tuerkei: "TR",
    bosnien: "BA",
    moldawien: "MD",
    mazedonien: "MK",
    weissrussland: "BY",
    rumaenien: "RO",
    daenemark: "DK",
    aegypten: "EG",
    suedafrika: "ZA",
    suedkorea: "KR",
    elfenbeinkueste: "CI",
    kongo: "CD",
    "tschechische republik": "CZ",
    "dominikanischen republik": "DO",
    emirate: "AE",
    vietnam: "VN",
  },
};
