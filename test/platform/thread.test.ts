import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { createThread } from "../../src/platform/thread.ts";
import { waitFor } from "../support/wait-for.ts";

const url = new URL("./thread-jobs.ts", import.meta.url);

function start(options: { deadlineMs?: number; idleMs?: number } = {}) {
  const thread = createThread<string, string[]>(url, { deadlineMs: 60_000, ...options });
  onTestFinished(() => thread.close());
  return thread;
}

test("jobs are done one after the other, by one thread that stays", async () => {
  const { run } = start();
  expect(await Promise.all(["a", "b", "c"].map((job) => run(job)))).toEqual([["a"], ["a", "b"], ["a", "b", "c"]]);
  expect(await run("d")).toEqual(["a", "b", "c", "d"]);
});

test("an exception rejects its job alone, and the thread lives on", async () => {
  const { run } = start();
  const [failed, next] = await Promise.allSettled([run("throw"), run("b")]);
  expect(failed).toMatchObject({ status: "rejected", reason: { name: "ThreadError", code: "failed" } });
  expect(next).toMatchObject({ value: ["throw", "b"] });
});

test("what cannot be handed to the thread rejects its job alone, and the thread lives on", async () => {
  const { run, close } = createThread<unknown, string[]>(url, { deadlineMs: 60_000 });
  onTestFinished(close);
  const [before, failed, next] = await Promise.allSettled([run("a"), run(() => "not cloned"), run("b")]);
  expect(before).toMatchObject({ value: ["a"] });
  expect(failed).toMatchObject({ status: "rejected", reason: { name: "ThreadError", code: "failed" } });
  expect(next).toMatchObject({ value: ["a", "b"] });
});

test("a thread that cannot be started rejects its job alone, and the next job tries again", async () => {
  const changing = new URL("https://example.test/no-file.ts");
  const { run, close } = createThread<string, string[]>(changing, { deadlineMs: 60_000 });
  onTestFinished(close);
  await expect(run("a")).rejects.toMatchObject({ name: "ThreadError", code: "crashed" });
  changing.href = url.href;
  expect(await run("b")).toEqual(["b"]);
});

test("a thread that ends rejects its job alone, and the next job gets a new thread", async () => {
  const { run } = start();
  await run("a");
  const [failed, next] = await Promise.allSettled([run("exit"), run("b")]);
  expect(failed).toMatchObject({ status: "rejected", reason: { code: "crashed" } });
  expect(next).toMatchObject({ value: ["b"] });
});

test("a job beyond its deadline is rejected and its thread killed; what waits is done by a new one", async () => {
  const { run } = start({ deadlineMs: 5_000 });
  const [failed, next] = await Promise.allSettled([run("hang"), run("b")]);
  expect(failed).toMatchObject({ status: "rejected", reason: { code: "deadline" } });
  expect(next).toMatchObject({ value: ["b"] });
});

test("a signal ends the job it belongs to, running or waiting", async () => {
  const { run } = start();
  const [running, waiting, before] = [new AbortController(), new AbortController(), AbortSignal.abort()];
  const jobs = [run("hang", running.signal), run("b", waiting.signal), run("c", before), run("d")];
  const settled = Promise.allSettled(jobs);
  waiting.abort();
  running.abort();
  expect(await settled).toMatchObject([
    { reason: { code: "aborted" } },
    { reason: { code: "aborted" } },
    { reason: { code: "aborted" } },
    { value: ["d"] },
  ]);
});

test("more jobs than may wait are refused at once", async () => {
  const { run } = start();
  const settled = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => run(String(n))));
  expect(settled[0]).toMatchObject({ status: "fulfilled" });
  expect(settled.at(-1)).toMatchObject({ status: "rejected", reason: { code: "full" } });
  expect(await run("later")).toContain("later");
});

test("a thread without jobs ends after a while, and comes back with the next one", async () => {
  const { run } = start({ idleMs: 1 });
  await run("a");
  await waitFor(async () => expect(await run("b")).toEqual(["b"]));
});

test("closed, what runs and what waits is rejected, and nothing is taken any more", async () => {
  const { run, close } = start();
  const settled = Promise.allSettled([run("hang"), run("b")]);
  await close();
  expect(await settled).toMatchObject([{ reason: { code: "closed" } }, { reason: { code: "closed" } }]);
  await expect(run("c")).rejects.toMatchObject({ code: "closed" });
});

test("an idle thread keeps no process alive", async () => {
  const script = `
    import { createThread } from "./src/platform/thread.ts";
    const { run } = createThread(new URL("${url.href}"), { deadlineMs: 60_000, idleMs: 600_000 });
    process.stdout.write((await run("a")).join());`;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", script]);
  expect(stdout).toBe("a");
});
