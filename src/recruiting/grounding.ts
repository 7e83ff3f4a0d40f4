import { foldWords } from "./fold.ts";

/**
 * What a reply must not make up: whatever a candidate would act on has to stand in a source. Figures are read, not words
 * ("fifteen euros"); of street addresses, those with the number behind the street. All patterns are bounded: sources are
 * as long as candidates like.
 */

/** Said by an engine, and by nobody before it. */
interface Ungrounded {
  kind: "email" | "link" | "address" | "date" | "time" | "money" | "percent" | "phone";
  text: string;
}

/** What in the reply stands in none of the sources. */
export function ungrounded(reply: string, sources: string[]): Ungrounded[] {
  const known = sources.flatMap(statementsIn);
  return statementsIn(reply)
    .filter((said) => !known.some((source) => source.kind === said.kind && states(source, said)))
    .map(({ kind, text }) => ({ kind, text: text.trim() }));
}

interface Statement extends Ungrounded {
  /** What it can be read as: "1/12" is two days. */
  readings: string[];
}

function states(source: Statement, said: Statement): boolean {
  return source.readings.some((known) =>
    said.readings.some(
      (reading) =>
        known === reading ||
        (said.kind === "link" && known.startsWith(`${reading}/`)) ||
        // The same number with its country.
        (said.kind === "phone" && known.endsWith(reading)),
    ),
  );
}

/** What was read is blanked out, kind after kind: a date is no phone number. */
function statementsIn(text: string): Statement[] {
  const found: Statement[] = [];
  // "º" becomes "o".
  let rest = text.normalize("NFKC").replaceAll(/\p{Cf}+/gu, "");
  for (const { kind, pattern, read } of readers) {
    rest = rest.replaceAll(pattern, (all: string, ...groups: unknown[]) => {
      // Behind the groups stand the place and the whole text.
      const words = groups.slice(0, -2).map((group) => (typeof group === "string" ? group : undefined));
      const statements = read(words).filter((readings) => readings.length > 0);
      found.push(...statements.map((readings) => ({ kind, text: all, readings })));
      return statements.length === 0 ? all : "|".repeat(all.length);
    });
  }
  return found;
}

interface Reader {
  kind: Ungrounded["kind"];
  pattern: RegExp;
  /** The readings of each thing that the match states, from its groups. */
  read: (groups: (string | undefined)[]) => string[][];
}

const start = String.raw`(?<![\p{L}\p{N}])`;
const end = String.raw`(?![\p{L}\p{N}])`;
/** "1.500", "1 500", "12,50": a blank only in front of three digits. */
const number = String.raw`(?<!\d|\d[.,])(\d{1,3}(?:[.,' ]\d{3}){1,3}(?:[.,]\d{1,2})?(?!\d)|\d{1,9}(?:[.,]\d{1,2})?(?!\d))`;
const amount = String.raw`${number}(?:\s?(k|mil|thousand|tausend|mille)${end})?`;
const to = String.raw`\s?(?:[-–—/]|(?:to|and|a|y|e|à|et|bis|und|até|hasta)\s)\s?`;
const currency = String.raw`(?:R?\$|€|£|${start}(?:eur|usd|gbp|brl|chf|mxn|euros?|dollars?|d[óo]lar(?:es)?|pounds?|libras?|livres?|reais|pesos?|francs?|franken|soles)${end})`;
const hour = String.raw`(?:/\s?(?:h|hora|hour|std|stunde|heure)|(?:an|per|por|pro|la|à l'|de l'|par)\s?(?:hour|hora|stunde|heure))${end}`;
const months = monthNames();
const month = `(${[...months.keys()].sort((a, b) => b.length - a.length).join("|")})`;
const street = String.raw`(?:[Cc]alle|C/|c/|[Aa]venida|[Aa]vda\.?|[Pp]laza|[Pp]aseo|[Cc]arrer|[Rr]ua|[Tt]ravessa|[Pp]raça|[Ll]argo|[Rr]ue|[Bb]oulevard)`;
const name = String.raw`[\p{L}'’.-]{1,30}`;

const readers: Reader[] = [
  {
    kind: "email",
    pattern: /(?<![\p{L}\p{N}_.%+'-])([\p{L}\p{N}_.%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5})/gu,
    read: ([address = ""]) => [[address.toLowerCase()]],
  },
  {
    kind: "link",
    pattern:
      /(?<![\p{L}\p{N}.@-])(?:\p{L}{2,10}:\/\/)?((?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}(?![\p{L}\p{N}])(?:[:/?#][^\s<>"»”)|]{0,300})?)/gu,
    read: ([address = ""]) => [
      [
        address
          .toLowerCase()
          .replace(/^www\./, "")
          .replace(/[/.,;:!?]{1,9}$/, ""),
      ],
    ],
  },
  {
    kind: "address",
    pattern: new RegExp(
      String.raw`${start}(?:${street}\s?(?:(?:de|del|la|las|los|el|da|do|das|dos|du|des)\s){0,3}(\p{Lu}${name}(?:\s${name}){0,3},?\s(?:n[.o°]{0,2}\s?)?\d{1,4})|([\p{L}-]{0,40}(?:[Ss]traße|[Ss]trasse|[Ss]tr\.|[Aa]llee|[Pp]latz|[Gg]asse)\s\d{1,4}))${end}`,
      "gu",
    ),
    read: ([behind = "", before = ""]) => [[foldWords(behind + before).replace(/ no? (?=\d{1,4}$)/, " ")]],
  },
  {
    kind: "date",
    pattern: /(?<![\d-])\d{4}-(\d{2})-(\d{2})(?!\d)/g,
    read: ([monthOf, day]) => [days([[day, monthOf]])],
  },
  {
    kind: "date",
    pattern: /(?<![\d.,/-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/g,
    read: ([one, , other]) => [days(eitherWay(one, other))],
  },
  {
    kind: "date",
    pattern: /(?<![\d.,/-])(?!24\/7)(\d{1,2})(?:\/(\d{1,2})(?![\d/])|\.(\d{1,2})\.(?!\d))/g,
    read: ([one, slashed, pointed]) => [days(eitherWay(one, slashed ?? pointed))],
  },
  {
    kind: "date",
    pattern: new RegExp(String.raw`${start}(\d{1,2})(?:st|nd|rd|th|er|[.oa°])?\s(?:de\s|of\s)?${month}${end}`, "giu"),
    read: ([day, named = ""]) => [days([[day, months.get(named.toLowerCase())]])],
  },
  {
    kind: "date",
    pattern: new RegExp(String.raw`${start}${month}\.?\s(\d{1,2})(?:st|nd|rd|th)?${end}`, "giu"),
    read: ([named = "", day]) => [days([[day, months.get(named.toLowerCase())]])],
  },
  {
    kind: "time",
    pattern: /(?<![\d.,:])(\d{1,2})\s?(?:[:h]\s?(\d{2})(?!\d)|\.(\d{2})(?=\s?(?:uhr|h|am|pm|a\.m|p\.m)(?!\p{L})))/giu,
    read: ([hours, minutes, pointed]) => [timeOfDay(hours, minutes ?? pointed)],
  },
  {
    kind: "time",
    pattern: new RegExp(
      String.raw`(?<![\d.,:])(\d{1,2})(?:${to}(\d{1,2}))?\s?(?:uhr|h|am|pm|a\.m\.|p\.m\.|o['’]clock)${end}`,
      "giu",
    ),
    read: (hours) => hours.map((one) => timeOfDay(one, "0")),
  },
  {
    kind: "money",
    pattern: new RegExp(String.raw`${amount}(?:${to}${amount})?\s?(?:${currency}|${hour})`, "giu"),
    read: amounts,
  },
  {
    kind: "money",
    pattern: new RegExp(String.raw`${currency}\s?${amount}(?:${to}${currency}?\s?${amount})?`, "giu"),
    read: amounts,
  },
  {
    kind: "percent",
    pattern: new RegExp(
      String.raw`${number}\s?(?:%|(?:percent|per cent|prozent|por ciento|por cento|pour cent)${end})`,
      "giu",
    ),
    read: ([figure]) => amounts([figure]),
  },
  {
    kind: "phone",
    pattern: /(?<![\p{L}\p{N}])\+?\(?(\d(?:[\s()./-]{0,2}\d){5,19})(?!\d)/gu,
    read: ([digits = ""]) => [[digits.replaceAll(/\D/g, "").replace(/^0+/, "")]],
  },
];

/** In the languages that the service is made for, with and without accents, long and short. */
function monthNames(): Map<string, number> {
  const names = new Map<string, number>();
  // What is a word of another kind, too: "1 out of 3", "a set".
  const others = ["out", "set"];
  for (const locale of ["en", "es", "pt", "de", "fr"]) {
    for (const style of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(locale, { month: style, timeZone: "UTC" });
      for (let at = 0; at < 12; at += 1) {
        const text = format
          .format(new Date(Date.UTC(2026, at, 1)))
          .toLowerCase()
          .replace(".", "");
        if (others.includes(text)) continue;
        names.set(text, at + 1);
        names.set(foldWords(text), at + 1);
      }
    }
  }
  return names;
}

/** Days first, or months first. */
function eitherWay(one: string | undefined, other: string | undefined): [string | undefined, string | undefined][] {
  return [
    [one, other],
    [other, one],
  ];
}

/** Without the year: who says it says it for a day that is known. */
function days(read: [day: string | undefined, month: string | number | undefined][]): string[] {
  return read
    .map(([day, monthOf]) => [Number(day), Number(monthOf)] as const)
    .filter(([day, monthOf]) => day >= 1 && day <= 31 && monthOf >= 1 && monthOf <= 12)
    .map(([day, monthOf]) => `${monthOf}-${day}`);
}

/** Half a day is as good as the other: "3 pm" is 15:00. */
function timeOfDay(hours: string | undefined, minutes: string | undefined): string[] {
  const [hour, minute] = [Number(hours), Number(minutes)];
  return hour <= 24 && minute < 60 ? [String((hour * 60 + minute) % 720)] : [];
}

/** Pairs of a figure and what may stand behind it: "2 mil". */
function amounts(groups: (string | undefined)[]): string[][] {
  const [figure, unit, second, secondUnit] = groups;
  return [amountIn(figure, unit ?? secondUnit), amountIn(second, secondUnit)];
}

function amountIn(figure: string | undefined, unit: string | undefined): string[] {
  if (figure === undefined) return [];
  const plainFigure = figure.replaceAll(/[.,' ](?=\d{3}(?!\d))/g, "").replace(",", ".");
  return [String(Number(plainFigure) * (unit === undefined ? 1 : 1_000))];
}
