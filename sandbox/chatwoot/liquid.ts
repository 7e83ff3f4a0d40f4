/**
 * Chatwoot renders what agents and integrations write as a Liquid template, once, when the message is created. This is
 * as much of Liquid as is needed to notice: values, literals, raw blocks, code spans, and syntax errors. Tags are
 * dropped without being carried out.
 */

/** The text that would be stored. What is no valid Liquid stays as it is. */
export function renderLiquid(content: string, values: Record<string, string | null>): string {
  // Chatwoot puts code spans into raw blocks first. They do not nest, so one inside a raw block is a syntax error.
  const source = content.replaceAll(/`(.*?)`/gs, "{% raw %}`$1`{% endraw %}");
  let rendered = "";
  let end = 0;
  for (const match of source.matchAll(token)) {
    const [all, raw, tag, expression] = match;
    const text = source.slice(end, match.index);
    if (unfinished.test(text) || (tag !== undefined && !tags.has(tag))) return content;
    rendered += text + (raw ?? (expression === undefined ? "" : evaluate(expression, values)));
    end = match.index + all.length;
  }
  const rest = source.slice(end);
  return unfinished.test(rest) ? content : rendered + rest;
}

/** A raw block, a tag, or a value. */
const token = /\{%-?\s*raw\s*-?%\}(.*?)\{%-?\s*endraw\s*-?%\}|\{%-?\s*(\w*)[^%]*%\}|\{\{([^}]*)\}\}/gs;
const unfinished = /\{[{%]/;

const blocks = "if unless case for tablerow capture comment".split(" ").flatMap((name) => [name, `end${name}`]);
const singles = "elsif else when assign increment decrement cycle break continue echo".split(" ");
const tags = new Set([...blocks, ...singles]);

function evaluate(expression: string, values: Record<string, string | null>): string {
  const bare = expression.replaceAll(/^-|-$/g, "").trim();
  const literal = /^(["'])(.*?)\1/s.exec(bare)?.[2] ?? /^-?\d+(\.\d+)?/.exec(bare)?.[0];
  if (literal !== undefined) return literal;
  const [path = ""] = bare.split("|");
  return values[path.trim()] ?? "";
}
