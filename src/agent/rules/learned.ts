import { gunzipSync } from "node:zlib";
import file from "./wish-weights.json" with { type: "json" };
import { allWishes, type Hearing, type Wish } from "./wishes.ts";

/**
 * Words and parts of words share this many rows, by their hash. Behind them stand a row for each wish that the rules hear,
 * and one for all messages.
 */
const WORD_ROWS = 1 << 16;
const ALWAYS = WORD_ROWS + allWishes.length;
export const ROWS = ALWAYS + 1;
/** Log odds: candidates have a wish less often than the messages that this was trained with. */
const SURE = 1;
/** A weight is stored in a byte, as a multiple of this. */
export const WEIGHT_STEP = 0.05;

/** What speaks for wishes or against them: rows, and how much each counts. */
export type Signs = readonly (readonly [row: number, share: number])[];

/** By row, then by wish. */
export type Weights = ArrayLike<number>;

let known: Weights | undefined;

/**
 * The wishes in a message, from its words and from what the rules have heard in it: the rules know constructions, this
 * knows what people say. A linear classifier, trained by `npm run train` on the messages of eval/wishes.
 */
export function learnedWishes(plain: string, { said, denied }: Hearing): Wish[] {
  known ??= unpack(file.weights);
  // "Do not delete my data" has all the words of the wish.
  return wishesBy(signsOf(plain, said), known).filter((wish) => said.includes(wish) || !denied.includes(wish));
}

export function wishesBy(signs: Signs, weights: Weights): Wish[] {
  const odds = logOdds(signs, weights);
  return allWishes.filter((_, wish) => (odds[wish] ?? 0) > SURE);
}

/** Of each wish. */
export function logOdds(signs: Signs, weights: Weights): number[] {
  return allWishes.map((_, wish) => {
    let sum = 0;
    for (const [row, share] of signs) sum += share * (weights[row * allWishes.length + wish] ?? 0);
    return sum;
  });
}

/** Words, pairs of words with and without one between them, and the three to five letters that words are made of. */
export function signsOf(plain: string, heard: readonly Wish[]): Signs {
  const words = (plain.match(/[\p{L}\p{N}]+|[?!]/gu) ?? []).map((word) => word.replaceAll(/\p{N}/gu, "0"));
  const rows = new Set<number>();
  const add = (kind: string, sign: string) => rows.add(rowOf(`${kind}:${sign}`));
  for (const [at, word] of words.entries()) {
    add("word", word);
    add("pair", `${words[at - 1] ?? ""} ${word}`);
    if (at + 1 === words.length) add("pair", `${word} `);
    else if (at > 0) add("around", `${words[at - 1]} ${words[at + 1]}`);
    const whole = `<${word}>`;
    for (const size of [3, 4, 5])
      for (let start = 0; start + size <= whole.length; start++) add("part", whole.slice(start, start + size));
  }
  // A long message is no surer than a short one.
  const share = 1 / Math.sqrt(Math.max(rows.size, 1));
  return [
    ...[...rows].map((row) => [row, share] as const),
    ...heard.map((wish) => [WORD_ROWS + allWishes.indexOf(wish), 1] as const),
    [ALWAYS, 1],
  ];
}

/** FNV-1a, folded */
function rowOf(sign: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < sign.length; at++) hash = Math.imul(hash ^ sign.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 16)) & (WORD_ROWS - 1);
}

function unpack(weights: string): Weights {
  const steps = new Int8Array(gunzipSync(Buffer.from(weights, "base64")));
  return Float32Array.from(steps, (step) => step * WEIGHT_STEP);
}
