/** What the rules need for each language: how people say things, and how we answer. */

export const fields = ["name", "place", "role"] as const;
export type Field = (typeof fields)[number];

interface Table {
  /** Frequent words that tell the language. */
  marks: RegExp;
  /** The first group is the value. */
  patterns: Record<Field, RegExp>;
  label: Record<Field, string>;
  ask: Record<Field, string>;
  greeting: string;
  noted: string;
  done: string;
}

const name = String.raw`(\p{Lu}[\p{L}'’-]{1,30}(?: (?:de |la |del |van |von |da |dos )?\p{Lu}[\p{L}'’-]{1,30}){0,3})`;
/** What a role ends at: the given words, or anything but letters, spaces and hyphens. */
const end = (words: string) => String.raw`(?= (?:${words})(?!\p{L})| ?(?:[^\p{L} -]|$))`;

const es: Table = {
  marks:
    /(?<!\p{L})(hola|buenas|buenos|soy|busco|trabajo|quiero|gracias|vivo|desde|para|tengo|me llamo|qué|una?)(?!\p{L})/giu,
  patterns: {
    name: new RegExp(String.raw`(?<!\p{L})(?:[Ss]oy|[Mm]e llamo|[Mm]i nombre es) ${name}`, "u"),
    place: new RegExp(String.raw`(?<!\p{L})(?:[Vv]ivo en|[Ss]oy de|[Ee]stoy en|(?<=, )de|^[Dd]e) ${name}`, "u"),
    role: new RegExp(
      String.raw`(?<!\p{L})(?:trabajo de|trabajo como|trabajar de|trabajar como|puesto de|empleo de) ([\p{L} -]{3,40}?)${end("en|para|por")}`,
      "iu",
    ),
  },
  label: { name: "nombre", place: "lugar", role: "puesto" },
  ask: {
    name: "¿Cómo te llamas?",
    place: "¿En qué ciudad vives?",
    role: "¿De qué te gustaría trabajar?",
  },
  greeting: "¡Hola! Soy un asistente automático de selección.",
  noted: "He anotado: {noted}.",
  done: "Gracias, con esto tengo lo básico. Si algo no es correcto, dímelo y lo cambio.",
};

const en: Table = {
  marks: /(?<!\p{L})(hello|hi|hey|i'm|i am|my name|looking|work|job|thanks|the|from|live|want|as an?)(?!\p{L})/giu,
  patterns: {
    name: new RegExp(String.raw`(?<!\p{L})(?:[Ii] am|[Ii]['’]m|[Mm]y name is|[Tt]his is) ${name}`, "u"),
    place: new RegExp(String.raw`(?<!\p{L})(?:from|[Ll]ive in|living in|based in) ${name}`, "u"),
    role: new RegExp(
      String.raw`(?<!\p{L})(?:work as|working as|job as|position as|as) an? ([\p{L} -]{3,40}?)${end("job|position|in|at|for|near")}`,
      "iu",
    ),
  },
  label: { name: "name", place: "place", role: "role" },
  ask: {
    name: "What is your name?",
    place: "Which city do you live in?",
    role: "What kind of job are you looking for?",
  },
  greeting: "Hello! I am an automated recruitment assistant.",
  noted: "Noted: {noted}.",
  done: "Thank you, that covers the basics. If anything is wrong, tell me and I will change it.",
};

export const tables = { en, es };

/** The language with the most marks in what was said; English when nothing tells. */
export function languageOf(messages: { text: string }[]): keyof typeof tables {
  const said = messages.map(({ text }) => text).join("\n");
  const spanish = said.match(es.marks)?.length ?? 0;
  const english = said.match(en.marks)?.length ?? 0;
  return spanish > english ? "es" : "en";
}
