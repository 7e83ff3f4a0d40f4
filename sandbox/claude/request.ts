import { z } from "zod";
import { jsonSchema } from "./schema.ts";

/** What the Messages API takes, version 2026-10-21, and what it refuses. */

interface Model {
  /** A shorter prefix is not cached, and nothing says so. */
  cacheMinimumTokens: number;
  maxOutputTokens: number;
  forcedTools: boolean;
  refusedThinking: ("disabled" | "enabled")[];
}

/** On Opus 5.5 thinking is always on; Sonnet 5.5 has no budgets either. The minima of both are not confirmed. */
const models = new Map<string, Model>([
  ["claude-haiku-5-5", model({ cacheMinimumTokens: 512 })],
  ["claude-sonnet-5-5", model({ refusedThinking: ["disabled", "enabled"] })],
  ["claude-opus-5-5", model({ refusedThinking: ["disabled"] })],
  ["claude-haiku-4-5", model({ cacheMinimumTokens: 4096, maxOutputTokens: 64_000, forcedTools: true })],
]);

const cacheControl = z
  .strictObject({ type: z.literal("ephemeral"), ttl: z.literal(["5m", "1h"]).default("5m") })
  .nullish();

const someText = z.string().regex(/\S/, "text content blocks must contain non-whitespace text");
const textBlock = z.looseObject({ type: z.literal("text"), text: someText, cache_control: cacheControl });
/** Images, documents, tool results and whatever comes: only the cache looks at them. */
const otherBlock = z.looseObject({
  type: z.string().refine((type) => type !== "text"),
  cache_control: cacheControl,
});
const block = z.union([textBlock, otherBlock]);

const thinking = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("adaptive") }),
  z.looseObject({ type: z.literal("between_tools") }),
  z.looseObject({ type: z.literal("disabled") }),
  z.looseObject({ type: z.literal("enabled"), budget_tokens: z.int().min(1024) }),
]);

/** Strict: the sampling parameters are gone from the API and refused like any other unknown key. */
const requestSchema = z.strictObject({
  model: z.string(),
  // The real API also takes 0, which only warms the cache. The service never asks for that, so 0 is a mistake.
  max_tokens: z.int().positive(),
  messages: z
    .array(
      z.strictObject({
        role: z.literal(["user", "assistant", "system"]),
        content: z.union([someText, z.array(block).min(1)]),
      }),
    )
    .min(1),
  system: z.union([z.string(), z.array(textBlock)]).optional(),
  tools: z.array(z.looseObject({ name: z.string(), cache_control: cacheControl })).optional(),
  tool_choice: z.looseObject({ type: z.literal(["auto", "any", "tool", "none"]) }).optional(),
  thinking: thinking.optional(),
  output_config: z
    .strictObject({
      effort: z.literal(["low", "medium", "high", "xhigh", "max"]).nullish(),
      format: z.strictObject({ type: z.literal("json_schema"), schema: jsonSchema }).nullish(),
    })
    .optional(),
  cache_control: cacheControl,
  stop_sequences: z.array(z.string()).optional(),
  stream: z.literal(false, "the fake does not stream").optional(),
  metadata: z.strictObject({ user_id: z.string().nullish() }).optional(),
  service_tier: z.literal(["auto", "standard_only"]).optional(),
  speed: z.literal(["standard", "fast"]).nullish(),
  inference_geo: z.string().nullish(),
  container: z.unknown().optional(),
  diagnostics: z.unknown().optional(),
});

export type ClaudeRequest = z.infer<typeof requestSchema>;

/** An answer in the API's error shape. */
export class ClaudeRefusal extends Error {
  readonly http: number;
  readonly type: string;
  readonly retryAfter: number | undefined;

  constructor(http: number, type: string, message: string, retryAfter?: number) {
    super(message);
    this.http = http;
    this.type = type;
    this.retryAfter = retryAfter;
  }
}

export function parseClaudeRequest(body: unknown): ClaudeRequest {
  const named = z.looseObject({ model: z.string().optional() }).safeParse(body);
  if (!named.success) throw invalid("The request body is not valid JSON with a model");
  const capabilities = models.get(named.data.model ?? "");
  if (capabilities === undefined) throw new ClaudeRefusal(404, "not_found_error", `model: ${named.data.model}`);
  const request = requestSchema.safeParse(body, { reportInput: true });
  if (!request.success) throw invalid(firstProblem(request.error));
  const problem = conflictIn(request.data, capabilities) ?? cacheProblemIn(request.data);
  if (problem !== undefined) throw invalid(problem);
  return request.data;
}

export function systemText({ system = "" }: ClaudeRequest): string {
  return typeof system === "string" ? system : system.map(({ text }) => text).join("\n");
}

export function cacheMinimumTokens(request: ClaudeRequest): number {
  return models.get(request.model)?.cacheMinimumTokens ?? Number.POSITIVE_INFINITY;
}

interface PromptBlock {
  /** What must be the same for a prefix to be found again. */
  bytes: string;
  /** What counts as tokens. */
  text: string;
  /** Set at a breakpoint of the cache. */
  ttl: "5m" | "1h" | undefined;
}

/** The prompt in the order in which it is cached: tools, system, messages. */
export function promptBlocks(request: ClaudeRequest): PromptBlock[] {
  const { tools = [], system = [], messages, output_config: config, cache_control: automatic } = request;
  const blocks = [
    ...tools.map((tool) => promptBlock("tool", tool)),
    // The API tells the model about the format in a system prompt of its own: another schema is another prefix.
    ...(config?.format ? [{ bytes: JSON.stringify(config.format), text: "", ttl: undefined }] : []),
    ...asBlocks(system).map((one) => promptBlock("system", one)),
    ...messages.flatMap(({ role, content }) => asBlocks(content).map((one) => promptBlock(role, one))),
  ];
  const last = blocks.at(-1);
  if (automatic && last) last.ttl ??= automatic.ttl;
  return blocks;
}

type Cacheable = Record<string, unknown> & { cache_control?: z.infer<typeof cacheControl> };

/** A text given as a string is the same prompt as a list of one text block. */
function asBlocks(content: string | Cacheable[]): Cacheable[] {
  if (typeof content !== "string") return content;
  return content === "" ? [] : [{ type: "text", text: content }];
}

/** The breakpoint is no part of the bytes: it moves along while a conversation grows. */
function promptBlock(place: string, { cache_control: control, ...rest }: Cacheable): PromptBlock {
  const bytes = JSON.stringify([place, rest]);
  return { bytes, text: typeof rest["text"] === "string" ? rest["text"] : bytes, ttl: control?.ttl };
}

function model(different: Partial<Model>): Model {
  return { cacheMinimumTokens: 1024, maxOutputTokens: 128_000, forcedTools: false, refusedThinking: [], ...different };
}

function conflictIn(request: ClaudeRequest, capabilities: Model): string | undefined {
  const { max_tokens, messages, tool_choice: choice, thinking: mode, output_config: config } = request;
  const forced = choice?.type === "any" || choice?.type === "tool";
  if (messages[0]?.role !== "user") return "messages: first message must use the user role";
  if (messages.at(-1)?.role === "assistant") return "Prefilling assistant messages is not supported for this model.";
  if (max_tokens > capabilities.maxOutputTokens) return `max_tokens: ${max_tokens} is more than the model gives`;
  if (forced && !capabilities.forcedTools) return `tool_choice: ${choice.type} is not supported for this model`;
  if (capabilities.refusedThinking.some((type) => type === mode?.type)) {
    return `thinking: ${mode?.type} is not supported for this model`;
  }
  if (mode?.type === "enabled" && mode.budget_tokens >= max_tokens) return "thinking: the budget exceeds max_tokens";
  if (mode?.type === "disabled" && (config?.effort === "xhigh" || config?.effort === "max")) {
    return `thinking: disabled is not supported with effort ${config.effort}`;
  }
  return undefined;
}

function cacheProblemIn(request: ClaudeRequest): string | undefined {
  const ttls = promptBlocks({ ...request, cache_control: null }).flatMap(({ ttl }) => ttl ?? []);
  if (request.cache_control) ttls.push(request.cache_control.ttl);
  if (ttls.length > 4) {
    return `A maximum of 4 blocks with cache_control may be provided. Found ${ttls.length}.`;
  }
  if (ttls.lastIndexOf("1h") > ttls.indexOf("5m") && ttls.includes("5m")) {
    return "a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block";
  }
  return undefined;
}

function invalid(message: string): ClaudeRefusal {
  return new ClaudeRefusal(400, "invalid_request_error", message);
}

function firstProblem({ issues: [issue] }: z.ZodError): string {
  if (issue?.code === "unrecognized_keys") {
    return `${[...issue.path, issue.keys[0]].join(".")}: Extra inputs are not permitted`;
  }
  return `${issue?.path.join(".")}: ${issue?.input === undefined ? "Field required" : issue.message}`;
}
