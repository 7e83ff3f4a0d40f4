import type { Field } from "./fields.ts";
import { fold } from "./fold.ts";
import type { VacancyQuestion } from "./vacancies.ts";

/** Whether the quote stands in the text as whole words: "Ana" is no quote of "mañana". */
export function isQuoteOf(text: string, quote: string): boolean {
  if (quote.trim() === "") return false;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (!cutsWord(text, at) && !cutsWord(text, at + quote.length)) return true;
  }
  return false;
}

/** Whether the quote states the value. What identifies a person is copied, never derived. */
export function isGrounded(target: Field | VacancyQuestion, value: unknown, quote: string, text: string): boolean {
  return typeof target === "string"
    ? isFieldGrounded(target, value, quote, text)
    : isAnswerGrounded(target, value, quote);
}

function isAnswerGrounded({ type }: VacancyQuestion, value: unknown, quote: string): boolean {
  if (type === "number") return canStateNumber.test(fold(quote));
  return type !== "text" || (typeof value === "string" && quote.includes(value));
}

function isFieldGrounded(field: Field, value: unknown, quote: string, text: string): boolean {
  if (field === "experience_years" || field === "pay_expectation") return canStateNumber.test(fold(quote));
  if (typeof value !== "string") return true;
  if (field === "first_name" || field === "last_name") return isNamed(value, quote);
  if (field === "phone") return isDialled(value, quote);
  // "perez@example.org" would be a fair quote of "ana.perez@example.org".
  return field !== "email" || (isAddressIn(quote, value) && isAddressIn(text, value));
}

/** Wide enough for a character of two code units. */
const NEIGHBOUR = 2;

function cutsWord(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - NEIGHBOUR), at);
  return /[\p{L}\p{M}\p{N}]$/u.test(before) && /^[\p{L}\p{M}\p{N}]/u.test(text.slice(at, at + NEIGHBOUR));
}

/** Hyphens and apostrophes part words on both sides: "Ana-María", "O’Brien". */
function isNamed(name: string, quote: string): boolean {
  const said = new Set(wordsOf(quote));
  const words = wordsOf(name);
  return words.length > 0 && words.every((word) => said.has(word));
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** From the first character that may be part of an address, so that none is cut short. */
const addresses = /(?<![\p{L}\p{M}\p{N}_.%+'-])[\p{L}\p{M}\p{N}_.%+'-]+@[\p{L}\p{M}\p{N}.-]+/gu;

function isAddressIn(text: string, address: string): boolean {
  return (text.toLowerCase().match(addresses) ?? []).some((token) => {
    const ended = token.replace(/[.-]+$/, "");
    // WhatsApp writes italics as "_ana@example.org_".
    return [ended, ended.replace(/^[_.'-]+/, "")].includes(address.toLowerCase());
  });
}

/** National numbers have at least this many digits; fewer would let any number pass that ends alike. */
const SHORTEST_PHONE = 6;

function isDialled(phone: string, quote: string): boolean {
  const said = digits(quote).replace(/^0+/, "").slice(-9);
  return said.length >= SHORTEST_PHONE && digits(phone).endsWith(said);
}

/** "18 months", "3 años y medio", "ninguna": no sum is checked, only that the words could state one. */
const canStateNumber = /\p{N}|\p{L}{2}/u;

function digits(text: string): string {
  return text.replaceAll(/\D/g, "");
}
