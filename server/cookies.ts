/** The values of a cookie, as they came; it may come more than once, and readers do not agree on which one counts. */
export function cookieValues(header: string | undefined, name: string): string[] {
  return (header ?? "").split(";").flatMap((part) => {
    const [key, ...value] = part.split("=");
    return key?.trim() === name ? [value.join("=").trim()] : [];
  });
}

/** Whether somebody's session came along, in one piece or several, over TLS or not. */
export const hasSession = (header: string | undefined): boolean => /(?:^|;\s*)(?:__Host-)?ka-auth-token(?:\.\d+)?=/.test(header ?? "");
