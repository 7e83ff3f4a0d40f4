import { expect, test } from "vitest";
import { createApplicants, texts } from "./applicants.ts";
import { describeContract, first } from "./contract.ts";

describeContract("a decision outside the 24 hours", (world) => {
  const { sql, call, claimEffects } = world;
  const { applicant, decide, claimTasks } = createApplicants(world);

  test("outside the 24 hours whoever can send templates is asked for one, and it goes where a text may not", async () => {
    await applicant({ language: "es" });
    await sql("update app.conversations set last_inbound_at = now() - interval '25 hours'");
    await decide("proceed");
    await sql("update app.effects set next_at = now() where destination = 'task'");
    const { application, decided_at } = first((await claimTasks()).effects).body;
    const args = { application: Number(application), decided_at: String(decided_at), texts };
    expect(await call("tell_decision", { ...args, templates: null })).toEqual({ told: false, needs_template: true });
    const template = { name: "decision_proceed", language: "es_MX", text: "Buenas noticias de {{1}}" };
    const templates = { es: { proceed: template }, en: { proceed: { ...template, language: "en" } } };
    expect(await call("tell_decision", { ...args, templates })).toEqual({ told: true });
    const { effects, ruled_out } = await claimEffects();
    expect(ruled_out).toEqual([]);
    expect(effects).toMatchObject([
      {
        kind: "text",
        body: {
          text: "Buenas noticias de Waiter, Lisbon",
          template: { name: "decision_proceed", language: "es_MX", parameters: ["Waiter, Lisbon"] },
        },
      },
    ]);
  });

  test.each([
    ["in another language than English", { pt: { proceed: { name: "n", language: "pt", text: "t" } } }, undefined],
    ["of another decision", { es: { reject: { name: "n", language: "es", text: "t" } } }, undefined],
    [
      "in English, without the title",
      { en: { proceed: { name: "n", language: "en", text: "t" } } },
      { name: "n", language: "en", parameters: [] },
    ],
  ])("outside the 24 hours with a template %s", async (_what, templates, sent) => {
    await applicant({ language: "es" });
    await sql("update app.conversations set last_inbound_at = now() - interval '25 hours'");
    await decide("proceed");
    await sql("update app.effects set next_at = now() where destination = 'task'");
    const { application, decided_at } = first((await claimTasks()).effects).body;
    const args = { application: Number(application), decided_at: String(decided_at), texts };
    expect(await call("tell_decision", { ...args, templates })).toEqual({ told: true });
    const { effects, ruled_out } = await claimEffects();
    expect(effects.map(({ body }) => body["template"])).toEqual(sent === undefined ? [] : [sent]);
    expect(ruled_out.map(({ reason }) => reason)).toEqual(sent === undefined ? ["window_closed"] : []);
  });

  test("within the 24 hours no template is asked for or used", async () => {
    await applicant({ language: "en" });
    await decide("proceed");
    await sql("update app.effects set next_at = now() where destination = 'task'");
    const { application, decided_at } = first((await claimTasks()).effects).body;
    const args = { application: Number(application), decided_at: String(decided_at), texts, templates: null };
    expect(await call("tell_decision", args)).toEqual({ told: true });
    expect((await world.sendAll("whatsapp")).map(({ body }) => body["text"])).toEqual(["Yes: Waiter, Lisbon"]);
  });
});
