import { z } from "zod";

import { key } from "./i18n/translation-key";

type Issue = Parameters<NonNullable<z.core.$ZodConfig["localeError"]>>[0];

/** The error for an issue without a message in its schema: one of our translation keys with its values, never zod's English. */
function messageFor(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.input === null || issue.input === "" ? key("common", "error.required") : key("common", "error.chooseFromList");
    case "too_small":
      if (issue.origin !== "string") return key("common", "error.required");
      return Number(issue.minimum) <= 1 ? key("common", "error.required") : key("common", "error.tooShort", { min: Number(issue.minimum) });
    case "too_big":
      return issue.origin === "string" ? key("common", "error.tooLong", { max: Number(issue.maximum) }) : key("common", "error.chooseFromList");
    case "invalid_format":
      if (issue.format === "email") return key("common", "error.email");
      return issue.format === "url" ? key("common", "error.url") : key("common", "error.chooseFromList");
    default:
      return key("common", "error.chooseFromList");
  }
}

z.config({ localeError: messageFor });
