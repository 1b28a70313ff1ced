type Theme = "light" | "dark";

/** The reader's choice from the cookie header; null follows the system. */
export function readTheme(cookieHeader: string | null): Theme | null {
  const [, value] = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(cookieHeader ?? "") ?? [];
  return value === "light" || value === "dark" ? value : null;
}
