/** All values of a cookie, undecoded: it may be sent more than once, and implementations do not agree on which one counts. */
export function cookieValues(header: string | undefined, name: string): string[] {
  return (header ?? "").split(";").flatMap((part) => {
    const [key, ...value] = part.split("=");
    return key?.trim() === name ? [value.join("=").trim()] : [];
  });
}

/** Whether the request carries a session cookie: whole or split into several, set over TLS or not. */
export const hasSession = (header: string | undefined): boolean => /(?:^|;\s*)(?:__Host-)?ka-auth-token(?:\.\d+)?=/.test(header ?? "");
