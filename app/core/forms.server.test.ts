import { expect, test } from "vitest";

import { readForm } from "./forms.server";

const aigerim = "7d7c1d7e-5a2f-4b37-9a3d-0f6f6a3f5a11";
/** The form as sent by the holder of that account. */
const sentBy = (request: Request, account: { id: string } | null = null) => readForm({ request, context: { visit: { account } } } as Parameters<typeof readForm>[0]);

const post = (body: string, type = "application/x-www-form-urlencoded") =>
  new Request("http://127.0.0.1/kk/join", { method: "POST", body, headers: { "content-type": type } });
const refusalOf = (request: Request) =>
  sentBy(request).then(
    () => 200,
    (refused: Response) => refused.status,
  );

test("an ordinary form is read", async () => {
  const form = await sentBy(post("given_name=%D0%90%D0%B9%D0%B3%D0%B5%D1%80%D1%96%D0%BC&title.kk=x&items[3]=a"));
  expect(form.get("given_name")).toBe("Айгерім");
});

test.each([
  ["an index that would fill the memory", "a[1000000000]=1", 400],
  ["the same, deeper", "a.b[0][1000000000].c=1", 400],
  ["an order that hides such an index", `__intent__=${encodeURIComponent('{"type":"update","payload":{"name":"a[1000000000]","value":"x"}}')}`, 400],
  ["too deep", "a.b.c.d.e.f.g.h.i=1", 400],
  ["too many fields", Array.from({ length: 301 }, (_field, n) => `f${n}=1`).join("&"), 400],
  ["too large", `a=${"x".repeat(300_000)}`, 413],
])("%s is refused", async (_what, body, status) => {
  expect(await refusalOf(post(body))).toBe(status);
});

test("what is no form is refused", async () => {
  expect(await refusalOf(post("{}", "application/json"))).toBe(415);
});

test("a body larger than it says is broken off", async () => {
  const chunk = new TextEncoder().encode("x".repeat(100_000));
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(out) {
      sent += 1;
      if (sent > 50) out.close();
      else out.enqueue(chunk);
    },
  });
  const init = { method: "POST", body, duplex: "half" as const, headers: { "content-type": "application/x-www-form-urlencoded" } };
  expect(await refusalOf(new Request("http://127.0.0.1/", init))).toBe(413);
  expect(sent).toBeLessThan(10);
});

test("what was written on a page of one account is not taken from another, and given back", async () => {
  const written = post(`writer=${aigerim}&text=%D0%A8%D0%B0%D0%B9`);
  await expect(sentBy(written.clone(), { id: "00000000-0000-4000-8000-000000000001" })).rejects.toMatchObject({
    init: { status: 409 }, data: { kept: [["writer", aigerim], ["text", "Шай"]] },
  });
  expect((await sentBy(written.clone(), { id: aigerim })).get("text")).toBe("Шай");
  // Nobody is signed in: that is left to the guard.
  expect((await sentBy(written)).get("text")).toBe("Шай");
});
