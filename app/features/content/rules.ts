/** Pages for everybody that have one address in each language, as paths without the language. */
export const publicPaths = ["/", "/chapters", "/events", "/map", "/about", "/join"] as const;

/** Pages of signed-in people, and the pages to sign in: nothing there is for a search engine. */
export const closedPaths = ["/me", "/settings", "/lead", "/figures", "/auth", "/mailbox", "/sign-in", "/sign-out", "/reset", "/write", "/chapters/*/write"] as const;

/** Kazakh words that the home page explains, in its order: keys of `home.word`. */
export const fourWords = ["dastarqan", "asar", "nauryz", "kuy"] as const;

/** Sections of the page about us, in its order. */
export const aboutSections = ["who", "do", "values", "led", "data", "figures", "credits", "demo"] as const;
export type AboutSection = (typeof aboutSections)[number];
