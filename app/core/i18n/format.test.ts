import { expect, test } from "vitest";

import { dayOf, formatDate, formatNumber, formatOffset, formatPercent, formatRelative, formatSigned, formatTimes, monthNames } from "./format";

const evening = "2026-11-24T18:30:00Z";

test("a Kazakh date has the year first and the weekday last", () => {
  expect(formatDate(evening, "kk", "full", "UTC")).toBe("2026 ж. 24 қараша, сейсенбі");
  expect(formatDate("2026-03-08T00:00Z", "kk", "medium", "UTC")).toBe("2026 ж. 08 нау.");
  expect(formatDate(evening, "kk", "numeric", "UTC")).toBe("24.11.2026");
  expect(formatDate("2026-12-06T00:00Z", "kk", "numeric", "UTC")).toBe("06.12.2026");
});

test("a month alone has a capital, inside a date it is small", () => {
  expect(monthNames("kk")[10]).toBe("Қараша");
  expect(formatDate(evening, "kk", "monthYear", "UTC")).toBe("2026 ж. қараша");
});

test("a date is the one of its zone", () => {
  expect(formatDate(evening, "en", "dayMonth", "Asia/Almaty")).toBe("24 November");
  expect(dayOf("2026-11-24T20:30:00Z", "Asia/Almaty")).toBe("2026-11-25");
  expect(formatTimes(evening, "2026-11-24T21:00:00Z", "Asia/Almaty")).toBe("23:30–02:00");
});

test("offsets are those of the day", () => {
  expect(formatOffset(evening, "Asia/Almaty")).toBe("UTC+5");
  expect(formatOffset("2024-02-01T00:00Z", "Asia/Almaty")).toBe("UTC+6");
  expect(formatOffset(evening, "Europe/London")).toBe("UTC");
  expect(formatOffset(evening, "America/St_Johns")).toBe("UTC−3:30");
});

test("numbers in Kazakh and Russian have no-break spaces and a comma", () => {
  expect(formatNumber(1234567.5, "kk")).toBe("1\u00a0234\u00a0567,5");
  expect(formatNumber(30000, "en")).toBe("30,000");
  expect(formatSigned(-4, "kk")).toBe("−4");
  expect(formatSigned(21, "kk")).toBe("+21");
  expect(formatPercent(0.232, "en")).toBe("23.2%");
});

test("relative times", () => {
  expect(formatRelative(-5, "day", "kk")).toBe("5 күн бұрын");
  expect(formatRelative(2, "day", "ru")).toBe("через 2 дня");
});
