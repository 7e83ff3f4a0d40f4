/**
 * The forms by which one asks for something, as alternatives of a concept: "apagar", "apague", "apagassem". What was
 * done or is being done ("apagou", "apagava", "apago") is told, not asked.
 */
export function asking(...infinitives: string[]): string {
  return `${infinitives.join("/")}/${ordering(...infinitives)}`;
}

/** The same without the infinitive, where "posso mandar" offers what "mandem" asks for. */
export function ordering(...infinitives: string[]): string {
  return infinitives.flatMap(orders).join("/");
}

/** What was done, which is one letter from what is asked for: "ligaram", "ligarem". */
export function telling(...infinitives: string[]): string {
  return infinitives.map((infinitive) => `${infinitive}am`).join("/");
}

function orders(infinitive: string): string[] {
  const stem = infinitive.slice(0, -2);
  const vowel = infinitive.slice(-2, -1);
  const isFirst = vowel === "a";
  const soft = isFirst ? stem.replace(/g$/, "gu").replace(/c$/, "qu") : stem;
  const [told, wished] = isFirst ? [`${stem}a`, `${soft}e`] : [`${stem}e`, `${soft}a`];
  const endings = ["", "s", "m"];
  return [
    ...endings.map((ending) => told + ending),
    ...endings.map((ending) => wished + ending),
    ...["rem", "res", "sse", "ssem", "sses", "i"].map((ending) => stem + vowel + ending),
  ];
}
