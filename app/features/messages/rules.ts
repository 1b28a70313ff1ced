/** Where one writes: to the association; to the leaders of the chapter with this address; about an event of theirs, which the message then names. */
export function pathToWrite(chapter?: string, event?: string): string {
  if (chapter === undefined) return "/write";
  return `/chapters/${chapter}/write${event === undefined ? "" : `?event=${event}`}`;
}
