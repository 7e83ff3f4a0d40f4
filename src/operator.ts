import { loadDatabaseConfig } from "./config.ts";
import { type Command, describeFailure, type OfflineCommand, type Terminal, UsageError } from "./operator/command.ts";
import { deadUsage, parseDead } from "./operator/dead.ts";
import { explainUsage, parseExplain } from "./operator/explain.ts";
import { parkedUsage, parseParked } from "./operator/parked.ts";
import { parsePassport, parseVerify, passportUsage } from "./operator/passport.ts";
import { parseVacancies, vacanciesUsage } from "./operator/vacancies.ts";
import { createDatabase } from "./platform/database.ts";

/** `npm run explain`, `parked`, `dead`, `vacancies`, `passport` and `verify`: they need the database and nothing else. */

const CONNECTIONS = 4;
const commands = new Map<string, (args: string[]) => Command | OfflineCommand>([
  ["explain", parseExplain],
  ["parked", parseParked],
  ["dead", parseDead],
  ["vacancies", parseVacancies],
  ["passport", parsePassport],
  ["verify", parseVerify],
]);

/** The exit code: 0 done, 1 failed or not there, 2 usage. */
async function main(args: string[], terminal: Terminal): Promise<number> {
  try {
    const command = parseCommand(args);
    if ("offline" in command) return await command.offline(terminal);
    const database = createDatabase({ ...loadDatabaseConfig(), poolSize: CONNECTIONS });
    try {
      return await command(database, terminal);
    } finally {
      await database.close();
    }
  } catch (error) {
    const { text, code } = describeFailure(error);
    terminal.tell(text);
    return code;
  }
}

function parseCommand([name = "", ...args]: string[]): Command | OfflineCommand {
  const parse = commands.get(name);
  if (parse === undefined) {
    throw new UsageError(
      ["usage:", explainUsage, ...parkedUsage, ...deadUsage, ...vacanciesUsage, ...passportUsage].join("\n  "),
    );
  }
  return parse(args);
}

if (import.meta.main) {
  // Whoever reads only the beginning (`| head`) has seen enough.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
  process.exitCode = await main(process.argv.slice(2), {
    say: (line) => void process.stdout.write(`${line}\n`),
    tell: (line) => void process.stderr.write(`${line}\n`),
  });
}
