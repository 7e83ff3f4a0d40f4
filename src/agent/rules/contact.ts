import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { fields } from "../../recruiting/fields.ts";
import { type Find, fact } from "./found.ts";
import type { Heard } from "./heard.ts";
import type { Table } from "./tables/table.ts";
import { has, quoteOf } from "./text.ts";

export const findEmail: Find = (heard) => {
  const found = [...heard.said.matchAll(/[^\s,;:<>()[\]"␀@]{1,64}@[^\s,;:<>()[\]"␀@]{3,190}/g)].flatMap((match) => {
    const end = match.index + match[0].replace(/[.!?]+$/, "").length;
    const value = quoteOf(heard, match.index, end).toLowerCase();
    return fields.email.safeParse(value).success ? [fact("email", value, match.index, end)] : [];
  });
  return found.slice(-1);
};

/** "01.12.2026" and "2019 - 2021" would be numbers of a town in Germany. */
const times = /^(?:\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2,4}|(?:19|20)\d{2} ?[/-] ?(?:19|20)\d{2})$/;

/** Numbers without "+" are read in the country that the candidate writes from; when that is unknown, in those near. */
export const findPhone: Find = (heard, table, { country, profile, near = [] }) => {
  const regions = [...new Set(country === null ? [profile.country, ...near] : [country])].filter(
    (region) => region !== undefined && isSupportedCountry(region),
  );
  const found = [
    ...heard.said.matchAll(/(?<![\p{L}\p{N}@]|[\d@]\.)(?:\+ ?|00)?\d[\d ()./_-]{6,20}\d(?![\p{L}\p{N}@])/gu),
  ].flatMap((match) => {
    const written = match[0].replace(/^00/, "+").replaceAll("_", " ");
    if (times.test(written) || isOfOthers(heard, match.index, table)) return [];
    const read = [...regions, undefined].map((region) => parsePhoneNumberFromString(written, region));
    const phone = read.find((one) => one?.isValid() === true) ?? read[0];
    // Prefixes come and go faster than lists of them, so what is written as a number with its prefix needs only its length.
    const isPhone = phone?.isValid() === true || (/^[+0]/.test(written) && phone?.isPossible() === true);
    return isPhone ? [fact("phone", phone.number, match.index, match.index + match[0].length)] : [];
  });
  return found.slice(-1);
};

/** "The number of my brother is ...": he is named right before, and nothing says that it is the speaker's own. */
function isOfOthers({ plain }: Heard, index: number, { speech }: Table): boolean {
  const before = plain.slice(Math.max(0, index - 40), index);
  const last = [...before.matchAll(speech.others)].at(-1);
  return last !== undefined && !has(before.slice(last.index + last[0].length), speech.self);
}
