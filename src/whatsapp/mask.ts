import { createIdMasks, createTimeMasks, type IdMasks, maskText, type TimeMasks } from "./mask-values.ts";

/**
 * Makes a test fixture of a real body: shape, names, types and the provider's own words stay, everything that may say
 * something about a person or an account goes. The same id gets the same mask wherever it stands.
 */

/** Real bodies are about ten levels deep. */
const MAX_DEPTH = 100;
/** Where the provider's own words stand, as long as they look like such words. */
const wordKeys = new Set(
  [
    "object field event type status messaging_product recipient_type media_type source_type sdp_type category",
    // Chatwoot's
    "message_type content_type channel assignee_type sender_type availability_status priority",
  ].flatMap((line) => line.split(" ")),
);
/** One word as machines write it, in small letters or capitals; or the name of a Ruby class. */
const word = /^([a-z][a-z0-9]*(_[a-z0-9]+)*|[A-Z][A-Z0-9]*(_[A-Z0-9]+)*|([A-Z][a-z]+){1,3}(::[A-Z][a-z]+)?)$/;
/** Where only words in capitals are the provider's, or a language. */
const constantKeys = new Set(
  [
    "direction pricing_model reason restriction_type current_limit currency quality_score new_quality_score",
    "message_template_category message_template_language language",
  ].flatMap((line) => line.split(" ")),
);
const constant = /^([A-Z][A-Z0-9]*(_[A-Z0-9]+)*|[a-z]{2}(_[A-Z]{2})?)$/;
/** Names that stand for anything, and the words that are the provider's there. */
const fixedWords: Record<string, string[]> = {
  value: ["stop", "resume"],
  origin: ["contact_request"],
};
/** Lists of a contact card, whose types are labels that people write themselves. */
const cardLists = new Set(["phones", "emails", "addresses", "urls", "ims", "org"]);
const cardTypes = new Set(["CELL", "HOME", "WORK", "MAIN", "MOBILE", "IPHONE", "OTHER"]);
/** Numbers that say nothing of a person, as long as they have no more digits than Meta's error codes. */
const MAX_COUNT = 999_999;
const countKeys = new Set(["code", "error_subcode", "phase", "chunk_order", "progress", "quantity", "http_code"]);
const idKey = /(^|_)(id|ids|key|hash|sha256|clid|token|secret|sid|signature)$/;
const timeKey = /(^|_)(timestamp|time|at|since|until|expiration)$/;
const mimeType = /^(image|video|audio|application|text)\/[\w.+-]+(; ?codecs=[\w.]+)?$/;
const ourCallback = /^effect:\d+$/;
const identifier = /^[A-Za-z_][\w.-]{0,47}$/;

/** Below these, people make up the names as well as the values. JSON inside of a text is a form too. */
const formKey = /^(custom_attributes|additional_attributes|response_json|submitted_values)$/;

type Masks = IdMasks & TimeMasks;
/** Where a value stands: its name, what its list or object is called, and whether a person made up the names around it. */
interface Place {
  key: string;
  parent: string;
  depth: number;
  isForm: boolean;
}

/** Masks one body. What is not JSON is masked as text. */
export function maskBody(body: string): string {
  const parsed = parse(body);
  const masks = { ...createIdMasks(body), ...createTimeMasks(body) };
  if (parsed === undefined) return JSON.stringify(maskText(body, masks));
  return JSON.stringify(maskValue(parsed, { key: "", parent: "", depth: 0, isForm: false }, masks), undefined, 2);
}

function maskValue(value: unknown, place: Place, masks: Masks): unknown {
  if (typeof value === "string") return maskString(value, place, masks);
  if (typeof value === "number") return maskNumber(value, place, masks);
  if (typeof value !== "object" || value === null) return value;
  if (place.depth >= MAX_DEPTH) return "deep";
  // An element of a list is called like its list.
  if (Array.isArray(value)) return value.map((one) => maskValue(one, { ...place, depth: place.depth + 1 }, masks));
  const masked: [string, unknown][] = [];
  const taken = new Set<string>();
  for (const [key, one] of Object.entries(value)) {
    const name = maskKey(key, place, taken, masks);
    const isForm = place.isForm || formKey.test(key);
    const inner = { key, parent: place.key, depth: place.depth + 1, isForm };
    masked.push([name, maskValue(one, inner, masks)]);
  }
  return Object.fromEntries(masked);
}

/** Names that no programmer would choose come from people, and those of forms always do. */
function maskKey(key: string, { key: parent, isForm }: Place, taken: Set<string>, masks: Masks): string {
  const isChatwoots = parent === "additional_attributes" && key === "campaign_id"; // decides how a message is read
  const isName = isForm ? isChatwoots : identifier.test(key) && !/\d{5}/.test(key);
  let name = isName ? key : maskText(key, masks);
  while (taken.has(name)) name += "_";
  taken.add(name);
  return name;
}

function maskString(value: string, place: Place, masks: Masks): string {
  const { key } = place;
  if (isVocabulary(value, place)) return value;
  const time = timeKey.test(key) ? masks.timeText(value) : undefined;
  if (time !== undefined) return time;
  const inner = /^\s*[{[]/.test(value) ? parse(value) : undefined;
  if (inner !== undefined)
    return JSON.stringify(maskValue(inner, { ...place, depth: place.depth + 1, isForm: true }, masks));
  if (/^https?:\/\//.test(value)) return masks.url(value);
  if (value.startsWith("wamid.")) return `wamid.${masks.id(value.slice("wamid.".length))}`;
  const [, enterprise, user] = /^[A-Z]{2}\.(ENT\.)?([A-Za-z0-9]{5,128})$/.exec(value) ?? [];
  if (user !== undefined) return `XX.${enterprise ?? ""}${masks.id(user)}`;
  if (/^\d{5,}$/.test(value) || (idKey.test(key) && /^\S{4,}$/.test(value))) return masks.id(value);
  return maskText(value, masks, key === "filename");
}

function isVocabulary(value: string, { key, parent, isForm }: Place): boolean {
  if (isForm) return false;
  if (cardLists.has(parent) || cardLists.has(key)) return key === "type" && cardTypes.has(value);
  if (key === "mime_type") return mimeType.test(value);
  if (key === "biz_opaque_callback_data") return ourCallback.test(value);
  // The provider's name for an error; its other texts may quote what they are about.
  if (key === "title" && parent === "errors") return /^[A-Za-z ().,'-]{1,100}$/.test(value);
  if (value.length > 60 || /\d{5}/.test(value)) return false;
  if (fixedWords[key]?.includes(value) === true) return true;
  return (wordKeys.has(key) && word.test(value)) || (constantKeys.has(key) && constant.test(value));
}

function maskNumber(value: number, { key, isForm }: Place, masks: Masks): number {
  if (isForm) return masks.number(value);
  if (countKeys.has(key) && Number.isInteger(value) && Math.abs(value) <= MAX_COUNT) return value;
  if (timeKey.test(key)) return value === 0 ? value : (masks.timeNumber(value) ?? masks.number(value));
  // Small numbers of rows and tables, of one to four digits, lead to nobody.
  if (idKey.test(key) && Number.isInteger(value) && Math.abs(value) < 10_000) return value;
  return masks.number(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
