import type { Wishes } from "../wishes.ts";

export const wishes: Wishes["wishes"] = {
  so: "svp/stp/sil/vous/te/plait/s/il/merci/ok/bon/bonjour/salut/slt/bjr/allo/oui/non/mais/et/alors/donc/maintenant/vite/la/ca/cela/de/suite/tout/tt/toutes/tous/c/est/deja/aussi/desole/dsl/en/fait/bien/juste/directement/vraiment/les/le/l/immediatement/definitivement/absolument/apres/ensuite/d/abord/un/mdr/puis/ya/y",
  not: "ne/n/pas/jamais/aucun/aucune/rien",
  deny: "c/ce est ~article? ~real?, suis/es/etes/est ~article? ~real?, je suis ~article? ~real?, ne/n/sans/jamais/pas ~want? m? de/d?, ne ~want, j ai deja, jai/avais deja, sais/sait ~so? pas, c est pour ca, cest pour ca, voila, j aime ~so?, habitude/experience/plaisir/contact/envie2 de/d/en, mon/ma/notre chef/cheffe/patron/patronne, quand, avant de, pas besoin de/d que?, je ne? vous/lui/leur, inutile de",
  and: "et/ou/puis/ensuite",
  want: "veux/voudrais/vx/souhaite/aimerais/desire/prefere/prefererais/exige/demande/voulais/prie/peux/puis/jveux/jvoudrais/jaimerais/faut/besoin",
  you: "vous/tu/vs/t/on/te/m/me/moi",
  my: "mes/mon/ma/toutes/tous/tout/toute, toutes mes, tous mes",
  kind: "personnelles/personnels/perso/complet/complete/enregistrees/entier/entiere/anciennes",
  data: "donnees/donnee/infos/info/informations/information/renseignements/coordonnees",
  thing:
    "donnees/donnee/infos/info/informations/renseignements/coordonnees/profil/compte/dossier/historique/messages/candidature/fiche/demande/conversation/cv/reponses/inscription/discussion/affaires/traces/fichier",
  part: "nom/numero/adresse/telephone/mail/age/cv/photo",
  me: "sur/de/a/propos/concernant moi, propos de moi, me concernant, a mon sujet",
  have: "avez/as/a/ont/ai/savez/sais/sait/gardez/gardes/garde/conservez/conserves/stockez/detenez/possedez/note/notez/enregistre/enregistree/enregistrees/enregistres/stocke/stockees/conserve/connaissez/connais/collecte/recueilli/figure/figurent/est/sont/detient",
  what: "que/ce/quoi/tout/tt/quelles/quelle/quels/quel/rien/~data/toutes",
  stored:
    "~what ... ~have .. ~me, ~what ~me, ~what ... ~have ~so? quoi? ~me, ~what .. ~you? .. ~told, ~what .. dans mon dossier/profil, quoi que ce soit ~me",
  told: "ai/a dit/envoye/ecrit/raconte/donne/fourni/communique",
  mine: "mes/mon/ma ~thing ~kind?, toutes/tous mes/ces/les ~thing, cette/la/notre conversation/discussion/chat, les/ces/des ~data/messages personnelles/perso/~me, ~data personnelles, mon/mes ~part et/avec ~my ~part/~thing, ~my ~part ... de/dans votre/vos/la/ta base/systeme/fichiers, ~stored, ~data ~me, ~data .. ~have .. ~me, ~data a caractere personnel, suppression2 de compte",
  remove:
    "suprim*/supprim*/effac*/enlev*/retire/retirez/retirer/retires/detruire/detruis/detruisez/virer/vire/virez/elimine*/oublie/oubliez/suppression/effacement/destruction/desintegr*/degage*/jeter/jetez/purge*",
  removed:
    "suprim*/supprim*/effac*/enlev*/retir*/detruit*/disparai*/vire/vires/virees/oublie/oubliees/suppression/effacement",
  removeIt: "~remove les/le/la/tout/ca/moi, les/le/la/l supprimer/effacer/detruire/retirer",
  forget:
    "ne gardez/conservez/garde/conserve/gardiez aucune/aucun ~data, droit a l? oubli/effacement, droit a la suppression, effacez/efface/oubliez/oublie/supprimez/supprime moi !de, etre oublie/oubliee, retire/retirer/revoque/retirez mon/le consentement/accord/autorisation, mon consentement .. retire*, ~remove ~so? tout !ce/le/sauf, tout ~remove, tout soit/est? ~remove, ~remove ... compte, gardez/conservez/garde/conserve/stockez/gardiez/conserviez/gardes/conserver/garder pas/plus/rien/aucune/aucun ... ~mine/~me, pas/plus que vous/tu gardiez/conserviez/gardes/ayez/stockiez ... ~mine, ne gardez/conservez/garde/conserve/gardiez rien/plus/pas, gardez/conservez/garde/conserve rien/aucune/aucun .. ~me, ~remove ... ~data .. ~me",
  show: "copie/export/exporter/exportez/telecharger/extrait/recevoir/recuperer/obtenir/consulter/voir/acces/acceder/afficher/avoir/savoir/connaitre/lire/verifier, envoyez/montrez/donnez/dites/communiquez/transmettez/transferez/affichez/fournissez moi?, envoie/envois/montre/donne/dis/transmet/affiche moi, m/me/nous envoyer/montrer/donner/dire/communiquer/transmettre/fournir/envoyez/envoie/envoies, quelles sont",
  shown: "dans un fichier, en pdf, par mail/courriel/email",
  showIt: "copie/exporter",
  held: "^ ~so? ~so? qu est ce que ~you .. ~have .. ~me, ^ ~so? ~so? que/quoi/quelles/quelle/quels/qu ~data? ... ~have .. ~me, qu avez/as vous/tu? .. ~me, quelles/quelle/que ~data ... ~have, quelles ~data ~me .. ~have, ~you ~have ~so? quoi .. ~me, quoi .. ~have .. ~me, ~you ~have quoi ... ~me, quoi comme ~data, ~data ~you ~have ~me, ~want/savoir .. ~my dossier complet?",
  access: "droit d? acces, demande d acces, droit d acces aux donnees, portabilite des donnees",
  why: "pourquoi/pk/pkoi/prk/pourqoi/pcq2, pour quoi/quelle/quelles faire/raison/raisons?, c? est? pour quoi, dans quel but, a quoi, en quoi, a quelle fin, ca sert a quoi, pq, a quoi bon",
  asking:
    "demand*/redemand*/redemandes/pos*/veux/voulez/vx/besoin/savoir/faut/dois/doit/oblig*/donner/dire/utilise*/gard*/conserv*/stock*/necessaire/important/sert/servir/servent/refus*/rejet*/ecart*/elimin*/pris/prise/retenu/retenue/choisi*/selectionn*/embauch*/decid*/decision/convient/regard*/interess*/question/questions/concern*, mon/ma/mes ~part, ai je ete",
  this: "~so, cette/ces/ce/question/questions/ca/faire/exactement/encore/me/cela/ci/dites/dis/explique/expliquez/moi/tu/vous/autant/tant/2",
  about:
    "qui etes/es vous/tu, qui est ce/la/derriere !qui/le/la/les, qui ~so? me parle/ecrit/repond/contacte, qui etes, qui es, vous/tu/t/vs etes/es/est? qui, c/ce est qui !le/la/les/l/qui/votre, cest qui !le/la/les/l/qui/votre, a/avec/qui qui ~so? je? parle/ecris/discute/affaire/ai/j, je parle/discute/ecris/parles a/avec qui, t ki, ki es, etes/es/est/c/t/tu/vous/ce/cest/parle/discute/ecris/parlais vous/tu/es/etes/est/ce/je? est/es/suis/parle? ~so? a/avec/bien? ~machine !a/et/responsable, ~machine ou ~machine, ^ ~machine ?, qui ... va/peut/vont/aura/a/verra/lit/voit/lira/accede/acces/voir/lire ... ~mine/ca/infos/informations/donnees, que/quoi ... faire/faites/fais/ferez/feras/fait/faite/deviennent/devient/passe/arrive ... ~mine, qu ... faire/faites/fais/ferez/fait/passe/arrive ... ~mine, il? se passe quoi ... ~mine, ~you .. faites/fais/ferez/faire quoi .. ~mine, que deviennent .. ~mine, ~mine ... pour/a quoi, utilis*/exploit*/gard*/stock*/conserv* ... ~mine ... pour/dans/combien, ~mine ... utilis*/servir/servent/revend*/partag*/vend* .. a?, a qui .. ~mine, ca/cela/c sert/est ~so? a? quoi, ca vous/te sert a quoi, a quoi ~so? .. sert/servent/servir/serviront/vous/bon, en quoi .. ~so? .. regarde/interesse/concerne/important/ca, quel/kel rapport/interet/but/motif avec/de/du/a/d, quelle est la raison/utilite, la/quelle raison/motif de/d/du cette/votre/la?, rapport avec le/la poste/travail/job/boulot, sur quoi/quels/quelle .. basez/base/fondez/decidez/criteres/base, quels criteres, comprends/compris pas .. decision, d? ou/comment ... ~have .. mon numero/contact/tel/mail, oblige/obligee/obligatoire de/d donner/dire/repondre/communiquer, qui est derriere, qui ... decide, pourquoi moi, pour quelle/quelles raison/raisons, ca ~so? regarde/interesse qui/en, quel/kel est le but/rapport",
  machine:
    "~article? ~article? robot/bot/machine/ia/chatbot/ordinateur/ordi/automate/automatique/automatise/programme/intelligence, ~article? ~article? ~real personne/humain/gens, ~article ~real? humain/humaine/personne/conseiller, humain/humaine/reel/reelle",
  article: "un/une/des/de/d/vrai/vraie/le/bien/vraiment/la/truc/message/systeme/assistant/les",
  real: "vrai/vraie/vrais/vraies/veritable/reel/etre",
  talk: "parler/discuter/echanger/dialoguer/expliquer/causer/contacter/joindre/avoir/rencontrer/voir/appeler ~so? a/avec/au/aux/a?, mettez/mets/mettre/mise/mis/passez/passe/passer/transferez/transfere/transferer/relation moi? ~so? en? contact/relation/a? avec?, il ~so? faut, besoin d, contact avec",
  person:
    "~article? ~det? ~real? personne/humain/humaine/conseiller/conseillere/recruteur/recruteuse/responsable/interlocuteur/interlocutrice/agent/collegue/collegues/employe/employee/patron/patronne/rh/drh/chef/directeur/directrice/gerant/gerante/manager/manageur/superieur !~de, quelqu/kelk un/un?, quelkun/quelquun/qqun/qqn/qq1/qlq/kelkun, l/votre/ton equipe, charge/chargee de recrutement, un de vos/tes collegues/conseillers, de vrais? gens",
  de: "de2/agee/agees",
  det: "votre/ton/vos/tes/autre/mon/l/notre",
  someone:
    "~article? ~det? ~real? personne/humain/humaine/conseiller/conseillere/recruteur/recruteuse/responsable/interlocuteur/agent/collegue/collegues/patron/rh/chef/directeur/manager/superieur, quelqu/kelk un/un?, quelkun/quelquun/qqun/qqn/qq1",
  talks:
    "~so? me/m/nous ~so? appel*/rappel*/telephon*/contact*/joindre/joigne/repond*/aide*/explique*/parle*/recontact*, peut/pourrait/pourra me/m/nous appel*/rappel*/telephon*/contact*/repond*/aid*/expliqu*/parl*/joindre, au telephone/bout/fil, la/ici ?, de l equipe, a qui parler",
  reach:
    "pouvez/peux/pourriez/pourrais/peut/pourrait/veuillez/possible/merci/que/qu vous/tu/t/on/quelqu/de/d? un? me/m/nous appeler/rappeler/telephoner/appelle/rappelle/appeliez/rappeliez, vous/tu/on pouvez/peux/pourriez/peut me/m appeler/rappeler/telephoner, appelez/appelle/rappelez/rappelle/telephonez/telephone/appeler moi !~name, rappelez/rappelle moi, etre/me rappele/rappelee/appele/appelee, faire rappeler/appeler, qu on me/m? rappelle/appelle, y a/avait t? il? ~so? ~so? ~person, y a/avait t? ~so? pas/bien? ~person, quelqu un ?, il ~so? y? a ~so? quelqu un, ~wants ~so? ~article? ~wanted !~de, ~article? ~real personne/humain/conseiller/conseillere/recruteur/interlocuteur svp/stp/$, contact humain svp, pas/plus/marre .. parler/discuter/echanger/ecrire/envie a/avec/d ~machine, pas/plus un/d/de humain/vraie ?, un/un? etre humain, personne reelle/humaine, que/qu ~person .. m/me appelle/rappelle/contacte/telephone, etre mis/mise en relation/contact",
  wants:
    "veux/voudrais/jveux/jvoudrais/prefere/prefererais/aimerais/souhaite/exige/avoir/faut/donnez/donne/besoin/passez/passe/cherche/reclame/demande ~so? avoir/d/moi/a/parler/voir?",
  wanted:
    "~real? humain/humaine, ~real personne/conseiller/conseillere/recruteur/interlocuteur/gens, conseiller/conseillere/interlocuteur, quelqu un au/de",
  name: "sam",
  distress:
    "suicid*, me tuer/suicider/pendre/faire, me faire du mal, me foutre en l air, mettre fin a mes/ma jours/vie, en finir avec/$, ~want mourir/crever/disparaitre, envie de/d mourir/crever/disparaitre, plus/pas/aucune/pu envie de vivre, ~want plus/pu vivre, veux/peux plus/pas ~so? vivre, plus/pas gout/raison a/de/d ~so? vie/vivre, n? en peux plus/pu, en peux plus/pu, jen peux plus/pu, tiens/tient plus, supporte/peux plus ~so? rien/cette/vie/continuer/supporter, au bout du/de rouleau/ma, a bout $, arrete/arrive pas/plus/jamais de/a/d pleurer/dormir/respirer, pleure tout/tous/sans/depuis/toute, tout s? ecroule/effondre, mon monde/vie s? ecroule/effondre, crise de/d panique/angoisse/nerfs, ~attacks, peur d y? retourner/rentrer/aller/lui/mon/ma/y/revenir, peur de/d retourner/rentrer/mon/ma/lui/y, me sens tres? seul/mal, desesper*, sos, suis/ete/etais/est victime de/d harcelement/violence/violences/menaces/agression, suis/ete/etais/fait/fais harcele/harcelee/menace/menacee/agresse/agressee/violee/viole/battue/battu/frappee/frappe/harceler/agresser/frapper",
  attacks:
    "me/m/nous menac*/harcel*/frapp*/tape/tapent/bat/battu/agress*/insult*/touche/touchent/tripot*/viol*/violent*/humili*/maltrait*/chantage, m/ma/me/a a/as/ont? ~so? menac*/harcel*/frapp*/agress*/viole/violee/touchee/tripotee",
  cease:
    "arret*/cess* de/d, arret*/cess*/stop/stopper/stoppez/fini/assez/suffit/marre/jamais/basta/halte/finissez/stopez/ras",
  contact:
    "d/de? avec? m/me/nous ecri*/contact*/envoy*/envoi*/derang*/harcel*/relanc*/spamm*/appel*/sollicit*/embet*/ennuy*/solicit*, de/d spamm*/harcel*, d/de? avec/recevoir? ~the? ~messages, tout contact",
  the: "les/vos/ces/ce/tes/des/cette/la/tous/toutes/d/de/leurs les/vos/ces/tes?",
  messages:
    "messages/message/msg/msgs/sms/textos/texto/notifications/notifs/pubs/pub/mails/relances/whatsapps/spam/spams/publicites/sollicitations/appels/courriels",
  writes: "ecri*/contact*/recontact*/envoy*/envoi*/derang*/harcel*/relanc*/spamm*/sollicit*/embet*/importun*",
  silence:
    "ne/n? m/me/nous ~writes plus/jamais/rien/pas !encore/repondu/avant/apres/quand/le/la/entre, ne/plus/jamais plus/jamais? m/me/nous ~writes, ne/n? m/me/nous ~writes plus/pas/jamais ~so? rien/plus, ne/n ~writes plus, m/me appel*/rappel*/telephon* plus/jamais, ne plus m/me/nous? appel*, ne ... jamais/plus .. m/me/nous ~writes, plus ~want .. ~messages, plus/pas recevoir ~the? ~messages, ~want ~so? plus/pas ~so? recevoir/avoir? ~the? ~messages, ~want plus/pas ... etre? contacte/contactee/derange/derangee/sollicite/sollicitee/importune/harcele/harcelee/recontacte/recontactee, ne? plus/jamais etre contacte/contactee/derange/derangee/sollicite/sollicitee/importune/recontacte/recontactee, ~want plus que vous/tu/on m/me ~writes, ne? plus rien? recevoir/avoir rien?, plus rien recevoir/avoir/de, plus/pas/aucun/aucuns de/d/aucun? ~messages, plus ~the ~messages, desabonn*/desinscri*/desinscrire/desabonnement/desinscription, laissez/laisse/fichez/foutez/lachez/fiche/fous/lache moi/m/nous en? tranquille/paix/la/avec/$, laissez/laisse/fichez/foutez moi la paix, lachez/lache moi $, lachez/lache moi ~so? avec, oubliez/oublie moi $, enlev*/retir*/supprim*/suprim*/efface*/sortez/virez/vire/raye*/ray* moi/mon/m ~so? numero? ~so? de/d/des/du votre/ta/vos/la/cette/tes? liste/listes/base/contacts/fichier/groupe/repertoire, enlev*/retir*/supprim*/efface*/bloqu*/oubli*/perdez mon/ce/le numero/tel/telephone !et/de/c/est, retire mon numero de, ne ecrivez/appelez/contactez plus, n ecrivez/appelez plus, merci d? arreter, marre ~so? de ~the? ~messages, en veux plus de ~messages",
  halt: "stop/stopp/arret/arrete/arretez/arreter/assez/suffit/basta/desabonner/desinscrire/desinscription/desabonnement/fini/je/veux/plus/n/marre/vos/messages",
  human: "~article? ~real? humain/humaine/conseiller/conseillere/interlocuteur/personne humain/humaine/reelle?",
  wipe: "supprim*/suprim*/effac*/suppression/delete compte/donnees/profil?, de compte, mon compte/profil, mes donnees",
  export: "export/exporter/donnees mes? donnees?, mes donnees/infos",
};
