import { type Dirent, lstatSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";

/** What must not slip in Dockerfile.production and .dockerignore, without building anything (test/system/image.test.ts). */

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (name: string) => readFileSync(`${root}${name}`, "utf8");
const instructions = parseDockerfile(read("Dockerfile.production"));
const isIgnored = createIgnore(read(".dockerignore"));
// Its patterns have no folder, so git looks for them at any depth.
const isUntracked = createIgnore(read(".gitignore").replaceAll(/^(?=.)/gm, "**/"));
const manifest = z
  .object({ version: z.string(), optionalDependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read("package.json")));

test.each(["Dockerfile.production", "scripts/Dockerfile.backup"])("the builder gets what %s copies", (dockerfile) => {
  const files = filesBelow(root, isOurs);
  const copied = parseDockerfile(read(dockerfile))
    .filter(({ name, text }) => name === "COPY" && !text.includes("--from="))
    .flatMap(({ text }) => text.split(/\s+/).slice(0, -1));
  expect(copied).toEqual(expect.arrayContaining(["package-lock.json", "src", "database"]));
  for (const source of copied) {
    const found = files.filter(({ path }) => path === source || path.startsWith(`${source}/`));
    expect({ source, found: found.length > 0 }).toEqual({ source, found: true });
    expect(found.filter(({ path }) => isIgnored(path))).toEqual([]);
  }
});

test.each([
  ".env",
  ".env.production",
  "src/.env.local",
  ".railway-env.template",
  ".git/config",
  ".github/workflows/deploy.yml",
  "node_modules/fastify/package.json",
  "dist/main.js",
  "test/main.test.ts",
  "sandbox/demo.ts",
  "README.md",
  "README-RAILWAY.md",
  "src/npm-debug.log",
])("the builder does not get %s", (path) => {
  expect(isIgnored(path)).toBe(true);
});

// Of the bytes under version control the bundle needs 44 %, cities.json alone 14 %. An archive has no history.
const contexts = [
  { what: "what is under version control", leastCut: 0.5, counts: isOurs, needs: "src" },
  { what: "a clone with its history", leastCut: 0.6, counts: (path: string) => !isUntracked(path), needs: ".git" },
  { what: "a checkout with node_modules", leastCut: 0.6, counts: () => true, needs: "node_modules" },
];
test.each(contexts.filter(({ needs }) => isFolder(needs)))(
  "of $what at least $leastCut stays at home",
  ({ what, leastCut, counts }) => {
    const files = filesBelow(root, counts);
    const all = sum(files);
    const sent = sum(files.filter(({ path }) => !isIgnored(path)));
    const cut = 1 - sent / all;
    process.stdout.write(`build context, ${what}: ${sent} instead of ${all} bytes, ${(100 * cut).toFixed(1)} % less\n`);
    expect(sent).toBeGreaterThan(0);
    expect(cut).toBeGreaterThanOrEqual(leastCut);
  },
);

test("every image is named with the version of Node that the project uses, or is a stage, or is empty", () => {
  const versions = new Set(
    Object.entries(manifest.optionalDependencies)
      .filter(([name]) => name.startsWith("node-linux-"))
      .map(([, version]) => version),
  );
  expect(versions.size).toBe(1);
  const [version] = versions;
  const stages = of("FROM").map((text) => text.split(/\s+AS\s+/i));
  const names = new Set(stages.map(([, name]) => name));
  const outside = stages.map(([image]) => image).filter((image) => !names.has(image));
  expect(outside).toEqual([`node:${version}-bookworm-slim`, "scratch"]);
});

test("it ends as a user with a number, with a health check and a start that need no shell of ours", () => {
  const last = instructions.slice(instructions.findLastIndex(({ name }) => name === "FROM"));
  const inLast = (wanted: string) => last.filter(({ name }) => name === wanted).map(({ text }) => text);
  expect(inLast("USER")).toEqual([expect.stringMatching(/^[1-9]\d*:[1-9]\d*$/)]);
  expect(inLast("CMD")).toEqual(['["./start.sh"]']);
  const [check = ""] = inLast("HEALTHCHECK");
  const [, words] = /CMD (\[.*\])$/.exec(check) ?? [];
  const [program, , script] = z.array(z.string()).parse(JSON.parse(String(words)));
  expect(program).toBe("node");
  expect(script).toContain("/health/liveness");
  expect(inLast("LABEL").join(" ")).toContain(`org.opencontainers.image.version="${manifest.version}"`);
});

test("nothing secret is asked for, and nothing that buildah 1.28 cannot read is used", () => {
  const asked = [...of("ARG"), ...of("ENV")].map((text) => text.split("=")[0]);
  expect(new Set(asked)).toEqual(new Set(["GIT_COMMIT_SHA", "PATH", "RAILWAY_GIT_COMMIT_SHA", "SOURCE_URL"]));
  expect(instructions.filter(({ text }) => text.includes("<<") || text.includes("--link"))).toEqual([]);
});

test("dependencies are installed before the sources arrive, so that they are kept while only those change", () => {
  const install = instructions.findIndex(({ name, text }) => name === "RUN" && text.includes("npm ci"));
  const sources = instructions.findIndex(({ name, text }) => name === "COPY" && /\bsrc\b/.test(text));
  expect(install).toBeGreaterThan(0);
  expect(sources).toBeGreaterThan(install);
});

test("the judge of .dockerignore: the last line that matches a path or a folder above it counts", () => {
  const judge = createIgnore("# a comment\n*\n!src\n!docs/*.md\nsrc/**/*.log\n**/.env*\nsrc/old/\n");
  const kept = ["src/a.ts", "src/b/c.ts", "docs/a.md", "src/a.log.ts"];
  const cut = ["a.ts", "docs/a.txt", "src/a.log", "src/b/c/a.log", "src/.env", "src/b/.env.local", "src/old/a.ts"];
  expect([...kept, ...cut].filter((path) => judge(path))).toEqual(cut);
});

function of(wanted: string): string[] {
  return instructions.filter(({ name }) => name === wanted).map(({ text }) => text);
}

/** Comments may stand between the lines of one instruction (Dockerfile reference, "Format"). */
function parseDockerfile(text: string): { name: string; text: string }[] {
  const lines = text.split("\n").filter((line) => !/^\s*(#|$)/.test(line));
  const whole = lines.join("\n").replaceAll(/\\\n\s*/g, "");
  return whole.split("\n").map((line) => {
    const [, name = "", rest = ""] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    return { name: name.toUpperCase(), text: rest };
  });
}

/** Docker's rules ("dockerignore file" in its reference), as far as the file uses them. */
function createIgnore(text: string): (path: string) => boolean {
  const rules = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => ({ ignores: !line.startsWith("!"), matches: glob(line.replace(/^!/, "")) }));
  return (path) => {
    const parts = path.split("/");
    const above = parts.map((_, i) => parts.slice(0, i + 1).join("/"));
    return rules.findLast(({ matches }) => above.some((name) => matches.test(name)))?.ignores ?? false;
  };
}

function glob(pattern: string): RegExp {
  const source = pattern
    .replace(/^\/|\/$/g, "")
    .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll(/\*\*\/|\*\*|\*|\?/g, (wild) => ({ "**/": "(.*/)?", "**": ".*", "*": "[^/]*" })[wild] ?? "[^/]");
  return new RegExp(`^${source}$`);
}

/** What a clone holds without its history: all that .gitignore does not name. */
function isOurs(path: string): boolean {
  return !path.startsWith(".git/") && !isUntracked(path);
}

interface File {
  path: string;
  bytes: number;
}

/** At once: 40 000 files take five times as long one promise each. */
function filesBelow(folder: string, counts: (path: string) => boolean, above = ""): File[] {
  return namesIn(folder).flatMap((entry) => {
    const path = `${above}${entry.name}`;
    const whole = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return counts(`${path}/`) ? filesBelow(whole, counts, `${path}/`) : [];
    return counts(path) ? [{ path, bytes: lstatSync(whole, { throwIfNoEntry: false })?.size ?? 0 }] : [];
  });
}

function isFolder(name: string): boolean {
  return lstatSync(`${root}${name}`, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Other tests write and remove files of node_modules/.cache meanwhile. */
function namesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function sum(files: File[]): number {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}
