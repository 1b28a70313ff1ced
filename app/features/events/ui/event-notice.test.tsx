import { expect, test } from "vitest";

import { renderHtml } from "../../../../tests/support/render-html";
import type { DeskEvent } from "../queries.server";
import { EventNotice } from "./event-notice";

/** The notice reads nothing of an event but its state. */
const shown = (notice: string | null) => renderHtml("kk", ["events"], <EventNotice notice={notice} event={{ state: "published" } as DeskEvent} />);

test("what was just done is said, where the row bears it out", async () => {
  expect(await shown("published")).toContain('role="status"');
  expect(await shown("called-off")).toBe("");
});

test.each(["__proto__", "constructor", "toString", "", null])("an address that names %s says nothing", async (notice) => {
  expect(await shown(notice)).toBe("");
});
