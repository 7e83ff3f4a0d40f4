import { words } from "../text.ts";
import type { Manners } from "./table.ts";

export const manners: Manners = {
  marks: words(
    "hallo|moin|servus|guten|ich|mich|mir|mein|meine|meinen|du|dich|dir|ihr|euch|wir|ist|bin|sind|habe|hab|haben|hatte|hast|habt|und|oder|aber|nicht|kein|keine|keinen|ja|nein|nee|doch|auch|noch|schon|nur|sehr|gerne?|bitte|danke|mit|fue?r|von|vom|zum|zur|auf|aus|bei|seit|ab|nach|bis|als|wie|wo|wann|warum|wieso|wer|wieviel|viel|welche|der|den|dem|das|ein|eine|einen|einem|einer|heisse|wohne|lebe|komme|suche|such|arbeite|arbeit|arbeiten|gearbeitet|stelle|stellen|bewerben|bewerbung|moe?chte|wue?rde|koe?nnte|kann|kannst|koe?nnen|muss|darf|spreche|jahre?n?|monate?n?|erfahrung|stunden?|woche|wochen|monat|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|heute|jetzt|sofort|anfangen|deutsch|englisch|verdienen|zahlt|gehalt|fue?hrerschein|vollzeit|teilzeit|tschue?ss|entschuldigung|richtig|genau|klar|weiss|alles|etwas|nichts|gibt|gibts|eure|euer|eigentlich|leider|lieber|naechste[nrsm]?|nachste[nrsm]?|kellner(?:in)?|reinigungskraft|fahrer(?:in)?|am|im|name|job|jobs|also|die|da",
  ),
  capitalNouns: true,
  goesOn:
    /,(?= (?:dass|was|wos|wat|welche[nrs]?|weli|die|der|das|des|den|dem|deren|wo|wie|ob|mit (?:de[mnr]|wem)|(?:zu|unter|bei|an) de[mnr]|um)(?!\p{L}))|(?<=betreffen|habt|haben|gegeben|geschickt),/gu,
  pointed:
    /(?<![\p{L}\p{N}])(?:(?:ca|bzw|tel|nr|str|dr|hr|fr|inkl|evtl|ggf|mind|max|std|bspw|usw|jan|feb|mrz|apr|aug|sept?|okt|nov|dez)\.(?= )|\d{1,2}\.(?= (?:januar|janner|jaenner|februar|marz|maerz|april|mai|juni|juli|august|september|oktober|november|dezember|jan|feb|mrz|apr|jun|jul|aug|sept?|okt|nov|dez)(?!\p{L}))|(?:am|ab|dem|zum|den|vom|bis) \d{1,2}\.(?= \p{Ll}))|(?<=\d\.\d{1,2})\.(?= \p{Ll})/gu,
  and: words("und|u|sowie|plus"),
  or: words("oder|bzw"),
  of: words("von|vom|des|der|fue?r"),
  intents: [
    [
      "status",
      words(
        "(?:was ist|was wird|wie steht es|wie stehts|wie steht's|wie sieht es|wie siehts|wie sieht's|wie lae?uft|wie lae?uft es|gibt es(?: schon)?(?: was| etwas)? neues|gibts(?: schon)?(?: was| etwas)? neues|gibt's(?: was| etwas)? neues|neuigkeiten|neues|stand|update|status|nachfragen|rue?ckmeldung)(?: (?:denn|jetzt|eigentlich|nun|der ding|aus|es|schon|los)){0,2} ?(?:mit|zu|zum|bei|um|von|der|wegen|bezue?glich|meiner)(?: (?:meine[rmn]?|der|die|dem|das|unserem|eurer)){0,1} ?(?:bewerbung|vorstellungsgesprae?ch|interview|unterlagen|lebenslauf|stelle|prozess|job|zusage)",
        "gibts?(?: es)?(?: schon| inzwischen| jetzt)? (?:was|etwas) neues|wie (?:schaut'?s?|sieht'?s?) (?:es )?(?:denn )?(?:aus )?mit meiner bewerbung|wart\\p{L}{1,2} (?:ich )?(?:noch |immer noch |schon )?auf (?:eine |eure |ne |die )?(?:antwort|rue?ckmeldung|zusage|bescheid)|(?:wurde|ist) meine bewerbung(?: (?:schon|bereits|denn|ue?berhaupt|bei euch)){0,3} (?:angeschaut|angekommen|gelesen|geprue?ft|eingegangen|da)|(?:beworben|bewerbung)(?: \\p{L}{2,12}){0,4} (?:nichts|nix) (?:mehr )?gehoe?rt",
        "wann (?:bekomme?|krieg(?:e)?|hoe?re?|erfahre?) ich|wann (?:meldet|melden|entscheidet|hoe?re|ruft) (?:ihr|sie|euch|man)|wie ist der (?:aktuelle )?stand|(?:habt ihr|haben sie|hast du) (?:meine[n]?|die) (?:bewerbung|lebenslauf|unterlagen)(?: (?:schon|bereits|denn|ue?berhaupt)){0,2} (?:erhalten|bekommen|gelesen|gesehen|angeschaut|geprue?ft)|(?:habe?|hab) ich (?:den job|die stelle)|(?:bin|wurde) ich (?:schon )?(?:genommen|angenommen|eingestellt|ausgewae?hlt)|(?:noch )?nichts (?:mehr )?(?:gehoe?rt|von euch)|noch (?:keine )?(?:antwort|rue?ckmeldung)",
      ),
    ],
    [
      "reschedule",
      words(
        "(?:termin|gesprae?ch|vorstellungsgesprae?ch|interview|bewerbungsgesprae?ch|treffen|anruf|probetag|probearbeiten)(?: \\p{L}{2,12}){0,5}? (?:verschieben|verschoben|verlegen|legen|absagen|ae?ndern|umlegen|canceln|vorziehen|umbuchen|nicht wahrnehmen)|(?:verschieb|verleg|umleg)(?:en|e|t)",
        "(?:kann|schaffe?|schaff|werde)(?: (?:es|das|ich|leider|doch|morgen|heute|am \\p{L}{6,10}|zum termin|zum gesprae?ch|da|dann)){0,4} nicht (?:kommen|schaffen|dabei sein|erscheinen|da sein|zum|rechtzeitig|teilnehmen|puenktlich)|(?:schaffe?|schaff) (?:es|das) (?:\\p{L}{3,10} ){0,2}nicht|(?:anderen|neuen|anderer|neuer) termin|(?:komme?|bin)(?: (?:\\p{L}{2,10}|\\d{1,2})){0,4} zu spae?t|(?:ein )?anderer? (?:tag|termin|zeitpunkt)(?! (?:als|frei))|(?:muss|moe?chte)(?: (?:leider|ich|fue?r|morgen|heute|den termin)){0,3} absagen|(?:koe?nnen|koe?nnten) wir (?:das |es )?(?:bitte |auch )?(?:spae?ter|morgen|ein andermal|ein anderes mal|nae?chste woche)(?: \\p{L}{2,12}){0,2}? ?(?:weitermachen|machen|weiterschreiben|fortsetzen|schreiben)|komme (?:etwas )?spae?ter|verspae?te mich|termin absagen",
      ),
    ],
    [
      "complaint",
      words(
        "beschwer(?:de|den|e|en)|(?:so ein|was soll der|was fue?r ein|voll der) (?:mist|scheiss|dreck|quatsch)|(?:hast|habt|haben) (?:du|ihr|sie) (?:mich |das |mir )?(?:(?:doch|das|schon|bereits|mich|jetzt|eben) ){0,3}gefragt|frechheit|unverschae?mt\\p{L}{0,5}|unmoe?glich (?:sowas|so was|von euch|ist das)|(?:das ist|echt|voll|einfach) (?:ja )?(?:unmoe?glich|das letzte|ein witz|laecherlich|lacherlich|schlecht|peinlich)|sauerei|abzocke|betrug|betrue?ger|verarsch\\p{L}{0,4}|schrott|nutzlos\\p{L}{0,2}|lae?cherlich|katastrophe|scheiss\\p{L}{0,3}|saftladen|mistladen|(?:niemand|keiner|kein mensch) (?:antwortet|meldet sich|reagiert|hat sich|ruft|hat (?:mir |mich )?(?:geantwortet|angerufen))|(?:habe?|hab) (?:ich )?(?:(?:doch|euch|das|es|dir|ihnen|alles) ){0,3}(?:schon|bereits) (?:\\p{L}{1,10} ){0,2}?(?:gesagt|geschrieben|beantwortet|geantwortet|angegeben)|schon (?:\\d ?|zwei|drei|fue?nf|zehn)(?:x|mal)|zeitverschwendung|(?:bin|ganz schoe?n|echt|total|langsam) (?:\\p{L}{2,10} )?(?:genervt|sauer|wue?tend|enttae?uscht|verae?rgert)|nervt|(?:das|es|nichts|hier) funktioniert (?:\\p{L}{2,8} )?(?:nicht|nichts)|reicht(?:s| es)? (?:mir|jetzt)|unprofessionell|warte(?: \\p{L}{2,12}){0,3} seit (?:\\p{L}{2,10} )?(?:tagen|wochen)|(?:schlechter|mieser) service",
      ),
    ],
    [
      "offtopic",
      words(
        "was kostet(?: (?:denn|eigentlich|so|grad|gerade)){0,2} (?:eine?|ne|n|der|die|das)(?! (?:stelle|job|kurs|schein|unterkunft|zimmer|essen|anfahrt|ticket|fahrt|uniform|kleidung|arbeitskleidung|wohnung|ausbildung))|rezept|witze?|gedicht|lied|fussball(?:spiel)?|bundesliga|wetter|horoskop|lotto(?:zahlen)?|bitcoin|krypto\\p{L}{0,9}|aktien(?:tipp)?|hausaufgaben?|hauptstadt von|bundeskanzler(?:in)?|praesident|prasident|netflix|ue?bersetz(?:e|t|en sie|en)? (?:mir|das|bitte|diesen|folgend\\p{L}{0,3})|heirate(?:n|st)?|liebe dich|(?:was ist|was ergibt|wie viel ist|wieviel ist) \\d+ ?[+*x-] ?\\d+|wer hat (?:\\p{L}{2,12} ){0,4}gewonnen|wie spae?t ist|erzae?hl(?:e|t)? mir (?:was|eine[n]?|etwas|mal)|politik|schach|programmier(?:e)? mir|sinn des lebens|schreib(?:e)? mir (?:eine?n? )(?:aufsatz|gedicht|code|geschichte|programm)|witz",
      ),
    ],
    [
      "apply",
      words(
        "(?:suche?|such|suchen|brauche?|brauch|finde|finden|suchend)(?: (?!mit|einen menschen|hilfe)\\p{L}{2,15}){0,5}? (?:job|jobs|arbeit|stelle|stellen|anstellung|arbeitsplatz|ausbildung|beschae?ftigung|nebenjob|minijob|ferienjob|aushilfsjob|job,?)|(?:suche|such) (?:ich )?(?!ich)\\p{L}{3,25}",
        "(?:mich|uns)(?: (?:gern|gerne|hiermit|bei euch|bei ihnen|dort|da|dafue?r|als|auf|fue?r|um|im|in|aufs|hier|bewerben|\\p{L}{2,20})){0,6}? bewerben|bewerben|bewerbe? (?:ich )?mich|bewerb mich|bewerbung (?:als|fue?r|um|auf|abgeben|einreichen|schicken)|(?:hae?tte|habe?|hab)(?: (?:ich|gro(?:ss)?es|auch|grundsae?tzlich|sehr|noch)){0,3} interesse|interessier(?:e|t|en) (?:ich )?mich|mich interessiert|(?:bin|wae?re)(?: (?:ich|sehr|noch|immer|stark)){0,3} interessiert|interesse an|(?:habt ihr|haben sie|hast du|gibt es|gibts|gibt's|sucht ihr|suchen sie|sucht)(?: (?:noch|gerade|aktuell|vielleicht|bei euch|zurzeit|einen|eine|ein|freie|offene|irgendwelche|was|leute)){0,4} (?:jobs?|arbeit|stellen?|nebenjobs?|stellenangebote|leute|mitarbeiter|personal|frei)|(?:braucht ihr|brauchen sie|sucht ihr|suchen sie|ob ihr|ob sie)(?: (?:noch|gerade|aktuell|eventuell|vielleicht)){0,2} (?:leute|personal|mitarbeiter|aushilfen|wen|jemand(?:en)?|verstae?rkung|hilfe)|(?:moe?chte|will|wue?rde gerne?|kann ich)(?: \\p{L}{2,10}){0,2} bei (?:euch|ihnen) (?:anfangen|arbeiten|mitmachen|einsteigen)|(?:eure|die|ihre|euer|ihr|der) (?:stellen)?(?:anzeige|ausschreibung|angebot|inserat)(?: \\p{L}{2,12}){0,4} (?:gesehen|gelesen|gefunden|entdeckt)|(?:wegen|auf|zu) (?:eurer|der|ihrer|eure|die|dem|ihre) (?:stellen)?(?:anzeige|ausschreibung|inserat|stellenangebot|stelle|job)|(?:moe?chte|will|wue?rde|wollte)(?: (?:gern|gerne|bei euch|bei ihnen|dort|hier|sehr|auch|\\p{L}{2,15})){0,5}? (?:arbeiten|anfangen bei|jobben|kellnern|mitarbeiten)|auf (?:job|arbeits)suche|(?:moe?chte|will|wue?rde|wollte|wott|mecht)(?: \\p{L}{2,15}){0,5}? (?:als|bei (?:euch|ihnen|eich|eu))(?: (?:eine?n?|\\p{L}{3,20})){0,2}?(?: bei (?:euch|ihnen))? anfangen|(?:job|arbeit|stelle) gesucht|stelle als|job als",
      ),
    ],
  ],
  speakTo: [
    "(?:auf|in) {language},? (?:bitte|geht das|ginge das|moe?glich|wae?re|waere)",
    "bitte,? (?:auf |in )?{language}",
    "{language} (?:bitte|please|pls)",
    "(?:geht|ginge|gehts|gings)(?: (?:das|es|hier|auch|vielleicht|vll)){0,3} (?:auf |in )?{language}",
    "(?:koe?nnen|koe?nnten|kannst|kann|koe?nnt|koe?nntest|wollen|sollen|darf|duerfen|moe?chte|will|wue?rde)(?: (?:wir|du|sie|ihr|ich|man|bitte|auch|vielleicht|lieber|gern|gerne|mit mir|hier|uns|weiter|mal)){0,5} (?:auf |in ){language}",
    "(?:koe?nnen|kannst|koe?nnt) (?:wir|du|sie|ihr)(?: auch| bitte)? {language}(?: (?:sprechen|schreiben|reden|verstehen))?",
    "(?:sprichst du|sprecht ihr|sprechen sie)(?: auch| hier)? {language}",
    "(?:lieber|besser|weiter)(?: (?:auf|in))? {language}",
    "(?:schreib(?:t|en)?|antwort(?:e|et|en)|sprich|sprechen|rede|wechsle|wechseln|wechselt)(?: (?:sie|mir|bitte|wir|mit mir|zu|ihr|lieber)){0,3} (?:auf |in |zu ){language}",
  ],

  greeting: words(
    "sali(?: zae?me| mitenand)?|salue?|hoi(?: zae?me| zae?mme| mitenand)?|tschau|hallo+(?: zusammen| leute| liebes team| ihr lieben| da)?|halloe?chen|hall[iy]|hi+|hey+|huhu|moin(?: ?moin)?|servus|gruess gott|gruss gott|gruess dich|grue?ezi(?: mitenand)?|grue?zi|griass (?:eich|di|enk|gott)|griassdi|tach|na|guten? (?:morgen|tag|abend|mittag)|gute nacht|schoe?nen (?:guten )?(?:tag|abend|morgen)|schoe?nes wochenende|morgen zusammen|mahlzeit|sehr geehrte(?:s|r)?(?: (?:damen und herren|team|frau \\p{L}{2,20}|herr \\p{L}{2,20}))?|liebes team|wie geht(?: es|'?s)?(?: dir| ihnen| euch)?|hello|salam|merhaba",
  ),
  thanks: words(
    "(?:vielen |herzlichen |besten |tausend |lieben |schoe?nen |ok |okay )?dank(?:e(?:schoe?n)?)?(?: (?:schoe?n|sehr|dir|ihnen|euch|vielmals|schon mal|im voraus|fue?r (?:alles|die (?:info|infos|hilfe|antwort|nachricht|auskunft|rue?ckmeldung)|deine hilfe|eure hilfe|ihre hilfe))){0,3}|merci|thx|super|perfekt|toll|klasse|prima|spitze|cool|geil|alles klar|okidoki|oki|ok|okay|tschue?ss(?:i)?|tschau|ciao|auf wiedersehen|bis (?:dann|bald|spae?ter|morgen)|(?:einen )?schoe?nen (?:tag|abend|feierabend)(?: noch)?|schoe?nes wochenende|mfg|lg|vg|(?:mit )?(?:freundlichen|lieben|vielen|viele|liebe|beste|besten|schoe?ne|herzliche) grue?sse?n?|gruss|verstanden|freut mich|freue mich|gern geschehen|bitte(?:schoe?n)?|(?:ha|he|hi){2,10}|lol|gute nacht|gleichfalls|ebenso|kein ding|passt schon",
  ),
  filler: words(
    "also|na ja|naja|nun|ja|jo|hm+|ae?hm?|ehm|oe?hm|mh+|tja|ach|ach so|achso|oh|ok|okay|klar|bitte|ich glaube|glaub|ich denke|denk|ich wue?rde sagen|wue?rde sagen|sagen wir|sag mal|wahrscheinlich|vielleicht|vermutlich|eigentlich|aktuell|derzeit|momentan|zurzeit|im moment|gerade|grad|es ist|es sind|das ist|das sind|das wae?re|das waere|wae?re|ware|so|so etwa|etwa|ungefae?hr|circa|ca|nur|einfach|mal|bisher|insgesamt|leider|sorry|entschuldigung|gern|gerne|genau|halt|schon|hab|habe ich|ich hab|ich habe",
  ),
  yes: words(
    "ja+|jaa+|jo+|jup|jep|jepp|jawohl|jawoll|yes|yep|yo|klar|na klar|sicher|sicherlich|natue?rlich|selbstverstae?ndlich|selbstredend|genau|genauso|exakt|richtig|korrekt|stimmt(?: (?:alles|so|genau))?|das stimmt|passt(?: (?:so|alles|perfekt))?|(?:alles|das|sieht|so) (?:ist |sieht |passt )?(?:richtig|korrekt|ok|okay|gut|bestens|super|perfekt|in ordnung)|(?:sieht )?gut aus|sieht gut aus|in ordnung|okay|ok|oki|perfekt|super|definitiv|absolut|auf jeden(?: fall)?|geht klar|gehtklar|logo|logisch|doch|einverstanden|besta?e?tig\\p{L}{1,3}|(?:habe?|hab|kann|bin|darf|derf|mach|mache|han) (?:ich|i)|gerne?|si|hundert pro|freilich|eh klar|aber ja|👍.?|✅|👌.?",
  ),
  no: words(
    "nein+|nei|nee+|noe?|nope|no|na(?=,? (?:leider|ned|sorry|des|hab|i)|$)|no(?:ch)? (?:nie|nia)|bisher (?:nicht|noch nie)|bis jetzt (?:nicht|noch nie)|(?:hab|ka|kann|bin|derf|cha|han) (?:i|ich) (?:leider |no |des |das )?(?:ned|net|nit|noe?d|nid)|(?:habe?|hab|han) (?:leider |noch |gar |aber ){0,2}kein\\p{L}{0,2}|nicht(?: (?:wirklich|ganz|richtig|korrekt|so))?|noch nicht|leider (?:nicht|nein|kein(?:e[nrs]?)?|noch nicht)|kein(?:e[nrs]?)?|niemals|nie|falsch|negativ|stimmt (?:so |aber |leider |alles )?nicht|das (?:stimmt|ist) (?:so |leider |aber )?(?:nicht|falsch)|da (?:ist|sind|stimmt) (?:ein |noch ein |noch )?(?:fehler|was nicht|etwas nicht|was falsch)|auf keinen fall|keinesfalls|gar nicht|ue?berhaupt nicht|ich (?:habe?|hab) (?:noch |leider |gar |momentan ){0,2}kein\\p{L}{0,2}|(?:habe?|hab|kann|bin|darf) ich (?:leider |noch |aber |momentan ){0,2}nicht|(?:habe?|hab) ich (?:leider |noch )?kein\\p{L}{0,2}|ich (?:kann|bin|darf) (?:das |leider |noch ){0,2}nicht|ne(?! \\p{L})|ne(?= (?:hab|kann|bin|leider|noch|danke|nicht|das|stimmt|falsch|is|da|sorry|ich))|👎.?|❌",
  ),
  yesAnyway: words(
    "kein(?:e)? (?:problem|sorge|thema|ding|frage|einwae?nde)|(?:ich )?(?:glaube?|denke?|meine|hoffe) (?:schon|ja|doch)|warum nicht|wieso nicht|nichts dagegen|kein stress|da spricht nichts dagegen|spricht nichts dagegen|nicht schlecht|aber klar|nein,? (?:alles|das) (?:passt|stimmt|ist richtig|gut|ok)(?! (?:\\p{L}{2,8} )?nicht)|nein passt(?! nicht)|stimmt alles(?! nicht)",
  ),
  noAnyway: words(
    "(?:natue?rlich|klar|sicher|ganz sicher|definitiv|absolut|ganz bestimmt|gerade|eigentlich|richtig) nicht|(?:ich )?(?:glaube?|denke?) (?:eher )?(?:nicht|nein)|(?:bin )?(?:mir )?nicht sicher|eher nicht|lieber nicht|eher nein|nicht alles|passt nicht|doch nicht|(?:mue?sste?|muss) ich (?:noch |erst |mal |den |das |die ){0,3}(?:machen|beantragen|besorgen|nachholen)|abgelaufen|zu (?:frue?h|spae?t|weit|schwer)|z'? ?(?:frue?h|spae?t|schwer)|stimmt nicht ganz|ja nein|okay nein",
  ),
  question: words(
    "wie ?viele?|wie (?:lange|hoch|ist|sind|oft|weit|sieht|lae?uft|geht (?:es weiter|das|der)|kann|koe?nnte|funktioniert|alt|heisst|gross|schnell|mue?sste|wird|war|wae?re|waere|muss|komme|bewerbe|genau|steht)|wo (?:ist|sind|liegt|genau|wae?re|waere|wird|befindet|muss|soll|kann|finde|arbeite[t]?|wue?rde)|wann (?:kommt|kommen|gibts?|zahlt|zahlen|ist|sind|kann|koe?nnte|geht|fae?ngt|beginnt|bekomm\\p{L}{0,2}|krieg\\p{L}{0,2}|muss|mue?sste|soll|wird|wae?re|meld\\p{L}{1,3}|hoe?r\\p{L}{0,2}|startet)|wer (?:ist|sind|bist|seid|schreibt|kann)|was (?:ist|sind|zahlt|zahlen|verdien\\p{L}{1,3}|bekomm\\p{L}{1,3}|krieg\\p{L}{1,3}|muss|mue?sste|kostet|fue?r|genau|mach\\p{L}{1,2}|kann|passiert|habt|haben|wird|wae?re|waere|brauch\\p{L}{0,2}|bietet|gibt|heisst|bedeutet|sollte?|wue?rde|erwartet)|welche[rsnm]? (?:\\p{L}{3,20}|ist|sind)|warum|wieso|weshalb|wozu|wofue?r",
    "gibt es|gibts|gibt's|habt ihr|haben sie|hast du|zahlt ihr|zahlen sie|bietet ihr|bieten sie|sucht ihr|suchen sie|braucht ihr|brauche ich|muss ich|mue?sste ich|soll ich|darf man|kann man|muss man|braucht man|brauch ich|bekommt man|bekomme ich|bekommen wir|kriegt man|krieg ich|ist (?:das|es|die|der|ein|eine|denn|die stelle|dort|da|hier)(?= (?:\\p{L}{2,20} ){0,5}(?:frei|vollzeit|teilzeit|unbefristet|moe?glich|befristet|auch|noch|noe?tig|richtig so|schwer|okay|ok|machbar|vorhanden|weit|pflicht|dabei|so)(?!\\p{L}))|sind (?:die|es|das|noch)|(?:koe?nnt|koe?nntet) ihr|(?:koe?nnen|koe?nnten) sie|(?:kannst|koe?nntest) du|wisst ihr|weisst du|wissen sie|kann ich (?:mich|euch|dich|fragen|wissen|vorbeikommen|meine?n?|jemanden|mit|auch|trotzdem|irgendwo|da|dort)|koe?nnte ich|(?:ich )?(?:wollte|moe?chte|wue?rde gerne?|haette gern) (?:mal |gerne? |noch |nur ){0,2}(?:wissen|fragen|mehr (?:erfahren|wissen|infos?|informationen|ue?ber))|(?:habe?|hab|hae?tte) (?:ich )?(?:mal |noch |da ){0,2}(?:eine |ne )?(?:kurze )?frage|um wie ?viel|ab wann (?:ist|kann|geht|wae?re|soll)|bis wann|von wann|um welche|in welche[rmn]?|an welche[nmr]?|fue?r welche|hab ich (?:eine )?chance\\p{L}{0,1}|mehr infos?",
  ),
  topics: [
    [
      "pay",
      words(
        "zahlt",
        "zahlen",
        "bezahl\\p{L}{1,5}",
        "\\p{L}{0,8}gehalt",
        "\\p{L}{0,8}lohn",
        "verdien\\p{L}{1,4}",
        "geld",
        "euro",
        "die stunde",
        "im monat",
        "vergue?tung",
      ),
    ],
    [
      "shifts",
      words("\\p{L}{0,12}schicht(?:en)?", "nachts", "wochenenden?", "schichtplan", "abends", "morgens", "dienstplan"),
    ],
    ["hours", words("arbeitszeiten?", "stunden", "vollzeit", "teilzeit", "uhrzeiten", "minijob", "wochenstunden")],
    [
      "start",
      words(
        "anfangen",
        "beginn",
        "beginnt",
        "start",
        "starten",
        "startet",
        "losgehen",
        "gehts los",
        "geht es los",
        "fae?ngt",
        "ab wann",
      ),
    ],
    ["place", words("wo", "adresse", "standort", "liegt", "ort", "stadt", "arbeitsort")],
  ],
  refusal: words(
    "(?:moe?chte|mag|will|kann|werde|wue?rde)(?: (?:ich|das|es|euch|dir|ihnen|lieber|gern|gerne|jetzt|hier|dazu|meinen?|namen|meine|telefonnummer|nummer|adresse|ehrlich gesagt)){0,5} (?:nicht|nichts|ungern) (?:sagen|angeben|nennen|verraten|teilen|beantworten|antworten|preisgeben|mitteilen|rausgeben|herausgeben|geben)|(?:sage?|verrate?|nenne?) ich (?:dir |euch |ihnen |lieber )?nicht|keine (?:angabe|angaben|ahnung|antwort|lust)|k\\.? ?a\\.?(?!\\p{L})|geht (?:dich|sie|euch|niemanden|keinen) (?:\\p{L}{2,8} )?(?:nichts|nix) an|weiss? (?:ich )?(?:(?:noch|es|das|leider|gerade|jetzt|grad) ){0,2}(?:nicht|nich|ned|net)|ich weiss (?:(?:es|das|noch|leider) ){0,2}nicht|(?:bin )?(?:mir )?(?:noch )?nicht sicher|(?:das )?ist (?:mir )?(?:zu )?privat|privatsache|spae?ter|ue?berspringen|weiter bitte|naechste frage|nae?chste frage|kommt (?:drauf|darauf|drauf) an|lieber nicht|eher nicht|irgend\\p{L}{2,10}|was auch immer|alles moe?gliche|egal was|hauptsache|moment(?: mal)?|warte(?: mal)?|sekunde|kein kommentar|vergessen|kann mich nicht erinnern|keinen bock|(?:koe?nnen|koe?nnten|darf|kann) (?:wir|ich) (?:das|die frage) (?:bitte )?(?:ue?berspringen|auslassen|weglassen)|muss ich (?:noch |erst |mal ){0,2}(?:schauen|ue?berlegen|nachsehen|nachschauen|klae?ren)",
  ),
  negation: words(
    "nicht|nich|ned|net|nit|noe?d|nid|nimma|nue?mm?e?|koan?e?|kei|keini|kein(?:e[nmrs]?)?|nie|niemals|ohne|weder|nix|keinesfalls|keinerlei|(?<!kein(?:e[nrs]?)? )ausser|bis auf(?! weiteres)",
  ),
  negationBehind: words(
    "(?:nicht|nich|ned|net|nit|noe?d|nid|nie|keine[ns]?|keins|nix)(?: (?:mehr|so gut|so|wirklich|gut|gerne?|moe?glich|drin|da|mo?eglich|leider))?(?: (?!aus|nach|von)\\p{L}{3,15}(?:en|ern|eln))?",
  ),
  can: words(
    "(?:ich )?(?:kann|koe?nnte|schaffe?|chan|cha|ko)(?: ich| i)?|geht(?: klar)?|das geht|gaht|goht|passt|klappt|kein(?:e)? (?:problem|thema|ding|stress|sache)|sowieso|eh|immer|jederzeit|oka?y?|in ordnung|gerne?|macht (?:mir |ma )?(?:nix|nichts) aus|moe?glich|mach(?:e)? ich|bin (?:ich )?dabei|bin (?:ich )?gewohnt|gewohnt|drin",
  ),
  notNegation: words(
    "macht (?:mir |ma )?(?:nix|nichts) aus|nicht nur|nicht (?:vor|bevor|ehe|bis|eher als)|nicht schlecht|nicht mehr als|nicht unter|kein(?:e|en)? (?:problem|sorge|thema|ding|frage|einwae?nde|stress|zweifel)|ohne (?:problem|probleme|weiteres|zweifel|frage)|warum nicht|wieso nicht|wenn nicht|kann (?:\\p{L}{2,12} ){0,2}nicht (?:vor|bevor)|nicht wahr|nicht weit",
  ),
  but: words(
    "aber|jedoch|sondern|allerdings|stattdessen|dafue?r|obwohl|ausser(?:dem)?|weil|wae?hrend|seit(?= (?:die|der|das|meine?|ich|wir|unsere?)(?!\\p{L}))|und(?= (?:\\p{L}{1,20} ){1,3}(?:habe?|hab|kann|will|spreche|moe?chte) ich)|mein (?:name|nachname)|meine (?:stadt|nummer|mail|e-?mail)",
  ),
  correction: words(
    "ich meine|ich meinte|meinte(?: ich)?|meine natue?rlich|korrektur|korrigiere|verschrieben|vertippt|vertan|verwechselt|versprochen,|sorry(?=[,:]| \\d| ich| es| nicht| doch| mein| war| falsch)|entschuldigung(?=[,:]| ich| es| nicht| doch)|ups(?! falsche)|quatsch|bloe?dsinn|besser gesagt|genauer gesagt|vielmehr|eigentlich|(?:nein|nee?|noe?),? (?:ich (?:bin|wohne|heisse|habe?|meine|komme|hab)|es (?:ist|sind|heisst)|das (?:ist|stimmt|war)|mein|meine|der|die|in|doch|eigentlich|sondern|nicht|sorry|warte|moment|falsch)|doch (?:erst|nicht|lieber|schon|eher|nur)|jetzt doch|nicht .{1,25},? sondern|sondern|(?:ae?nder(?:e|t|n sie|n)?|korrigier(?:e|t|en sie|en)?|berichtig(?:e|t|en)?)(?: bitte| sie)? (?:mein|meine|meinen|die|den|das|es|der)|(?:stimmt|ist) (?:so |leider |aber )?(?:nicht|falsch)|nicht (?:richtig|korrekt)|nicht mehr|kein(?:e)? \\p{L}{3,20} mehr|fehler|tippfehler|es muss heissen|sollte heissen|mu?ss(?:te)? \\p{L}{2,20} heissen|falsch (?:geschrieben|angegeben|verstanden)|streich(?:e)? das|hab(?:e)? mich (?:vertan|verschrieben|vertippt|geirrt)",
  ),
  also: words(
    "auch|ausserdem|zusae?tzlich|zudem|dazu|ebenfalls|daneben|des weiteren|darue?ber hinaus|habe? (?:noch )?vergessen|hatte vergessen|und noch|ach ja|ue?brigens|oder auch|nebenbei",
  ),
  injection: words(
    "(?:ignorier|vergiss|vergesst|vergess|missacht|umgeh|ue?berschreib|ue?bergeh|ignorieren|loe?sch)(?:e|t|en|en sie|n sie|est)?(?: (?:bitte|jetzt|ab sofort|sofort|einfach)){0,2}(?: (?:alle|all|deine|die|diese|meine|jede|sae?mtliche|ihre|eure|das|den|alles|was|deinen)){0,3}(?: (?:vorherigen|bisherigen|obigen|vorigen|frue?heren|vorangegangenen|anderen|vorhergehenden|ursprue?nglichen|internen)){0,2} (?:anweisungen?|regeln?|vorgaben|instruktionen|befehle|prompts?|einschrae?nkungen|richtlinien|systemprompt|obige|vorherige|davor|bisherige)",
    "(?:vorherige|bisherige|neue|geheime|frue?here|versteckte)[nrs]? (?:anweisung(?:en)?|instruktion(?:en)?|prompts?|befehle?)|system-? ?(?:prompt|anweisung|nachricht)|\\[ ?system ?\\]?|system ?:|du bist (?:jetzt|ab jetzt|nun|ab sofort|von nun an) (?:eine?|im|mein|der|die|kein)|ab (?:jetzt|sofort) bist du|von nun an bist du|tu so,? als|stell dir vor,? du|verhalte? dich (?:wie|als)|gib dich als|agiere als|spiel(?:e)? die rolle|(?:entwickler|admin|administrator|debug|gott)-?modus|jailbreak",
    "(?:markier|setz|bewert|trag|stuf|registrier|kennzeichn|speicher|notier|nimm|stell)(?:e|t|en sie)? (?:mich|mein(?:e|en)?|den|das|die|diese[nrs]?|alle)(?: \\p{L}{1,20}){0,2} (?:als|auf|mit) (?:\\p{L}{2,10} )?(?:qualifiziert|geeignet|eingestellt|angenommen|genehmigt|perfekt\\p{L}{0,2}|bestanden|beste[rn]?|akzeptiert|zugelassen|\\d{1,4})",
    // What a program writes, not a person.
    '\\p{L}{2,20}_\\p{L}{2,20}"? {0,2}[=:]|```\\p{L}{0,12}',
  ),
};
