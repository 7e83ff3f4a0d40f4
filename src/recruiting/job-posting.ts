import { fold } from "./fold.ts";
import { isRecord } from "./vacancy-problems.ts";

/** Reads a JobPosting of schema.org (JSON-LD) as a vacancy that is still to be checked. */

type Posting = Record<string, unknown>;

/** A vacancy as somebody wrote it, and whether as a JobPosting. */
export interface Draft {
  input: unknown;
  isPosting: boolean;
}

/** Where a part of the vacancy stands in a JobPosting. */
const sources = new Map([
  ["id", "identifier"],
  ["place.city", "jobLocation.address.addressLocality"],
  ["place.country", "jobLocation.address.addressCountry"],
  ["language", "inLanguage"],
  ["pay", "baseSalary"],
  ["hours", "employmentType"],
  ["start", "jobStartDate"],
]);

/** The vacancies of a document: one, a list, JobPostings in a list or under "@graph" among other things of a page. */
export function draftsIn(document: unknown): Draft[] {
  if (Array.isArray(document)) return document.flatMap(draftsIn);
  if (!isRecord(document)) return [{ input: document, isPosting: false }];
  if (isPosting(document)) return [{ input: fromPosting(document), isPosting: true }];
  if ("@graph" in document) return draftsIn(document["@graph"]).filter(({ isPosting }) => isPosting);
  return "@type" in document ? [] : [{ input: document, isPosting: false }];
}

/** The place of a problem as the author of a JobPosting knows it. */
export function postingPath(path: string): string {
  return sources.get(path) ?? path;
}

function isPosting({ "@type": type }: Posting): boolean {
  // "JobPosting", "schema:JobPosting" or "https://schema.org/JobPosting", alone or among others.
  return [type].flat().some((one) => typeof one === "string" && /(?:^|[/:])JobPosting$/.test(one));
}

function fromPosting(posting: Posting) {
  const address = partOf(partOf(first(posting["jobLocation"]), "address"));
  const city = textOf(partOf(address, "addressLocality"));
  const title = textOf(posting["title"]);
  const country = countryCode(textOf(partOf(address, "addressCountry"), "name"));
  const language = languageCode(posting["inLanguage"]);
  return {
    id: slug(textOf(posting["identifier"], "value") ?? `${title ?? ""} ${city ?? ""}`),
    title,
    place: { city, country },
    language,
    pay: payOf(posting["baseSalary"], localeOf(language, country)),
    hours: hoursOf(posting["employmentType"]),
    start: textOf(posting["jobStartDate"])?.replace(/^(\d{4}-\d{2}-\d{2})T.*$/, "$1"),
    description: plain(textOf(posting["description"]) ?? ""),
    questions: posting["x-questions"] ?? posting["questions"] ?? [],
    ...unknownOwn(posting),
  };
}

/** Keys that are ours by their name and that nobody reads: they are kept, so that they are refused. */
function unknownOwn(posting: Posting): Posting {
  return Object.fromEntries(
    Object.entries(posting).filter(
      ([key]) => key.startsWith("x-") && (key !== "x-questions" || posting["questions"] !== undefined),
    ),
  );
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

function partOf(value: unknown, key?: string): unknown {
  const one = first(value);
  if (key === undefined) return one;
  return isRecord(one) ? first(one[key]) : undefined;
}

/** The text that it is, or that a thing has under one of these keys. */
function textOf(value: unknown, ...keys: string[]): string | undefined {
  const one = first(value);
  if (typeof one === "number") return String(one);
  if (typeof one === "string") return one.trim() === "" ? undefined : one.trim();
  for (const key of ["@value", ...keys]) {
    const text = isRecord(one) ? textOf(one[key]) : undefined;
    if (text !== undefined) return text;
  }
  return undefined;
}

function slug(text: string): string {
  return fold(text)
    .replaceAll("ß", "ss")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
}

/** "pt-PT" is "pt"; what is no language tag stays as it is, for the check to name it. */
function languageCode(value: unknown): string | undefined {
  const text = textOf(value, "alternateName", "name");
  return /^([a-z]{2})(?:[-_].*)?$/i.exec(text ?? "")?.[1]?.toLowerCase() ?? text;
}

/** ISO 3166-1 of a code or of a name in one of the great languages; what is neither stays as it is. */
function countryCode(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/^[a-z]{2}$/i.test(text)) return regionOf(text);
  const wanted = fold(text);
  const names = ["en", "es", "pt", "de", "fr"].map((language) => {
    return new Intl.DisplayNames([language], { type: "region", fallback: "none" });
  });
  const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  const codes = letters.flatMap((one) => letters.map((two) => `${one}${two}`));
  // Codes of countries that are no more carry the names of those that followed.
  const found = codes.find((code) => names.some((known) => fold(known.of(code) ?? "") === wanted));
  return found === undefined ? text : regionOf(found);
}

function regionOf(code: string): string {
  return new Intl.Locale(`und-${code}`).region ?? code.toUpperCase();
}

function payOf(value: unknown, locale: string): string | undefined {
  const salary = first(value);
  if (!isRecord(salary)) return textOf(salary);
  const range = first(salary["value"]);
  const amounts = isRecord(range) ? [range["value"] ?? range["minValue"], range["maxValue"]] : [range];
  const currency = textOf(salary["currency"]);
  const texts = amounts.flatMap((amount) => textOf(amount) ?? []);
  const unit = textOf(isRecord(range) ? range["unitText"] : salary["unitText"])?.toLowerCase();
  const sum = sumOf(texts, currency, locale);
  return sum === undefined ? undefined : [sum, ...unitIn(unit, locale)].join(" / ");
}

/** As the language writes it; what is no plain number or no currency as it was given. */
function sumOf(amounts: string[], currency: string | undefined, locale: string): string | undefined {
  const [from, to = from] = amounts.map(Number);
  if (from === undefined || to === undefined) return undefined;
  if (currency === undefined || !/^[A-Z]{3}$/.test(currency) || !Number.isFinite(from) || !Number.isFinite(to)) {
    return [amounts.join("–"), currency ?? ""].join(" ").trim();
  }
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    trailingZeroDisplay: "stripIfInteger",
  });
  return to > from ? format.formatRange(from, to) : format.format(from);
}

/** "HOUR" as "hora". */
function unitIn(unit: string | undefined, locale: string): string[] {
  if (unit === undefined || !["hour", "day", "week", "month", "year"].includes(unit)) return [];
  const parts = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).formatToParts(1);
  return parts.flatMap(({ type, value }) => (type === "unit" ? [value] : []));
}

/** Portugal and Brazil write the same amount differently. */
function localeOf(language = "", country = ""): string {
  const locale = `${language}-${country}`;
  return /^[a-z]{2}-[A-Z]{2}$/.test(locale) ? locale : "en";
}

function hoursOf(value: unknown): string | undefined {
  const types = [value]
    .flat()
    .flatMap((one) => (typeof one === "string" ? [one.toUpperCase().replaceAll("-", "_")] : []));
  const isFull = types.includes("FULL_TIME");
  const isPart = types.includes("PART_TIME");
  if (isFull && isPart) return "either";
  return isFull ? "full_time" : isPart ? "part_time" : undefined;
}

/** HTML as lines of plain text. Some pages escape it once more. */
function plain(text: string): string {
  const html = /<[a-z]/i.test(text) ? text : decoded(text);
  const bare = html
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replaceAll(/<li\b[^>]*>/gi, "\n- ")
    .replaceAll(/<(?:br|\/?(?:p|div|ul|ol|h[1-6]|tr|section))\b[^>]*>/gi, "\n")
    .replaceAll(/<\/?[a-z][^>]*>|<!--[\s\S]*?-->/gi, "");
  return decoded(bare)
    .replaceAll(/[^\S\n]+/g, " ")
    .replaceAll(/ ?\n ?/g, "\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  shy: "",
  euro: "€",
  pound: "£",
  szlig: "ß",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  bull: "•",
  middot: "·",
  deg: "°",
  iexcl: "¡",
  iquest: "¿",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  laquo: "«",
  raquo: "»",
  ordf: "ª",
  ordm: "º",
};
const accents: Readonly<Record<string, string>> = {
  grave: "\u0300",
  acute: "\u0301",
  circ: "\u0302",
  tilde: "\u0303",
  uml: "\u0308",
  ring: "\u030A",
  caron: "\u030C",
  cedil: "\u0327",
};

/** Character references: by number, by name, letters with an accent (`&eacute;`). Others stay. */
function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    if (name === undefined) return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
    const [, letter = "", accent = ""] = /^([a-z])([a-z]+)$/i.exec(String(name)) ?? [];
    const mark = accents[accent];
    return entities[String(name)] ?? (mark === undefined ? whole : `${letter}${mark}`.normalize("NFC"));
  });
}
