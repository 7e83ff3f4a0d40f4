import { describe, expect, test } from "vitest";
import { controlOf } from "../../src/recruiting/controls.ts";

describe("control words", () => {
  test.each([
    ["STOP", "stop"],
    ["stop", "stop"],
    [" Stop! ", "stop"],
    ["¡BAJA!", "stop"],
    ["🛑 stop 🛑", "stop"],
    ["ＳＴＯＰ", "stop"],
    ["darme de   baja.", "stop"],
    ["Cancelar suscripción", "stop"],
    ["alta", "start"],
    ["START", "start"],
    ["human", "human"],
    ["Quiero hablar con una persona que conozco", undefined],
    ["hablar con una persona", "human"],
    ["DELETE MY DATA", "delete"],
    ["Borrar mis datos", "delete"],
    ["my data", "export"],
    ["mis datos?", "export"],
    ["¿Por qué?", "why"],
    ["por que", "why"],
    ["why?!", "why"],
  ] as const)("%j is %s", (text, control) => {
    expect(controlOf(text)).toBe(control);
  });

  test.each([
    "non-stop",
    "stop by the office",
    "please don't stop",
    "bus stop",
    "baja médica",
    "why not",
    "porque sí",
    "humanitarian",
    "",
    "!",
    "st op",
    "s-t-o-p",
  ])("%j is an ordinary message", (text) => {
    expect(controlOf(text)).toBeUndefined();
  });

  test("a wall of text is not even normalised", () => {
    expect(controlOf("stop".padEnd(100_000, "!"))).toBeUndefined();
  });
});
