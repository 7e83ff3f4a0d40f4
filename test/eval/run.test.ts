import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { evaluate } from "../../eval/command.ts";
import { startFakeClaude } from "../../sandbox/fake-claude.ts";
import { line, writeLines, writeVacancies } from "./cases.ts";

async function runEval(args: string[], env: NodeJS.ProcessEnv = {}) {
  const printed: string[] = [];
  const warnings: string[] = [];
  const code = await evaluate(["--vacancies", await writeVacancies(), ...args], {
    env,
    print: (text) => void printed.push(text),
    warn: (text) => void warnings.push(text),
  });
  // How far it is, it says on a slow machine alone.
  return { code, text: printed.join(""), warnings: warnings.filter((text) => !text.endsWith(" played")) };
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, "utf8"));
}

const stop = line(
  {
    id: "en-2",
    split: "tune",
    tags: ["burst"],
    turns: [{ candidate: ["im busy, please leave me alone from now on", "STOP"], at: "2026-11-20T10:01:00+01:00" }],
  },
  { routes: ["stop"], facts: {}, answers: {}, result: "none", controls: ["stop"], absent: ["phone"] },
);

describe("npm run eval", () => {
  it("plays a set with the rules engine, writes what was measured, and names what it could not read", async () => {
    const set = await writeLines([line(), stop, "no json"]);
    const json = join(set, "../report.json");
    const markdown = join(set, "../report.md");
    const ended = await runEval(["--set", set, "--json", json, "--markdown", markdown]);
    expect(ended.warnings.join("\n")).toMatch(new RegExp(`^${set}:3: .*JSON$`));
    expect(ended.code).toBe(2);
    expect(ended.text).toContain("2 conversations, rules engine");
    const report = await readJson(json);
    expect(report).toMatchObject({
      engine: "rules",
      overall: { precision: 1, recall: 1, f1: 1, hallucinations: 0 },
      answers: { f1: 1 },
      routes: { total: 3 },
      results: { right: 2, total: 2, accuracy: 1 },
      controls: { right: 2, total: 2, accuracy: 1 },
      quotes: { right: 3, total: 3 },
      costUsd: 0,
      byLanguage: { en: { conversations: 2, overall: { f1: 1 } } },
      byTag: { burst: { conversations: 1 } },
      fields: { first_name: { f1: 1 } },
      conversations: [
        { id: "en-1", language: "en", f1: 1, result: { gold: "incomplete", got: "incomplete", right: true } },
        { id: "en-2", controls: { gold: ["stop"], got: ["stop"], right: true } },
      ],
    });
    expect(report).not.toHaveProperty("personas");
    expect(await readFile(markdown, "utf8")).toContain("# Evaluation: rules engine");
  });

  it("asks Claude, and counts what that cost", async () => {
    const apiKey = randomUUID();
    const claude = await startFakeClaude({ apiKey });
    onTestFinished(() => claude.stop());
    const set = await writeLines([line()]);
    const json = join(set, "../report.json");
    const env = { ANTHROPIC_API_KEY: apiKey, ANTHROPIC_BASE_URL: claude.url };
    const ended = await runEval(["--set", set, "--engine", "claude", "--json", json], env);
    expect(ended).toMatchObject({ code: 0, warnings: [] });
    expect(await readJson(json)).toMatchObject({
      engine: "claude",
      overall: { precision: 1, recall: 0 },
      // The fake finds nothing and says nothing, and no words are no reply: those come from the rules.
      fallbacks: 2,
      conversations: [{ id: "en-1", fallbacks: 2 }],
    });
    expect(ended.text).not.toContain("$0.0000");
    // Router, extraction and conversation, for two bursts.
    expect(claude.requests).toHaveLength(6);
  });

  it("ends with 1 below a floor when it is asked to, and with 0 otherwise", async () => {
    const set = await writeLines([line({}, { facts: { city: "Leeds" } })]);
    const ended = await runEval(["--set", set]);
    expect(ended.code).toBe(0);
    expect(ended.text).toContain("Below the floor: field F1 is 0.0 %");
    expect(await runEval(["--set", set, "--floor"])).toMatchObject({ code: 1 });
    expect(await runEval(["--set", await writeLines([line()]), "--floor"])).toMatchObject({ code: 0 });
  });

  it("plays one part of a set, or one conversation of it in full", async () => {
    const set = await writeLines([line({ split: "test" }), stop]);
    const part = await runEval(["--set", set, "--split", "tune"]);
    expect(part.text).toContain("1 conversations");
    const { text } = await runEval(["--set", set, "--id", "en-1"]);
    expect(text).toContain('learned: first_name = "Tom" from «');
    expect(text).not.toContain("en-2");
  });

  it("plays personas beside the sets", async () => {
    const truth = { first_name: "Tom", work_permit: true, english: "good" };
    const file = await writeLines([{ id: "p-1", language: "en", vacancy: "waiter", truth }]);
    const json = join(file, "../report.json");
    const ended = await runEval(["--set", await writeLines([line()]), "--personas-file", file, "--json", json]);
    expect(ended).toMatchObject({ code: 0, warnings: [] });
    expect(await readJson(json)).toMatchObject({
      personas: { total: 1, completed: { accuracy: 1 }, repeated: 0, conversations: [{ id: "p-1", completed: true }] },
    });
  });

  it.each([
    [["--engine", "claude"], "--engine claude needs ANTHROPIC_API_KEY"],
    [["--engine", "gpt"], "--engine gpt: expected rules, claude"],
    [["--set", "/nowhere.jsonl"], "no such file"],
    [["--id", "nobody"], "there is nothing to play"],
  ])("says what is wrong with %j", async (args, message) => {
    await expect(runEval(["--set", await writeLines([line()]), ...args])).rejects.toThrow(message);
  });

  it("says so on the terminal too, and exits with 2", async () => {
    const script = join(import.meta.dirname, "../../eval/run.ts");
    const ended = await new Promise((resolve) => {
      const child = execFile(process.execPath, [script, "--engine", "gpt"], (_error, _out, stderr) =>
        resolve([child.exitCode, stderr]),
      );
    });
    expect(ended).toEqual([2, "eval: --engine gpt: expected rules, claude\n"]);
  });
});
