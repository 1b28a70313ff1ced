import { expect, test } from "vitest";

import { getFixedT } from "./i18n.server";
import { key, translateKey } from "./translation-key";

test("a key is said as a sentence in the reader's language", () => {
  expect(translateKey(getFixedT("ru", "common"), key("common", "error.required"))).toBe("Заполните это поле.");
  expect(translateKey(getFixedT("kk", "common"), key("common", "error.tooShort", { min: 8 }))).toBe("Толығырақ жазыңыз: кемінде 8 таңба.");
  expect(translateKey(getFixedT("en", "common"), key("events", "refusal.closed"))).toBe("Registration is closed. Look at other events of the chapter.");
});

test("what a sentence names may hold any sign", () => {
  expect(translateKey(getFixedT("en", "common"), key("common", "error.tooLong", { max: "+7 | {{x}}" }))).toContain("+7 | {{x}}");
});
