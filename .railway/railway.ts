import { database, defineRailway, preserve, project, service, volume } from "railway/iac";
import { variables } from "../src/config-variables.ts";

/**
 * The whole project on Railway, for each of its environments. Nothing reads this file while deploying: it takes effect when
 * somebody runs `railway config plan`, reads what would change, and then `railway config apply`, with a Railway CLI of
 * 5.42.1 or newer, in a linked checkout after `npm ci` (https://docs.railway.com/infrastructure-as-code).
 *
 * - What it does not state is planned for deletion, variables included.
 * - `plan` refuses services that still read railway.toml: delete that file, and clear the service's config file setting.
 * - The CLI calls the program with an empty context (`src/iac/eval.rs` of railwayapp/cli 5.43.1): asking which environment
 *   it is for would fail. What differs between environments are variables, and their values are kept.
 */

/**
 * What `railway add --database redis` makes, with its password, its volume and its addresses; a database, because the CLI
 * takes every service whose image is called redis for one, and would plan to delete a service of the same name.
 * A start command replaces the image's entry point and the password with it, so both are said again, and without a
 * password it does not start. Nothing is thrown away silently: noeviction, and writes fail before the container is killed
 * for its memory. At most a second of writes is lost.
 */
const redis = database("Redis", "redis", { image: "redis:8.2", output: "REDIS_URL", defaultMountPath: "/data" });
redis.deploy = {
  startCommand:
    `/bin/sh -c 'exec docker-entrypoint.sh redis-server --requirepass "\${REDIS_PASSWORD:?}" ` +
    `--appendonly yes --appendfsync everysec --maxmemory 256mb --maxmemory-policy noeviction'`,
  limitOverride: { containers: { memoryBytes: 512_000_000 } },
};

/** Every variable that the service reads and Railway does not make up itself keeps the value that it has there. */
const kept = Object.fromEntries(
  Object.keys(variables.shape)
    .filter((name) => !name.startsWith("RAILWAY_"))
    .map((name) => [name, preserve()] as const),
);

/**
 * No source: a deployment is what somebody uploads with `railway up`, so nothing goes live because of a push.
 * The reasons for each number stand in railway.toml.
 */
const api = service("api", {
  build: {
    builder: "DOCKERFILE",
    dockerfilePath: "Dockerfile.production",
    watchPatterns: ["/**"],
  },
  preDeploy: "node dist/command.js migrate",
  healthcheck: "/health/readiness",
  healthcheckTimeout: 180,
  replicas: 1,
  deploy: {
    restartPolicyType: "ALWAYS",
    overlapSeconds: 20,
    drainingSeconds: 40,
    limitOverride: { containers: { memoryBytes: 512_000_000 } },
  },
  env: { ...kept, REDIS_URL: redis.env.REDIS_URL },
});

/** Size and region are stated because a plan calls the volume changed without them, and another region destructive. */
const backups = volume("backups", { sizeMB: 5000, region: "europe-west4-drams3a" });

/** Keeps its own time, so that it needs no cron schedule: those start a container each hour and end it. */
const backup = service("backup", {
  build: { builder: "DOCKERFILE", dockerfilePath: "scripts/Dockerfile.backup" },
  replicas: 1,
  deploy: {
    restartPolicyType: "ALWAYS",
    drainingSeconds: 10, // a dump that is stopped leaves nothing behind
    requiredMountPath: "/backups", // without the volume it does not start
  },
  volumeMounts: { "/backups": backups },
  env: {
    DATABASE_URL: preserve(),
    POSTGRES_VERSION: preserve(), // build argument of its Dockerfile, for a server newer than its default
    RAILWAY_RUN_UID: "0", // volumes belong to root
  },
});

export default defineRailway(() =>
  project("whatsapp-recruitment", {
    resources: [redis, api, backup, backups],
  }),
);
