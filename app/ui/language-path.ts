/** The same page in another language: ("/kk/events", "?q=1", "ru") → "/ru/events?q=1". */
export function languagePath(pathname: string, search: string, language: string): string {
  return pathname.replace(/^\/[a-z]{2}(?=\/|$)/, `/${language}`) + search;
}
