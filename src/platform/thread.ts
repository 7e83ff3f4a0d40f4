import { parentPort, Worker } from "node:worker_threads";

/** Work that must not stall the event loop, done by a function of a module in a thread of its own. */

/** Nobody comes this long: the thread and its memory are given back. */
const IDLE_MS = 30_000;
/** Jobs that wait; each may hold megabytes. */
const MAX_WAITING = 16;
/** Enough for the parts of the biggest body; a job that needs more ends its thread and not the process. */
const HEAP_MB = 256;

/** Why a job has no result. `failed` is the function's own exception, `crashed` the end of the thread. */
export class ThreadError extends Error {
  override readonly name = "ThreadError";
  readonly code: "deadline" | "crashed" | "failed" | "full" | "aborted" | "closed";

  constructor(code: ThreadError["code"], options?: { cause?: unknown }) {
    super(`a job of the thread has no result: ${code}`, options);
    this.code = code;
  }
}

interface Job<Input, Output> {
  input: Input;
  signal: AbortSignal | undefined;
  resolve: (output: Output) => void;
  reject: (error: ThreadError) => void;
}
type Answer<Output> = { output: Output } | { failure: string };

/**
 * Runs the function that the module at `url` hands to `answerJobs`, one job after the other. The thread starts with the
 * first job, ends after a while without any, and is killed and replaced when a job takes longer than `deadlineMs`.
 */
export function createThread<Input, Output>(url: URL, options: { deadlineMs: number; idleMs?: number }) {
  const { deadlineMs, idleMs = IDLE_MS } = options;
  const waiting: Job<Input, Output>[] = [];
  let worker: Worker | undefined;
  let busy = false;
  let closed = false;
  let idle: NodeJS.Timeout | undefined;

  /** @throws ThreadError */
  async function run(input: Input, signal?: AbortSignal): Promise<Output> {
    if (closed) throw new ThreadError("closed");
    if (signal?.aborted === true) throw new ThreadError("aborted");
    if (waiting.length >= MAX_WAITING) throw new ThreadError("full");
    const { promise, resolve, reject } = Promise.withResolvers<Output>();
    waiting.push({ input, signal, resolve, reject });
    if (!busy) void work();
    return promise;
  }

  async function work(): Promise<void> {
    busy = true;
    clearTimeout(idle);
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await attempt(job);
    busy = false;
    idle = setTimeout(() => void end(), idleMs).unref();
  }

  async function attempt({ input, signal, resolve, reject }: Job<Input, Output>): Promise<void> {
    if (closed || signal?.aborted === true) {
      reject(new ThreadError(closed ? "closed" : "aborted"));
      return;
    }
    try {
      worker ??= start();
      const answer = await answerOf(worker, input, signal);
      if (answer instanceof ThreadError) {
        await end(); // whatever it is doing, nobody waits for it
        reject(answer);
      } else if ("failure" in answer) reject(new ThreadError("failed", { cause: new Error(answer.failure) }));
      else resolve(answer.output);
    } catch (cause) {
      // Without a thread, as when none can be started, this job fails alone: the next one tries again.
      reject(new ThreadError("crashed", { cause }));
    }
  }

  function start(): Worker {
    const started = new Worker(url, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    started.on("error", () => {}); // told to the job it happened to, and no reason to end the process
    started.on("exit", () => {
      if (worker === started) worker = undefined;
    });
    return started;
  }

  function answerOf(thread: Worker, input: Input, signal?: AbortSignal): Promise<Answer<Output> | ThreadError> {
    return new Promise((resolve) => {
      const crash = (cause: unknown) => settle(new ThreadError(closed ? "closed" : "crashed", { cause }));
      const abort = () => settle(new ThreadError("aborted"));
      const timer = setTimeout(() => settle(new ThreadError("deadline")), deadlineMs);
      const listeners = { message: settle, messageerror: crash, error: crash, exit: crash };
      function settle(answer: Answer<Output> | ThreadError): void {
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
        for (const [event, listener] of Object.entries(listeners)) thread.off(event, listener);
        thread.unref(); // an idle thread keeps no process
        resolve(answer);
      }
      signal?.addEventListener("abort", abort);
      for (const [event, listener] of Object.entries(listeners)) thread.on(event, listener);
      thread.ref();
      try {
        thread.postMessage(input);
      } catch (error) {
        settle({ failure: nameOf(error) }); // cannot be cloned: the thread has not seen it and can go on
      }
    });
  }

  async function end(): Promise<void> {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  }

  /** What runs and what waits is rejected. */
  async function close(): Promise<void> {
    closed = true;
    clearTimeout(idle);
    await end();
  }

  return { run, close };
}

/** The other side: a module that is the thread calls this once with its function. */
export function answerJobs<Input, Output>(answer: (input: Input) => Output): void {
  parentPort?.on("message", (input: Input) => {
    parentPort?.postMessage(attempt(answer, input));
  });
}

function attempt<Input, Output>(answer: (input: Input) => Output, input: Input): Answer<Output> {
  try {
    return { output: answer(input) };
  } catch (error) {
    return { failure: nameOf(error) };
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
