import { answerJobs } from "../../src/platform/thread.ts";

/** The thread of thread.test.ts: does what its job says. */
const seen: string[] = [];

answerJobs((job: string): string[] => {
  seen.push(job);
  if (job === "throw") throw new RangeError("no");
  if (job === "exit") process.exit(3);
  while (job === "hang") seen.length = 0;
  return seen;
});
