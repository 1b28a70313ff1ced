import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { connectBackend } from "./backend.server";
import { cachedQuery } from "./cached-query.server";

const connectAnother = () => connectBackend({ url: "http://nowhere.example", publishableKey: "key", secretKey: null, fetch, embedded: false });

beforeEach(() => {
  vi.useFakeTimers();
  connectAnother();
});
afterEach(() => vi.useRealTimers());

test("asked once a minute for each language", async () => {
  const ask = vi.fn((_db: unknown, locale: string) => Promise.resolve(locale));
  const find = cachedQuery(ask);
  expect([await find("kk"), await find("kk"), await find("ru")]).toEqual(["kk", "kk", "ru"]);
  expect(ask).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(60_001);
  await find("kk");
  expect(ask).toHaveBeenCalledTimes(3);
});

test("a question that failed is asked again", async () => {
  const ask = vi.fn().mockRejectedValueOnce(new Error("away")).mockResolvedValue("there");
  const find = cachedQuery<string>(ask);
  await expect(find("kk")).rejects.toThrow("away");
  expect(await find("kk")).toBe("there");
});

test("another project is asked itself", async () => {
  const ask = vi.fn().mockResolvedValue("there");
  const find = cachedQuery<string>(ask);
  await find("kk");
  connectAnother();
  await find("kk");
  expect(ask).toHaveBeenCalledTimes(2);
});
