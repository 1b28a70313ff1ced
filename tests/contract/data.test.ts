import type { SupabaseClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { projects, signedIn, someone, type Person, type Project } from "./projects";

describe.each(projects)("data on $name", ({ open }) => {
  let project: Project;
  let aigerim: SupabaseClient;
  let daniyar: SupabaseClient;
  let aigerimHerself: Person;
  beforeAll(async () => {
    project = await open();
    aigerimHerself = await someone(project);
    aigerim = await signedIn(project, aigerimHerself);
    daniyar = await signedIn(project, await someone(project));
  });
  afterAll(() => project.close());

  const visitor = () => project.client();
  const service = () => project.client(project.secretKey);

  test("everybody reads what is granted", async () => {
    const { data, error, count } = await visitor().from("contract_books").select("id, title", { count: "exact" }).order("id");
    expect(error).toBeNull();
    expect(count).toBe(3);
    expect(data?.[0]).toEqual({ id: 1, title: "Abai Zholy" });
  });

  test("values have the formats of PostgREST: ISO moments with a zone, numbers as numbers", async () => {
    const { data } = await visitor().from("contract_books").select("price, printed_at").order("id");
    expect(data).toEqual([
      { price: 12.5, printed_at: "2026-11-24T10:00:00.5+00:00" },
      { price: 9, printed_at: "2026-11-24T10:00:00+00:00" },
      { price: null, printed_at: "2026-11-24T10:00:00+00:00" },
    ]);
  });

  test("a table without a grant is closed to visitors and members, and open to the service", async () => {
    const asVisitor = await visitor().from("contract_secrets").select();
    expect(asVisitor).toMatchObject({ status: 401, data: null, error: { code: "42501" } });
    const asMember = await aigerim.from("contract_secrets").select();
    expect(asMember).toMatchObject({ status: 403, data: null, error: { code: "42501" } });
    const asService = await service().from("contract_secrets").select();
    expect(asService.data).toEqual([{ id: 1, word: "hidden" }]);
  });

  test("a grant for reading is none for writing", async () => {
    expect(await visitor().from("contract_books").insert({ id: 9, title: "Nine" })).toMatchObject({
      status: 401,
      error: { code: "42501" },
    });
    expect(await aigerim.from("contract_books").update({ title: "Ten" }).eq("id", 1)).toMatchObject({
      status: 403,
      error: { code: "42501" },
    });
  });

  test("rows are their owner's", async () => {
    const { data: note, error } = await aigerim.from("contract_notes").insert({ body: "mine" }).select().single();
    expect(error).toBeNull();
    expect(note).toMatchObject({ owner: aigerimHerself.id, body: "mine" });
    expect((await daniyar.from("contract_notes").select().eq("id", note.id)).data).toEqual([]);
    expect((await daniyar.from("contract_notes").update({ body: "his" }).eq("id", note.id).select()).data).toEqual([]);
    expect((await daniyar.from("contract_notes").delete().eq("id", note.id).select()).data).toEqual([]);
    expect((await visitor().from("contract_notes").select()).error).toMatchObject({ code: "42501" });
    expect((await aigerim.from("contract_notes").select("body").eq("id", note.id).single()).data).toEqual({ body: "mine" });
  });

  test("a row in somebody else's name is refused", async () => {
    const answer = await daniyar.from("contract_notes").insert({ body: "x", owner: aigerimHerself.id });
    expect(answer).toMatchObject({ status: 403, error: { code: "42501" } });
  });

  test("a column without a grant is not changed", async () => {
    const answer = await aigerim.from("contract_notes").update({ owner: aigerimHerself.id }).eq("id", 1);
    expect(answer).toMatchObject({ status: 403, error: { code: "42501" } });
  });

  test("who asks, as the database hears it", async () => {
    const { data: member } = await aigerim.rpc("contract_claims");
    expect(member).toMatchObject({
      uid: aigerimHerself.id,
      role: "authenticated",
      db_role: "authenticated",
      claims: { sub: aigerimHerself.id },
    });
    expect(member.claims.session_id).toMatch(/^[0-9a-f-]{36}$/);
    expect((await visitor().rpc("contract_claims")).data).toMatchObject({ uid: null, db_role: "anon" });
  });

  test.each([
    ["one row wanted, none there", 406, "PGRST116", (db: SupabaseClient) => db.from("contract_books").select().eq("id", 99).single()],
    ["one row wanted, three there", 406, "PGRST116", (db: SupabaseClient) => db.from("contract_books").select().single()],
    ["a key twice", 409, "23505", (db: SupabaseClient) => db.from("contract_books").insert({ id: 1, title: "Again" })],
    ["a reference to nothing", 409, "23503", (db: SupabaseClient) => db.from("contract_notes").insert({ body: "x", book_id: 99 })],
    ["a value the rule forbids", 400, "23514", (db: SupabaseClient) => db.from("contract_notes").insert({ body: "" })],
    ["a value missing", 400, "23502", (db: SupabaseClient) => db.from("contract_notes").insert({ body: null })],
    ["a value of another kind", 400, "22P02", (db: SupabaseClient) => db.from("contract_books").select().eq("id", "one")],
    ["a column there is none of", 400, "42703", (db: SupabaseClient) => db.from("contract_books").select("colour")],
    ["a refusal of ours", 400, "KA001", (db: SupabaseClient) => db.rpc("contract_refuse")],
  ])("%s: %i %s", async (_what, status, code, ask) => {
    expect(await ask(aigerim)).toMatchObject({ status, error: { code } });
  });

  test("an unknown table and an unknown function are 404", async () => {
    expect(await visitor().from("contract_nothing").select()).toMatchObject({ status: 404 });
    expect(await visitor().rpc("contract_nothing")).toMatchObject({ status: 404, error: { code: "PGRST202" } });
  });

  test("a refusal carries message, detail and hint", async () => {
    const { error } = await aigerim.rpc("contract_refuse");
    expect(error).toMatchObject({ message: "full", details: "no places", hint: "wait" });
  });

  test("maybeSingle answers null for no row", async () => {
    expect(await visitor().from("contract_books").select().eq("id", 99).maybeSingle()).toMatchObject({ data: null, error: null });
  });

  test("related rows come along", async () => {
    await aigerim.from("contract_notes").insert({ body: "read it", book_id: 3 });
    const { data } = await aigerim.from("contract_notes").select("body, contract_books (title)").eq("book_id", 3).single();
    expect(data).toEqual({ body: "read it", contract_books: { title: "Ulpan" } });
  });

  test("nobody asks without a key, or with a guessed one", async () => {
    const ask = (headers: Record<string, string>) => project.fetch(`${project.url}/rest/v1/contract_books`, { headers });
    const wrong: Record<string, string>[] = [
      {},
      { apikey: "sb_publishable_guessed" },
      { apikey: "sb_secret_guessed", authorization: "Bearer sb_secret_guessed" },
    ];
    for (const headers of wrong) expect((await ask(headers)).status).toBe(401);
    expect((await ask({ apikey: project.publishableKey })).status).toBe(200);
  });

  test("pages carry their range", async () => {
    const answer = await project.fetch(`${project.url}/rest/v1/contract_books?select=id&order=id&limit=2`, {
      headers: { apikey: project.publishableKey, prefer: "count=exact" },
    });
    expect(answer.headers.get("content-range")).toBe("0-1/3");
    expect(answer.status).toBe(206);
    expect(answer.headers.get("content-type")).toContain("application/json");
    const head = await visitor().from("contract_books").select("*", { head: true, count: "exact" });
    expect(head).toMatchObject({ count: 3, data: null });
  });

  test("visitors may ask for three seconds, members and the service for eight", async () => {
    const sleep = async (client: SupabaseClient, seconds: number) => {
      const begun = Date.now();
      const { status, error } = await client.rpc("contract_sleep", { seconds });
      return { status, code: error?.code, seconds: Math.round((Date.now() - begun) / 1000) };
    };
    const asked = [sleep(visitor(), 2), sleep(visitor(), 20), sleep(aigerim, 4), sleep(aigerim, 20), sleep(service(), 20)];
    const ended = (seconds: number) => ({ status: 500, code: "57014", seconds });
    expect(await Promise.all(asked)).toEqual([
      { status: 204, code: undefined, seconds: 2 },
      ended(3),
      { status: 204, code: undefined, seconds: 4 },
      ended(8),
      ended(8),
    ]);
  });

  test("a request of one person never answers as another, however many ask at once", async () => {
    const people = [aigerim, daniyar, visitor()];
    const answers = await Promise.all(Array.from({ length: 60 }, (_nothing, n) => people[n % 3]?.rpc("contract_claims")));
    const expected = (await Promise.all(people.map((client) => client.rpc("contract_claims")))).map((answer) => answer.data.uid);
    expect(answers.map((answer) => answer?.data.uid)).toEqual(answers.map((_answer, n) => expected[n % 3]));
  });
});
