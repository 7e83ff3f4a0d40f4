import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { PrivateProcess } from "./private-process.ts";

/**
 * Unpacks a package of Debian, and the libraries for it that this machine lacks, into `made`. Needs no rights and changes
 * nothing of the system.
 */
export async function fetchDebianPackage(name: string, made: string, workshop: PrivateProcess): Promise<void> {
  const state = workshop.directory;
  const archives = join(state, "archives");
  await mkdir(join(archives, "partial"), { recursive: true });
  await mkdir(join(state, "lists/partial"), { recursive: true });
  const options = [
    "-qq",
    `Dir::State=${state}`,
    `Dir::State::Lists=${join(state, "lists")}`,
    "Dir::State::status=/var/lib/dpkg/status",
    `Dir::Cache=${state}`,
    `Dir::Cache::Archives=${archives}`,
    "Debug::NoLocking=1",
    "APT::Sandbox::User=",
    "Acquire::Retries=2",
    "Acquire::http::Timeout=20",
    "Acquire::https::Timeout=20",
  ].flatMap((option) => (option.startsWith("-") ? [option] : ["-o", option]));
  // With our whole environment: apt-get may need a proxy from it.
  const environment = { ...process.env, LC_ALL: "C" };
  await workshop.run("apt-get", [...options, "update"], environment);
  const install = ["install", "--yes", "--no-install-recommends", "--download-only", name];
  await workshop.run("apt-get", [...options, ...install], environment);
  const packages = (await readdir(archives)).filter((file) => file.endsWith(".deb"));
  for (const file of packages) await workshop.run("dpkg-deb", ["-x", join(archives, file), made]);
}
