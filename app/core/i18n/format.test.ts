import { expect, test } from "vitest";

import {
  dayOf,
  formatDate,
  formatDateTime,
  formatList,
  formatNumber,
  formatOffset,
  formatPercent,
  formatSigned,
  formatSpan,
  formatTime,
  formatTimes,
  insideSentence,
  monthNames,
} from "./format";

const evening = "2026-11-24T18:30:00Z";

test("a Kazakh date has the year first and the weekday last", () => {
  expect(formatDate(evening, "kk", "full", "UTC")).toBe("2026 ж. 24\u00a0қараша, сейсенбі");
  expect(formatDate("2026-03-08T00:00Z", "kk", "long", "UTC")).toBe("2026 ж. 8\u00a0наурыз");
  expect(formatDate(evening, "kk", "numeric", "UTC")).toBe("24.11.2026");
  expect(formatDate("2026-12-06T00:00Z", "kk", "numeric", "UTC")).toBe("06.12.2026");
});

test("a month alone has a capital, inside a date it is small", () => {
  expect(monthNames("kk")[10]).toBe("Қараша");
  expect(monthNames("ru")[10]).toBe("Ноябрь");
  expect(formatDate(evening, "kk", "monthYear", "UTC")).toBe("2026 ж. қараша");
});

test("a language is small inside a Kazakh or Russian sentence, and keeps its capital in English", () => {
  expect([insideSentence("Ағылшынша", "kk"), insideSentence("Казахский", "ru"), insideSentence("Kazakh", "en")]).toEqual(["ағылшынша", "казахский", "Kazakh"]);
});

test("a date is the one of its zone", () => {
  expect(formatDate(evening, "en", "dayMonth", "Asia/Almaty")).toBe("24\u00a0November");
  expect(dayOf("2026-11-24T20:30:00Z", "Asia/Almaty")).toBe("2026-11-25");
  expect(formatTimes(evening, "2026-11-24T21:00:00Z", "Asia/Almaty")).toBe("23:30–02:00");
});

test("a clock written as its offset is read without asking what the zone’s rules are", () => {
  expect(formatDateTime(evening, "en", "dayMonth", "UTC+14")).toBe("25\u00a0November, 08:30");
  expect(formatDateTime(evening, "kk", "dayMonth", "UTC−3:30")).toBe("24\u00a0қараша, 15:00");
  expect(dayOf("2026-11-24T20:30:00Z", "UTC+5")).toBe("2026-11-25");
  expect(formatOffset(evening, "UTC−3:30")).toBe("UTC−3:30");
});

test("offsets are those of the day", () => {
  expect(formatOffset(evening, "Asia/Almaty")).toBe("UTC+5");
  expect(formatOffset("2024-02-01T00:00Z", "Asia/Almaty")).toBe("UTC+6");
  expect(formatOffset(evening, "Europe/London")).toBe("UTC+0");
  expect(formatOffset(evening, "America/St_Johns")).toBe("UTC−3:30");
});

test("universal time is written without Intl as Intl writes it", () => {
  for (let day = 0; day < 400; day += 7) {
    const moment = Date.UTC(2026, 0, 1, day % 24, (day * 7) % 60) + day * 86_400_000;
    for (const style of ["full", "numeric", "weekdayDayMonth"] as const) expect(formatDate(moment, "kk", style, "UTC")).toBe(formatDate(moment, "kk", style, "Etc/GMT"));
    expect(formatTime(moment, "UTC")).toBe(formatTime(moment, "Etc/GMT"));
  }
});

test("numbers in Kazakh and Russian have no-break spaces and a comma", () => {
  expect(formatNumber(1234567.5, "kk")).toBe("1\u00a0234\u00a0567,5");
  expect(formatNumber(30000, "en")).toBe("30,000");
  expect(formatSigned(-4, "kk")).toBe("−4");
  expect(formatSigned(21, "kk")).toBe("+21");
  expect(formatPercent(0.232, "en")).toBe("23.2%");
});

test("whole numbers are grouped as the language's own table groups them", () => {
  const told = (value: number, tag: string) => new Intl.NumberFormat(tag).format(value).replace("-", "−");
  for (const value of [0, 7, 999, 1000, 9999, 10_000, 123_456, 1_234_567, -4, -1234]) {
    expect([formatNumber(value, "ru"), formatNumber(value, "en")]).toEqual([told(value, "ru"), told(value, "en-GB")]);
  }
});

test("an event says its day once, and both days when it lasts longer", () => {
  expect(formatSpan(evening, "2026-11-24T21:00:00Z", "kk", "UTC")).toBe("2026 ж. 24\u00a0қараша, сейсенбі, 18:30–21:00");
  expect(formatSpan(evening, "2026-11-25T12:00:00Z", "ru", "UTC")).toBe("24\u00a0ноября 2026 г., 18:30 – 25\u00a0ноября 2026 г., 12:00");
  expect(formatSpan(evening, "2026-11-24T21:00:00Z", "en", "UTC")).toBe("Tuesday, 24\u00a0November 2026, 18:30–21:00");
  expect(formatDateTime(evening, "kk", "long", "Asia/Almaty")).toBe("2026 ж. 24\u00a0қараша, 23:30");
});

test("the hours of a day that is changed by summer time are those of its clocks", () => {
  expect(formatTimes("2026-10-25T00:30:00Z", "2026-10-25T02:30:00Z", "Europe/London")).toBe("01:30–02:30");
  expect(formatOffset("2026-10-25T00:30:00Z", "Europe/London")).toBe("UTC+1");
  expect(formatOffset("2026-10-25T01:30:00Z", "Europe/London")).toBe("UTC+0");
});

test("a weekend on which clocks are moved ends by the clock of its end", () => {
  expect(formatSpan("2026-10-24T17:00:00Z", "2026-10-25T18:00:00Z", "en", "UTC+1", "UTC")).toBe("24\u00a0October 2026, 18:00 – 25\u00a0October 2026, 18:00");
  expect(formatTimes("2026-10-25T00:00:00Z", "2026-10-25T18:00:00Z", "UTC+1", "UTC")).toBe("01:00–18:00");
});

test("nothing is less than nothing", () => {
  expect(formatNumber(-0, "kk")).toBe("0");
  expect(formatPercent(-0.0001, "ru")).toBe("0\u00a0%");
  expect(formatSigned(0, "en")).toBe("0");
});

test("lists end with and", () => {
  expect(formatList(["Лондон", "Прага", "Сеул"], "kk")).toBe("Лондон, Прага және Сеул");
  expect(formatList(["Лондон", "Прага"], "ru")).toBe("Лондон и Прага");
  expect(formatList(["London", "Prague", "Seoul"], "en")).toBe("London, Prague and Seoul");
  expect(formatList([], "kk")).toBe("");
});
