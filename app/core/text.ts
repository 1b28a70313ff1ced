/** Bidirectional controls: they change the direction of what follows, so that a text reads as another one. */
const directionControls = /[\u202A-\u202E\u2066-\u2069]/g;
const lineEnd = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
/** Characters that are not drawn: zero-width ones, fillers, direction marks. */
const invisibleCharacters = /\p{Default_Ignorable_Code_Point}/gu;

/** Trimmed, and each letter as one character: "и" and a breve become "й". Empty if nothing in it is visible. */
function tidy(text: string): string {
  const cleaned = text.normalize("NFC").replace(directionControls, "").trim();
  return isVisible(cleaned) ? cleaned : "";
}

/** A typed text of several lines: browsers send a line end as two characters, and no other control character means anything. */
export const manyLines = (typed: string): string => tidy(typed.replace(lineEnd, "\n").replaceAll("\t", " ").replace(/[^\P{Cc}\n]/gu, ""));

/** A typed text of one line. */
export const oneLine = (typed: string): string => tidy(typed.replace(lineEnd, " ").replaceAll("\t", " ").replace(/\p{Cc}/gu, ""));

/** A name: one line without characters that are not drawn. */
export const plainName = (typed: string): string => oneLine(typed.replace(invisibleCharacters, ""));

const isVisible = (text: string): boolean => text.replace(invisibleCharacters, "").trim() !== "";

/** Without the spaces, and the characters that are not drawn, around it that pasting brings along. */
export function trimInvisible(typed: string): string {
  const letters = [...typed];
  return letters.slice(letters.findIndex(isVisible), letters.findLastIndex(isVisible) + 1).join("");
}

/** Whether it contains characters that are not drawn. */
export const hasInvisibleCharacters = (text: string): boolean => text !== text.replace(invisibleCharacters, "");

/** The first `most` code points of a text, which is what PostgreSQL counts. JavaScript's own units would cut some letters in half. */
export const cut = (text: string, most: number): string => [...text].slice(0, most).join("");
