import { fastify } from "fastify";
import { expect, onTestFinished, test } from "vitest";
import type { Template } from "../../sandbox/360dialog/templates.ts";
import { startFake360dialog } from "../../sandbox/fake-360dialog.ts";
import { createDecisionTemplates } from "../../src/whatsapp/templates.ts";

const apiKey = "key";

test("finds the approved templates of every page, by decision and language", async () => {
  const { read } = await serve([
    template("decision_proceed", "en"),
    template("welcome", "en"),
    template("decision_reject", "pt_BR"),
    template("decision_hold", "de"),
    template("decision_hold", "it"),
  ]);
  expect(await read()).toEqual({
    en: { proceed: { name: "decision_proceed", language: "en", text: "About {{1}}" } },
    pt: { reject: { name: "decision_reject", language: "pt_BR", text: "About {{1}}" } },
    de: { hold: { name: "decision_hold", language: "de", text: "About {{1}}" } },
  });
});

test("the plain language goes before that of a country, in whatever order they come", async () => {
  const [plain, country] = [template("decision_hold", "es"), template("decision_hold", "es_MX")];
  for (const listed of [
    [plain, country],
    [country, plain],
  ]) {
    const { read } = await serve(listed);
    expect((await read()).es?.hold?.language).toBe("es");
  }
});

test.each<[string, Partial<Template>]>([
  ["is not approved", { status: "PAUSED" }],
  ["wants more than the title", { components: [{ type: "BODY", text: "{{1}} at {{2}}" }] }],
  ["wants a named value", { components: [{ type: "BODY", text: "About {{title}}" }] }],
  ["has no body", { components: [] }],
  [
    "wants a picture",
    {
      components: [
        { type: "HEADER", format: "IMAGE" },
        { type: "BODY", text: "x" },
      ],
    },
  ],
  [
    "wants a value for a button",
    {
      components: [
        { type: "BODY", text: "x" },
        { type: "BUTTONS", buttons: [{ type: "URL", url: "https://x/{{1}}" }] },
      ],
    },
  ],
])("one that %s is passed over", async (_why, given) => {
  const { read } = await serve([{ ...template("decision_hold", "en"), ...given }]);
  expect(await read()).toEqual({});
});

test("a text header, a footer and a body without the title are no obstacle", async () => {
  const components: Template["components"] = [
    { type: "HEADER", format: "TEXT", text: "News" },
    { type: "BODY", text: "There is news." },
    { type: "FOOTER", text: "Bye" },
  ];
  const { read } = await serve([{ ...template("decision_hold", "fr"), components }]);
  expect((await read()).fr?.hold?.text).toBe("There is news.");
});

test.each([
  [401, { meta: { developer_message: "Invalid API key" } }, "stop"],
  [404, "<html>", "fix"],
  [500, {}, "retry"],
  [504, "<html>", "slow"],
  [200, { waba_templates: [] }, "slow"],
])("an answer of %i is what it means", async (status, body, failure) => {
  const server = fastify();
  onTestFinished(() => server.close());
  server.get("/message_templates", (_request, reply) => reply.code(status).send(body));
  const baseUrl = await server.listen({ host: "127.0.0.1", port: 0 });
  const read = createDecisionTemplates({ apiKey, baseUrl });
  await expect(read(new AbortController().signal)).rejects.toMatchObject({ name: "ProviderError", failure });
});

test("a provider that is away is asked again later, and a stop is not waited for", async () => {
  const read = createDecisionTemplates({ apiKey, baseUrl: "http://127.0.0.1:9" });
  await expect(read(new AbortController().signal)).rejects.toMatchObject({ failure: "slow" });
  await expect(read(AbortSignal.abort())).rejects.toMatchObject({ failure: "slow" });
});

function template(name: string, language: string): Template {
  return {
    name,
    language,
    status: "APPROVED",
    category: "UTILITY",
    components: [{ type: "BODY", text: "About {{1}}" }],
  };
}

async function serve(templates: Template[]) {
  const provider = await startFake360dialog({ apiKey });
  onTestFinished(() => provider.stop());
  provider.templates = templates;
  const read = createDecisionTemplates({ apiKey, baseUrl: provider.url });
  return { read: () => read(new AbortController().signal) };
}
