/** The `headers` export of a page whose form may be answered with "wait": copies the action's `Retry-After` to the document. */
export function forwardRetryAfter({ actionHeaders }: { actionHeaders: Headers }): Headers {
  const headers = new Headers();
  const wait = actionHeaders.get("Retry-After");
  if (wait) headers.set("Retry-After", wait);
  return headers;
}
