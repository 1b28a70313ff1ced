import { expect, test } from "vitest";

import { namespaces } from "./config";
import { getFixedT, serverRuntime } from "./i18n.server";

test("a count is written as the language writes numbers, with the right plural form", () => {
  expect(getFixedT("kk", "common")("plural.member", { count: 30_000 })).toBe("30\u00a0000 мүше");
  expect(getFixedT("ru", "common")("plural.member", { count: 21 })).toBe("21 участник");
  expect(getFixedT("ru", "common")("plural.member", { count: 30_000 })).toBe("30\u00a0000 участников");
  expect(getFixedT("en", "common")("plural.member", { count: 1 })).toBe("1 member");
  expect(getFixedT("en", "common")("plural.member", { count: 30_000 })).toBe("30,000 members");
});

test("other values stay as they are given", () => {
  expect(getFixedT("en", "common")("error.tooShort", { min: 2026 })).toBe("Write a little more: at least 2026 characters.");
  expect(getFixedT("en", "common")("ui.dear", { name: "<Әсем>" })).toBe("Dear <Әсем>,");
  expect(getFixedT("en", "common")("ui.dear", { name: "$t(brand.name) {{count}}", count: 5 })).toBe("Dear $t(brand.name) {{count}},");
});

test("an instance knows all namespaces of its own language and no other", () => {
  for (const locale of ["kk", "ru", "en"] as const) {
    const instance = serverRuntime.instance(locale);
    expect(instance.language).toBe(locale);
    for (const namespace of namespaces) expect(instance.hasResourceBundle(locale, namespace)).toBe(true);
    expect(Object.keys(instance.store.data)).toEqual([locale]);
  }
});
