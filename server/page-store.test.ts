import { expect, test } from "vitest";

import { PageStore } from "./page-store";

const key = "/kk?";

/** A store that renders a page while something happens to it. */
async function renderedWhile(happens: (store: PageStore) => void): Promise<PageStore> {
  const store = new PageStore();
  await store.render(key, () => {
    happens(store);
    return Promise.resolve({ status: 200, headers: [], tags: ["events"], until: Number.POSITIVE_INFINITY, body: Buffer.from("page") });
  });
  return store;
}

test.each<[string, (store: PageStore) => void, kept: boolean]>([
  ["nothing happens", () => {}, true],
  ["another tag changes", (store) => store.invalidate(["places"]), true],
  ["one of its tags changes", (store) => store.invalidate(["events"]), false],
  ["the store is emptied", (store) => store.invalidateAll(), false],
])("a page during whose rendering %s is kept only while it is true", async (_what, happens, kept) => {
  const store = await renderedWhile(happens);
  expect(store.find(key) !== null).toBe(kept);
});
