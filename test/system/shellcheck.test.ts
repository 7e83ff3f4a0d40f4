import { join } from "node:path";
import { expect, test } from "vitest";
import { fetchDebianPackage } from "../../sandbox/debian-package.ts";
import { buildOnce, userCache } from "../../sandbox/private-process.ts";
import { run } from "./prometheus-tools.ts";

const copy = join(userCache(), `shellcheck-${process.arch}`);

test("shellcheck has nothing to say against start.sh", async () => {
  await buildOnce(copy, works, (made, workshop) => fetchDebianPackage("shellcheck", made, workshop));
  expect(await shellcheck(copy, [join(import.meta.dirname, "../../start.sh")])).toEqual({ code: 0, output: "" });
});

test("it is listened to", async () => {
  expect(await shellcheck(copy, ["-"], "#!/bin/sh\necho $1\n")).toMatchObject({ code: 1 });
});

function shellcheck(folder: string, args: string[], input?: string) {
  return run(join(folder, "usr/bin/shellcheck"), args, input);
}

async function works(folder: string): Promise<boolean> {
  return (await shellcheck(folder, ["--version"]).catch(() => ({ code: 1 }))).code === 0;
}
