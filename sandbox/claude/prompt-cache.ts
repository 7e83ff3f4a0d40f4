import { createHash } from "node:crypto";
import { type ClaudeRequest, cacheMinimumTokens, promptBlocks } from "./request.ts";

/** The prompt cache of the Messages API: what a request reads from it, writes to it, and pays in full. */

const ttlMs = { "5m": 5 * 60_000, "1h": 60 * 60_000 } as const;
/** From each breakpoint the API looks back over this many blocks for a prefix that it knows. */
const lookBackBlocks = 20;
/** The oldest leave first. */
const keptPrefixes = 10_000;

interface Boundary {
  key: string;
  /** Of the prompt up to here. */
  tokens: number;
  ttl: keyof typeof ttlMs | undefined;
}

interface InputUsage {
  input_tokens: number;
  cache_read_input_tokens: number;
  cache_creation_input_tokens: number;
  cache_creation: { ephemeral_5m_input_tokens: number; ephemeral_1h_input_tokens: number };
}

/** About four characters a token: wrong for every real text, the same in every run. */
export function estimateTokens(characters: number): number {
  return Math.ceil(characters / 4);
}

export function createPromptCache() {
  const prefixes = new Map<string, { ttl: keyof typeof ttlMs; until: number }>();

  /** A prefix can be read only after an answer to it has begun, so `remember` belongs to the answer. */
  function measure(request: ClaudeRequest): { usage: InputUsage; remember: () => void } {
    const boundaries = boundariesOf(request);
    const minimum = cacheMinimumTokens(request);
    const isCacheable = ({ ttl, tokens }: Boundary) => ttl !== undefined && tokens >= minimum;
    const readTo = findKnown(boundaries, isCacheable);
    const written = boundaries.slice(readTo + 1).filter(isCacheable);
    const usage = usageOf(boundaries[readTo]?.tokens ?? 0, written, boundaries.at(-1)?.tokens ?? 0);
    return {
      usage,
      remember() {
        const read = boundaries[readTo];
        if (read) store(read.key, prefixes.get(read.key)?.ttl);
        for (const { key, ttl } of written) store(key, ttl);
      },
    };
  }

  /** The index of the longest known prefix, -1 when there is none. */
  function findKnown(boundaries: Boundary[], isCacheable: (boundary: Boundary) => boolean): number {
    for (let last = boundaries.findLastIndex(isCacheable); last >= 0; ) {
      const from = Math.max(0, last - lookBackBlocks + 1);
      const known = boundaries.slice(from, last + 1).findLastIndex(({ key }) => isAlive(key));
      if (known >= 0) return from + known;
      last = boundaries.slice(0, last).findLastIndex(isCacheable);
    }
    return -1;
  }

  function isAlive(key: string): boolean {
    const prefix = prefixes.get(key);
    return prefix !== undefined && prefix.until > Date.now();
  }

  /** Reading renews a prefix, and the renewed one is the youngest. */
  function store(key: string, ttl: keyof typeof ttlMs | undefined) {
    if (ttl === undefined) return;
    prefixes.delete(key);
    prefixes.set(key, { ttl, until: Date.now() + ttlMs[ttl] });
    const [oldest] = prefixes.keys();
    if (prefixes.size > keptPrefixes && oldest !== undefined) prefixes.delete(oldest);
  }

  return { measure };
}

/** Each key stands for the model and every byte up to there. */
function boundariesOf(request: ClaudeRequest): Boundary[] {
  const hash = createHash("sha256").update(request.model);
  let characters = 0;
  return promptBlocks(request).map(({ bytes, text, ttl }) => {
    hash.update(bytes);
    characters += text.length;
    return { key: hash.copy().digest("base64url"), tokens: estimateTokens(characters), ttl };
  });
}

function usageOf(read: number, written: Boundary[], total: number): InputUsage {
  const creation = { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 };
  let counted = read;
  for (const { tokens, ttl } of written) {
    creation[ttl === "1h" ? "ephemeral_1h_input_tokens" : "ephemeral_5m_input_tokens"] += tokens - counted;
    counted = tokens;
  }
  return {
    input_tokens: total - counted,
    cache_read_input_tokens: read,
    cache_creation_input_tokens: counted - read,
    cache_creation: creation,
  };
}
