import closeWithGrace from "close-with-grace";
import { createApp } from "./app.ts";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { createLogger } from "./platform/logger.ts";

/** A load balancer notices within this time that readiness fails. */
const SERVE_ON_MS = 2_000;
/** Of a short drain time, most is for the work. */
const SERVE_ON_SHARE = 0.1;

/** The process: configuration, application, start, stop on a signal, exit code. */
async function main(config: Config): Promise<void> {
  const log = createLogger(config.service);
  const app = await createApp(config, log);
  const { drainMs } = config.service;
  // Exits with 0 when all is finished and recorded. Ended before that, it exits with 1 and has still lost nothing: its
  // leases run out, and what it was sending counts as unknown.
  const limits = {
    delay: drainMs,
    onTimeout: () => log.error({ drainMs }, "stopped before all was finished: the drain time is over"),
    onSecondSignal: () => log.warn("stopped before all was finished: a second signal"),
    logger: false,
  } as const;
  closeWithGrace(limits, async ({ err, signal }) => {
    if (err === undefined) log.info({ signal }, "stopping");
    else log.fatal({ err }, "stopping after an error");
    await app.stop({ serveOnMs: err === undefined ? Math.min(SERVE_ON_MS, SERVE_ON_SHARE * drainMs) : 0 });
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
