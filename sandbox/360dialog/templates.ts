/** Message templates as Meta's API lists them, and what becomes of one that is filled. */
export interface Template {
  name: string;
  language: string;
  status: "APPROVED" | "PENDING" | "REJECTED" | "PAUSED";
  category: "UTILITY" | "MARKETING" | "AUTHENTICATION";
  components: { type: "HEADER" | "BODY" | "FOOTER" | "BUTTONS"; format?: string; text?: string; buttons?: unknown[] }[];
}

const bodies = {
  decision_proceed: {
    en: "Good news about your application for {{1}}: the team would like to go on. Reply here to continue.",
    es: "Buenas noticias sobre tu candidatura para {{1}}: el equipo quiere seguir adelante. Responde aquí para continuar.",
  },
  decision_reject: {
    en: "Thank you for applying for {{1}}. A person has read your application and we will not go on this time.",
    es: "Gracias por tu candidatura para {{1}}. Una persona la ha leído y esta vez no seguimos adelante.",
  },
} as const;

/** What a new account of the sandbox has: two decisions in two languages. */
export function sampleTemplates(): Template[] {
  return Object.entries(bodies).flatMap(([name, texts]) =>
    Object.entries(texts).map(([language, text]) => ({
      name,
      language,
      status: "APPROVED" as const,
      category: "UTILITY" as const,
      components: [{ type: "BODY" as const, text }],
    })),
  );
}

/** The filled body, or Meta's code for why it cannot be sent. */
export function fillTemplate(
  templates: Template[],
  { name, language, parameters }: { name: string; language: string; parameters: string[] },
): { text: string } | { code: number; details: string } {
  const template = templates.find((one) => one.name === name && one.language === language);
  if (template?.status !== "APPROVED")
    return { code: 132001, details: `template name (${name}) does not exist in ${language}` };
  const body = template.components.find(({ type }) => type === "BODY")?.text ?? "";
  const expected = new Set(body.match(/\{\{\d+\}\}/g)).size;
  if (expected !== parameters.length) {
    const details = `body: number of localizable_params (${parameters.length}) does not match the expected number (${expected})`;
    return { code: 132000, details };
  }
  return { text: body.replaceAll(/\{\{(\d+)\}\}/g, (_all, n: string) => parameters[Number(n) - 1] ?? "") };
}
