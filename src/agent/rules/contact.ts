import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { fields } from "../../recruiting/fields.ts";
import { type Find, fact } from "./found.ts";
import { quoteOf } from "./text.ts";

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

/** Numbers without "+" are read in the country that the candidate writes from. */
export const findPhone: Find = (heard, _table, { country }) => {
  const region = country !== null && isSupportedCountry(country) ? country : undefined;
  const found = [
    ...heard.said.matchAll(/(?<![\p{L}\p{N}@.])(?:\+|00)?\d[\d ()./-]{6,20}\d(?![\p{L}\p{N}@])/gu),
  ].flatMap((match) => {
    const written = match[0].replace(/^00/, "+");
    if (times.test(written)) return [];
    const phone = parsePhoneNumberFromString(written, region);
    // Prefixes come and go faster than lists of them, so what is written as a number with its prefix needs only its length.
    const isPhone = phone?.isValid() === true || (/^[+0]/.test(written) && phone?.isPossible() === true);
    return isPhone ? [fact("phone", phone.number, match.index, match.index + match[0].length)] : [];
  });
  return found.slice(-1);
};
