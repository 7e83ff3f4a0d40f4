import closeWithGrace from "close-with-grace";
import { createApp } from "./app.ts";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { createLogger } from "./platform/logger.ts";

/** The process: configuration, application, start, stop on a signal, exit code. */
async function main(config: Config): Promise<void> {
  const log = createLogger(config.service);
  const app = await createApp(config, log);
  // A second signal ends the process at once; so does a stop that takes longer than the drain time.
  closeWithGrace({ delay: config.service.drainMs, logger: false }, async ({ err, signal }) => {
    if (err === undefined) log.info({ signal }, "stopping");
    else log.fatal({ err }, "stopping after an error");
    await app.stop();
  });
  await app.start().catch((error: unknown) => {
    log.fatal({ err: error }, "cannot start");
    process.exit(1);
  });
}

try {
  await main(loadConfig());
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
