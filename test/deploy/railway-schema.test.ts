import { existsSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { z } from "zod";
import { readText, readToml, root } from "./railway-files.ts";

/** A copy of https://railway.com/railway.schema.json, where there is one; railway-config.test.ts holds without it. */
const path = "../shared/reference/railway.schema.json";
const isThere = existsSync(`${root}${path}`);

test.skipIf(!isThere)("Railway's own schema takes railway.toml, and refuses what Railway does not have", () => {
  const schema = z.record(z.string(), z.unknown()).parse(JSON.parse(readText(path)));
  const validate = new Ajv({ strict: false }).compile(schema);
  validate(readToml());
  expect(validate.errors).toBeNull();
  expect(validate({ scaling: { maxReplicas: 3 } })).toBe(false);
});
