import { expect, test } from "vitest";

import { pageMeta } from "./meta";

const page = { locale: "ru", site: "https://kazalliance.example", path: "/ru/events", title: "Мероприятия", brand: "КазАльянс" } as const;

test("a public page names itself, its address and its other languages", () => {
  const meta = pageMeta({ ...page, description: "Что будет и где" });
  expect(meta).toContainEqual({ title: "Мероприятия · КазАльянс" });
  expect(meta).toContainEqual({ tagName: "link", rel: "canonical", href: "https://kazalliance.example/ru/events" });
  for (const [hrefLang, path] of [["kk", "/kk/events"], ["ru", "/ru/events"], ["en", "/en/events"], ["x-default", "/kk/events"]]) {
    expect(meta).toContainEqual({ tagName: "link", rel: "alternate", hrefLang, href: `https://kazalliance.example${path}` });
  }
  expect(meta).toContainEqual({ property: "og:locale", content: "ru_RU" });
  expect(meta).toContainEqual({ property: "og:description", content: "Что будет и где" });
});

test("the home page is titled by the association alone", () => {
  expect(pageMeta({ ...page, title: "КазАльянс" })[0]).toEqual({ title: "КазАльянс" });
});

test("a page of somebody's own is kept from search engines", () => {
  expect(pageMeta({ ...page, isPublic: false })).toEqual([{ title: "Мероприятия · КазАльянс" }, { name: "robots", content: "noindex" }]);
});
