import { type Find, fact } from "./found.ts";
import type { Table } from "./tables/table.ts";
import { has, sentenceEnd, split } from "./text.ts";

/** Wanted pay with its currency and period; what somebody earned is something else. */
export const findPay: Find = (heard, { speech }, { question, country, near = [] }) => {
  const asked = question === "pay_expectation";
  const signs = Object.keys(speech.currencies).map((sign) => sign.replace("$", String.raw`\$`));
  const sign = `(?:${signs.sort((a, b) => b.length - a.length).join("|")})`;
  const money = new RegExp(
    String.raw`(?<![\p{N}.,])(?<before>${sign})? ?(?<amount>\d{1,3}(?:[., ]\d{3}){1,2}|\d{1,7})(?<cents>[.,]\d{1,2})?(?<k>k| mil(?:l\p{L}{2,6})?(?: de)?)? ?(?<after>${sign})?(?![\p{N}])`,
    "gu",
  );
  for (const { start, end } of split(heard.said, sentenceEnd)) {
    const text = heard.said.slice(start, end);
    if (!asked && !has(text, speech.wantsPay)) continue;
    // "16 euros would be fine, I had 13 before": then only what a clause by itself says to be wanted.
    const past = has(text, speech.pastPay);
    const wanted = past
      ? split(text, /,\s/g).filter((clause) => isWanted(text.slice(clause.start, clause.end), speech))
      : [];
    for (const match of text.matchAll(money)) {
      if (past && !wanted.some((clause) => clause.start <= match.index && match.index < clause.end)) continue;
      const { before, amount = "", cents = "", k, after } = match.groups ?? {};
      const sum = Number(amount.replaceAll(/[., ]/g, "") + cents.replace(",", ".")) * factorOf(k);
      const home = country ?? near[0] ?? "";
      const written = before ?? after ?? "";
      const named = (written === "$" ? dollars[home] : undefined) ?? speech.currencies[written];
      const currency = named ?? (asked ? usual[home] : undefined);
      const tail = text.slice(match.index + match[0].length, match.index + match[0].length + 30);
      const [period, pattern] = speech.periods.find(([, one]) => tail.search(one) >= 0 && tail.search(one) < 16) ?? [];
      if (currency === undefined || pattern === undefined || !(sum > 0) || sum > 10_000_000) continue;
      const [unit] = tail.matchAll(pattern);
      const stop = match.index + match[0].length + (unit === undefined ? 0 : unit.index + unit[0].length);
      return [fact("pay_expectation", { amount: sum, currency, period }, start + match.index, start + stop)];
    }
  }
  return [];
};

/** "2 mil", "2 millones de pesos". */
function factorOf(written: string | undefined): number {
  if (written === undefined) return 1;
  return written.startsWith(" mill") ? 1_000_000 : 1000;
}

function isWanted(clause: string, { wantsPay, pastPay }: Table["speech"]): boolean {
  return has(clause, wantsPay) && !has(clause, pastPay);
}

/** Currencies that go without saying when we asked. */
const usual: Record<string, string> = {
  ...Object.fromEntries(["ES", "DE", "FR", "IT", "PT", "IE", "NL", "BE", "AT"].map((country) => [country, "EUR"])),
  GB: "GBP",
  US: "USD",
  BR: "BRL",
  CH: "CHF",
  CA: "CAD",
  MA: "MAD",
  TN: "TND",
  DZ: "DZD",
  ...Object.fromEntries(["SN", "CI", "ML", "BF", "BJ", "TG", "NE"].map((country) => [country, "XOF"])),
};

/** Whose "$" is no American one. */
const dollars: Record<string, string> = { CA: "CAD", AU: "AUD", NZ: "NZD" };
