import { words } from "../text.ts";
import type { Persons } from "./table.ts";

const iAm = "(?:je suis|jsuis|j suis|chuis|je sui)";

export const persons: Persons = {
  others: words(
    "(?:mon|ma|mes|son|sa|ses|notre|nos|leur|une?|des|l'|d'une?|une autre|un autre) ?(?:petite? |grande? |meilleure? |jeune )?(?:soeur|frere|ami|amie|pote|copain|copine|cousin|cousine|oncle|tante|tata|tonton|voisin|voisine|collegue|neveu|niece|beau-frere|belle-soeur|belle-mere|beau-pere|beau frere|belle soeur|connaissance|colocataire|coloc|conjoint|conjointe|compagnon|compagne|fiancee?|epoux|epouse|mari|fils|fille|papa|maman|mere|pere|grand-mere|grand-pere)s?(?! et moi)",
    "(?:mon|ma|mes|son|sa|ses|notre|nos|leur) (?:enfants?|parents|famille|femme|mec|ex|cherie?|patronn?e?s?|chef|boss|bebe|petit|petite|gars|bru|gendre)(?! et moi)",
    "quelqu'un que je connais|elle|elles|ils|il (?:est(?! (?:possible|important|difficile|facile|tard|tot|vrai|clair))|a(?! (?:fallu|ete))|s'appelle|habite|vit|parle|travaille|cherche|veut|voudrait|aimerait|sait|possede|recherche|n'a|peut)|pour (?:lui|elle|eux|elles)|son (?:nom|prenom|numero)",
  ),
  self: words(
    "je|j'|moi|jai|jsuis|chuis|jhabite|jcherche|jparle|jpeux|jveux|jaimerais|mon (?:nom|prenom|numero|mail|e-?mail|telephone|tel|adresse)|ma ville",
  ),
  besides: words("avec|de|d'|chez|par|grace a|via|suis|jsuis|chuis|etant"),
  nameAfter: words(
    `${iAm}(?: (?:madame|monsieur|mme|mlle|mademoiselle|mr|m\\.))?|(?:ici|moi|bonjour|bonsoir|salut|slt|bjr|hello|coucou),? (?:c'est|cest|c est|c)|(?<=(?:^|bonjour|bonsoir|salut|slt|bjr|hello),? ?)ici|moi|appelez(?: |-)moi|appelle(?: |-)moi|(?:on )?(?:m'appel(?:le|lent|ler|er)|me surnomme|me dit)|(?:bien )?cordialement,?|cdt,?|signee?,?`,
  ),
  nameAlways: words(
    "je? ?m(?:'|e | )?app?ell?e?|je? ?me (?:nomme|prenomme)(?: (?:madame|monsieur|mme|mlle|mr))?|je,? soussignee?,?(?: (?:madame|monsieur|mme|mlle|mr))?|mon (?:vrai )?(?:nom|blaze)(?: complet| et prenom)?,? (?:est|c'est|cest|c|:)|(?:nom et prenom|prenom et nom|nom complet|nom prenom|prenom nom|(?:pre)?nom/(?:pre)?nom)s? ?:?",
  ),
  firstNameAfter: words(
    "(?:mon )?(?<!nom et )(?<!nom )(?<!nom/)prenom(?! et nom)(?! nom)(?!/),? ?(?:est|c'est|cest|c est|c|:|=)?",
  ),
  lastNameAfter: words(
    "(?:mon )?nom de famille,? ?(?:est|c'est|cest|c est|c|:|=)?|(?:mon )?nom,? ?(?:est|c'est|cest|c est|c|[:=])(?=[\\s\\S]{1,40}prenom)|(?<=prenom(?: |:|=)[\\s\\S]{2,30})(?<!et )(?<!prenom )nom(?! et prenom),? ?(?:est|c'est|cest|c|:|=)?",
  ),
  givenName: words(
    "abdel|abdelaziz|abdelkader|abderrahmane|abdou|abdoulaye|aboubacar|adama|adel|adrien|agathe|agnes|ahmed|aicha|aissata|aissatou|alain|albert|alex|alexandra|alexandre|alexia|alexis|ali|alice|aliou|alicia|aline|alioune|alpha|amadou|amandine|amel|amelie|amina|aminata|amine|ana|anais|andre|andrea|angelique|anis|anissa|anna|anne|anne-marie|anne-sophie|anthony|antoine|antonio|antony|arnaud|arthur|asma|assa|assia|audrey|aurelie|aurelien|awa|axel|ayoub|bakary|baptiste|bastien|beatrice|benjamin|benoit|bernard|bertrand|bilal|bintou|boubacar|brahim|brice|brigitte|bruno|camille|carine|carla|carlos|carole|caroline|catherine|cecile|cedric|celia|celine|chantal|charles|charlotte|cheikh|chloe|christelle|christian|christine|christophe|cindy|clara|claude|claudine|clemence|coralie|corentin|corinne|coumba|cyril|damien|daniel|danielle|david|delphine|denis|diane|didier|dimitri|djamel|djibril|dominique|doriane|dorian|drissa|dylan|edouard|elisabeth|elise|elodie|emilie|emma|emmanuel|emmanuelle|enzo|eric|estelle|ester|esther|etienne|eva|eve|evelyne|fabien|fabienne|fabrice|fanny|fanta|farid|farida|fatima|fatiha|fatma|fatou|fatoumata|faycal|feriel|florian|franck|francis|francois|francoise|frederic|gabriel|gabrielle|gael|gaelle|gaetan|genevieve|geoffrey|georges|gerald|geraldine|gerard|ghislaine|gilbert|gilles|gregory|guillaume|guy|gwenaelle|habib|hakim|hamid|hamza|hanane|hassan|hawa|helene|henri|herve|hicham|hind|houda|hugo|hussein|ibrahim|ibrahima|idrissa|ilyes|iman|imane|ines|irina|isabelle|ismael|issa|ivan|jacqueline|jacques|jamila|jamal|jean|jean-claude|jean-luc|jean-marc|jean-marie|jean-michel|jean-paul|jean-philippe|jean-pierre|jeanne|jennifer|jeremy|jerome|jessica|joao|joel|joelle|johan|johanna|john|jonathan|jordan|jorge|jose|joseph|josiane|jules|julia|julie|julien|juliette|justine|kadiatou|kader|kamel|karim|karima|karine|kelly|kenza|kevin|khadija|khadidiatou|khaled|khalid|lamia|lassana|latifa|laetitia|laura|laure|laurence|laurent|lea|leila|lena|leo|leon|leonie|leslie|lila|lilian|lina|linda|lionel|lisa|loic|lola|louis|louise|loubna|luc|lucas|lucie|ludivine|ludovic|luis|lydia|lydie|mael|maeva|magali|mahamadou|mahmoud|malik|malika|mamadou|manon|manuel|marc|marco|margaux|margot|maria|mariam|mariama|marianne|marie-claude|marie-laure|marie-pierre|marina|mario|marion|marius|martine|maryam|maryse|mateo|mathias|mathieu|mathilde|mathis|matteo|matthieu|maud|maurice|maxime|mehdi|melanie|melissa|melody|mercedes|meriem|mickael|michael|michel|michele|miguel|mireille|modou|mohamed|mohammed|mohammad|mokhtar|monique|morgane|mounir|mourad|moussa|muriel|mustapha|myriam|nabil|nadege|nadia|nadine|naima|nassim|natacha|nathalie|nathan|nawal|nicolas|nicole|noah|noe|noemie|nora|nordine|oceane|odile|olivier|omar|ophelie|oumar|oumou|oumy|ousmane|pascal|pascale|patrice|patricia|patrick|paul|paula|pauline|pedro|philippe|pierre|quentin|rachel|rachid|rachida|rafael|rania|raphael|raymond|rayan|rebecca|redouane|regine|remi|remy|rene|renee|rita|robert|rodrigue|roger|rokia|romain|romane|romuald|ronan|sabine|sabrina|said|saida|salif|salima|salimata|salma|salome|sami|samia|samir|samira|samuel|sandra|sandrine|sara|sarah|sebastien|sekou|selim|serge|severine|seydou|sihem|silvia|simon|simone|sixtine|slimane|sofia|sofiane|solange|solene|sonia|sophie|souad|souleymane|stephane|stephanie|steve|steven|suzanne|sylvain|sylvia|sylvie|tarek|tarik|tatiana|thais|theo|theophile|thibaud|thibault|thierry|thomas|tiphaine|tony|toufik|valentine|valerie|vanessa|veronique|victor|victoria|vincent|virginie|wafa|walid|wassim|wilfried|william|xavier|yacine|yacouba|yamina|yan|yann|yanis|yannick|yasmina|yasmine|yassine|yohan|youcef|youness|youssef|youssouf|yvan|yves|yvette|yvonne|zahra|zakaria|zineb|ziad|zoe|zohra|zoubida|zouhair",
  ),
  notName: words(
    "icitte|deh|wallah|wesh|et|ou|mais|donc|or|ni|car|a|au|aux|en|dans|sur|sous|chez|avec|sans|pour|par|vers|pres|que|qui|quoi|dont|si|comme|je|j|j'\\p{L}{1,20}|m'\\p{L}{1,20}|n'\\p{L}{1,20}|c'\\p{L}{1,20}|s'\\p{L}{1,20}|qu'\\p{L}{1,20}|l'\\p{L}{1,20}|d'\\p{L}{1,20}|jai|jsuis|jhabite|jcherche|jpeux|jveux|jparle|chuis|cest|me|moi|mon|ma|mes|tu|te|toi|ton|ta|tes|vous|votre|vos|nous|notre|il|elle|on|ils|elles|ce|ca|cela|cette|ces|cet|un|une|des|les|nom|prenom|noms|prenoms|est|es|suis|ai|as|etre|avoir|etait|sera|serait|ete|fait|fais|faire|va|vais|vas|vient|viens|peux|peut|pourrais|veux|veut|voudrais|voulais|voulez|aimerais|souhaite|souhaiterais|cherche|recherche|habite|habitant|vis|vit|reside|travaille|travailler|travail|bosse|boulot|taf|job|emploi|poste|postule|postuler|candidat|candidate|candidature|offre|annonce|interessee?s?|interesse|oui|ouais|non|nan|ok|okay|d'accord|daccord|merci|bonjour|bonsoir|salut|bjr|slt|hello|coucou|cordialement|pas|plus|jamais|souvent|parfois|rien|personne|aucune?|tres|trop|assez|bien|mal|bon|bonne|mieux|aussi|encore|toujours|deja|maintenant|actuellement|aujourd'hui|demain|hier|ici|la-bas|apres|avant|depuis|pendant|puis|alors|voila|ans|annees?|mois|jours?|semaines?|heures?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|homme|femme|mere|pere|maman|papa|celibataire|mariee|divorcee?|jeune|etudiante?|lyceen(?:ne)?|retraitee?|chomeur|chomeuse|chomage|disponibles?|dispo|dispos|libre|prete?|motivee?|serieuse?|serieux|ponctuelle?|dynamique|autonome|responsable|polyvalente?|souriante?|sociable|organisee?|travailleur|travailleuse|experimentee?|qualifiee?|diplomee?|debutante?|titulaire|originaire|natif|native|resident|residente|citoyen|citoyenne|majeure?|mineure?|vehiculee?|francaise?|anglaise?|marocaine?|algerien(?:ne)?|tunisien(?:ne)?|senegalaise?|malien(?:ne)?|ivoirien(?:ne)?|camerounaise?|congolaise?|guineen(?:ne)?|portugaise?|espagnole?|italien(?:ne)?|roumaine?|polonaise?|belge|suisse|turque?|kurde|russe|ukrainien(?:ne)?|allemande?|bresilien(?:ne)?|haitien(?:ne)?|comorien(?:ne)?|europeen(?:ne)?|etranger|etrangere|sure?|certaine?|desolee?|dsl|pardon|contente?|heureux|heureuse|ravie?|enchantee?|fatiguee?|malade|enceinte|occupee?|presse|pressee|perdue?|d'abord|svp|stp|attendez|attends|quel|quelle|quels|quelles|comment|combien|pourquoi|quand|info|infos|information|informations|renseignement|question|plutot|seulement|juste|surtout|vraiment|environ|peut-etre|tout|toute|tous|toutes|autre|autres|meme|le meme|la meme|quelqu'un|quelque|chose|monsieur|madame|mademoiselle|mr|mme|mlle|passionnee?|habituee?|inscrite?|basee?|domiciliee?|installee?|situee?|loin|cote|dehors|arrivee?|venue?|parle|parlant|ecris|contacte|appelle|permis|voiture|niveau|langue|recruteur|robot|seule?|nouveau|nouvelle|ancienne?|actif|active|salariee?|employee?|formee?|apte|capable|partante?|preneur|preneuse|demandeur|demandeuse|joignable|hote|aide|agent|auxiliaire|confirme|confirmee|correct|faux|erreur|trompe|trompee|mauvais|nul|genre|secret|importe|besoin|envie|problemes?|souci|faut|prefere|dis|dit|dire|regarde|concerne|vu|vue|mis|mise|ecrit|lu|oublie|change|changez|corrigez|sinon|pourtant|parce|puisque|afin|grace|suite|retour|reconversion|formation|etudes|stage|alternance|cdi|cdd|interim",
  ),
  particle: words("de|du|des|d'|de la|la|le|l'|van|von|der|den|da|dos|do|di|del|el|al|ben|bin|bint|ould|ait|abou|bou"),
  secondName: words(
    "tidiane|mai|binta|ndeye|oury|marie|pierre|paul|luc|claude|louis|louise|anne|marc|michel|francois|francoise|philippe|baptiste|jacques|christophe|joseph|yves|laure|claire|france|sophie|line|jo|noel|charles|henri|rene|andre|jose|maria|carlos|manuel|antonio|zahra|zohra|ezzahra|amine|amin|lamine|ali|karim|rahman|aziz|kader|binta|moctar|bachir|cherif|fatou|astou|diarra|therese|elisabeth|antoinette|jeanne|helene|christine|hadj",
  ),
  livesIn: words(
    "(?:je|on) restes?(?= a (?!votre|disposition|l'ecoute|dispo))(?: a)?",
    "(?:j'habite|jhabite|habite|je vis|vis|je reside|reside|je suis|jsuis) (?:en \\p{L}{4,15}|(?:dans )?le \\d{2,3}),? a",
    `(?:${iAm}|suis)(?: actuellement| maintenant| desormais)? en(?= (?:france|belgique|suisse|espagne|italie|allemagne|angleterre|tunisie|algerie|cote d'ivoire|guinee|mauritanie))`,
    "(?:j'habite|jhabite|j habite|habite|habitons|habitant|habitante|je vis|vis|vivant|vivons|je reside|reside|residant|residante|residence|je loge|loge|logee?|je demeure|demeurant)(?: maintenant| actuellement| desormais| toujours| aujourd'hui| ici| seule?| depuis peu| avec (?:ma|mon|mes) \\p{L}{3,12}| chez (?:ma|mon|mes) \\p{L}{3,12}| a present)?,?(?: (?:a|au|aux|en|sur|dans|vers))?",
    "(?:domiciliee?|basee?|installee?|situee?|(?:j'ai |je viens de |je vais )?(?:demenager?|emmenager?|m'installer)|loge|me suis installee?)(?: maintenant| actuellement| recemment)? (?:a|au|aux|en|sur|dans|vers)",
    `(?:${iAm}|suis)(?: actuellement| maintenant| desormais)? (?:a|au|aux|sur)`,
    "(?:ma ville|ville|commune|mon adresse|adresse|localite|lieu de residence|domicile)(?: actuelle)? ?(?:est|c'est|cest|:|a|par|pour)",
  ),
  comesFrom: words(
    `(?:${iAm}|suis)(?: \\p{L}{3,20}){0,3} (?:de|d'|du|des)|(?:je )?(?:viens|vient|arrive) (?:de|d'|du)|jviens (?:de|d'|du)|originaire (?:de|d'|du)|(?:j'ecris|vous ecris|t'ecris) (?:de|d'|du|depuis)|(?:[0-8]\\d|9[0-8])\\d{3}`,
  ),
  beforePlace: words("a|au|aux|de|d'|du|en|sur|vers|dans"),
  placeLead: words(
    "j'habite|jhabite|j habite|habite|je vis|vis|je suis|jsuis|je reside|reside|c'est|cest|c est|\\d{5}|ville|plutot|actuellement|la ville de|la commune de",
  ),
  rather: words("mais|c'est|cest|c est|plutot(?: a)?|par|pour|dire(?: a)?"),
  inPlace: words(
    "la ville de|la commune de|la ville d'|le centre(?: |-)ville de|le centre de|centre-ville de|la banlieue de|banlieue de|la region de|la peripherie de|le quartier de|le sud de|le nord de|l'est de|l'ouest de|ville de|la metropole de|l'agglomeration de|agglomeration de|a",
  ),
  notPlace: words(
    "l'\\p{L}{1,20}|un|une|mon|ma|mes|ce|cette|votre|vos|pied|velo|voiture|bus|metro|domicile|proximite|cote|pres|loin|chez|avec|rue|avenue|boulevard|impasse|place|quartier|centre|ville|campagne|banlieue|region|recherche|poste|mi-temps|temps|jour|jours|nuit|partir|quelle?s?|quoi|qui|jeun|bonne?|nouveau|merci|rien|suite|plus|bientot|plein|cdi|cdd|interim|stage|alternance|formation|couple|colocation|famille|vacances|conge|maladie|general|moyenne|fait|cours|ce moment|effet|attendant|tout|toute|tous|preference|sens|mer|avion|contes|lens a|changer?|corte|lire|finir|terminer|vue|demain|aujourd'hui|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|ete|hiver|automne|printemps|soiree|matinee|journee|cuisine|salle|restauration|nature|peu|nulle|partout|pour|par|dans|et|ou|mais|pas|non|oui|facebook|indeed|instagram|terminale|bts|bac|licence|master|apprentissage|reconversion|france travail|pole|anglais|francais",
  ),
  countries: {
    "royaume uni": "GB",
    angleterre: "GB",
    ecosse: "GB",
    "pays de galles": "GB",
    "grande bretagne": "GB",
    usa: "US",
    hollande: "NL",
    rdc: "CD",
    "rd congo": "CD",
    "republique democratique du congo": "CD",
    "congo brazzaville": "CG",
    "republique tcheque": "CZ",
    birmanie: "MM",
  },
};
