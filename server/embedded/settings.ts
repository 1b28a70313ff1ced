import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from "jose";

type StoredSettings = {
  port: number;
  adminPassword: string;
  ownerPassword: string;
  authenticatorPassword: string;
  publishableKey: string;
  secretKey: string;
  /** Signs the tokens inside the auth service; outside they are signed with `signing`. */
  innerSecret: string;
  signing: JWK;
};

export type Signing = { privateKey: CryptoKey; publicKey: CryptoKey; jwk: JWK; kid: string };
export type Settings = Omit<StoredSettings, "signing"> & { signing: Signing };

const secret = (bytes = 18) => randomBytes(bytes).toString("base64url");

/** A port of 127.0.0.1 that is free right now. */
export const freePort = () =>
  new Promise<number>((done, fail) => {
    const probe = createServer();
    probe.once("error", fail).listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });

const isFree = (port: number) =>
  new Promise<boolean>((done) => {
    const probe = createServer();
    probe.once("error", () => done(false)).listen(port, "127.0.0.1", () => probe.close(() => done(true)));
  });

const fileIn = (dataDir: string) => join(dataDir, "settings.json");
const parse = (file: string) => JSON.parse(readFileSync(file, "utf8")) as StoredSettings;

/** The settings of a data folder whose cluster is already running. */
export async function readSettings(dataDir: string): Promise<Settings> {
  const stored = parse(fileIn(dataDir));
  return { ...stored, signing: await readSigning(stored.signing) };
}

/** Passwords, keys and port of this data folder: created once, readable by its owner only. If the port has since been taken, another one is chosen. */
export async function prepareSettings(dataDir: string): Promise<Settings> {
  const file = fileIn(dataDir);
  const stored = existsSync(file) ? parse(file) : await makeSettings();
  const port = (await isFree(stored.port)) ? stored.port : await freePort();
  // Written to a temporary file and renamed: an interrupted start leaves either the old keys or the new ones.
  writeFileSync(`${file}.new`, JSON.stringify({ ...stored, port }, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return readSettings(dataDir);
}

async function makeSettings(): Promise<StoredSettings> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  return {
    port: await freePort(),
    adminPassword: secret(),
    ownerPassword: secret(),
    authenticatorPassword: secret(),
    publishableKey: `sb_publishable_${secret()}`,
    secretKey: `sb_secret_${secret(24)}`,
    innerSecret: secret(32),
    signing: { ...(await exportJWK(privateKey)), alg: "ES256", use: "sig", kid: randomUUID() },
  };
}

async function readSigning(jwk: JWK): Promise<Signing> {
  const { d: _secretPart, ...open } = jwk;
  const [privateKey, publicKey] = await Promise.all([importJWK(jwk, "ES256"), importJWK(open, "ES256")]);
  if (privateKey instanceof Uint8Array || publicKey instanceof Uint8Array || !jwk.kid)
    throw new Error("The signing key of this data folder is broken.");
  return { privateKey, publicKey, jwk: open, kid: jwk.kid };
}
