type DemoPerson = { role: string; email: string };
export type Demo = { people: DemoPerson[]; password: string };

/** Prints what the person at the terminal needs next: the address, and how to sign in as each kind of person. */
export function printWelcome({ siteUrl, demo, hasMailbox }: { siteUrl: string; demo: Demo | null; hasMailbox: boolean }): void {
  const lines = ["", `KazAlliance is at ${siteUrl}`];
  if (hasMailbox) lines.push(`Letters go to the local mailbox: ${siteUrl}/en/mailbox`);
  if (demo) {
    const width = Math.max(...demo.people.map(({ role }) => role.length)) + 2;
    lines.push("", `Sign in as (password ${demo.password}):`, ...demo.people.map(({ role, email }) => `  ${role.padEnd(width)}${email}`));
  }
  console.log([...lines, ""].join("\n"));
}
