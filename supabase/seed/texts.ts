import { readFileSync } from "node:fs";
import { join } from "node:path";

type Words = Record<string, string>;
export type ChapterText = { summary: Words; about: Words };
export type ChapterTexts = Record<"country" | "city" | "university" | "interest", ChapterText[]> & { interestNames: Words[] };
export type EventText = {
  kind: string;
  /** Months in which such an event takes place (1–12); any when absent. */
  months?: number[];
  /** Hour of the beginning in the event's zone, and hours it lasts. */
  hour: number;
  hours: number;
  format: "on_site" | "online" | "hybrid";
  /** Places, from and to; absent: unlimited. */
  capacity?: [number, number];
  title: Words;
  summary: Words;
  description: Words;
};

const read = <T>(projectDir: string, file: string) => JSON.parse(readFileSync(join(projectDir, "supabase/seed/texts", file), "utf8")) as T;

/** What chapters and events of the demo say of themselves, written by people in three languages. */
export const readChapterTexts = (projectDir: string): ChapterTexts => read(projectDir, "chapters.json");
export const readEventTexts = (projectDir: string): EventText[] => read(projectDir, "events.json");
