import { migrate, schemaSql } from "./migrate.ts";

/** `npm run migrate` and `npm run schema`. */
const [command] = process.argv.slice(2);
const databaseUrl = process.env["DATABASE_URL"];

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (command === "schema") {
  say(await schemaSql());
} else if (command !== "migrate") {
  say("usage: command.ts migrate | schema");
  process.exitCode = 2;
} else if (databaseUrl === undefined || databaseUrl === "") {
  say("DATABASE_URL is not set: nothing to migrate. With Supabase alone, paste the output of `npm run schema` there.");
} else {
  await migrate({ databaseUrl, log: say }).catch((error: unknown) => {
    say(`migration failed, nothing was changed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  });
}
