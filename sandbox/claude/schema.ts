import { z } from "zod";

/**
 * The part of JSON Schema that structured output understands. It is what zodOutputFormat of the SDK lets through: the
 * helper moves every other keyword into the description, so what is refused here was written by hand.
 */

/** The formats that are understood, each with a value for the minimal answer. */
const formatSamples = new Map([
  ["date-time", "2000-01-01T00:00:00Z"],
  ["time", "00:00:00Z"],
  ["date", "2000-01-01"],
  ["duration", "P1D"],
  ["email", "nobody@example.com"],
  ["hostname", "example.com"],
  ["uri", "https://example.com"],
  ["ipv4", "192.0.2.1"],
  ["ipv6", "2001:db8::1"],
  ["uuid", "00000000-0000-4000-8000-000000000000"],
]);

const primitive = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export interface JsonSchema {
  type?: string | string[] | undefined;
  properties?: Record<string, JsonSchema> | undefined;
  required?: string[] | undefined;
  additionalProperties?: false | undefined;
  items?: JsonSchema | undefined;
  minItems?: 0 | 1 | undefined;
  enum?: z.infer<typeof primitive>[] | undefined;
  const?: z.infer<typeof primitive> | undefined;
  anyOf?: JsonSchema[] | undefined;
  allOf?: JsonSchema[] | undefined;
  $ref?: string | undefined;
  $defs?: Record<string, JsonSchema> | undefined;
  format?: string | undefined;
}

export const jsonSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z
    .strictObject({
      type: z.union([z.string(), z.array(z.string())]).optional(),
      properties: z.record(z.string(), jsonSchema).optional(),
      required: z.array(z.string()).optional(),
      additionalProperties: z.literal(false).optional(),
      items: jsonSchema.optional(),
      minItems: z.literal([0, 1]).optional(),
      enum: z.array(primitive).min(1).optional(),
      const: primitive.optional(),
      anyOf: z.array(jsonSchema).min(1).optional(),
      allOf: z.array(jsonSchema).min(1).optional(),
      $ref: z.string().startsWith("#", "only points into the same schema").optional(),
      $defs: z.record(z.string(), jsonSchema).optional(),
      format: z.literal([...formatSamples.keys()]).optional(),
      description: z.string().optional(),
      title: z.string().optional(),
      default: z.unknown().optional(),
      $schema: z.string().optional(),
    })
    .refine((node) => !typesOf(node).includes("object") || node.additionalProperties === false, {
      path: ["additionalProperties"],
      error: "For 'object' type, 'additionalProperties' must be explicitly set to false",
    }),
);

/** The smallest value that fits: null before anything else, then empty lists and texts, then the first enum value. */
export function minimalValue(root: JsonSchema, node: JsonSchema = root): unknown {
  if (node.$ref !== undefined) return minimalValue(root, resolve(root, node.$ref));
  if (node.const !== undefined) return node.const;
  if (node.enum !== undefined) return node.enum[0];
  const variants = node.anyOf ?? node.allOf;
  if (variants !== undefined) return minimalValue(root, variants.find(({ type }) => type === "null") ?? variants[0]);
  const types = typesOf(node);
  switch (types.includes("null") ? "null" : (types[0] ?? "null")) {
    case "object":
      return minimalObject(root, node);
    case "array":
      return node.items !== undefined && node.minItems === 1 ? [minimalValue(root, node.items)] : [];
    case "string":
      return formatSamples.get(node.format ?? "") ?? "";
    case "integer":
    case "number":
      return 0;
    case "boolean":
      return false;
    default:
      return null;
  }
}

function minimalObject(root: JsonSchema, { properties = {}, required = [] }: JsonSchema) {
  const names = Object.keys(properties).filter((name) => required.includes(name));
  return Object.fromEntries(names.map((name) => [name, minimalValue(root, properties[name])]));
}

function resolve(root: JsonSchema, reference: string): JsonSchema {
  return root.$defs?.[reference.replace("#/$defs/", "")] ?? root;
}

function typesOf({ type = [] }: JsonSchema): string[] {
  return [type].flat();
}
