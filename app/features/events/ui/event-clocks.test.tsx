import { expect, test } from "vitest";

import { renderHtml } from "../../../../tests/support/render-html";
import type { EventPage } from "../queries.server";
import { EventClocks } from "./event-clocks";

/** The clocks read only these fields of an event. */
const clocks = (startsAt: string, endsAt: string, endsClock: string) => {
  const event = { startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt), clock: "Etc/GMT-1", endsClock, zoneCity: null } as EventPage;
  return renderHtml("en", ["events"], <EventClocks event={event} now={Date.parse("2027-10-01T00:00:00Z")} />);
};

test("an event over a night of clock change says both offsets", async () => {
  expect(await clocks("2027-10-31T00:30:00Z", "2027-10-31T01:15:00Z", "Etc/GMT")).toMatch(/01:30–01:15.*UTC\+1 → UTC\+0/s);
});

test("any other event says one", async () => {
  expect(await clocks("2027-10-20T00:30:00Z", "2027-10-20T01:15:00Z", "Etc/GMT-1")).not.toContain("→");
});
