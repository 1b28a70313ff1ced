import { randomBytes } from "node:crypto";

import type { SupabaseClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { projects, signedIn, someone, type Person, type Project } from "./projects";

const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

describe.each(projects)("files on $name", ({ open }) => {
  let project: Project;
  let service: SupabaseClient;
  let aigerim: SupabaseClient;
  let aigerimHerself: Person;
  const closed = `contract-closed-${randomBytes(4).toString("hex")}`;
  const shown = `contract-shown-${randomBytes(4).toString("hex")}`;

  beforeAll(async () => {
    project = await open();
    service = project.client(project.secretKey);
    aigerimHerself = await someone(project);
    aigerim = await signedIn(project, aigerimHerself);
    for (const [name, isPublic] of [
      [closed, false],
      [shown, true],
    ] as const) {
      const { error } = await service.storage.createBucket(name, {
        public: isPublic,
        allowedMimeTypes: ["image/png"],
        fileSizeLimit: 1000,
      });
      if (error) throw error;
    }
  });
  afterAll(async () => {
    for (const name of [closed, shown]) {
      await service.storage.emptyBucket(name);
      await service.storage.deleteBucket(name);
    }
    await project.close();
  });

  const own = (name: string) => `${aigerimHerself.id}/${name}`;
  const put = async (name: string, bucket = closed) => {
    const answer = await aigerim.storage.from(bucket).upload(own(name), new Blob([png], { type: "image/png" }));
    if (answer.error) throw answer.error;
    return answer.data;
  };
  const bytesOf = async (blob: Blob | null) => Buffer.from((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));

  test("a file comes back as it was sent", async () => {
    const data = await put("a.png");
    expect(data).toMatchObject({ path: own("a.png"), fullPath: `${closed}/${own("a.png")}` });
    const { data: file, error } = await aigerim.storage.from(closed).download(own("a.png"));
    expect(error).toBeNull();
    expect(file?.type).toBe("image/png");
    expect(await bytesOf(file)).toEqual(png);
  });

  test("a file as bytes comes back too", async () => {
    const { error } = await aigerim.storage.from(closed).upload(own("bytes.png"), new Uint8Array(png), { contentType: "image/png" });
    expect(error).toBeNull();
    expect(await bytesOf((await aigerim.storage.from(closed).download(own("bytes.png"))).data)).toEqual(png);
  });

  test("a name that exists is kept, unless it is said to be replaced", async () => {
    await put("twice.png");
    const again = await aigerim.storage.from(closed).upload(own("twice.png"), new Blob([png], { type: "image/png" }));
    expect(again.error).toMatchObject({ statusCode: "409" });
    const replaced = await aigerim.storage.from(closed).upload(own("twice.png"), new Blob([png], { type: "image/png" }), { upsert: true });
    expect(replaced.error).toBeNull();
  });

  test("a signed address opens a closed file to whoever holds it, and no other", async () => {
    await put("signed.png");
    await put("other.png");
    const { data, error } = await aigerim.storage.from(closed).createSignedUrl(own("signed.png"), 60);
    expect(error).toBeNull();
    const answer = await project.fetch(data?.signedUrl ?? "");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(png);
    const moved = await project.fetch((data?.signedUrl ?? "").replace("signed.png", "other.png"));
    expect(moved.status).toBe(400);
    const malformed = await project.fetch((data?.signedUrl ?? "").replace("signed.png", "%E0%A4%A"));
    expect(malformed.status).toBe(400);
    const several = await aigerim.storage.from(closed).createSignedUrls([own("signed.png"), own("other.png")], 60);
    expect(several.data?.map((one) => one.path)).toEqual([own("signed.png"), own("other.png")]);
    expect((await project.fetch(several.data?.[1]?.signedUrl ?? "")).status).toBe(200);
  });

  test("the token of a signed address is nobody's token, whatever the file is called", async () => {
    const victim = await someone(project);
    const { error } = await service.storage.from(closed).upload(victim.id, new Blob([png], { type: "image/png" }));
    expect(error).toBeNull();
    const { data } = await service.storage.from(closed).createSignedUrl(victim.id, 60);
    const token = new URL(data?.signedUrl ?? "").searchParams.get("token") ?? "";
    const headers = { apikey: project.publishableKey, authorization: `Bearer ${token}` };
    for (const path of ["/auth/v1/user", "/rest/v1/contract_books", `/storage/v1/object/authenticated/${closed}/${victim.id}`]) {
      const answer = await project.fetch(project.url + path, { headers });
      expect([path, answer.ok]).toEqual([path, false]);
    }
  });

  test("a signed address ends", async () => {
    await put("short.png");
    const { data } = await aigerim.storage.from(closed).createSignedUrl(own("short.png"), 1);
    await new Promise((done) => setTimeout(done, 2100));
    expect((await project.fetch(data?.signedUrl ?? "")).status).toBe(400);
  });

  test("nobody reads, writes, replaces or deletes in somebody else's folder", async () => {
    await put("private.png");
    const daniyar = await signedIn(project, await someone(project));
    const file = new Blob([png, "and more"], { type: "image/png" });
    for (const stranger of [daniyar, project.client()]) {
      const folder = stranger.storage.from(closed);
      expect((await folder.download(own("private.png"))).error).not.toBeNull();
      expect((await folder.upload(own("new.png"), file)).error).not.toBeNull();
      expect((await folder.upload(own("private.png"), file, { upsert: true })).error).not.toBeNull();
      expect((await folder.createSignedUrl(own("private.png"), 60)).error).not.toBeNull();
      expect((await folder.remove([own("private.png")])).data ?? []).toEqual([]);
    }
    expect(await bytesOf((await aigerim.storage.from(closed).download(own("private.png"))).data)).toEqual(png);
  });

  test("a closed file has no public address, a shown one has", async () => {
    await put("hidden.png");
    await put("shown.png", shown);
    const hidden = aigerim.storage.from(closed).getPublicUrl(own("hidden.png")).data.publicUrl;
    expect((await project.fetch(hidden)).status).toBe(400);
    const open_ = aigerim.storage.from(shown).getPublicUrl(own("shown.png")).data.publicUrl;
    const answer = await project.fetch(open_);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("image/png");
  });

  test("the bucket's rules hold: kind and size", async () => {
    const folder = aigerim.storage.from(closed);
    expect((await folder.upload(own("page.html"), new Blob(["<p>"], { type: "text/html" }))).error).toMatchObject({ statusCode: "415" });
    const big = new Uint8Array(2000);
    expect((await folder.upload(own("big.png"), new Blob([big], { type: "image/png" }))).error).toMatchObject({ statusCode: "413" });
    expect((await folder.upload(own("big.png"), big, { contentType: "image/png" })).error).toMatchObject({ statusCode: "413" });
    expect((await folder.download(own("big.png"))).error).not.toBeNull();
  });

  test("a name may be a folder too, and longer than a file system allows", async () => {
    const long = `${"ұ".repeat(200)}/b.png`;
    for (const name of ["both", "both/inside.png", long]) {
      await put(name);
      expect(await bytesOf((await aigerim.storage.from(closed).download(own(name))).data)).toEqual(png);
    }
  });

  test("a name does not lead out of its bucket", async () => {
    const escaping = await aigerim.storage
      .from(closed)
      .upload(`${aigerimHerself.id}/../../../outside.png`, new Blob([png], { type: "image/png" }));
    const answer = await project.fetch(`${project.url}/storage/v1/object/authenticated/${closed}/..%2f..%2f..%2fsettings.json`, {
      headers: { apikey: project.secretKey, authorization: `Bearer ${project.secretKey}` },
    });
    expect(answer.ok).toBe(false);
    if (!escaping.error) expect(escaping.data.path).not.toContain("..");
  });

  test("a deleted file is gone", async () => {
    await put("gone.png");
    const { data, error } = await aigerim.storage.from(closed).remove([own("gone.png")]);
    expect(error).toBeNull();
    expect(data).toHaveLength(1);
    expect((await aigerim.storage.from(closed).download(own("gone.png"))).error).not.toBeNull();
  });

  test("making a bucket takes the secret key", async () => {
    expect((await aigerim.storage.createBucket("contract-theirs", { public: true })).error).not.toBeNull();
    expect((await project.client().storage.createBucket("contract-theirs", { public: true })).error).not.toBeNull();
  });
});
