import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { createSeal } from "../../src/platform/seal.ts";

const [key, other] = [randomBytes(32).toString("hex"), randomBytes(32).toString("hex")];
const text = '{"says":"Ana, 27 años 😀"}';

test("what is sealed is opened again, and never looks the same", () => {
  const { seal, open } = createSeal([key]);
  const [one, two] = [seal(text), seal(text)];
  expect([open(one), open(two), open(seal(""))]).toEqual([text, text, ""]);
  expect(one).not.toBe(two);
  expect(Buffer.from(one, "base64").toString("latin1")).not.toContain("Ana");
});

test("another key opens nothing; one that is being replaced still does, and seals no more", () => {
  const sealed = createSeal([key]).seal(text);
  expect(() => createSeal([other]).open(sealed)).toThrow("sealed with another key");
  const both = createSeal([other, key]);
  expect(both.open(sealed)).toBe(text);
  expect(createSeal([other]).open(both.seal(text))).toBe(text);
});

test("what was changed, cut or never sealed is not opened", () => {
  const { seal, open } = createSeal([key]);
  const sealed = Buffer.from(seal(text), "base64");
  for (const at of [0, 15, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => open(changed.toString("base64"))).toThrow();
  }
  for (const cut of [0, 5, 12, 27, sealed.length - 1])
    expect(() => open(sealed.subarray(0, cut).toString("base64"))).toThrow();
  expect(() => open(text)).toThrow();
});

test("a fingerprint tells keys apart and is no part of one", () => {
  const { fingerprints } = createSeal([key, other]);
  expect(fingerprints).toEqual([...createSeal([key]).fingerprints, ...createSeal([other]).fingerprints]);
  expect(new Set(fingerprints).size).toBe(2);
  expect(fingerprints.join()).not.toContain(key.slice(0, 8));
});
