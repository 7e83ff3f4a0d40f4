import closeWithGrace from "close-with-grace";
import { isWorker, listenToPrimary, runPrimary, skippedSignals, tellStarted } from "./cluster.ts";
import { type Config, ConfigError, configWarnings, loadConfig } from "./config.ts";
import { startWatchdog } from "./health/watchdog.ts";
import { createLogger, overheard } from "./platform/logger.ts";

/** A load balancer notices within this time that readiness fails. */
const SERVE_ON_MS = 2_000;
/** Of a short drain time, most is for the work. */
const SERVE_ON_SHARE = 0.1;
/** Error reports that are still under way are waited for no longer than this. */
const REPORTING_MS = 2_000;

/** The process: configuration, application, start, stop on a signal, exit code. */
async function main(config: Config): Promise<void> {
  const { drainMs, workers } = config.service;
  const endLoading = endOnSignal();
  const reports = await createReports(config);
  const log = createLogger(config.service, reports && overheard(reports.observe));
  // Once, however many processes share the port.
  if (!isWorker) for (const { text, cure } of configWarnings(config)) log.warn(`${text}. Cure: ${cure}`);
  if (workers > 1 && !isWorker) {
    endLoading();
    runPrimary(config.service, log, async () => reports?.close(REPORTING_MS));
    return;
  }
  // Exits with 0 when all is finished and recorded. Ended before that, it exits with 1 and has still lost nothing: its
  // leases run out, and what it was sending counts as unknown.
  const limits = {
    delay: drainMs,
    onTimeout: () => log.error({ drainMs }, "stopped before all was finished: the drain time is over"),
    onSecondSignal: () => log.warn("stopped before all was finished: a second signal"),
    onSecondError: (err: unknown) => log.fatal({ err }, "stopped before all was finished: a second error"),
    logger: false as const,
    skip: [...skippedSignals],
  };
  try {
    // Loaded only here: neither a wrong configuration nor a primary needs it.
    const { createApp } = await import("./app.ts");
    const app = await createApp(config, log);
    if (config.health.watchdogMs > 0) startWatchdog(config.health, log);
    const closer = closeWithGrace(limits, async ({ err, signal }) => {
      const until = performance.now() + drainMs;
      if (err === undefined) log.info({ signal }, "stopping");
      else log.fatal({ err }, "stopping after an error");
      await app.stop({ serveOnMs: err === undefined ? Math.min(SERVE_ON_MS, SERVE_ON_SHARE * drainMs) : 0 });
      // Of little time that is left, some is left to end in order.
      await reports?.close(Math.min(REPORTING_MS, (until - performance.now()) / 2));
    });
    endLoading();
    listenToPrimary(() => closer.close());
    await app.start();
    tellStarted();
  } catch (error) {
    log.fatal({ err: error }, "cannot start");
    await reports?.close(REPORTING_MS);
    process.exit(1);
  }
}

/**
 * While the service is still being loaded nothing has begun, so a signal may simply end it. Without this the first process of
 * a container ignores it: the kernel gives that one no default handlers. Returns what takes this back.
 */
function endOnSignal(): () => void {
  const signals = isWorker ? [] : (["SIGTERM", "SIGINT"] as const);
  const end = () => process.exit(0);
  for (const signal of signals) process.on(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
}

/** Loaded only where it is wanted: it takes memory and time to start. */
async function createReports({ service, sentry: { dsn } }: Config) {
  if (dsn === undefined) return undefined;
  const { createErrorReports } = await import("./platform/error-reports.ts");
  return createErrorReports({ dsn, release: service.version, environment: service.environment });
}

try {
  await main(loadConfig());
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
