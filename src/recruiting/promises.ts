/**
 * Whether a reply promises a job, an interview or a chance, in the languages that the service is made for. Clause by
 * clause, because "I cannot promise that you will get the job" and "will you get the job?" promise nothing. Only what is
 * plain counts: a reply that is held back for nothing costs the candidate a good answer.
 */
export function promises(reply: string): boolean {
  const text = reply
    .normalize("NFKC")
    .replaceAll(/\p{Cf}+/gu, "")
    .replaceAll("’", "'")
    .toLowerCase();
  const stated = (text.match(clauses) ?? []).filter((clause) => !/[?¿]/.test(clause));
  return stated.some((clause) => spoken.some((language) => promisesIn(clause, language)));
}

/** A comma ends a clause unless what follows depends on it: "..., dass du den Job bekommst". */
const clauses =
  /(?:[^.!?;:,\n]|,(?=\s?(?:that|whether|if|dass|daß|ob|wenn|que|qu'|si|quand|cuando|quando)(?!\p{L})))+[.!?;:,\n]?/gu;

interface Spoken {
  promise: RegExp;
  /** In front of the promise takes it back; in German behind it, too. */
  denial: RegExp;
  denialBehind: boolean;
}

function promisesIn(clause: string, { promise, denial, denialBehind }: Spoken): boolean {
  const found = promise.exec(clause);
  return found !== null && !denial.test(denialBehind ? clause : clause.slice(0, found.index + found[0].length));
}

/** The two are so alike that the promise of one can be read in the other. "Se garantiza" is no "if". */
const iberian = any([
  "no|n[ãa]o|nunca|jamás|jamais|nadie|ninguém|ni|nem|sin|sem|si|se(?! garanti)",
  "cuando|quando|hasta|até|quien|quién|quem",
]);

const spoken: Spoken[] = [
  {
    promise: any([
      "you(?:'ve| have)? (?:got|landed|won) (?:the|this) (?:job|position|role|place)",
      "you(?:'re| are|'ll be| will be) (?:hired|employed|accepted for|selected for|in for)",
      "(?:we|i|they)(?:'ll| will|'re going to| are going to| want to|'ve decided to| have decided to)? ?(?:hire|employ) you",
      "(?:job|position|role) is yours",
      "you(?:'ll| will|'re going to| are going to) (?:get|have|be given|be offered) (?:the|this|a|an|your) (?:job|position|role|interview|offer)",
      "(?:we|i|they)(?:'ll| will|'re going to| are going to) (?:give|offer) you (?:the|this|a|an) (?:job|position|role|interview)",
      "(?:promise|guarantee|assure)s? .{0,40}(?:job|position|interview|hired?|chances?)",
      "(?:job|position|interview|place) is (?:guaranteed|certain|as good as yours)",
      "(?:i|we)(?:'ve| have)? (?:booked|scheduled|arranged) .{0,20}interview",
      "you(?:'ve| have) (?:a |an )?(?:very |really )?(?:good|great|excellent|high|strong) chances?",
      "your chances are (?:very |really )?(?:good|great|excellent|high|strong)",
    ]),
    denial: any(["not?", "cannot", "\\p{L}+n't", "never", "nobody", "none", "if", "whether", "unless", "who", "once"]),
    denialBehind: false,
  },
  {
    promise: any([
      "(?:te|le|os) (?:contratamos|contrataremos|contratar[áa]n|vamos a contratar|van a contratar|hemos contratado)",
      "vamos a contratarte",
      "(?:est[áa]s|has sido|fuiste|ser[áa]s|quedas) (?:ya )?(?:contratad|seleccionad|aceptad|admitid)[oa]",
      "(?:puesto|trabajo|empleo|plaza|vacante) (?:ya )?es (?:tuy|suy)[oa]",
      "(?:te|le) (?:damos|daremos|vamos a dar|van a dar) (?:el|la|este|un|una) (?:puesto|trabajo|empleo|plaza|entrevista)",
      "vamos a (?:darte|ofrecerte) (?:el|la|este|un|una) (?:puesto|trabajo|empleo|plaza|entrevista)",
      "(?:has conseguido|conseguiste|tienes|tendr[áa]s|vas a tener) (?:ya )?(?:el (?:puesto|empleo)|una entrevista|tu entrevista|el trabajo asegurado)",
      "(?:garantiz|asegur|promet)\\p{L}* .{0,40}(?:puesto|trabajo|empleo|plaza|entrevista|contrat\\p{L}*)",
      "(?:puesto|trabajo|empleo|plaza|entrevista) (?:est[áa] )?(?:garantizad|asegurad)[oa]",
      "tienes (?:muy |muchas )?(?:buenas|grandes|altas|muchas)? ?(?:posibilidades|opciones|probabilidades)",
    ]),
    denial: iberian,
    denialBehind: false,
  },
  {
    promise: any([
      "voc[êe] (?:foi|est[áa]|ser[áa]|vai ser) (?:contratad|selecionad|aprovad|aceit)[oa]",
      "(?:foste|ser[áa]s|vais ser) (?:contratad|selecionad|aprovad|aceit)[oa]",
      "(?:vamos|iremos|v[ãa]o) (?:te |lhe )?contratar",
      "(?:contratamos|contrataremos) voc[êe]|contratamos-te",
      "(?:vaga|emprego|trabalho|lugar) (?:j[áa] )?[ée] (?:seu|sua|teu|tua)",
      "(?:conseguiu|conseguiste|ganhou|tem|tens|ter[áa]|ter[áa]s|vai ter|vais ter) (?:o emprego|a vaga|o lugar|uma entrevista|a sua entrevista)",
      "(?:damos|daremos|vamos dar)(?:-te|-lhe| a voc[êe]| te| lhe)? (?:o|a|um|uma) (?:emprego|vaga|lugar|entrevista)",
      "(?:garant|assegur|promet)[\\p{L}-]* .{0,40}(?:emprego|vaga|trabalho|lugar|entrevista|contrat\\p{L}*)",
      "(?:emprego|vaga|lugar|entrevista) (?:est[áa] )?(?:garantid|assegurad)[oa]",
      "(?:tem|tens) (?:muito )?(?:boas|grandes|muitas|altas) (?:chances|hip[óo]teses|possibilidades)",
    ]),
    denial: iberian,
    denialBehind: false,
  },
  {
    promise: any([
      "(?:du hast|hast du|sie haben) (?:den job|die stelle|die zusage)(?: (?:sicher|schon|bereits|jetzt|in der tasche)){0,2}\\s*(?:[.!,;:\\n]|$)",
      "(?:du|sie) (?:bekommst|kriegst|erhältst|bekommen|erhalten) (?:den|die|diesen|eine|ein) (?:job|stelle|zusage|vorstellungsgespräch)",
      "(?:bekommst|kriegst|erhältst) du (?:den|die|diesen|eine|ein) (?:job|stelle|zusage|vorstellungsgespräch)",
      "du (?:den job|die stelle) (?:bekommst|kriegst|hast)",
      "wir stellen (?:dich|sie) (?:\\p{L}+ ){0,3}ein",
      "(?:du bist|du wirst|bist du|wirst du) (?:\\p{L}+ )?(?:eingestellt|angenommen|ausgewählt|genommen)",
      "(?:job|stelle) (?:ist dein|gehört dir|ist dir sicher|ist ihnen sicher)\\p{L}*",
      "wir (?:geben|bieten) dir (?:den|die|diesen|eine) (?:job|stelle|zusage)",
      "(?:garantier|versprech|versprich|zusicher)\\p{L}* .{0,40}(?:job|stelle|vorstellungsgespräch|einstell\\p{L}*|zusage|chancen?)",
      "(?:job|stelle|vorstellungsgespräch) ist (?:dir )?garantiert",
      "(?:sehr |richtig )?(?:gute|beste|hohe|große) chancen",
    ]),
    denial: any(["nicht", "kein\\p{L}*", "nie", "niemals", "niemand", "ohne", "ob", "wenn", "falls", "sobald", "wer"]),
    denialBehind: true,
  },
  {
    promise: any([
      "(?:vous êtes|vous serez|vous allez être|vous avez été|tu es|tu seras|tu as été) (?:embauch|engag|recrut|sélectionn|accept|reten|pris)\\p{L}*",
      "(?:nous|on) (?:vous|te|t') ?(?:embauch|engag|recrut)\\p{L}*",
      "(?:nous allons|on va) (?:vous |te |t')(?:embaucher|engager|recruter)",
      "(?:poste|emploi|job|place) est (?:à vous|à toi|pour vous)",
      "(?:vous avez|vous aurez|vous obtenez|vous avez obtenu|vous avez décroché|tu as|tu auras) (?:le poste|le job|un entretien|l'emploi(?! du temps))",
      "(?:nous|on) (?:vous|te) (?:donnons|donnerons|donne|offrons|offrirons|offre|proposons|propose) (?:le poste|le job|un entretien|l'emploi)",
      "(?:garanti|assur|promet)\\p{L}* .{0,40}(?:poste|emploi|job|entretien|embauch\\p{L}*)",
      "(?:poste|emploi|entretien|embauche) est (?:garanti|assuré)e?",
      "(?:de )?(?:très )?(?:bonnes|grandes|fortes) chances",
    ]),
    denial: any(["ne", "n'\\p{L}+", "pas", "jamais", "personne", "aucune?", "sans", "si", "s'il", "quand", "qui"]),
    denialBehind: false,
  },
];

function any(patterns: string[]): RegExp {
  return new RegExp(String.raw`(?<!\p{L})(?:${patterns.join("|")})(?!\p{L})`, "u");
}
