/** The value of a cookie, as it came; null when it is not there. */
export function cookieValue(header: string | undefined, name: string): string | null {
  for (const part of (header ?? "").split(";")) {
    const [key, ...value] = part.trim().split("=");
    if (key === name) return value.join("=");
  }
  return null;
}

/** Whether somebody's session came along, in one piece or several, over TLS or not. */
export const hasSession = (header: string | undefined): boolean => /(?:^|;\s*)(?:__Host-)?ka-auth-token(?:\.\d+)?=/.test(header ?? "");
