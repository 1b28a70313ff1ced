import { fontFiles } from "./font-files";

/**
 * The fonts of a page's first screen, in any language: headings in Geologica, text in Onest. If a font arrives late, its text is laid out twice.
 * Geologica's other weight is for figures, which not every page has.
 */
const first = ["geologica-ours-600", "onest-ours-400", "onest-ours-500", "onest-ours-600"] as const satisfies (keyof typeof fontFiles)[];

/** Addresses of the fonts to preload. */
export const fontPreloads: string[] = first.map((file) => fontFiles[file]);
