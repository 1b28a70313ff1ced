import { expect, test } from "vitest";

import { renderHtml } from "../../../../tests/support/render-html";
import { LeaveSection } from "./leave-section";

const section = (hasLeft: boolean, hasAgreedAnew: boolean) => renderHtml("kk", ["members"], <LeaveSection hasLeft={hasLeft} hasAgreedAnew={hasAgreedAnew} answer={undefined} />);

test("a member finds the way out; who has left is asked for consents, and once they are given for a chapter", async () => {
  expect(await section(false, false)).toContain('href="/kk?ask=leave"');
  expect(await section(true, false)).toContain('type="checkbox"');
  const agreed = await section(true, true);
  expect(agreed).toContain('href="/kk/join/chapter"');
  expect(agreed).not.toContain("checkbox");
});
