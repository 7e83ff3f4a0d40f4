import { expect, test } from "vitest";
import type { Failure } from "../../src/errors.ts";
import { classify } from "../../src/whatsapp/failure.ts";

/** Every code that a send can meet, by its class in the provider's list. */
const codes: Record<Failure, number[]> = {
  retry: [1, 2, 131000, 131016, 132069, 133004],
  // Call limits of the account, and a number in maintenance: tens of seconds, not one.
  slow: [4, 613, 80007, 131057],
  pair: [131056],
  channel: [130429],
  later: [131048, 131049],
  fix: [
    33, 100, 130497, 131008, 131009, 131021, 131030, 131051, 131052, 131053, 131062, 131063, 132000, 132001, 132005,
    132007, 132008, 132012, 132015, 132016, 135000, 137000,
  ],
  window: [470, 131047],
  stop: [
    0, 190, 3, 10, 200, 230, 299, 368, 131005, 131031, 131037, 131042, 131044, 131045, 131064, 132068, 133000, 133005,
    133006, 133008, 133009, 133010, 133015, 133016, 134011,
  ],
  recipient: [130472, 131026, 131050],
  unknown: [],
  bug: [],
};

test.each(Object.entries(codes).flatMap(([failure, list]) => list.map((code) => [code, failure] as const)))(
  "%i is %s, whatever the HTTP status and the title say",
  (code, failure) => {
    for (const status of [400, 401, 403, 404, 429, 500, 503]) {
      const error = { code, message: "rate limit, payment, disabled", type: "OAuthException" };
      expect(classify(status, { error })).toMatchObject({ failure, code: String(code) });
      expect(classify(status, { error: { ...error, code: String(code) } })).toMatchObject({ failure });
    }
  },
);

test.each<[number, string, Failure]>([
  [400, "Rate limit of the endpoint exceeded", "channel"],
  [400, "The API is disabled because of a lack of payment", "stop"],
  [400, "This number has been disabled", "stop"],
  [400, "There are unpaid invoices", "stop"],
  [400, "Something else", "fix"],
  [401, "Invalid API key", "stop"],
  [403, "This endpoint is blocked", "stop"],
  [500, "Internal error", "retry"],
  [502, "WhatsApp API not available", "retry"],
])("360dialog's own %i, %s, is %s", (status, sentence, failure) => {
  const answer = { meta: { success: false, http_code: status, developer_message: sentence } };
  expect(classify(status, answer)).toMatchObject({ failure, code: `http_${status}` });
});

test.each<[number, Failure]>([
  [301, "stop"],
  [308, "stop"],
  [400, "fix"],
  [401, "stop"],
  [403, "stop"],
  [404, "fix"],
  [408, "slow"],
  [418, "fix"],
  [429, "channel"],
  [500, "retry"],
  [503, "retry"],
  [504, "unknown"],
  [524, "unknown"],
  [599, "retry"],
])("%i with a code that nobody knows, or without any, is %s", (status, failure) => {
  expect(classify(status, { error: { code: 999_999 } })).toMatchObject({ failure, code: "999999" });
  for (const answer of [undefined, null, "rate limit", [], {}, { error: "payment" }, { meta: {} }]) {
    expect(classify(status, answer)).toMatchObject({ failure, code: `http_${status}` });
  }
});

test.each([null, "", false, [], {}, "0x1", " 1 ", 1.5, "34611000001 said no"])(
  "a code %j is no code, and above all not 0, the dead key",
  (code) => {
    expect(classify(500, { error: { code } })).toMatchObject({ failure: "retry", code: "http_500" });
  },
);
