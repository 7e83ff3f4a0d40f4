import { writeFile } from "node:fs/promises";
import { ConfigError, describeProblem } from "../src/config.ts";
import { CommandError, parseCommandLine, UsageError } from "../src/operator/command.ts";
import { planChatwoot } from "./setup/chatwoot.ts";
import { planDialog360 } from "./setup/dialog360.ts";
import { loadSettings, type Settings } from "./setup/settings.ts";
import type { Step } from "./setup/step.ts";

/** `npm run setup`: what has to be there in Chatwoot and at 360dialog. It shows the plan, and with --apply brings it about. */

const usage = "usage: npm run setup -- [--apply] [--url https://service.example.com] [--secrets-to FILE]";

type Plan = Awaited<ReturnType<typeof makePlan>>;

/**
 * The exit code: 0 shown or done, 1 failed, 2 usage. Every run looks first at what is there, so another one after a
 * failure goes on where it stopped. Variables are named; no secret is said, and one is written only to the file of
 * --secrets-to.
 */
export async function setup(
  args: string[],
  environment: Record<string, string | undefined>,
  say: (line: string) => void,
): Promise<number> {
  try {
    const options = { apply: { type: "boolean" }, url: { type: "string" }, "secrets-to": { type: "string" } } as const;
    const { values, positionals } = parseCommandLine(args, options);
    if (positionals.length > 0) throw new UsageError(usage);
    const settings = loadSettings(environment, values.url);
    const before = await makePlan(settings);
    say(`Set-up of ${settings.url}${values.apply ? "" : ": the plan, nothing is changed"}`);
    for (const { state, service, text } of before.steps) say(`${state}  ${service.padEnd(9)}  ${text}`);
    const open = openOf(before).length;
    const after = values.apply ? await apply(before, settings, say) : before;
    if (open === 0) say("nothing to do");
    else say(values.apply ? "all done" : `${open} to do: run it again with --apply`);
    sayVariables(after, settings, say);
    const file = values["secrets-to"];
    if (file !== undefined) say(await writeSecrets(after, file));
    return 0;
  } catch (error) {
    say(describe(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

async function makePlan(settings: Settings) {
  const { steps, inbox, bot } = await planChatwoot(settings);
  // Last: candidates' messages come as soon as it is done.
  const all: Step[] = [...steps, await planDialog360(settings)];
  return { steps: all, inbox, bot };
}

/** Does what is to be done, in its order, and looks again. */
async function apply({ steps }: Plan, settings: Settings, say: (line: string) => void): Promise<Plan> {
  let done = 0;
  for (const { service, text, run } of steps) {
    if (run === undefined) continue;
    try {
      await run();
    } catch (error) {
      if (error instanceof CommandError) {
        say(`FAIL    ${service.padEnd(9)}  ${text}`);
        say(`${done} done before it; run it again, and it goes on from here.`);
      }
      throw error;
    }
    done += 1;
    say(`done    ${service.padEnd(9)}  ${text}`);
  }
  const after = await makePlan(settings);
  const left = openOf(after).map(({ service, text }) => `${service}: ${text}`);
  if (left.length === 0) return after;
  throw new CommandError(
    `Done, but not to be seen there: ${left.join("; ")}. Cure: run it again; then do this by hand`,
  );
}

function openOf({ steps }: Plan): Step[] {
  return steps.filter(({ state }) => state !== "exists");
}

function sayVariables({ inbox, bot }: Plan, { chatwoot }: Settings, say: (line: string) => void): void {
  if (inbox === undefined || bot === undefined) return;
  say("Variables of the service:");
  say(`  CHATWOOT_INBOX_ID=${inbox.id}`);
  say(`  CHATWOOT_BOT_ID=${bot}`);
  say(`  CHATWOOT_WEBHOOK_SECRET ${secretAdvice(inbox, chatwoot.webhookSecrets)}`);
  say(
    "Recruiters who are no administrators see the inbox once they are its collaborators (Chatwoot: Settings > Inboxes).",
  );
}

/** Chatwoot makes the secret that it signs with, and takes no other. */
function secretAdvice({ secret }: NonNullable<Plan["inbox"]>, known: readonly string[]): string {
  if (!secret) return "cannot be read: Chatwoot signs webhooks of API inboxes since 4.13. Update Chatwoot";
  if (known.includes(secret)) return "is the inbox's";
  const where =
    "Chatwoot shows it in Settings > Inboxes > this inbox > Configuration, --secrets-to FILE writes it down";
  return `${known.length === 0 ? "is not set" : "is not the inbox's"}: ${where}`;
}

/** @throws CommandError; a file that is there stays as it is */
async function writeSecrets({ inbox, bot }: Plan, file: string): Promise<string> {
  if (!inbox?.secret || bot === undefined)
    throw new CommandError(`Nothing is written to ${file}: there is no secret yet. Cure: run it with --apply`);
  const variables = { CHATWOOT_INBOX_ID: inbox.id, CHATWOOT_BOT_ID: bot, CHATWOOT_WEBHOOK_SECRET: inbox.secret };
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
  try {
    await writeFile(file, lines.join(""), { mode: 0o600, flag: "wx" });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "failed";
    throw new CommandError(`${file} cannot be written (${code}). Cure: name a file that is not there yet`);
  }
  return `${Object.keys(variables).join(", ")} are in ${file}, which only you can read: delete it when they are set`;
}

/** Cause and cure. @throws what is none of ours */
function describe(error: unknown): string {
  if (error instanceof ConfigError) return error.problems.map(describeProblem).join("\n");
  if (error instanceof CommandError || error instanceof UsageError) return error.message;
  throw error;
}

// A look-up of a host name cannot be cancelled, and would hold the process after everything is said.
if (import.meta.main) {
  process.exit(await setup(process.argv.slice(2), process.env, (line) => void process.stdout.write(`${line}\n`)));
}
