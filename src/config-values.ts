import { z } from "zod";
import { readBusinessHours } from "./business-hours.ts";

/** Kinds of values that variables of the environment have (config.ts), each with what is wrong when it is none. */

export const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Trimmed, because a line break pasted behind a key cannot be sent in a header. */
export const text = z.string().trim().min(1, "must not be blank");
const dsn = /^https?:\/\/\w+(?::\w*)?@[\w.:[\]-]+\/(?:.*\/)?\d+$/;
export const httpUrl = z.url({ protocol: /^https?$/, error: "must be an http or https address" });
/** No more than the SDK takes: it prints what it refuses, and reports nothing. */
export const sentryDsn = httpUrl.refine((value) => dsn.test(value), {
  error: "must be a DSN, with a key before the host and the number of the project at its end",
});
export const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must be an address that starts with postgres://",
});
export const redisUrl = z.url({
  protocol: /^rediss?$/,
  error: "must be an address that starts with redis:// or rediss://",
});
/** A secret that can rotate: one or two values separated by a comma. */
export const secrets = text
  .transform((value) => value.split(",").map((part) => part.trim()))
  .refine((parts) => parts.length <= 2 && parts.every((part) => part !== ""), {
    error: "must be one value, or two separated by a comma",
  });
/** Keys of 256 bits that can rotate: one or two, each 64 hexadecimal digits. */
export const encryptionKeys = secrets
  .refine((parts) => parts.every((part) => /^[0-9a-f]{64}$/i.test(part)), {
    error: "must be 64 hexadecimal digits, or two such keys separated by a comma",
  })
  .transform(([newest = "", ...older]): [string, ...string[]] => [newest, ...older]);
export const whole = (min: number, max: number) =>
  z.coerce.number({ error: "must be a whole number" }).int("must be a whole number").min(min).max(max);

export const timeZone = text.refine((name) => Intl.supportedValuesOf("timeZone").includes(name) || name === "UTC", {
  error: "must be an IANA time zone",
});

export const businessHours = text.transform((value, context) => {
  const hours = readBusinessHours(value);
  if (hours !== undefined) return hours;
  context.addIssue("must be days and times, such as mon-fri 09:00-18:00, sat 10:00-14:00");
  return z.NEVER;
});
