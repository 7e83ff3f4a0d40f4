/**
 * Reads PromQL as far as it takes to know which series an expression asks for and which labels its result has. Precedence
 * does not matter for that. What is valid PromQL is for Prometheus to say (test/system).
 */

/** The labels of each series that exists. */
export type Series = ReadonlyMap<string, ReadonlySet<string>>;

interface Value {
  labels: ReadonlySet<string>;
  isNumber: boolean;
}

const aggregations = new Set(["sum", "min", "max", "avg", "count", "group"]);
/** Functions in use whose result has no labels, and those whose result has the labels of what they are given. */
const bare = new Set(["absent"]);
const keeping = new Set([
  "rate",
  "increase",
  "changes",
  "last_over_time",
  "min_over_time",
  "max_over_time",
  "avg_over_time",
]);
const sets = new Set(["and", "or", "unless"]);
const operators = new Set([...sets, "+", "-", "*", "/", "%", "^", "==", "!=", "<", "<=", ">", ">="]);
const number: Value = { labels: new Set(), isNumber: true };

/** The labels of the result. @throws with the first thing that does not exist or cannot match */
export function labelsOfResult(expression: string, series: Series): ReadonlySet<string> {
  const tokens = tokensOf(expression);
  let at = 0;
  const result = readExpression();
  if (at < tokens.length) throw new Error(`"${tokens[at]}" is one too many`);
  return result.labels;

  function next(): string {
    const token = tokens[at];
    if (token === undefined) throw new Error("it ends too early");
    at += 1;
    return token;
  }

  function accept(token: string): boolean {
    if (tokens[at] !== token) return false;
    at += 1;
    return true;
  }

  function expect(token: string): void {
    const found = next();
    if (found !== token) throw new Error(`"${found}" instead of "${token}"`);
  }

  function readExpression(): Value {
    let left = readOperand();
    for (let operator = tokens[at]; operator !== undefined && operators.has(operator); operator = tokens[at]) {
      at += 1;
      left = readRightSide(left, operator);
    }
    return left;
  }

  function readRightSide(left: Value, operator: string): Value {
    const on = accept("on") ? readNames() : undefined;
    const extra = accept("group_left") ? readNames() : [];
    const right = readOperand();
    if (left.isNumber || right.isNumber) return left.isNumber ? right : left;
    for (const label of on ?? []) mustHave(left, label, mustHave(right, label, label));
    for (const label of extra) mustHave(right, label, label);
    if (operator === "or") return { labels: new Set([...left.labels, ...right.labels]), isNumber: false };
    if (on === undefined) mustMatch(left, right);
    if (sets.has(operator) || on === undefined) return left;
    return { labels: new Set([...(extra.length > 0 ? left.labels : on), ...extra]), isNumber: false };
  }

  function readOperand(): Value {
    const token = next();
    if (token === "-") return readOperand();
    if (token === "(") {
      const inner = readExpression();
      expect(")");
      return inner;
    }
    if (/^\d/.test(token)) return number;
    if (aggregations.has(token)) return readAggregation();
    if (tokens[at] === "(") return readCall(token);
    return readSelector(token);
  }

  function readAggregation(): Value {
    const by = accept("by") ? readNames() : [];
    expect("(");
    const inner = readExpression();
    expect(")");
    for (const label of by) mustHave(inner, label, label);
    return { labels: new Set(by), isNumber: false };
  }

  function readCall(name: string): Value {
    expect("(");
    const given = [readExpression()];
    while (accept(",")) given.push(readExpression());
    expect(")");
    const vector = given.find(({ isNumber }) => !isNumber);
    if (vector === undefined) throw new Error(`${name} is given no series`);
    if (bare.has(name)) return { labels: new Set(), isNumber: false };
    if (keeping.has(name)) return vector;
    if (name !== "histogram_quantile") throw new Error(`${name} is no function in use here`);
    mustHave(vector, "le", "le");
    return { labels: new Set([...vector.labels].filter((label) => label !== "le")), isNumber: false };
  }

  function readSelector(name: string): Value {
    const labels = series.get(name);
    if (labels === undefined) throw new Error(`there is no series ${name}`);
    const value = { labels, isNumber: false };
    if (accept("{")) {
      while (!accept("}")) {
        mustHave(value, next(), name);
        if (!/^(=|!=|=~|!~)$/.test(next())) throw new Error(`${name} has a matcher without an operator`);
        next();
        accept(",");
      }
    }
    if (accept("[")) while (next() !== "]");
    return value;
  }

  function readNames(): string[] {
    const names: string[] = [];
    expect("(");
    while (!accept(")")) {
      names.push(next());
      accept(",");
    }
    return names;
  }
}

function mustHave({ labels }: Value, label: string, of: string): string {
  if (!labels.has(label)) throw new Error(`there is no label ${label}${label === of ? "" : ` on ${of}`}`);
  return label;
}

/** Without on() two series meet only when all their labels are the same. */
function mustMatch(left: Value, right: Value): void {
  const [one, other] = [left, right].map(({ labels }) => [...labels].sort().join(", "));
  if (one !== other) throw new Error(`series by (${one}) never meet series by (${other})`);
}

const word = /[a-zA-Z_:][\w:]*/;
const quantity = /\d[\w.]*/;
const text = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/;
const sign = /[=!]~|[=!<>]=|[-+*/%^(){}[\],=<>]/;
const token = new RegExp(`\\s*(${[word, quantity, text, sign].map(({ source }) => source).join("|")})`, "y");

function tokensOf(expression: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < expression.trimEnd().length) {
    const from = token.lastIndex;
    const found = token.exec(expression)?.[1];
    if (found === undefined) throw new Error(`cannot read "${expression.slice(from, from + 10)}"`);
    tokens.push(found);
  }
  return tokens;
}
