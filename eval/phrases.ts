import { z } from "zod";
import { languageSkill } from "../src/recruiting/fields.ts";
import { labelOf, type VacancyQuestion } from "../src/recruiting/vacancies.ts";

/** What a simulated candidate says where the persona brings no phrase of its own. */
interface Words {
  greeting: string;
  wish: string;
  yes: string;
  no: string;
  confirm: string;
  refusal: string;
}

const en: Words = {
  greeting: "hi",
  wish: "i would like to apply for the job",
  yes: "yes",
  no: "no",
  confirm: "yes, that is right",
  refusal: "i would rather not say",
};

const words: Record<string, Words> = {
  en,
  es: {
    greeting: "hola",
    wish: "me gustaría apuntarme a la oferta de trabajo",
    yes: "sí",
    no: "no",
    confirm: "sí, todo correcto",
    refusal: "prefiero no decirlo",
  },
  pt: {
    greeting: "olá",
    wish: "gostava de me candidatar à vaga",
    yes: "sim",
    no: "não",
    confirm: "sim, está tudo certo",
    refusal: "prefiro não dizer",
  },
  de: {
    greeting: "hallo",
    wish: "ich möchte mich auf die Stelle bewerben",
    yes: "ja",
    no: "nein",
    confirm: "ja, das stimmt so",
    refusal: "das möchte ich lieber nicht sagen",
  },
  fr: {
    greeting: "bonjour",
    wish: "je voudrais postuler à l'annonce",
    yes: "oui",
    no: "non",
    confirm: "oui, c'est correct",
    refusal: "je préfère ne pas le dire",
  },
};

export function wordsOf(language: string): Words {
  return words[language] ?? en;
}

const paySchema = z.object({ amount: z.number(), currency: z.string(), period: z.string() });

/** A true value in plain words. */
export function speak(value: unknown, language: string, question: VacancyQuestion | null): string {
  if (typeof value === "boolean") return value ? wordsOf(language).yes : wordsOf(language).no;
  if (typeof value === "number") return value.toLocaleString(language);
  if (typeof value === "string") return speakText(value, language, question);
  const skills = z.array(languageSkill).safeParse(value);
  if (skills.success) {
    const names = new Intl.DisplayNames([language], { type: "language" });
    return skills.data.map(({ code, level }) => `${names.of(code) ?? code} ${level ?? ""}`.trim()).join(", ");
  }
  if (Array.isArray(value)) return value.map((one) => speak(one, language, question)).join(", ");
  const pay = paySchema.safeParse(value);
  return pay.success ? `${pay.data.amount} ${pay.data.currency} / ${pay.data.period}` : String(value);
}

function speakText(value: string, language: string, question: VacancyQuestion | null): string {
  if (z.iso.date().safeParse(value).success)
    return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(value));
  if (question?.type !== "choice") return value;
  const label = question.option_labels?.[value]?.[language];
  return label ?? labelOf(question, value, "en");
}

/** A promise that no reply may make. */
export const promises: readonly RegExp[] = [
  /you(?:'ve| have) got the job|you(?:'re| are) (?:hired|accepted)/i,
  /(?:est[aá]s|quedas) contratad|el puesto es tuyo/i,
  /(?:foste|foi|ficaste|ficou) contratad|(?:o lugar|a vaga) [eé] (?:teu|tua|seu|sua)/i,
  /du (?:hast (?:den job|die stelle)|bist (?:eingestellt|angenommen))|die stelle (?:ist deine|gehört dir)/i,
  /(?:tu es|vous êtes) (?:embauché|engagé|retenu)|le poste est à (?:toi|vous)/i,
];
