import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** What is kept outside can be read by nobody without the key, nor changed unnoticed. */
export type Seal = ReturnType<typeof createSeal>;

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Keys of 64 hexadecimal digits, the newest first: that one seals, each of them opens. */
export function createSeal([newest, ...older]: readonly [string, ...string[]]) {
  const keys = [Buffer.from(newest, "hex"), ...older.map((key) => Buffer.from(key, "hex"))] as const;

  function seal(text: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, keys[0], iv);
    const parts = [iv, cipher.update(text, "utf8"), cipher.final()];
    return Buffer.concat([...parts, cipher.getAuthTag()]).toString("base64");
  }

  /** @throws when none of the keys has sealed it, or it was changed */
  function open(sealed: string): string {
    const bytes = Buffer.from(sealed, "base64");
    for (const key of keys) {
      try {
        return openWith(key, bytes);
      } catch {} // the next one may fit
    }
    throw new Error("sealed with another key");
  }

  /** One for each key: the same key has the same, and nothing of the key can be told from it. */
  const fingerprints = keys.map((key) => createHash("sha256").update("fingerprint").update(key).digest("hex"));
  return { seal, open, fingerprints };
}

function openWith(key: Buffer, bytes: Buffer): string {
  const end = bytes.length - TAG_BYTES;
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(Math.max(0, end)));
  return decipher.update(bytes.subarray(IV_BYTES, end), undefined, "utf8") + decipher.final("utf8");
}
