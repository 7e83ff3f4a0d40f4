import { createIdMasks, type IdMasks, maskText } from "./mask-values.ts";

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
/** Numbers that say nothing of a person. */
const countKeys = new Set(["code", "error_subcode", "phase", "chunk_order", "progress", "quantity", "http_code"]);
const idKey = /(^|_)(id|ids|key|hash|sha256|clid|token|secret|sid|signature)$/;
const timeKey = /(^|_)(timestamp|time|at|since|until|expiration)$/;
const mimeType = /^(image|video|audio|application|text)\/[\w.+-]+(; ?codecs=[\w.]+)?$/;
const ourCallback = /^effect:\d+$/;
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/;
const identifier = /^[A-Za-z_][\w.-]{0,47}$/;

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
  const masks = createIdMasks(body);
  if (parsed === undefined) return JSON.stringify(maskText(body, masks));
  return JSON.stringify(maskValue(parsed, { key: "", parent: "", depth: 0, isForm: false }, masks), undefined, 2);
}

function maskValue(value: unknown, place: Place, masks: IdMasks): unknown {
  if (typeof value === "string") return maskString(value, place, masks);
  if (typeof value === "number") return maskNumber(value, place, masks);
  if (typeof value !== "object" || value === null) return value;
  if (place.depth >= MAX_DEPTH) return "deep";
  // An element of a list is called like its list.
  if (Array.isArray(value)) return value.map((one) => maskValue(one, { ...place, depth: place.depth + 1 }, masks));
  const masked: [string, unknown][] = [];
  const taken = new Set<string>();
  for (const [key, one] of Object.entries(value)) {
    const name = maskKey(key, taken, masks);
    const inner = { ...place, key, parent: place.key, depth: place.depth + 1 };
    masked.push([name, maskValue(one, inner, masks)]);
  }
  return Object.fromEntries(masked);
}

/** Names that no programmer would choose come from people. */
function maskKey(key: string, taken: Set<string>, masks: IdMasks): string {
  const isName = identifier.test(key) && !/\d{5}/.test(key);
  let name = isName ? key : maskText(key, masks);
  while (taken.has(name)) name += "_";
  taken.add(name);
  return name;
}

function maskString(value: string, place: Place, masks: IdMasks): string {
  const { key } = place;
  if (isVocabulary(value, place)) return value;
  if (timeKey.test(key) && (isTime(Number(value)) || isoTime.test(value))) return value;
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

function maskNumber(value: number, { key, isForm }: Place, masks: IdMasks): number {
  if (isForm) return masks.number(value);
  if (countKeys.has(key) || (timeKey.test(key) && (isTime(value) || value === 0))) return value;
  // Small numbers of rows and tables, of one to four digits, lead to nobody.
  if (idKey.test(key) && Number.isInteger(value) && Math.abs(value) < 10_000) return value;
  return masks.number(value);
}

/** Unix seconds from 2015 to 2035: as narrow as may be, because a phone number may look like that too. */
function isTime(value: number): boolean {
  return value > 1.42e9 && value < 2.06e9;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
