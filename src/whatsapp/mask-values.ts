/** Masks of single values. Of the original only the order of times is used, so nobody can compute their way back. */

export type IdMasks = ReturnType<typeof createIdMasks>;
export type TimeMasks = ReturnType<typeof createTimeMasks>;

/** Endings that say what a file is and nothing else. */
const fileEnding = /\.(pdf|docx?|xlsx?|pptx?|odt|txt|csv|jpe?g|png|webp|gif|mp[34]|og[ga]|opus|amr|aac|m4a|3gp)$/i;
const providerHosts = new Set(["lookaside.fbsbx.com", "developers.facebook.com"]);
/** Shorter ones lead to nobody. */
const MIN_ID = 4;
/** Years before any body: whoever reads a fixture sees that its times are made up. */
const FIRST_TIME = Date.UTC(2020, 0, 1) / 1_000;
/** Some times have no seconds. */
const STEP_SECONDS = 60;
const unixTime = /^\d{10}(\.\d+)?$/;
const isoTime = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/;
const anyTime = /(?<![\d.])(\d{10}(\.\d+)?|\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:?\d\d)?)(?!\d)/g;
const anyMinute = /(?=(\d{10}|\d{4}-\d\d-\d\dT\d\d:\d\d))/g;
/** Enough for every id that has room for a number; "----" has none. */
const MAX_TRIES = 1_000;

/** The ids of one body: the n-th different one is told apart by its number, in as many characters as it had. */
export function createIdMasks(body: string) {
  const known = new Map<string, string>();
  let count = 0;

  function id(value: string): string {
    const mask = known.get(value) ?? unused(value);
    known.set(value, mask);
    return mask;
  }

  /** A mask that the body does not contain by chance. */
  function unused(value: string): string {
    let mask = "";
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      count += 1;
      mask = numbered(value, count);
      if (!body.includes(mask)) break;
    }
    return mask;
  }

  function number(value: number): number {
    const digits = String(Math.abs(value));
    if (/^\d{5,}$/.test(digits)) return Number(id(digits));
    return Number(digits.replace(/\d/g, "1").replace(/e\+?/, "e"));
  }

  function url(value: string): string {
    const [, scheme = "https", host = "", rest = ""] = /^(https?):\/\/([^/?#]*)(.*)$/s.exec(value) ?? [];
    const path = rest.replaceAll(/[?&][a-z_]{1,20}=|[\p{L}\p{M}\p{N}]+/gu, (part) =>
      /^[?&]/.test(part) ? part : part.length < MIN_ID ? maskText(part, { id }) : id(part),
    );
    return `${scheme}://${providerHosts.has(host) ? host : "example.com"}${path}`;
  }

  return { id, number, url };
}

/**
 * The times of one body: the n-th moment becomes a minute later than the one before, as a number and as ISO 8601. Earlier
 * stays earlier, and nothing else is left: what looks like a time may be a phone number.
 */
export function createTimeMasks(body: string) {
  const taken = new Set(Array.from(body.matchAll(anyMinute), ([, one = ""]) => momentOf(one)));
  const known = new Map<number, number>();
  let last = FIRST_TIME;
  const moments = Array.from(body.matchAll(anyTime), ([one]) => momentOf(one)).filter((one) => one !== undefined);
  for (const moment of moments.sort((a, b) => a - b)) maskOf(moment);

  function maskOf(moment: number): number {
    const mask = known.get(moment) ?? unused();
    known.set(moment, mask);
    return mask;
  }

  /** No mask that stands in the body already. */
  function unused(): number {
    do last += STEP_SECONDS;
    while (taken.has(last));
    return last;
  }

  /** Undefined when it is no time; so below. */
  function timeNumber(value: number): number | undefined {
    const moment = momentOf(String(value));
    return moment === undefined ? undefined : maskOf(moment) + (Number.isInteger(value) ? 0 : 0.5);
  }

  function timeText(value: string): string | undefined {
    const moment = momentOf(value);
    if (moment === undefined) return undefined;
    const seconds = maskOf(moment);
    const mask = unixTime.test(value) ? String(seconds) : new Date(seconds * 1_000).toISOString().slice(0, 16);
    return mask + value.slice(mask.length).replaceAll(/\d/g, "0");
  }

  return { timeNumber, timeText };
}

/** In Unix seconds. Undefined when it is no time. */
function momentOf(text: string): number | undefined {
  if (unixTime.test(text)) {
    const seconds = Number(text);
    // From 2015 to 2035.
    return seconds > 1.42e9 && seconds < 2.06e9 ? seconds : undefined;
  }
  const [, minute, seconds = ":00", fraction = "", zone = "Z"] = isoTime.exec(text) ?? [];
  if (minute === undefined) return undefined; // Date.parse would make a date of nearly anything
  const ms = Date.parse(`${minute}${seconds}${fraction}${zone}`);
  return Number.isNaN(ms) ? undefined : ms / 1_000;
}

/**
 * Letters become x and digits 0, emoji one emoji, in the same length; blanks, line breaks and punctuation stay. Numbers
 * that could be somebody's keep their one mask, however they are written.
 */
export function maskText(text: string, { id }: Pick<IdMasks, "id">, isFile = false): string {
  const ending = isFile ? (fileEnding.exec(text)?.[0] ?? "") : "";
  const stem = text.slice(0, text.length - ending.length);
  const parts = stem.split(/(\+?\d(?:[ ().-]{0,2}\d){4,})/);
  return parts.map((part, n) => (n % 2 === 1 ? maskDigits(part, id) : maskLetters(part))).join("") + ending;
}

/** "+34 600 12 34" with the mask that 346001234 has. */
function maskDigits(text: string, id: IdMasks["id"]): string {
  const mask = id(text.replaceAll(/\D/g, ""));
  let n = 0;
  return text.replaceAll(/\d/g, () => mask.charAt(n++));
}

function maskLetters(text: string): string {
  return text.replaceAll(
    /[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]/gu,
    (one) => {
      if (one === "\uFE0F" || one === "\u20E3") return one; // make a sign an emoji, and a digit a key
      const isLong = one.length === 2; // UTF-16, as texts are counted
      if (/\p{Emoji_Modifier}/u.test(one)) return "\u{1F3FD}";
      if (/\p{Regional_Indicator}/u.test(one)) return "\u{1F1FD}";
      if (/\p{Extended_Pictographic}/u.test(one)) return isLong ? "\u{1F642}" : "\u263A";
      const mask = /\p{M}/u.test(one) ? "\u0301" : /\p{N}/u.test(one) ? "0" : /\p{Lu}/u.test(one) ? "X" : "x";
      return isLong ? mask.repeat(2) : mask;
    },
  );
}

/**
 * One character all over, because even the places of digits and capitals say something: ids of messages are phone numbers
 * in base64. The number is written over the end, behind a 1 where it could be a number itself.
 */
function numbered(value: string, count: number): string {
  const fill = /^\d+$/.test(value) ? "0" : /^[0-9a-f]+$/.test(value) ? "a" : "A";
  const chars = value.replaceAll(/[^\s=_.:-]/gu, fill).split("");
  const places = [...chars.keys()].filter((n) => chars[n] === fill);
  const digits = String(count).split("").slice(-places.length);
  for (const [n, digit] of digits.entries()) {
    const place = places[places.length - digits.length + n];
    if (place !== undefined) chars[place] = digit;
  }
  if (fill === "0" && digits.length < places.length) chars[0] = "1";
  return chars.join("");
}
