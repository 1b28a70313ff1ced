import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { env } from "~/core/env.server";
import { backend } from "~/core/supabase/backend.server";

import type { Letter } from "./letter";

/** A letter kept here because no mail server is configured: its source, and what would have been sent. */
export type MailboxLetter = { id: string; at: string; to: string; messageId: string; subject: string; text: string; html: string; letter: Letter };

const mostLetters = 500;
const loopback = new Set(["127.0.0.1", "localhost", "::1"]);
const folder = () => join(env().DATA_DIR, "mailbox");

/**
 * Whether everybody who reaches this site may read the letters kept here: on one's own machine, with the embedded backend and without a mail server.
 * A site that others can reach, directly or through a proxy, shows no mailbox, unless MAILBOX=1 opens every letter to everybody.
 */
export function hasMailbox(): boolean {
  const { SMTP_URL, HOST, SITE_URL, MAILBOX } = env();
  const isOwnMachine = loopback.has(HOST) && loopback.has(new URL(SITE_URL).hostname.replace(/^\[|\]$/g, ""));
  return !SMTP_URL && backend().embedded && (isOwnMachine || MAILBOX === "1");
}

/** Puts a letter into the mailbox, and deletes the oldest ones beyond `mostLetters`. */
export async function putIntoMailbox(letter: Omit<MailboxLetter, "id" | "at">): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const at = new Date().toISOString();
  const id = `${at.replace(/\D/g, "")}-${randomUUID().slice(0, 8)}`;
  const temporary = join(folder(), `.${id}`);
  await writeFile(temporary, JSON.stringify({ ...letter, id, at }), { mode: 0o600 });
  await rename(temporary, join(folder(), `${id}.json`));
  const names = await letterNames();
  await Promise.all(names.slice(mostLetters).map((name) => rm(join(folder(), name), { force: true })));
}

/** The newest letters first. */
export async function listMailbox(limit = 50): Promise<MailboxLetter[]> {
  const names = (await letterNames()).slice(0, limit);
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder(), name), "utf8")) as MailboxLetter));
}

export async function findInMailbox(id: string): Promise<MailboxLetter | null> {
  if (!/^[0-9a-f-]{8,64}$/.test(id)) return null;
  const text = await readFile(join(folder(), `${id}.json`), "utf8").catch(() => null);
  return text ? (JSON.parse(text) as MailboxLetter) : null;
}

async function letterNames(): Promise<string[]> {
  const names = await readdir(folder()).catch(() => []);
  return names.filter((name) => name.endsWith(".json")).sort().reverse();
}
