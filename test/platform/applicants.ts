import { type describeContract, message, recruiterEvent } from "./contract.ts";

const chatwoot = 7;
/** What candidates are told, by language and decision. */
export const texts = {
  en: { proceed: "Yes: {title}", reject: "No: {title}", hold: "Wait: {title}" },
  es: { proceed: "Sí: {title}", reject: "No es: {title}", hold: "Espera: {title}" },
};
type Decision = keyof typeof texts.en;

/** People who have applied, and the recruiter who decides about them. */
export function createApplicants(world: Parameters<Parameters<typeof describeContract>[1]>[0]) {
  const { sql, call, claimOne, commit } = world;

  /** Somebody who applied as a waiter and is known to Chatwoot as conversation 7. */
  async function applicant(decision: Record<string, unknown> = { language: "en" }): Promise<number> {
    const turn = await claimOne(message());
    await commit(turn, { decision });
    await call("link_chatwoot", { conversation: turn.conversation, contact: 3, chatwoot_conversation: chatwoot });
    await sql(`insert into app.vacancies (id, version) values ('waiter', 1)`);
    await sql(`insert into app.vacancy_versions (vacancy_id, version, definition, sha256)
               values ('waiter', 1, '{"title": "Waiter, Lisbon"}', '')`);
    await apply(turn.conversation);
    return turn.conversation;
  }
  const apply = (conversation: number, state = "submitted") =>
    sql(
      `insert into app.applications (conversation_id, vacancy_id, version, state, result, screening, created_at)
       values ($1, 'waiter', 1, $2, 'qualified', '{}', '1970-01-01Z')`,
      [conversation, state],
    );

  const decisionAt = (decision: Decision | null, at: number) =>
    ({ type: "decision", decision, at: new Date(at).toISOString() }) as const;
  function decide(decision: Decision | null, given: Parameters<typeof recruiterEvent>[1] = {}, at = Date.now()) {
    const event = recruiterEvent(decisionAt(decision, at), { undo_ms: 60_000, ...given });
    return call("receive_recruiter_event", event).then(({ outcome }) => outcome);
  }
  const claimTasks = () => call("claim_tasks", { limit: 10, lease_ms: 60_000, max_tries: 3 });

  return { applicant, apply, decisionAt, decide, claimTasks };
}
