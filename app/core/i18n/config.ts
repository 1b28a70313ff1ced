/** The languages of the site, Kazakh first. */
export const locales = ["kk", "ru", "en"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "kk";

/** `common`, and one per feature that shows text. */
export const namespaces = ["common", "account", "members", "chapters", "events", "insights", "map", "content", "messages"] as const;
export type Namespace = (typeof namespaces)[number];

export const isLocale = (value: unknown): value is Locale => typeof value === "string" && (locales as readonly string[]).includes(value);
