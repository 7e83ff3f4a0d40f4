import { evaluate } from "./command.ts";

/** `npm run eval`: how well an engine reads labelled conversations and leads simulated ones. */

try {
  process.exitCode = await evaluate(process.argv.slice(2), {
    env: process.env,
    print: (text) => void process.stdout.write(text),
    warn,
  });
} catch (error) {
  warn(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

function warn(line: string): void {
  process.stderr.write(`eval: ${line}\n`);
}
