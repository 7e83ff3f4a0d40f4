/** Aborts when somebody ends the process, or the terminal that it was started from is gone: a dropped `railway ssh`. */
export function listenForStop(): AbortSignal {
  const stop = new AbortController();
  for (const name of ["SIGTERM", "SIGINT", "SIGHUP"]) process.once(name, () => stop.abort());
  process.stdout.on("error", () => {}); // nobody listens any more; what was begun is still brought to its end
  return stop.signal;
}
