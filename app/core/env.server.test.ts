import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The settings as a process that starts now reads them. */
async function read(settings: Record<string, string>) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { env } = await import("./env.server");
  return env();
}

test.each(["-5", "1.5", "0", "many"])("a demo of %s members is refused in one sentence that names the setting", async (members) => {
  await expect(read({ DEMO_MEMBERS: members })).rejects.toMatchObject({
    message: "These settings make no sense: DEMO_MEMBERS (a whole number from 500 on)",
    isSentence: true,
  });
});

test("an address for those without an account is one address, or none", async () => {
  await expect(read({ CONTACT_EMAIL: "Us <us@kazalliance.example>" })).rejects.toMatchObject({ message: expect.stringContaining("CONTACT_EMAIL (an e-mail address, and nothing else)") });
});

test.each([
  ["", null],
  [" us@kazalliance.example ", "us@kazalliance.example"],
])("CONTACT_EMAIL %j is %j", async (value, address) => {
  expect((await read({ CONTACT_EMAIL: value })).CONTACT_EMAIL).toBe(address);
});

test.each([
  ["", 30_000],
  ["1500", 1500],
])("a demo of %j members has %i", async (members, count) => {
  expect((await read({ DEMO_MEMBERS: members })).DEMO_MEMBERS).toBe(count);
});

test.each([
  ["127.0.0.1", "http://127.0.0.1:3000"],
  ["::1", "http://[::1]:3000"],
])("a server at %s without SITE_URL is at %s", async (host, url) => {
  expect((await read({ HOST: host })).SITE_URL).toBe(url);
});
