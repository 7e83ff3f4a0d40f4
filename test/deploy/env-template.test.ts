import { randomBytes } from "node:crypto";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { z } from "zod";
import { ConfigError, loadConfig } from "../../src/config.ts";
import { variables } from "../../src/config-variables.ts";
import { readTemplate, readText } from "./railway-files.ts";

const entries = readTemplate();
const own = entries.filter(({ group }) => group !== "settings");
const shape: Record<string, z.ZodType> = variables.shape;
const names = Object.keys(shape);
/** Without them the service does not start. Redis is required too, but comes from Railway. */
const critical = names.filter((name) => shape[name]?.safeParse(undefined).success === false && name !== "REDIS_URL");

test("the template and the configuration have the same variables, each once", () => {
  expect(own.map(({ name }) => name).sort()).toEqual(names.sort());
});

test("what is required stands among the critical ones, what Railway gives among the injected ones", () => {
  const namesIn = (wanted: string) => own.filter(({ group }) => group === wanted).map(({ name }) => name);
  expect(namesIn("critical").sort()).toEqual(critical.sort());
  const injected = names.filter((name) => ["REDIS_URL", "PORT"].includes(name) || name.startsWith("RAILWAY_"));
  expect(namesIn("injected").sort()).toEqual(injected.sort());
  expect(new Set(own.map(({ group }) => group))).toEqual(new Set(["critical", "injected", "optional", "tuning"]));
});

test("loaded as it is, it sets exactly the critical variables, to nothing", () => {
  expect(parseEnv(readText(".railway-env.template"))).toEqual(Object.fromEntries(critical.map((name) => [name, ""])));
});

test.each(own)("$name says what it means, and has an example that the configuration takes", ({ name, prose, fact }) => {
  expect(prose.join(" ")).toMatch(/\w.*[.?]/);
  expect(shape[name]?.safeParse(fact("Example"))).toMatchObject({ success: true });
});

test.each(own.filter(({ group }) => group === "critical"))("$name says where to get it", ({ fact }) => {
  expect(fact("From")).toMatch(/\w/);
});

test.each(own.filter(({ group }) => group !== "critical"))("$name states its default", ({ name, value, fact }) => {
  const byDefault = z.union([z.string(), z.number()]).optional().parse(shape[name]?.safeParse(undefined).data);
  const stated = fact("Default")?.replace(/ \(.*\)$/, "");
  expect(stated).toBe(byDefault === undefined ? "none" : String(byDefault));
  const reference = "$" + "{{Redis.REDIS_URL}}";
  expect(value).toBe(name === "REDIS_URL" ? reference : String(byDefault ?? ""));
});

const looksReal = [
  /[0-9a-f]{20,}/i,
  /eyJ[\w-]{8,}/,
  /(?=[A-Za-z0-9+/]*\d)(?=[A-Za-z0-9+/]*[a-z])(?=[A-Za-z0-9+/]*[A-Z])[A-Za-z0-9+/]{20,}/,
];
const findSecret = (text: string) => looksReal.map((pattern) => pattern.exec(text)?.[0]).find(Boolean);

test("nothing in it looks like a real secret", () => {
  expect(findSecret(`KEY=${randomBytes(16).toString("hex")}`)).toBeDefined();
  expect(findSecret(`KEY=sk-a1B${randomBytes(30).toString("base64")}`)).toBeDefined();
  const text = readText(".railway-env.template").replaceAll(/\b0{62}ff\b/g, ""); // nobody's key
  expect(findSecret(text)).toBeUndefined();
});

const filled: Record<string, string | undefined> = {
  ...Object.fromEntries(own.map(({ name, fact }) => [name, fact("Example")])),
  ENVIRONMENT: "production",
};

test("filled with its examples it passes the rules of production", () => {
  expect(loadConfig(filled).service.environment).toBe("production");
});

test.each(critical)("without %s the service says so, and nothing else", (name) => {
  const error = problemOf({ ...filled, [name]: "" });
  expect(error?.problems.map((problem) => problem.problem)).toEqual([
    `Required environment variable ${name} is not set`,
  ]);
});

function problemOf(environment: Record<string, string | undefined>): ConfigError | undefined {
  try {
    loadConfig(environment);
    return undefined;
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}
