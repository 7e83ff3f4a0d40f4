import type { Wishes } from "../wishes.ts";

export const wishes: Wishes["wishes"] = {
  so: "bitte/mal/ok/okay/hallo/hi/moin/danke/sofort/jetzt/nein/ja/endlich/einfach/doch/aber/und/also/gleich/lieber/hier/da/das/es/damit/denn/eigentlich/uberhaupt/dann/nun/vielleicht/schon/so/auch/gerade/grad/leider/pls/thx/sorry/komplett/alles/sie/ihr/ach/halt/nur/noch/danach/mir/uns/euch",
  not: "nicht/nie/niemals/kein/keine/keinen/keinem/keiner/nix/nichts",
  deny: "nicht/nie/ohne/statt/kein, ich habe/hab ~so?, hab/habe ~so?, weiss ~so? nicht ~so?, deshalb/deswegen/darum, ~like ~with?, war/bin, wenn ich/man, erfahrung ~with, mein/meine/unser/unsere chef/chefin, ich kann/konnte/spreche/rede/arbeite ~so?, wird/wurde ~so?, ~you musst/muss/brauchst/braucht ~so?, gut",
  like: "gern/gerne/gut",
  with: "mit/im/in/am/beim",
  and: "und/u/oder/dann/danach",
  you: "ihr/du/sie/man/euch/dir/ihnen",
  my: "mein/meine/meinen/meiner/meinem/meines/unsere/unser/all/alle/aller/allen/samtliche",
  the: "die/der/den/das/dem/diesen/dieses/dieser/diese/ganze/ganzen/gesamte/gesamten/kompletten/komplette",
  kind: "personlichen/personenbezogenen/gespeicherten/gespeicherte/ganzen/ganze/personliche/alten/komplette/kompletten/eigenen",
  data: "daten/infos/info/informationen/angaben",
  thing:
    "daten/infos/info/informationen/angaben/akte/profil/profils/unterlagen/nachrichten/chat/chats/chatverlauf/verlauf/konto/kontos/account/bewerbung/lebenslauf/sachen/zeug/antworten/unterhaltung/gesprach/eintrag/datensatz/dateien/dossier/kram",
  part: "nummer/name/namen/telefonnummer/handynummer/adresse/mail/alter/lebenslauf",
  me: "uber/von/zu/uber mich/mir, zu/uber/von meiner/meine person, meiner/meine person",
  have: "habt/hast/haben/hat/wisst/weisst/wissen/weiss/gespeichert/notiert/aufgeschrieben/erfasst/hinterlegt/gesammelt/speichert/speichern/steht/stehen/ist/sind/behaltet/besitzt/vorliegt/vorliegen/gelagert/liegen/liegt",
  what: "was/welche/welches/alles/~data",
  told: "ich ~you? ~so? ~so? ~so? ~so? gesagt/erzahlt/geschrieben/gegeben/geschickt/mitgeteilt/angegeben habe/hab/habe",
  stored:
    "~what ~so? ~you ~so? ~so? ~me ~so? ~so? ~have, ~what ... ~have ... ~me, ~what ... ~me ... ~have, alles/~data was? ~me, ~what ~you? ... ~me ~have, ~what .. ~told, alles was/wo ich .. gesagt/erzahlt/geschrieben/geschickt, was ... in meinem/meiner profil/akte/konto/datei, gespeicherten? daten zu/uber/von",
  mine: "~my ~kind? ~kind? ~thing, ~the ~kind? chat/chatverlauf/verlauf/unterhaltung/gesprach/konto/account, ~my ~part und meine? ~part/~thing, ~part und meine? akte/daten/profil/~thing, ~stored, ~data ~me, alles ~me, kopie/sachen von meinen sachen, ~kind daten, datensatz zu mir, irgendwas/was/etwas ~me, ~my ~part .. aus/von eurer/ihrer/der/eurem/ihrem/dem system/datenbank/kartei/akten",
  remove:
    "losch*/geloscht/entfern*/vernicht*/tilg*/beseitig*/eliminier*/vergesst/vergiss/streicht/streichen/streiche/schmeisst/wegmachen/rausnehmen/entsorgen/entsorgt/datenloschung/delete",
  removed:
    "losch*/geloscht/loschung/entfern*/vernicht*/vergess*/tilgen/getilgt/gestrichen/streichen/rausnehmen/wegmachen/weg/raus/rausgenommen/verschwinden/verschwindet/verschwunden/wegtun/loswerden, wieder/ganz raus/weg",
  removeIt:
    "~remove sie/es/alles/die/die, das/es/sie/alles/die bitte? losch*/geloscht/vernicht*/entfern*, danach/dann bitte? vernicht*/losch*/entfern*",
  forget:
    "recht auf vergessen*/losch*, losch*/vergiss/vergesst/vergessen/entfern* ~so? mich !aus/von/~not, losch*/entfern*/vernicht* ~so? ~so? alles !~except, alles ~so? losch*/geloscht/entfern*/vernicht*/weg !~did, alles .. ~remove wird/werden, ~consents ... widerruf*/zuruck*, widerruf* ... ~consents, ziehe/nehme ... ~consents .. zuruck, datenlosch*, losch* der/aller/von ~kind? daten, account/konto/profil ~so? losch*/entfern*, ~not ... ~mine/irgendwas/nichts/daten/etwas ... behalt*/speicher*/aufheb*/aufbewahr*, ~mine nicht ~so? ~so? behalt*/speicher*/aufbewahr*, speicher*/behalt* ~so? nichts/keine .. ~me/daten",
  consents: "einwilligung/zustimmung/einverstandnis/erlaubnis",
  except: "ausser/bis/was nicht? ich/vor/auf, andere",
  did: "worden/habe/hab",
  show: "kopie/auszug/export/ubersicht/auskunft/einsicht/abschrift/ausdruck/zugriff ~of? ~so?, zeig*/schick*/gib/gebt/geben/send*/sag/sagt/sagen/mail/mailt ~you? ~so? ~so? mir/uns, zeigt/zeigen/schickt/schicken/sendet/senden/exportiert sie? ~so?, herunterladen/runterladen/exportier*/einsehen/anschauen/ansehen/anzeigen/sehen/wissen/interessieren/lesen/prufen/erfahren/haben/bekommen/kriegen, sehe/lade ich",
  of: "von/uber/meiner/aller/in/aus/zu/auf/nach",
  shown:
    "~mine2? sehen/einsehen/anzeigen/exportier*/herunterladen/runterladen/downloaden/zeigen/schicken/zuschicken/anschauen/ansehen/bekommen/zukommen/mailen/senden/zusenden/ausgeben/ubermitteln/erhalten !~wegq",
  wegq: "weg/raus",
  showIt: "kopie/auskunft/export, zeig*/schick* ~you? ~so? mir/uns? ~so? alles/das/sie/die/es",
  held: "^ ~so? was in meinem/meiner profil/akte/konto/datei .. ~have, ^ ~so? ~so? was ~so? ~have ~you ... ~me, ^ ~so? ~so? was ~have .. ~me, was ~have ~so? ~you? ~so? ~so? ... ~me, welche/was ~data ~have ~you, welche/was ~data ... ~me ... ~have, was habt/hast/haben/hat ~you ~so? ~so? ~so? gespeichert/notiert/aufgeschrieben/erfasst/gesammelt, was steht/ist ... ~me, was ... uber mich/mir gespeichert/~have, ~data ~me, wissen/sehen was/welche ... ~have .. ~me",
  access:
    "datenauskunft, daten auskunft/export/kopie, auskunft ... dsgvo/datenschutz*/gespeicherten, dsgvo auskunft, auskunftsrecht, recht auf auskunft, selbstauskunft, dateneinsicht",
  why: "warum/wieso/weshalb/wozu/wofur/weswegen/warun/wiso, aus welchem grund, zu welchem zweck, fur was, mit welchem recht, zwecks was",
  asking:
    "brauch*/frag*/gefragt/wollt/wolln/willst/wollen/muss/musst/musse/mochte/mochtet/mochten/benotig*/soll/sollte/speicher*/notig/wichtig/notwendig/relevant/interessier*/verwend*/genutzt/nutzt/benutzt/verarbeit*/erheb*/abgelehnt/ablehn*/abgesagt/absage/genommen/eingestellt/ausgewahlt/geeignet/entschieden/entscheid*/angenommen/angeben/sagen/wissen, diese/die/so frage/fragen/info/viele, meine/mein ~part",
  this: "~so, das/dies/ausgerechnet/genau/nochmal/wieder/frage/diese/die/ist/sag/sagt/erklar/erklart/fragst/fragt/ich/bin/nicht2",
  about:
    "wer bist/seid/sind/ist du/ihr/sie/da/das/dort/hier/dran !~job, wer ~so? schreibt/spricht/antwortet ~so? ~so?, wer schreibt, mit wem ... ich, bist/seid/sind/ist/spricht/schreibt/antwortet/red/rede/schreib/schreibe/chatte/spreche du/ihr/sie/das/hier/ich/da/mir ~so? ~so? mit? ~machine, ~machine oder ~machine, ^ ~machine ?, ^ ~so? ~so? bist/seid ~machine, seid/bist ihr/du echt/real, wer ... bekommt/kriegt/sieht/liest/sehen/lesen/zugriff/einsicht ... ~mine/das/angaben/daten/informationen, ~mine ... wer, ~purpose, was passiert/macht/machen/geschieht/wird/machst/tut/habt ~you? ... ~mine, was was2? das damit/mit, was hat das ... mit/damit, was soll/sollen das/die ~so?, was wollt/willst/wollen ~you damit/mit, was tut das zur, geht/gehen euch/dich/sie/ihnen das/dich an, was geht/gehen .. euch/dich/sie .. an, woher ... ~have .. nummer, woher ... meine nummer/daten/kontakt, auf welcher grundlage/basis, nach welchen kriterien, wie .. ~so? entschieden/entscheidet, teilt/verkauft/gebt ~you ~mine, was bist du, ist das ~so? automatisch/automatisiert/echt, sag*/erklar* ... ~why, darf/kann ich fragen ~why",
  job: "chef/chefin/ansprechpartner/leiter",
  purpose:
    "grund/zweck/sinn ~of2 frage/fragen/das/dafur/entscheidung/absage, welchen zweck/sinn/grund hat, was ist der grund/zweck/sinn, was bringt ~you das, was ~so? nutzt/nutzen ~you",
  of2: "der/dieser/fur/von/hinter diese/die?",
  machine:
    "~article? ~article? ~real? bot/chatbot/roboter/mensch/menschen/maschine/ki/computer/automat/automatisch/automatisiert/programm/person, ~article? ~real2",
  article: "ein/eine/einem/einer/einen/n/ne/nem/ner/nen/nur/etwa/wirklich/hier/denn/jetzt/uberhaupt/so/da",
  real: "echte/echter/echten/echtes/automatische/automatischer/automatischen/richtige/richtiger/richtigen/reale/realer/lebendiger",
  real2: "echt/real",
  talk: "sprechen/reden/telefonieren mit?, verbinde/verbindet/verbinden/verbind/weiterleiten/leite/leiten/durchstellen/stell ~you? ~so? mich? ~so? mit/an/zu?, gib/gebt/geben ~you? ~so? mir ~so?, erreiche/kontaktiere/bekomme/finde/spreche/erreichen ich/~so?",
  person:
    "kann/konnte ~so? wer, ~det? ~det? ~adj? mensch/menschen/person/mitarbeiter/mitarbeiterin/mitarbeitern/kolleg*/personaler/personalerin/personalchef/personalabteilung/ansprechpartner*/chef/chefin/vorgesetzte/vorgesetzten/vorgesetzter/jemand/jemandem/jemanden/jmd/jmdm/wen/recruiter/recruiterin/recruitern/berater/beraterin/team/verantwortlichen/leitung/filialleiter*/marktleiter*/teamleiter/teamleitung/sachbearbeiter*/zustandigen/schichtleiter/zuständigen",
  det: "ein/eine/einem/einer/einen/nem/ner/nen/n/ne/dem/der/den/eurem/eurer/ihrem/ihrer/eure/ihre/ihren/euren/zu/von",
  adj: "echte/echten/echter/richtige/richtigen/reale/realen/menschliche/menschlichen/lebendige/zustandige/zustandigen",
  speak:
    "sprechen/reden/schreiben/telefonieren/chatten/unterhalten/erklaren/besprechen/klaren/red/sprech/kommunizieren/rede",
  talks:
    "~so? ~so? ~so? ~speak, ~so? ~so? ~so? ~so? ~so? anruf*/zuruckruf*/ruckruf*/angerufen/melden/helfen/antworten/kontaktier*/erreichen, mich ... anruft/anrufen/kontaktiert/zuruckruft, mich ~so? ~so? telefonisch? an/kontaktiert, der mir hilft, mir ~so? ... hilft/helfen/antwortet/antworten",
  reach:
    "mit ~det? ~adj? ~someone ... ~speak, ~speak mit ~det? ~adj? ~someone, mit .. ~det ihrer/eurer/euren kollegen ... ~speak, mich ... ~someone ... anruf*/zuruckruf*/kontaktiert/anruft, ~someone ... mich ... an/anruft/anrufen/zuruckruft, soll/sollen/kann/konnte mich ... ~someone ... anrufen/zuruckrufen/an/kontaktieren, soll ... mich ... anrufen/zuruckrufen, ruf/ruft/rufen/rufe/klingel/klingelt ~you? mich .. .. an/zuruck/durch, ruf*/ruft mich, konnt/konnen/kannst/konntet/konnten/konntest ~you ~so? mich ... anrufen/zuruckrufen, ruckruf/anruf ~so? bitte/erwunscht/gewunscht, um/einen ruckruf/anruf, gibt/gibts/ist es? ~so? ~so? da/hier? ~det? ~adj menschen/mensch/person, gibts/gibt/ist es? ~so? ~so? ~so? ~det? menschen/ansprechpartner*/jemand, ist hier/da ~so? jemand/wer, jemand da/hier, ~adj mensch/menschen/person/mitarbeiter !~trait, menschen aus fleisch, brauch*/such*/will/mochte/wunsch* ~so? ~so? ~det? menschen/jemanden/jemand/wen ~so? zum? ~so? sprechen/reden/hilfe/helfen, gib/gebt/geben ~you? mir ~so? ~det? ~adj? mensch/menschen/chef/mitarbeiter/vorgesetzten/kollegen, ~not .. mit ~machine ... ~speak, nicht ~so? mit ~machine, ~not/keinen bot/roboter/maschine !erfahrung, hilfe von ~det menschen, personlich ~speak, am telefon ~speak, brauche/will/mochte ~so? ~det? ~adj? menschen/ansprechpartner",
  someone:
    "mensch/menschen/person/mitarbeiter/mitarbeiterin/mitarbeitern/kolleg*/personaler/personalerin/personalchef/personalabteilung/ansprechpartner*/chef/chefin/vorgesetzte/vorgesetzten/vorgesetzter/jemand/jemandem/jemanden/jmd/wer/recruiter/recruiterin/berater/team/verantwortlichen/leitung/filialleiter*/sachbearbeiter*/zustandigen",
  trait: "aus2",
  distress:
    "suizid*/selbstmord*, bring*/brachte mich um, mich ~so? umbringen/umzubringen/verletzen/ritzen, ~not ~so? ~so? mehr ~so? leben, ~not mehr ~so? da sein, will/mochte ~so? sterben, lieber tot, mein leben beenden, kann ~so? ~so? ~so? nicht mehr $, kann ~so? ~so? nicht mehr weiter, halte/halt ~so? ~so? ~so? nicht mehr aus, nicht mehr aushalten, kein ausweg/sinn mehr, keinen ausweg/sinn ~so? mehr, bricht ~so? zusammen/auseinander, heul*/wein*/weine nur noch/mehr, ~not aufhoren zu weinen/heulen, heul*/weine den ganzen/jeden, panikattacke*/nervenzusammenbruch, am ende mit, ~attacks ~so? mir/mich/uns !nicht, mich/mir/uns .. ~attacks, werde/wurde/wurden/bin ... bedroht/belastigt/gemobbt/geschlagen/missbraucht/missbraucht/erpresst/gestalkt/vergewaltigt, angst .. ... hinzugehen/zuruck/chef/nachhause/ihm/mann/partner, angst um mein, hab/habe angst vor meinem/meiner/ihm/dem chef/chefin/mann/freund/vater/partner, verzweifel*, weiss nicht mehr weiter, alles zu viel",
  attacks:
    "droht/drohen/drohte/bedroht/bedrohen/bedrohte/schlagt/schlug/geschlagen/begrapscht/betatscht/belastigt/belastigen/mobbt/mobben/missbraucht/vergewaltigt/erpresst/stalkt/misshandelt/angefasst/fasst/verprugelt/zwingt",
  cease:
    "stop/stopp/stoppt/stoppen/schluss/genug/hor/hort/horen/auf/aufhoren/lass/lasst/lassen ~you? ~so? ~so? auf/mit? mir/uns?",
  contact:
    "zu? schreiben/nerven/belastigen/texten/spammen/schicken/kontaktieren/anschreiben/bombardieren, mit? ~the2? nachrichten/sms/whatsapps/mails/werbung/spam/schreiben/schreiberei, mir/mich .. zu schreiben/schicken/nerven/kontaktieren",
  the2: "den/die/der/diesen/eurem/euren/ihren/dem",
  writes:
    "schreib/schreibt/schreiben/schreibst/anschreiben/anschreib/kontaktier*/schick*/sende/sendet/senden/nervt/nerv/nerven/nervst/belastig*/texten/textet/meld*/storen/stort/stor/zuschicken/angeschrieben/kontaktiert/angerufen/anrufen/belasten/zumull*/zuspam*",
  silence:
    "~writes ... ~not .. mehr/wieder/nochmal/weiter/langer ~so?, ~not/nie mehr/weiter/langer/wieder/nochmal/erneut ~so? ~so? ~writes, nie wieder ~writes, ~not ~so? ~writes bitte, keine/kein weitere/weiteren/weiterer? ~auto? ~messages mehr/bitte/$, kein/keine/keinen .. ~auto? ~messages mehr, keine weitere/weiteren ~auto? ~messages/kontaktaufnahme*/kontakt, keine/keinen kontakt mehr, ~want ... ~not ... ~messages/horen/bekommen/erhalten/empfangen mehr?, ~want ... ~not mehr ... ~writes, ~want ... nichts/nix/keine/nicht mehr ... horen/bekommen/erhalten/wissen, lass/lasst/lassen ~you? mich/uns .. in ruhe/frieden, lass*/ in ruhe, mich ~so? abmelden/austragen/abbestellen, abbestell*/abmelden/austragen/deabonnieren, nimm/nehmt/nehmen/streich/streicht/streichen/entfernt/entfern/entfernen/entferne/losch/loscht/loschen/lösche ~you? ~so? mich/meine ~so? ~so? nummer? ~so? aus/von der/dem/eurer/eurem/ihrer/ihrem/dieser/diesem liste/verteiler/datenbank/system/kartei/gruppe/whatsapp, aus/von der/dem/eurer/eurem/ihrer/ihrem/dieser verteiler/mailingliste, meine nummer ~so? vergess*/losch* !und, hor/hort/horen ~you? ~so? ~so? auf ~so? mir/mich, vergesst/vergiss/losch/loscht/blockiert meine nummer !und",
  auto: "automatischen/automatisierten/automatische/werbe",
  messages:
    "nachricht/nachrichten/whatsapps/whatsapp/sms/werbung/mails/mail/mitteilungen/meldungen/benachrichtigungen/post/anrufe/spam/texte/nachrichte",
  want: "will/mochte/wunsche/wunsch/wurde/wollte/bitte",
  data2: "arbeit*",
  halt: "stop/stopp/stoppen/stoppt/aufhoren/hort/hor/horen/auf/schluss/genug/abmelden/abbestellen/ende/reicht",
  human: "~det? ~adj? mensch/menschen/mitarbeiter/mitarbeiterin/ansprechpartner/ansprechpartnerin/person",
  wipe: "losch*/entfern*/datenloschung/loschung",
  export: "export/exportier*/datenauskunft/datenexport, meine daten",
  back: "~so? ~so? nicht $",
};
