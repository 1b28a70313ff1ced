import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { I18nRuntimeProvider } from "~/core/i18n/context";
import { createI18n } from "~/core/i18n/create";
import { TranslationProvider } from "~/core/i18n/use-translation";

import common from "../../../../public/locales/kk/common.json";
import events from "../../../../public/locales/kk/events.json";
import type { LedEvent } from "../queries.server";
import { EventNotice } from "./event-notice";

const words = createI18n("kk", { kk: { common, events } });
const runtime = { instance: () => words, version: "", load: () => Promise.reject(new Error("There are no other words.")) };
const shown = (notice: string | null) =>
  renderToStaticMarkup(
    <I18nRuntimeProvider value={runtime}>
      <TranslationProvider value={words}>
        {/* Of an event the notice reads its state alone. */}
        <EventNotice notice={notice} event={{ state: "published" } as LedEvent} />
      </TranslationProvider>
    </I18nRuntimeProvider>,
  );

test("what was just done is said, where the row bears it out", () => {
  expect(shown("published")).toContain('role="status"');
  expect(shown("called-off")).toBe("");
});

test.each(["__proto__", "constructor", "toString", "", null])("an address that names %s says nothing", (notice) => {
  expect(shown(notice)).toBe("");
});
