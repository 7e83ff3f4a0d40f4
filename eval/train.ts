import { readFile, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { hear } from "../src/agent/rules/heard.ts";
import { logOdds, ROWS, type Signs, signsOf, WEIGHT_STEP, type Weights, wishesBy } from "../src/agent/rules/learned.ts";
import { allWishes, type Wish, wishesIn } from "../src/agent/rules/wishes.ts";
import { languages } from "../src/recruiting/language.ts";
import { createChance } from "./chance.ts";

/**
 * `npm run train`: learns from the messages of eval/wishes which words tell a control wish, and writes what
 * src/agent/rules/learned.ts reads: to be run after a change of the messages or of what the rules hear. The same messages
 * and rules give the same file.
 * - train: of strangers; what the rules hear in them tells how far the rules can be trusted.
 * - known: the rules were written with these, so that what they hear in them tells nothing.
 * - test: only counted.
 */

const ROUNDS = 8;
const STEP = 0.3;

interface Example {
  signs: Signs;
  said: Wish[];
}

const target = new URL("../src/agent/rules/wish-weights.json", import.meta.url);
const wishList = z.array(z.enum(allWishes));

const train = await read("train");
const known = await read("known");
const weights = rounded(learn([...train, ...known]));
await writeFile(target, `${JSON.stringify({ weights: gzipSync(weights).toString("base64") }, null, 2)}\n`);
const rows = Float32Array.from(weights, (step) => step * WEIGHT_STEP);
count("train", train);
count("known", known);
count("test", await read("test"));

/** A message a line, behind what it says: "stop,delete" or "-", and a tab. */
async function read(split: "train" | "known" | "test"): Promise<Example[]> {
  const files = languages.map(async (language) => {
    const lines = await readFile(new URL(`wishes/${split}/${language}.tsv`, import.meta.url), "utf8");
    return lines
      .trim()
      .split("\n")
      .flatMap((line) => {
        const [labels = "", text = ""] = line.split("\t");
        const said = wishList.parse(labels === "-" ? [] : labels.split(","));
        const heard = hear({ language, messages: [{ id: 1, text, sentAt: "" }] });
        return heard.map(({ calm, tables }) => ({
          signs: signsOf(calm, split === "known" ? [] : wishesIn(calm, tables).said),
          said,
        }));
      });
  });
  return (await Promise.all(files)).flat();
}

/** Logistic regression by stochastic gradients, each weight with a step of its own (AdaGrad). */
function learn(all: Example[]): Weights {
  const learned = new Float64Array(ROWS * allWishes.length);
  const moved = new Float64Array(ROWS * allWishes.length).fill(1e-3);
  const { next } = createChance("train");
  for (let round = 0; round < ROUNDS; round++) {
    const order = all.map((example) => ({ example, at: next() })).sort((a, b) => a.at - b.at);
    for (const { example } of order) {
      const odds = logOdds(example.signs, learned);
      for (const [wish, name] of allWishes.entries()) {
        const error = 1 / (1 + Math.exp(-(odds[wish] ?? 0))) - (example.said.includes(name) ? 1 : 0);
        for (const [row, share] of example.signs) {
          const place = row * allWishes.length + wish;
          const slope = error * share;
          const far = (moved[place] ?? 0) + slope * slope;
          moved[place] = far;
          learned[place] = (learned[place] ?? 0) - (STEP * slope) / Math.sqrt(far);
        }
      }
    }
  }
  return learned;
}

function rounded(all: Weights): Int8Array {
  return Int8Array.from(all, (weight) => Math.max(-127, Math.min(127, Math.round(weight / WEIGHT_STEP))));
}

function count(name: string, examples: Example[]): void {
  const right = examples.filter(({ signs, said }) => wishesBy(signs, rows).join() === said.join());
  process.stdout.write(`${name}: ${right.length} of ${examples.length} messages heard exactly\n`);
}
