/**
 * Notices when the provider begins to send something new: properties that this build does not know, by name. What is
 * known is listed in the provider's documentation of the envelope, of messages and of statuses. Bodies of which all is
 * known cost one look at each name and no memory.
 */

/** Names in one body beyond which nobody looks on: a body may hold a million. */
const MAX_REPORTS = 100;
/** Names come from outside: beyond this many, new ones are counted as "other". */
const MAX_FIELDS = 100;

const known = {
  value: new Set(["messaging_product", "metadata", "contacts", "messages", "statuses", "errors", "message_echoes"]),
  metadata: new Set(["display_phone_number", "phone_number_id"]),
  contact: new Set(["profile", "wa_id", "user_id", "parent_user_id", "identity_key_hash"]),
  message: new Set(
    [
      "id timestamp type from from_user_id from_parent_user_id group_id context referral errors identity",
      "text image video audio document sticker location contacts interactive button reaction order system edit revoke",
      "request_welcome unsupported unknown",
      "to to_user_id to_parent_user_id", // of echoes
    ].flatMap((line) => line.split(" ")),
  ),
  status: new Set(
    [
      "id status timestamp recipient_id recipient_user_id recipient_parent_user_id recipient_type",
      "recipient_participant_id biz_opaque_callback_data conversation pricing errors",
    ].flatMap((line) => line.split(" ")),
  ),
};

type Part = keyof typeof known;
/** Looks at one part of a body. */
export type Inspect = (part: Part, raw: unknown) => void;

/** An inspector of one body. `report` gets each unknown property as a path such as "message.foo". */
export function createInspect(report: (path: string) => void): Inspect {
  let left = MAX_REPORTS;

  return function inspect(part, raw) {
    if (left === 0 || typeof raw !== "object" || raw === null || Array.isArray(raw)) return;
    const names = known[part];
    for (const name in raw) {
      if (names.has(name)) continue;
      report(`${part}.${/^[a-z_]{1,40}$/.test(name) ? name : "other"}`);
      left -= 1;
      if (left === 0) return;
    }
  };
}

/** Keeps the number of paths small that become a label: the first ones by their name, all others as "other". */
export function createFieldLabel(): (path: string) => string {
  const seen = new Set<string>();

  return function labelOf(path) {
    if (seen.size < MAX_FIELDS) seen.add(path);
    return seen.has(path) ? path : "other";
  };
}
