/** Path of the page for writing to the association, to the leaders of a chapter (slug), or about one of its events (slug), which the message then names. */
export function messagePath(chapter?: string, event?: string): string {
  if (chapter === undefined) return "/write";
  return `/chapters/${chapter}/write${event === undefined ? "" : `?event=${event}`}`;
}
