import { expect, test } from "vitest";

import { instantsOf } from "./wall-time";

const moments = (wall: string, zone: string) => instantsOf(wall, zone).map((moment) => new Date(moment).toISOString().slice(0, 16));

test("an ordinary time is one moment, in London and in Almaty", () => {
  expect(moments("2026-11-28T18:30", "Europe/London")).toEqual(["2026-11-28T18:30"]);
  expect(moments("2027-06-28T18:30", "Europe/London")).toEqual(["2027-06-28T17:30"]);
  expect(moments("2026-11-28T18:30", "Asia/Almaty")).toEqual(["2026-11-28T13:30"]);
});

test("a time in the hour that clocks skip is none", () => {
  expect(moments("2027-03-28T01:30", "Europe/London")).toEqual([]);
  expect(moments("2027-03-28T00:59", "Europe/London")).toEqual(["2027-03-28T00:59"]);
  expect(moments("2027-03-28T02:00", "Europe/London")).toEqual(["2027-03-28T01:00"]);
});

test("a time in the hour that comes twice is two, the earlier first", () => {
  expect(moments("2027-10-31T01:30", "Europe/London")).toEqual(["2027-10-31T00:30", "2027-10-31T01:30"]);
  expect(moments("2027-11-07T01:30", "America/New_York")).toEqual(["2027-11-07T05:30", "2027-11-07T06:30"]);
  expect(moments("2027-10-31T02:00", "Europe/London")).toEqual(["2027-10-31T02:00"]);
});
