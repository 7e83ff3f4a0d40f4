import { words } from "../text.ts";
import type { Manners } from "./table.ts";

const jobs =
  "(?:emploi|emplois|travail|boulot|taff?|job|jobs|poste|postes|place|places|offre|offres|annonce|annonces|stage|alternance|mission|missions|cdi|cdd|interim|opportunite|opportunites|vacances? de poste|recrutement)";

export const manners: Manners = {
  marks: words(
    "bonjour|bonsoir|salut|slt|bjr|bsr|coucou|cc|merci|oui|ouais|non|je|j'|jai|jsuis|jhabite|chuis|suis|c'est|cest|c'|qu'|qu'est|n'ai|m'appelle|appelle|cherche|recherche|travail|travailler|travaille|boulot|taf|job|jobs|emploi|poste|postuler|postule|candidature|veux|voudrais|aimerais|souhaite|pour|avec|dans|une|un|et|mon|ma|est|etes|avez|vous|votre|quel|quelle|combien|comment|pourquoi|quand|que|qui|en|y|habite|vis|depuis|mais|ou|pas|plus|tres|bien|aussi|deja|ans|annee|annees|mois|experience|parle|francais|anglais|espagnol|demain|aujourd'hui|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|semaine|commencer|dispo|disponible|maintenant|suite|rien|aucune|aucun|s'il|svp|stp|plait|desole|desolee|dsl|bcp|pk|permis|voiture|interesse|interessee|offre|annonce|serveuse|serveur|des|du|le \\d{1,2}|an|mi|nuit|soir|matin|toujours|encore|peux|pouvez|gagner|payez|paye|salaire|temps|etre|chez|parler|savoir|toutes",
  ),
  capitalNouns: false,
  pointed: words("(?:env|mme|mlle|dr|st|ste|tel|cf|av|bd)\\.(?= )"),
  and: words("et|ainsi que"),
  or: words("ou"),
  of: words("de|d'|du|des"),
  intents: [
    [
      "status",
      words(
        "(?:ou en est|ou en sont|ou en etes(?: |-)vous|ou ca en est|on en est ou|ca en est ou|des nouvelles|une nouvelle|nouvelles|du nouveau|des infos|suivi|statut|etat|avancement|que devient|qu'en est(?: |-)il|quoi de neuf)(?: (?:de|d'|sur|pour|avec|concernant|a propos de|dans))* ?(?:ma |mon |la |le |l'|du )?(?:candidature|dossier|entretien|processus|recrutement|demande|cv|postulation)",
        "(?:avez(?: |-)vous|vous avez|as(?: |-)tu|tu as|est-ce que vous avez|quelqu'un a) (?:bien )?(?:vu|lu|recu|regarde|etudie|examine|traite|consulte) (?:ma|mon) (?:candidature|cv|dossier|message|mail)|(?:quand|qd) (?:est-ce que |est ce que )?(?:vais(?: |-)je|je vais|j'aurai|aurai(?: |-)je|vous me|allez(?: |-)vous|me|vous allez|saurai(?: |-)je|je saurai|je serai|serai(?: |-)je|on me|on va me) ?(?:avoir|recevoir|donner|donnez|repondre|repondez|rappeler|rappelez|une|la|savoir|recontactee?|contacter|contactez|recontacter|tenir|dire|direz|fixee?)|(?:est-ce que )?(?:j'ai|je suis|ai(?: |-)je|suis(?: |-)je) (?:ete )?(?:prise?|retenue?|selectionnee?|acceptee?|embauchee?|eu le poste)|(?:avez(?: |-)vous|vous avez) (?:deja )?(?:pris (?:une|votre) decision|decide|choisi)|(?:ca|cela) avance|du nouveau|(?:ma candidature|mon dossier|mon cv) (?:en est ou|est(?:-elle|-il)? (?:toujours|en cours)|a (?:bien )?ete)|bon pour (?:le poste|moi) ou (?:pas|non)|(?:une |la |votre )reponse quand|(?:j'ai|jai) postule (?:il y a|la semaine|le mois|lundi|mardi|mercredi|jeudi|vendredi|hier|depuis)|toujours (?:pas|aucune?) (?:de |eu de |recu de )?(?:reponse|nouvelles?|retour)|pas (?:de |eu de |recu de )?(?:reponse|nouvelles|retour)",
      ),
    ],
    [
      "reschedule",
      words(
        "(?:decaler|reporter|repousser|deplacer|changer|modifier|avancer|annuler|reprogrammer|replanifier|fixer|decale|reporte|decalez|reportez) (?:(?:mon|ma|le|la|l'|de|d'|notre|cet|ce) ?)?(?:entretien|rendez(?: |-)vous|rdv|rencontre|appel|horaire d'entretien|heure|date|jour|creneau|l'heure|entrevue|visio)",
        "(?:ne )?(?:peux|pourrai|pourrais|vais) (?:plus|pas)(?: pouvoir)? (?:venir|y aller|assister|etre la|etre presente?|me (?:presenter|rendre|deplacer|liberer)|aller (?:a|au) (?:l'entretien|rendez(?: |-)vous|rdv)|honorer)|(?:un )?autre (?:creneau|rdv|rendez(?: |-)vous)|impossible (?:pour moi )?(?:de|d') (?:venir|etre la|assister)|(?:ne )?(?:viendrai|serai) pas (?:a l'|au |demain|la)|(?:venir|passer) un autre jour|(?:decaler|reporter|repousser|reprogrammer) (?:a|au|pour|de|d'|la|plus|un peu|apres)|autre (?:jour|date|heure) (?:pour|possible)|(?:serai|suis|vais etre|arriverai) en retard|(?:aurai|ai) du retard|empechement|j'aurai \\d{1,2} ?(?:min|minutes) de retard",
      ),
    ],
    [
      "complaint",
      words(
        "(?:me )?plain(?:dre|te|tes|s)|reclamation|(?:c'est|cest|vous etes|t'es|tu es|etes) (?:vraiment |trop |completement |tellement )?(?:inadmissible|inacceptable|honteux|une honte|n'importe quoi|nimporte quoi|nul|nulle|nuls|nulles|du n'importe quoi|ridicule|scandaleux|lamentable|une arnaque|pas serieux|abuse|insupportable|penible|agacant|incompetents?|une blague|du foutage|de la merde|pas normal|irrespectueux)|(?:votre|ton|ce) (?:bot|robot|systeme|service|site) (?:est |c'est )?(?:vraiment )?(?:nul|pourri|mauvais|une catastrophe|idiot|bete)|(?:ca fait|c'est la) (?:deux|trois|quatre|cinq|\\d|deuxieme|troisieme|\\deme) fois que (?:je|vous)|honteux|inadmissible|inacceptable|scandaleux|lamentable|arnaque|escroc\\p{L}{0,5}|foutage|(?:se|vous) (?:moque|fout|foutez|moquez)(?:z)? de (?:moi|nous|ma|la)|ras(?: |-)le(?: |-)bol|marre|j'en ai assez|enervee?|en colere|fachee?|decue?|mecontente?|insatisfaite?|perte de temps|perdre mon temps|(?:personne|aucun\\p{L}{0,1}) (?:ne |n')?(?:me |m'|nous )?(?:repond|rappelle|a (?:repondu|rappelee?|appelee?|contactee?))|(?:je (?:vous |te )?l'ai|jl'ai|jlai) (?:deja|dit)(?: deja)?(?: dit)?|deja (?:dit|repondu|donne|ecrit)|ca (?:ne )?(?:marche|fonctionne) pas|(?:vous (?:ne )?|tu (?:ne )?)(?:comprenez|comprends|servez|sers) (?:rien|a rien|pas)|mal (?:recue?|traitee?|parle)|discrimin\\p{L}{1,7}|raciste",
      ),
    ],
    [
      "offtopic",
      words(
        "coupe du monde|ligue (?:1|des champions)|macron|trump|gouvernement|elections?|recettes?|blague|poeme|chanson|chante(?:z|r)?|foot(?:ball)?|psg|match|meteo|quel temps|horoscope|loto|bitcoins?|crypto(?:s|monnaies?)?|devoirs|capitale (?:de|du|d')|president|film|serie|netflix|tradui(?:s|sez|re|t)|traduction de|petite copine|copine imaginaire|epouse(?:z)?(?: |-)moi|marie(?:z)?(?: |-)toi|je t'aime|(?:combien (?:font|fait)|ca fait combien) \\d{1,6}|qui a gagne|quelle heure (?:est(?: |-)il|il est)|raconte(?:z)?(?: |-)moi|raconte|une histoire|politique|echecs|dissertation|(?:ecris|ecrivez)(?: |-)moi (?:un|une|du)|sens de la vie|astrologie",
      ),
    ],
    [
      "apply",
      words(
        `(?:cherche|recherche|cherchons|chercher|trouver|besoin d'|veux|voudrais|voulais|aimerais|souhaite|souhaiterais|interessee?s?(?: par| pour)?|interesse par|a la recherche) ?(?:de |d'|du |par |pour )?(?:une? |le |la |l'|votre |du |des |cette |ce |un petit |mon )?(?:\\p{L}{2,15} )?${jobs}`,
        "(?:veux|voudrais|voulais|aimerais|souhaite|souhaiterais|desire|envie de|j'aimerai) ?(?:bien |beaucoup |vraiment )?(?:postuler|candidater|travailler|bosser|rejoindre|integrer|m'inscrire|poser ma candidature|proposer|deposer|etre (?:embauchee?|recrutee?))|(?:je |j')?(?:postule|candidate)|postuler|candidater|(?:deposer|depose|envoyer|envoie|poser|presenter|soumettre|proposer) (?:ma|une) candidature|candidature (?:pour|spontanee|au poste)|(?:c'est|cest|c|ecris|contacte|appelle) (?:pour|pr|suite a|concernant|au sujet de) (?:le |l'|la |votre |une? )(?:poste|annonce|offre|job|place|travail|emploi|candidature)|(?:l'|votre |cette |cet |une |l|vu |de l')(?:offre|annonce)(?: d'emploi)? (?:m'interesse|d'emploi|de|pour|du|d'|sur|en|qui|est|m)|(?:vu|trouve|lu|suite a|repondre a|reponds a|concernant|au sujet de|pour) (?:votre|l'|une|cette|vos|ton) ?(?:offre|annonce|poste|post)|(?:ca |le poste |l'offre |l'annonce |votre offre |votre annonce |cela )?m'interesse|(?:je suis|jsuis|suis|toujours|tres) interessee?s?(?! (?:par|de) (?:savoir|connaitre))",
        "(?:y a(?: |-)t(?: |-)il|il y a|ya|vous avez|avez(?: |-)vous|t'as|y a|vous auriez|auriez(?: |-)vous|vous cherchez|cherchez(?: |-)vous|vous recrutez|recrutez(?: |-)vous|vous embauchez|embauchez(?: |-)vous) ?(?:encore |toujours |actuellement )?(?:des |du |de |d'|une? )?(?:\\p{L}{2,15} )?(?:travail|boulot|taf|job|jobs|poste|postes|offres?|places?|emplois?|cuisinier|serveur|serveuse|quelqu'un|du monde|missions?|recrutements?)|(?:vous )?(?:recrutez|embauchez)(?:(?: |-)vous)?(?: encore| toujours)?|cherche (?:a |comme |en tant que |pour )?\\p{L}{4,20}",
      ),
    ],
  ],
  speakTo: [
    "en {language},? (?:s'il (?:vous|te) plait|svp|stp|si possible|please|merci)",
    "(?:s'il (?:vous|te) plait|svp|stp),? en {language}",
    "(?:on peut|peut-on|peut on|pouvons(?: |-)nous|pourrait(?: |-)on|(?:pouvez|peux|pourriez|pourrais)(?: |-)(?:vous|tu)|vous pouvez|tu peux|je peux|puis(?: |-)je|possible de|je (?:prefere|prefererais|veux|voudrais|souhaite|souhaiterais)|j'aimerais|j'aime mieux|est-ce qu'on peut|est-ce que je peux|on pourrait) ?(?:me |m'|te |nous |de )?(?:parler|ecrire|continuer|discuter|echanger|repondre|communiquer|passer|poursuivre|changer)? ?(?:en|a l'|au) ?{language}",
    "(?:parlez|parlons|continuons|ecrivez|repondez|parle|ecris|reponds|passons|continue|continuez)(?:(?: |-)moi)? (?:en|a l'|au) ?{language}",
    "(?:plutot|mieux) en {language}",
    "(?:on peut|peut(?: |-)on|pouvons(?: |-)nous|pourrait(?: |-)on|on pourrait|est-ce qu'on peut) (?:parler|discuter|ecrire) {language}",
    "possible (?:en|de parler) {language}",
    "(?:parlez(?: |-)vous|parles(?: |-)tu|vous parlez|tu parles) (?:l'|le )?{language}",
  ],

  greeting: words(
    "re ?bonjour|allo+|bien le bonjour|saluts?|bonjour+|bonsoir+|salut+|slt|bjr|bsr|coucou|cc|hello+|hey+|hi|yo|wesh|salam(?: aleykoum| alaykoum| alaikoum)?|bonne (?:journee|soiree|nuit|apres-midi|apres midi|continuation|fin de (?:journee|soiree))|(?:comment )?(?:allez(?: |-)vous|vous allez bien|vas(?: |-)tu|tu vas bien|ca va(?: bien)?(?: et (?:vous|toi))?)|comment (?:ca va|tu vas|vous allez)|cv(?= \\?)|enchantee?|madame,? monsieur|mesdames,? messieurs|madame|monsieur|mme|mlle|mr(?= \\p{L})|j'espere que (?:vous allez|tu vas) bien|a (?:toutes et )?(?:a )?tous|a tous",
  ),
  thanks: words(
    "(?:un )?(?:grand )?merci+(?: beaucoup| bien| bcp| infiniment| d'avance| a (?:vous|toi|l'equipe)| encore)*(?: (?:pour|de) (?:tout|votre (?:aide|reponse|retour|temps|comprehension|message)|ton aide|ta reponse|l'info|les infos?|l'information|les informations|votre reactivite|la reponse|le retour))?|mrc|mci|je vous remercie|jvous remercie|remerciements|parfait|super|genial|top|cool|nickel|excellent|ok+|okay|oki|okey|d'accord|daccord|dac|d'acc|entendu|bien (?:recu|note|compris)|compris|c'est (?:note|compris|gentil|entendu)|tres bien|ca marche|a (?:bientot|plus|plus tard|tout a l'heure|demain|tres vite|tres bientot)|au revoir|aurevoir|bon (?:week(?: |-)?end|courage|dimanche|apres-midi)|(?:bien )?cordialement|cdt|bien a vous|de rien|je vous en prie|avec plaisir|(?:ha){2,10}|(?:hi){2,10}|mdr+|lol|ptdr|bisous?|bises|pas de (?:soucis?|quoi)|respectueusement|salutations",
  ),
  filler: words(
    "euh+|heu+|hum+|hmm+|mmm+|ben|bah|beh|bon|alors|donc|voila|eh bien|eh ben|en fait|enfin|disons|je (?:crois|pense|dirais)(?: que)?|s'il (?:vous|te) plait|svp|stp|s'il vous plait|oui|ok|ah|oh|desolee?|dsl|pardon|excusez(?: |-)moi|excuse(?: |-)moi|pour (?:l'instant|le moment)|actuellement|en ce moment|c'est|cest|c est|ca serait|ce serait|peut-etre|environ|juste|seulement|a peu pres|genre|du coup|bien sur|moi c'est|moi|la verite|franchement|tout simplement|plutot|voici|alors voila|c'etait|et",
  ),
  yes: words(
    "oui+|ouais+|ouai|ui|wi|wai|yes|yep|yeah|ouep|si(?! (?:vous|tu|je|c'est|possible|on|il|j'|besoin|jamais))|(?:mais )?bien sur(?: que (?:oui|si))?|bien entendu|tout a fait|exact(?:ement)?|absolument|effectivement|en effet|(?:oui )?(?:c'est|cest|c est) (?:ca|bon|correct|exact|juste|bien ca|parfait|tout bon|ok|bien|tout a fait ca|tout|nickel|vrai)|tout (?:est |semble |me semble |a l'air )?(?:bon|correct|juste|ok|en ordre|exact|parfait|nickel|bien|est la)|correct|parfait|ok+|okay|d'accord|daccord|dac|affirmatif|je (?:confirme|valide)|confirmee?|confirme|valide|evidemment|certainement|volontiers|carrement|nickel|ca marche|ca va|impeccable|juste|👍.?|✅|👌.?",
  ),
  no: words(
    "non+|nan+|nn|nop|nope|no|nenni|pas (?:encore?|du tout|vraiment|tout a fait|exactement|pour l'instant|pour le moment|correct|tout)|jamais|negatif|incorrect|faux|(?:ce n'est|c'est|cest|c est|ce nest) (?:pas (?:ca|bon|correct|exact|juste|tout a fait|vrai)|faux|errone|incorrect)|il y a une (?:erreur|faute)|ya une erreur|y a une erreur|aucune?|malheureusement (?:non|pas)|toujours pas|(?:je )?(?:n'ai|nai|n ai|ne suis|suis|ai|j'ai|jai) pas|👎.?|❌",
  ),
  yesAnyway: words(
    "(?:non,? )?(?:pas de|aucun|sans|y a pas de|il n'y a pas de) (?:probleme|soucis?|pb|prob)|pourquoi pas|je (?:crois|pense)(?: bien)? que? ?(?:oui|si)|il me semble(?: que)?(?: oui| bien)?|mais (?:oui|si)|(?:non,? )?(?:je n'ai |j'ai |il n'y a |y a )?rien a (?:changer|redire|corriger|modifier|ajouter|signaler)|non,? (?:c'est|tout est) (?:bon|parfait|tout bon|ok|correct)",
  ),
  noAnyway: words(
    "(?:bien sur|evidemment|je (?:crois|pense)|il me semble|mais|ah|euh|ben|bah) (?:bien )?(?:que )?non|je (?:ne )?(?:crois|pense) pas|(?:certainement|absolument|surement|pas) pas(?! besoin)|(?:pas|presque)(?: tout a fait)? (?:tout a fait|completement|entierement)|oui et non|(?:tout )?(?:n'|ne )?(?:est )?pas (?:tout a fait )?(?:bon|correct|juste|exact)",
  ),
  question: words(
    "(?:c |et )?combien|c (?:ou|quoi|quand|qui|paye|a quelle heure)|est(?: |-)ce (?:que|qu'|bien|un|une|possible|loin|la|le|encore|toujours|en|dans|pour|a|obligatoire|necessaire)|esque|eske|es(?: |-)ce que|qu'est(?: |-)ce|kes(?: |-)?ke?|keske|(?:quel|quelle|quels|quelles|kel|quelqu'un) (?:est|sont|serait|seraient|sera|type|genre|horaires?|jours?|salaire|contrat|quartier|ville|adresse|heures?|diplomes?|documents?|papiers?|duree|date|avantages?|taux|formation|convention|experience|niveau|entreprise|restaurant|permis|pourrait|peut|transport|moyen|poste|planning)",
    "(?:a |de |pour |vers |dans |en |sur |jusqu'a )(?:quel|quelle|quels|quelles|combien) ?\\p{L}{0,12}|(?:c'est|cest|c est|ce sera|ca|cest|ce serait|vous etes) (?:ou|quoi|quand|combien|comment|qui|quel|quelle|bien paye|paye combien|paye|a quelle|a quel|loin|dans quel|dans quelle|pour quand|pour combien|se situe|se trouve|commence quand|paye comment|un cdi ou|en cdi ou|un cdd ou)|(?:ou|d'ou) (?:est(?: |-)ce|est (?:le|la|l'|situee?|votre)|se (?:trouve|situe|passe)|c'est|cest|ca se|exactement|dois(?: |-)je|puis(?: |-)je|faut(?: |-)il|je dois|etes(?: |-)vous|vous etes|sont|est|serait|travaille)",
    "quand (?:est(?: |-)ce|commence|commencerait|debute|dois|doit|puis|faut|aura|serait|vais|sera|pourrai|saurai|c'est|ca)|comment (?:ca|on|je|c'est|puis|faire|dois|se|est|sont|vous|venir|postuler|fonctionne|se passe|faut)|(?:pourquoi|pk|pq|pkoi)|(?:avez|etes|pouvez|proposez|payez|recrutez|cherchez|acceptez|embauchez|offrez|fournissez|pourriez|auriez|savez|prenez|faites|voulez|demandez|allez|donnez|remboursez|logez|formez)(?: |-)vous|(?:as|es|peux|cherches|sais|pourrais|proposes)(?: |-)tu|(?:y a(?: |-)t(?: |-)il|y(?: |-)a(?: |-)til|yatil|y'a(?: |-)t(?: |-)il|faut(?: |-)il|peut(?: |-)on|puis(?: |-)je|dois(?: |-)je|suis(?: |-)je|ai(?: |-)je|aurai(?: |-)je|serait(?: |-)il|est(?: |-)il|sera(?: |-)t(?: |-)il|seront(?: |-)ils|sont(?: |-)ils|a(?: |-)t(?: |-)on|va(?: |-)t(?: |-)on|faudra(?: |-)t(?: |-)il|le \\p{L}{3,15} est(?: |-)il|le \\p{L}{3,15} est(?: |-)elle|la \\p{L}{3,15} est(?: |-)elle)",
    "(?:il |faut |ca |je )?(?:y a|ya|y'a) (?:combien|quoi|quel|quelle|des? \\p{L}{3,15} ?\\?|moyen)|(?:il )?faut (?:avoir|etre|un|une|le|quoi|combien|quel|quelle|le permis|parler|fournir|apporter)(?=.{0,40}\\?)|(?:vous|tu) (?:payez|proposez|recrutez|cherchez|acceptez|embauchez|offrez|fournissez|avez|prenez|remboursez|donnez|etes|pouvez|savez|demandez)(?=.{0,50}\\?)|(?:vous|tu) (?:payez|pouvez me dire|pourriez me dire|avez (?:des|une idee|plus d'infos)|recrutez|proposez (?:quoi|combien))|(?:je |j')(?:peux|pourrais) (?:savoir|avoir (?:plus|des|l'adresse|les horaires)|demander|poser|venir quand|passer quand|connaitre)|(?:je )?(?:voudrais|voulais|aimerais|veux|souhaiterais|souhaite) (?:bien )?(?:savoir|connaitre|me renseigner|demander|avoir (?:des|plus|quelques|l'adresse|les|le|la)|poser|plus d'infos|des (?:infos|informations|renseignements|precisions))|j'aimerai savoir|j'ai une (?:petite )?question|jai une question|une question|(?:petite )?question :|plus (?:d'infos|d'informations|de details|de renseignements)|des infos|(?:dites|dis)(?: |-)moi|(?:de )?(?:quoi|qui) s'agit(?: |-)il|de quoi|c'est(?: |-)a(?: |-)dire|le salaire (?:est|c'est|il est)(?: de)? (?:combien|comment|a combien)|(?:et )?(?:le salaire|les horaires|l'adresse|la paye|la paie)(?= ?\\?)|(?:on|je) (?:commence|travaille|gagne|touche|est paye|peut) (?:quand|combien|ou|a quelle heure|comment)|ca (?:paye|paie|consiste|se passe|commence|se situe|se trouve) (?:combien|bien|ou|comment|quand|en quoi)|(?:le poste|le travail|la mission|le contrat|l'offre|ce poste|l'annonce|la place|le job|c'est) (?:est |sont |c'est )?(?:encore |toujours )(?:libre|disponible|dispo|valable|d'actualite|ouvert|ouverte|a pourvoir)",
  ),
  topics: [
    [
      "pay",
      words(
        "paye[rzs]?",
        "paie",
        "payee?s?",
        "salaires?",
        "remuner\\p{L}{1,7}",
        "gagne[rz]?",
        "touche[rz]?",
        "argent",
        "de l'heure",
        "taux horaire",
        "par mois",
        "smic",
        "euros",
        "combien",
      ),
    ],
    ["shifts", words("nuits?", "week(?: |-)?ends?", "matins?", "soirs?", "samedis?", "dimanches?", "3x8", "planning")],
    ["hours", words("horaires?", "heures", "temps (?:plein|partiel|complet)", "mi-temps", "35 ?h")],
    ["start", words("commence\\p{L}{0,5}", "debut\\p{L}{0,4}", "demarre\\p{L}{0,4}", "c'est quand", "quelle date")],
    ["place", words("ou", "adresse", "lieu", "endroit", "situee?", "se (?:trouve|situe)", "quartier", "quelle ville")],
  ],
  refusal: words(
    "(?:je )?(?:prefere|prefererais|aime(?:rais)? mieux) (?:ne )?pas|(?:je )?(?:ne |n')?(?:veux|peux|souhaite|vais|voudrais|compte|tiens) pas (?:a )?(?:le |vous le |te le |vous |te |y )?(?:dire|repondre|donner|partager|communiquer|parler|reveler)|(?:je )?(?:ne |n'|n )?(?:en )?(?:le )?sais (?:pas|rien|plus)(?! (?:conduire|cuisiner|parler|lire|ecrire|faire))|j(?:e )?sais pas|jsp|chais pas|chepa|aucune idee|pas d'idee|pas (?:sure?|certaine?)(?=$|[ ,.]*$| de| du| que| encore|,|\\.)|(?:c'est|cest) (?:prive|personnel|confidentiel)|(?:ca |cela )?(?:ne )?(?:vous|te) (?:regarde|concerne) pas|plus tard|ca depend|cela depend|(?:on|je) verra[is]?|a voir|(?:je )?passe(?=$|[.!])|je (?:vous |te )?(?:dirai|le dirai|repondrai)|(?:je )?(?:ne )?(?:me |m'en )?(?:souviens?|rappelle) (?:pas|plus)|n'importe (?:quoi|lequel|laquelle|quel\\p{L}{0,2}|quelle?s?)|nimporte quoi|peu importe|ce que vous (?:avez|voulez)|tout (?:type|genre)|attendez|attends|(?:un|une) (?:instant|moment|minute|seconde)|pas envie|pas (?:encore )?decidee?|secret",
  ),
  negation: words(
    "ne|n'|pas|jamais|sans|sauf|ni|aucune?|non(?=(?: |-)(?:vehicule|vehiculee|fumeur|fumeuse|diplome|diplomee|plus))|n(?= ai )|nai(?= pas)",
  ),
  negationBehind: words("pas|non|jamais|nan"),
  can: words("je (?:peux|pourrais)|j'peux|jpeux|ca va|c'est possible"),
  notNegation: words(
    "ne (?:\\p{L}{1,14} ){1,3}(?:que|qu')|n'(?:\\p{L}{1,14} ){1,3}(?:que|qu')|(?:ne |n')?(?:\\p{L}{1,14} ){0,2}pas (?:que|seulement|uniquement|juste|moins d[e']|loin|mal(?: de)?|plus de|(?:\\p{L}{3,14} )?avant)|pas (?:de |d')?(?:probleme|soucis?|pb|importance)|aucun (?:probleme|soucis?)|n'importe|n'hesitez pas|sans (?:probleme|soucis?|doute|hesiter|hesitation)|pourquoi pas|n'est-ce pas|si ce n'est|jamais deux",
  ),
  but: words(
    "mais|par contre|cependant|toutefois|neanmoins|en revanche|moi|sinon|plutot|seulement|(?<!(?<!parce )que |quand |si |dont |ce que |lorsque )(?:je|j'|jai|jhabite|jsuis|jparle|jcherche|chuis)|mon (?:nom|prenom|numero|mail|adresse) (?:est|c'est)",
  ),
  correction: words(
    "pardon(?! ?\\?)|oups|oups+|houps|autant pour moi|au temps pour moi|(?:desolee?|dsl|excusez(?: |-)moi|excuse(?: |-)moi)(?=,? (?:c'est|cest|non|je voulais|erreur|en fait|pas|plutot|je me suis|mon|ma)|, \\p{L}{2,20}(?:$|[.!]))|(?:je )?me suis (?:trompee?|mal exprimee?|plantee?)|(?:j'ai |jai )?(?:fait |c'est )?une (?:erreur|faute)|erreur|(?:je )?(?:voulais|veux) dire|en fait|en realite|rectifi\\p{L}{2,7}|correction|(?:je )?corrige|non,? (?:c'est|cest|c est|je|j'|jai|jhabite|mon|ma|moi|en fait|plutot|pardon|il y a|y a|le|la|a)|(?<=\\p{L},? )non,? pas|(?:c'est|cest|est|sont|etait) (?:faux|fausse|errone|incorrect|mauvais|pas (?:bon|correct|ca|juste|exact|vrai))|(?:changez|changer|change|corrigez|corriger|corrige|modifiez|modifier|modifie|rectifiez|mettez|remplacez|remplacer) (?:plutot )?(?:mon|ma|mes|le|la|l'|les|par|moi)|au lieu de|faute de frappe|mal (?:ecrit|tape|orthographie)|(?:plutot|et) (?:que|non pas)|(?:c'est|cest|c) pas .{1,20},? (?:mais|c'est|cest)|ne \\p{L}{2,12} plus",
  ),
  also: words(
    "aussi|egalement|en plus|de plus|ainsi que|j'ai oublie|jai oublie|autre chose|j'ajoute|j'oubliais|et puis",
  ),
  injection: words(
    "(?:ignore[rzs]?|oublie[rzs]?|contourne[rzs]?|desobei\\p{L}{1,3}|saute[rz]?|efface[rz]?|ne (?:tiens|tenez) pas compte|ne (?:respecte|suis|suivez|respectez) (?:pas|plus)|(?:fais|faites) abstraction|passe[rz]? outre)(?:(?: |-)moi)? (?:de |d')?(?:toutes |tout |tous )?(?:tes |les |vos |ces |ce |l'|le |la |mes )?(?:instructions?|consignes?|regles?|ordres?|prompts?|directives?|precedente?s?|anterieure?s?|qui precede|restrictions?|systeme|ce qui precede|ci-dessus|dessus|avant)",
    "(?:instructions?|consignes?|regles?|prompts?|directives?) (?:precedente?s?|anterieure?s?|systeme|du systeme|initiales?|cachees?)|prompt systeme|system prompt|(?:tu es|vous etes|te voila|tu deviens) (?:maintenant|desormais|a present)|(?:a partir de maintenant|desormais|maintenant),? (?:tu es|vous etes|tu agis|tu reponds|tu dois)|(?:agis|agissez|comporte-toi|comportez-vous) (?:comme|en tant)|fais (?:comme si|semblant)|faites (?:comme si|semblant)|imagine que tu|mode (?:developpeur|administrateur|admin|dieu|debug|dan)|jailbreak|(?:marque|note|enregistre|classe|mets|inscris|evalue|valide|considere|declare)[rz]?(?:z)?(?:(?: |-)(?:moi|me|le))? (?:(?:mon|ma|le|la|ce|cette|tous|toutes|les) (?:profil|candidature|candidat|candidate|dossier|candidats|candidatures) )?(?:comme|a|en tant que?) (?:etant )?(?:apte|qualifiee?|retenue?|acceptee?|embauchee?|approuvee?|parfaite?|validee?|prioritaire|le meilleur|la meilleure|\\d{1,4})",
  ),
};
