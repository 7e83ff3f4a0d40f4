import { execFile } from "node:child_process";
import { access, copyFile, cp, mkdir, readFile, realpath, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { rootCertificates } from "node:tls";
import { promisify } from "node:util";
import { z } from "zod";
import { fetchDebianPackage } from "../../sandbox/debian-package.ts";
import { buildOnce, createPrivateProcess, type PrivateProcess, userCache } from "../../sandbox/private-process.ts";

/** Builds images without a daemon and without changing anything of the system: buildah in a directory of its own. */
export interface Builder {
  /** Made of Debian's packages, Node's package and this machine's npm, because no registry can be asked for it. */
  readonly makeBase: (name: string) => Promise<void>;
  readonly build: (dockerfile: string, tag: string, buildArguments: Record<string, string>) => Promise<void>;
  /** What the image says about itself. */
  readonly inspect: (tag: string) => Promise<ImageConfig>;
  /** A copy of the image's files, which a test may change. */
  readonly unpack: (tag: string) => Promise<string>;
  /** Removes images, copies and whatever still runs. */
  readonly stop: () => Promise<void>;
}

export type ImageConfig = z.infer<typeof imageSchema>["Docker"]["config"];

const suite = "bookworm";
const triplet = `${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu`;
const tools = join(userCache(), `buildah-${process.arch}`);
const base = join(userCache(), `${suite}-${process.arch}`);

/** @throws when this machine cannot build images */
export async function createBuilder(): Promise<Builder> {
  if (process.getuid?.() !== 0) throw new Error("building an image without a daemon needs root");
  await buildOnce(tools, exists("usr/bin/buildah"), async (made, workshop) => {
    await fetchDebianPackage("buildah", made, workshop);
    await fetchDebianPackage("mmdebstrap", made, workshop);
  });
  await buildOnce(base, exists("root.tar"), makeRoot);
  const workshop = await createPrivateProcess({ stopSignal: "SIGTERM" });
  try {
    const buildah = await prepareBuildah(workshop);
    await buildah("--version");
    const npm = await prepareNpm(workshop.directory);
    return { ...createCommands(workshop, buildah, npm), stop: workshop.stop };
  } catch (error) {
    await workshop.stop();
    throw error;
  }
}

function exists(file: string): (directory: string) => Promise<boolean> {
  return (directory) =>
    access(join(directory, file)).then(
      () => true,
      () => false,
    );
}

/** From where this machine gets its own packages, when it is of the same suite; else from where mmdebstrap likes. */
async function makeRoot(made: string, workshop: PrivateProcess): Promise<void> {
  const sources = await output("apt-get", ["indextargets", "--format", "$(REPO_URI) $(RELEASE) $(COMPONENT)"]);
  const mirror = sources.split("\n").find((line) => line.endsWith(` ${suite} main`));
  const mirrors = mirror === undefined ? [] : [String(mirror.split(" ")[0])];
  const command = join(tools, "usr/bin/mmdebstrap");
  await workshop.run(command, ["--variant=minbase", suite, join(made, "root.tar"), ...mirrors], process.env);
}

type Buildah = (command: string, ...args: string[]) => Promise<string>;

/**
 * In a mount namespace of its own, which ends with it. Buildah starts itself again without LD_LIBRARY_PATH, so the
 * libraries beside it are found by a cache of the loader that only this namespace sees.
 */
async function prepareBuildah(workshop: PrivateProcess): Promise<Buildah> {
  const at = (name: string) => join(workshop.directory, name);
  await writeFile(at("ld.so.conf"), `${join(tools, "usr/lib", triplet)}\ninclude /etc/ld.so.conf\n`);
  await output("ldconfig", ["-X", "-C", at("ld.so.cache"), "-f", at("ld.so.conf")]);
  await writeFile(
    at("storage.conf"),
    `[storage]\ndriver = "vfs"\ngraphroot = "${at("images")}"\nrunroot = "${at("run")}"\n`,
  );
  await writeFile(at("registries.conf"), 'unqualified-search-registries = ["docker.io"]\n');
  await mkdir(at("tmp"));
  const environment = {
    ...process.env,
    BUILDAH_ISOLATION: "chroot",
    CONTAINERS_STORAGE_CONF: at("storage.conf"),
    TMPDIR: at("tmp"),
  };
  const script = 'mount --bind "$1" /etc/ld.so.cache && out=$2 && shift 2 && exec "$@" >"$out"';
  const result = at("result");
  return async (command, ...args) => {
    const whole = [at("ld.so.cache"), result, join(tools, "usr/bin/buildah"), command, ...args];
    await workshop.run("unshare", ["--mount", "sh", "-c", script, "sh", ...whole], environment);
    return (await readFile(result, "utf8")).trim();
  };
}

const word = z.union([z.string(), z.array(z.string()), z.null()]).optional();
const npmSchema = z.object({
  registry: z.string(),
  userconfig: z.string(),
  cafile: z.string().nullish(),
  proxy: word,
  "https-proxy": word,
  noproxy: word,
  "strict-ssl": z.boolean(),
});

interface Npm {
  program: string;
  /** What goes where in the build, so that it reaches the registry as this machine does. */
  mounts: string[];
}

async function prepareNpm(directory: string): Promise<Npm> {
  const program = dirname(dirname(await realpath((await output("sh", ["-c", "command -v npm"])).trim())));
  const config = npmSchema.parse(JSON.parse(await output("npm", ["config", "list", "--json"])));
  const [npmrc, certificates] = [join(directory, "npmrc"), join(directory, "certificates.pem")];
  const trusted = [config.cafile, process.env["NODE_EXTRA_CA_CERTS"]].filter((file) => typeof file === "string");
  const more = await Promise.all(trusted.map((file) => readFile(file, "utf8")));
  await writeFile(certificates, [...rootCertificates, ...more].join("\n"));
  const { registry, proxy, noproxy, "https-proxy": secure, "strict-ssl": strict } = config;
  const settings = { registry, proxy, "https-proxy": secure, noproxy, "strict-ssl": strict, cafile: "/root/ca.pem" };
  const lines = Object.entries(settings).filter(([, value]) => String(value ?? "") !== "");
  const own = await readFile(config.userconfig, "utf8").catch(() => "");
  await writeFile(npmrc, `${own}\n${lines.map(([name, value]) => `${name}=${String(value)}`).join("\n")}\n`, {
    mode: 0o600,
  });
  return { program, mounts: [`${npmrc}:/root/.npmrc:ro`, `${certificates}:/root/ca.pem:ro`] };
}

function createCommands(workshop: PrivateProcess, buildah: Buildah, npm: Npm): Omit<Builder, "stop"> {
  const policy = ["--signature-policy", join(tools, "etc/containers/policy.json")];

  async function makeBase(name: string): Promise<void> {
    const container = await buildah("from", "scratch");
    await buildah("add", "--quiet", container, join(base, "root.tar"), "/");
    const root = await buildah("mount", container);
    const node = `node_modules/node-linux-${process.arch}/bin/node`;
    await copyFile(node, join(root, "usr/local/bin/node"));
    await cp(npm.program, join(root, "usr/local/lib/node_modules/npm"), { recursive: true });
    await symlink("../lib/node_modules/npm/bin/npm-cli.js", join(root, "usr/local/bin/npm"));
    await buildah("config", "--env", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", container);
    await buildah(
      "commit",
      ...policy,
      "--quiet",
      "--disable-compression",
      "--rm",
      container,
      `docker.io/library/${name}`,
    );
  }

  async function build(dockerfile: string, tag: string, buildArguments: Record<string, string>): Promise<void> {
    const mounts = npm.mounts.flatMap((mount) => ["--volume", mount]);
    const given = Object.entries(buildArguments).flatMap(([name, value]) => ["--build-arg", `${name}=${value}`]);
    const registries = ["--registries-conf", join(workshop.directory, "registries.conf"), "--pull-never"];
    const options = [...policy, ...registries, ...mounts, ...given, "--format", "docker", "--tag", tag];
    await buildah("build", ...options, "--file", join(process.cwd(), dockerfile), process.cwd());
  }

  async function inspect(tag: string): Promise<ImageConfig> {
    return imageSchema.parse(JSON.parse(await buildah("inspect", "--type", "image", tag))).Docker.config;
  }

  async function unpack(tag: string): Promise<string> {
    return buildah("mount", await buildah("from", ...policy, "--pull-never", tag));
  }

  return { makeBase, build, inspect, unpack };
}

const imageSchema = z.object({
  Docker: z.object({
    config: z.object({
      User: z.string(),
      Env: z.array(z.string()),
      Cmd: z.array(z.string()),
      WorkingDir: z.string(),
      ExposedPorts: z.record(z.string(), z.unknown()),
      Labels: z.record(z.string(), z.string()),
      Healthcheck: z.object({ Test: z.array(z.string()) }),
    }),
  }),
});

/** @throws when the command fails */
async function output(command: string, args: string[]): Promise<string> {
  return (await promisify(execFile)(command, args)).stdout;
}
