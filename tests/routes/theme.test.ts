import { expect, test } from "vitest";

import { action } from "~/routes/api.theme";

const choose = async (fields: Record<string, string>) => {
  const request = new Request("http://127.0.0.1/api/theme", { method: "POST", body: new URLSearchParams(fields) });
  return action({ request, params: {}, context: { visit: { account: null } } as Parameters<typeof action>[0]["context"] });
};

test("a choice is kept for a year and leads back to the page", async () => {
  const answer = await choose({ theme: "dark", to: "/kk/events?city=gb-london" });
  expect(answer.status).toBe(302);
  expect(answer.headers.get("Location")).toBe("/kk/events?city=gb-london");
  expect(answer.headers.get("Set-Cookie")).toBe("theme=dark; Path=/; Max-Age=31536000; SameSite=Lax");
});

test("anything else is no choice: the system decides again", async () => {
  const answer = await choose({ theme: "dark; Domain=example.com", to: "/kk" });
  expect(answer.headers.get("Set-Cookie")).toBe("theme=; Path=/; Max-Age=0; SameSite=Lax");
});

test("nobody is led to another site", async () => {
  for (const to of ["//evil.example", "/\\evil.example", "https://evil.example"]) {
    expect((await choose({ theme: "light", to })).headers.get("Location")).toBe("/");
  }
});
