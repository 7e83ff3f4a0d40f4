import { type Field, isField } from "../../recruiting/fields.ts";
import { fieldOf, questionIn, type VacancyQuestion } from "../../recruiting/vacancies.ts";
import type { Turn } from "../turn.ts";

/** Reads a value of a profile field, or of an answer to a question of the vacancy, as `readValue` does. */
export function readClaim(name: string, text: string, { vacancy }: Turn): unknown {
  const question = questionIn(vacancy, name);
  if (question === null) return isField(name) ? readValue(name, text) : text;
  const field = fieldOf(question);
  return field === undefined ? readAnswer(question, text.trim()) : readValue(field, text);
}

function readAnswer({ type }: VacancyQuestion, words: string): unknown {
  switch (type) {
    case "boolean":
      return readValue("work_permit", words);
    case "number":
      return readValue("experience_years", words);
    case "languages":
      return readValue("languages", words);
    case "choice":
    case "date":
    case "text":
      return words;
  }
}

/**
 * Reads a value in the text form that the extraction's instructions ask for. What cannot be read comes out as something
 * that the field's own type refuses.
 */
export function readValue(field: Field, text: string): unknown {
  const words = text.trim();
  switch (field) {
    case "experience_years":
      return words === "" ? undefined : Number(words.replace(",", "."));
    case "work_permit":
    case "own_transport":
    case "over_18":
      return words === "true" ? true : words === "false" ? false : undefined;
    case "roles":
    case "skills":
    case "licences":
    case "shifts":
      return parts(words);
    case "languages":
      return parts(words).map((part) => {
        const [code, level] = part.split(/\s+/);
        return { code: code?.toLowerCase(), level: level === undefined ? null : levelOf(level) };
      });
    case "pay_expectation": {
      const [, amount, currency, period] = /^([\d.,]+)\s+([A-Za-z]{3})\s+(\w+)$/.exec(words) ?? [];
      // Three digits behind a point or comma are thousands: nobody is paid in thousandths.
      const plain = amount?.replaceAll(/[.,](?=\d{3}(?!\d))/g, "").replace(",", ".");
      return { amount: Number(plain), currency: currency?.toUpperCase(), period };
    }
    case "phone":
      return words.replaceAll(/[^\d+]/g, "");
    case "country":
      return words.toUpperCase();
    case "first_name":
    case "last_name":
    case "email":
    case "city":
    case "education":
    case "available_from":
    case "hours":
      return words;
  }
}

function parts(text: string): string[] {
  return text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function levelOf(level: string): string {
  return level.length > 2 ? level.toLowerCase() : level.toUpperCase();
}
