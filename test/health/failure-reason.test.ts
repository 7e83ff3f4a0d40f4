import { expect, test } from "vitest";
import { DatabaseError } from "../../src/errors.ts";
import { failureReason } from "../../src/health/failure-reason.ts";

test.each([
  ["refused", Object.assign(new Error("connect ECONNREFUSED 10.0.0.7:6379"), { code: "ECONNREFUSED" })],
  ["host name unknown", Object.assign(new Error("getaddrinfo ENOTFOUND db.internal"), { code: "ENOTFOUND" })],
  ["timeout", new DOMException("The operation timed out", "TimeoutError")],
  ["timeout", new DatabaseError("service_status", "timeout")],
  ["unreachable", new DatabaseError("service_status", "unreachable")],
  ["credentials refused", new DatabaseError("service_status", "28P01")],
  ["schema too old", new DatabaseError("queue_status", "42883")],
  ["failed with 57P03", new DatabaseError("service_status", "57P03")],
  ["refused", new TypeError("fetch failed", { cause: Object.assign(new Error("10.0.0.7"), { code: "ECONNREFUSED" }) })],
  ["unreachable", new Error("Stream isn't writeable and enableOfflineQueue options is false")],
  ["credentials refused", Object.assign(new Error("NOAUTH Authentication required"), { name: "ReplyError" })],
  ["LOADING", Object.assign(new Error("LOADING Redis is loading 10.0.0.7"), { name: "ReplyError" })],
  ["failed", Object.assign(new Error("redis://default:pw@10.0.0.7"), { name: "ReplyError" })],
  ["failed", Object.assign(new Error("x"), { code: "redis://default:pw@10.0.0.7:6379" })],
  ["failed", new Error("postgres://app:pw@10.0.0.7/db is away")],
  ["failed", "postgres://app:pw@10.0.0.7/db"],
])("the reason is %s, never the driver's words", (reason, error) => {
  expect(failureReason(error)).toBe(reason);
});
