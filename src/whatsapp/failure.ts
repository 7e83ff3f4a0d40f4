import { z } from "zod";
import { type Failure, ProviderError } from "../errors.ts";

/** Codes by what they mean for the message; source: WhatsApp Cloud API error codes, support/error-codes. */
const codes: readonly (readonly [Failure, readonly number[]])[] = [
  ["retry", [1, 2, 131000, 131016, 132069, 133004]],
  ["channel", [130429]],
  ["slow", [4, 613, 80007, 131057]],
  ["pair", [131056]],
  ["later", [131048, 131049]],
  ["window", [470, 131047]],
  ["recipient", [130472, 131026, 131050]],
  [
    "fix",
    [
      33, 100, 130497, 131008, 131009, 131021, 131030, 131051, 131052, 131053, 131062, 131063, 132000, 132001, 132005,
      132007, 132008, 132012, 132015, 132016, 135000, 137000,
    ],
  ],
  [
    "stop",
    [
      0, 3, 10, 190, 368, 131005, 131031, 131037, 131042, 131044, 131045, 131064, 132068, 133000, 133005, 133006,
      133008, 133009, 133010, 133015, 133016, 134011,
    ],
  ],
];
const failureByCode = new Map(codes.flatMap(([failure, list]) => list.map((code) => [code, failure] as const)));

/** Not z.coerce: it takes null and "" for 0, which means a dead key. */
const code = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);
const metaError = z.object({ error: z.object({ code }) });
/** 360dialog's own errors carry no code of Meta: only a status and a sentence. */
const ownError = z.object({ meta: z.object({ developer_message: z.string() }) });

/** Turns an answer that is not 2xx into what it means. The code decides; the HTTP status is a weak signal. */
export function classify(status: number, answer: unknown): ProviderError {
  const meta = metaError.safeParse(answer);
  if (meta.success) {
    const { code } = meta.data.error;
    const permission = code >= 200 && code <= 299 ? "stop" : undefined;
    return new ProviderError(permission ?? failureByCode.get(code) ?? byStatus(status), String(code));
  }
  const own = ownError.safeParse(answer);
  const sentence = own.success ? own.data.meta.developer_message : "";
  if (/rate limit/i.test(sentence)) return new ProviderError("channel", `http_${status}`);
  if (/payment|disabled|invoice/i.test(sentence)) return new ProviderError("stop", `http_${status}`);
  return new ProviderError(byStatus(status), `http_${status}`);
}

function byStatus(status: number): Failure {
  // A redirect: the message is right, the address is wrong.
  if (status < 400) return "stop";
  if (status === 401 || status === 403) return "stop";
  if (status === 429) return "channel";
  if (status === 408) return "slow";
  // A gateway gave up waiting for an answer: the message may have gone out.
  if (status === 504 || status === 524) return "unknown";
  return status >= 500 ? "retry" : "fix";
}
