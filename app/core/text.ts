/** Signs that turn the direction of what stands behind them, so that a text reads as another one. */
const turning = /[\u202A-\u202E\u2066-\u2069]/g;
const lineEnd = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
/** What is drawn as nothing: zero-width signs, fillers, marks of direction. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu;

/** Without blanks around it, each letter as one sign: "и" and a breve are "й". Empty where nothing in it can be seen. */
function tidy(text: string): string {
  const kept = text.normalize("NFC").replace(turning, "").trim();
  return kept.replace(unseen, "").trim() ? kept : "";
}

/** A text that has lines, as it was typed: browsers send a line end as two characters, and no other control character means anything. */
export const manyLines = (typed: string): string => tidy(typed.replace(lineEnd, "\n").replaceAll("\t", " ").replace(/[^\P{Cc}\n]/gu, ""));

/** A text that has one line. */
export const oneLine = (typed: string): string => tidy(typed.replace(lineEnd, " ").replaceAll("\t", " ").replace(/\p{Cc}/gu, ""));

/** A name: one line in which everything can be seen. */
export const plainName = (typed: string): string => oneLine(typed.replace(unseen, ""));

const canBeSeen = (letter: string): boolean => letter.replace(unseen, "").trim() !== "";

/** Without the blanks and unseen signs around it that come along when something is pasted. */
export function trimmed(typed: string): string {
  const letters = [...typed];
  return letters.slice(letters.findIndex(canBeSeen), letters.findLastIndex(canBeSeen) + 1).join("");
}

/** Whether something in it is drawn as nothing. */
export const hidesSigns = (text: string): boolean => text !== text.replace(unseen, "");

/** As much of a text as fits, in the letters that PostgreSQL counts: JavaScript's own are halves of some of them, and half a letter is no text. */
export const cut = (text: string, most: number): string => [...text].slice(0, most).join("");
