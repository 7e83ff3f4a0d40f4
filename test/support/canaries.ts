/** Finds values that must not be there, also in pieces and in disguise. */

/** Shorter pieces of a value prove nothing. */
const LEAST_LENGTH = 8;

/** Gives the names of the canaries that a text holds. */
export function createCanarySearch(canaries: Record<string, string>): (text: string) => string[] {
  const forms = Object.entries(canaries).map(([name, value]) => ({ name, needles: formsOf(value) }));

  return function find(text) {
    const folded = fold(text);
    const joined = folded.replaceAll(/(?<=\d)[\s().-]{1,2}(?=\d)/g, ""); // phone numbers in groups
    return forms
      .filter(({ needles }) => needles.some((needle) => folded.includes(needle) || joined.includes(needle)))
      .map(({ name }) => name);
  };
}

/** Canaries in the lines of a text, each with its line. */
export function leaksIn(find: (text: string) => string[], text: string): string[] {
  return text.split("\n").flatMap((line) => find(line).map((name) => `${name}: ${line.slice(0, 400)}`));
}

/** Each piece as it is, percent-encoded, escaped for JSON once and twice, and in base64 wherever it begins. */
function formsOf(value: string): string[] {
  const words = value.split(/[^\p{L}\p{N}]+/u);
  const pieces = [value, ...words, ...(/^\d+$/.test(value) ? [value.slice(-LEAST_LENGTH)] : [])];
  return pieces
    .filter((piece) => piece.length >= LEAST_LENGTH)
    .flatMap((piece) => [piece, encodeURIComponent(piece), escaped(piece), escaped(escaped(piece)), ...base64(piece)])
    .map(fold);
}

function fold(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

function escaped(text: string): string {
  const ascii = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(/[^ -~]/g, ascii);
}

/** Of the bytes before and behind it nothing is known, so the characters that depend on them are left out. */
function base64(text: string): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
    const end = Math.floor((bytes.length * 8) / 6);
    const inner = bytes.toString("base64").slice(Math.ceil((offset * 8) / 6), end);
    return [inner, inner.replaceAll("+", "-").replaceAll("/", "_")];
  });
}
