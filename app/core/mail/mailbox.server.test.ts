import { afterAll, beforeEach, expect, test, vi } from "vitest";

vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? "/tmp"}/kazalliance-mailbox-${process.pid}`;
});

import { readdir, rm, stat } from "node:fs/promises";

import { connectBackend } from "~/core/supabase/backend.server";

import { deliver } from "./deliver.server";
import type { Letter } from "./letter";
import { findInMailbox, listMailbox, putIntoMailbox } from "./mailbox.server";

const folder = `${process.env.DATA_DIR}/mailbox`;
const letter: Letter = { locale: "en", subject: "Your code", lines: [], signature: "We", reason: "Safety" };
const kept = { to: "aru@student.example", messageId: "<1@x>", subject: "Your code", text: "", html: "", letter };
const backend = { url: "http://embedded.invalid", publishableKey: "public", secretKey: null, fetch, embedded: true };

beforeEach(() => rm(folder, { recursive: true, force: true }));
afterAll(() => rm(process.env.DATA_DIR ?? "", { recursive: true, force: true }));

test("the newest letter comes first, and each is found again", async () => {
  for (const subject of ["first", "second", "third"]) {
    await putIntoMailbox({ ...kept, subject });
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const letters = await listMailbox();
  expect(letters.map(({ subject }) => subject)).toEqual(["third", "second", "first"]);
  expect(await findInMailbox(letters[2]?.id ?? "")).toMatchObject({ subject: "first" });
});

test("it holds 500 at most", async () => {
  for (let n = 0; n < 503; n += 1) await putIntoMailbox(kept);
  expect(await readdir(folder)).toHaveLength(500);
});

test("only this account of the machine may read the files", async () => {
  await putIntoMailbox(kept);
  const [name = ""] = await readdir(folder);
  expect((await stat(`${folder}/${name}`)).mode & 0o077).toBe(0);
});

test("an id is no way to other files", async () => {
  for (const id of ["../limit-pepper", "..%2flimit-pepper", "", "a".repeat(300)]) expect(await findInMailbox(id)).toBe(null);
});

test("with a hosted backend and no mail server a letter is not quietly kept here: it fails", async () => {
  connectBackend({ ...backend, embedded: false });
  await expect(deliver("aru@student.example", letter)).rejects.toThrow("SMTP_URL");
  connectBackend(backend);
  await deliver("aru@student.example", letter, "<outbox-7@x>");
  expect(await listMailbox()).toMatchObject([{ messageId: "<outbox-7@x>", to: "aru@student.example" }]);
});
