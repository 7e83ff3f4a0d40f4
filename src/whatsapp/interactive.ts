/**
 * Answers to tap on, as WhatsApp can show them, and back from what was tapped to the answer. Limits are those of the
 * provider; lengths count UTF-16 units, the stricter of the two ways in which the API may count.
 */

const MAX_BUTTONS = 3;
const MAX_ROWS = 10;
/** Lists may take 4096 today; once it was this for all. */
const MAX_BODY = 1024;
const MAX_BUTTON_TITLE = 20;
const MAX_OPENER = 20;
const MAX_ROW_TITLE = 24;
const MAX_DESCRIPTION = 72;
/** Where something was cut off. */
const MARK = "…";

const graphemes = new Intl.Segmenter();

/** One line of a list. A title that ends in MARK repeats the beginning of its description, any other goes on there. */
interface Row {
  title: string;
  description?: string | undefined;
}

/**
 * The `interactive` part of a message: up to three options that fit are buttons, others and up to ten a list that opens
 * with `choose`. What comes back is always the whole option: a button that was cut would lose its end.
 * Undefined when WhatsApp could not show them so that each can be told from the others: the text then goes alone.
 */
export function interactiveOf(text: string, options: string[], choose = ""): Record<string, unknown> | undefined {
  const lines = options.map(oneLine);
  if (lines.length === 0 || lines.length > MAX_ROWS || lines.includes("") || text.length > MAX_BODY) return undefined;
  const body = { text };
  if (lines.length <= MAX_BUTTONS && lines.every(({ length }) => length <= MAX_BUTTON_TITLE)) {
    if (new Set(lines).size < lines.length) return undefined;
    const buttons = lines.map((title, n) => ({ type: "reply", reply: { id: idOf(n), title } }));
    return { type: "button", body, action: { buttons } };
  }
  const rows = rowsOf(lines)?.map((row, n) => ({ id: idOf(n), ...row }));
  const opener = cut(oneLine(choose) || MARK, MAX_OPENER);
  return rows && { type: "list", body, action: { button: opener, sections: [{ rows }] } };
}

/** The option that a tapped line of a list stands for. */
export function optionOf({ title, description }: Row): string {
  if (description === undefined) return title;
  return title.endsWith(MARK) ? description : `${title} ${description}`;
}

/** Undefined when two would have the same title, which some providers refuse. */
function rowsOf(options: string[]): Row[] | undefined {
  const rows = new Map<string, Row>();
  for (const option of options) {
    const row = waysToShow(option).find(({ title }) => !rows.has(title));
    if (row === undefined) return undefined;
    rows.set(row.title, row);
  }
  return [...rows.values()];
}

/** Cut at a blank, the last one first, so that a blank joins it again; else in the middle of a word. */
function waysToShow(option: string): Row[] {
  if (option.length <= MAX_ROW_TITLE) return [{ title: option }];
  const rows: Row[] = [];
  for (let end = option.lastIndexOf(" ", MAX_ROW_TITLE); end > 0; end = option.lastIndexOf(" ", end - 1)) {
    const title = option.slice(0, end);
    if (!title.endsWith(MARK)) rows.push({ title, description: cut(option.slice(end + 1), MAX_DESCRIPTION) });
  }
  rows.push({ title: cut(option, MAX_ROW_TITLE), description: cut(option, MAX_DESCRIPTION) });
  return rows;
}

/** Never in the middle of an emoji. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  let start = "";
  for (const { segment } of graphemes.segment(text)) {
    if (start.length + segment.length + MARK.length > max) break;
    start += segment;
  }
  return `${start.trimEnd()}${MARK}`;
}

/** Single blanks, because WhatsApp trims what it shows, and refuses line breaks in what fills a template. */
export function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ");
}

function idOf(n: number): string {
  return `option:${n}`;
}
