import { startWatchdog } from "../../src/health/watchdog.ts";
import { createLogger } from "../../src/platform/logger.ts";

/** A process under the watchdog. It says "alive" on each line that it reads; "block" stops its loop for good. */
startWatchdog({ lagLimitMs: 250, watchdogMs: 1_500 }, createLogger({ logLevel: "info", version: "test" }));
process.stdin.on("data", (line) => {
  if (line.toString() === "block\n") for (;;);
  process.stdout.write("alive\n");
});
