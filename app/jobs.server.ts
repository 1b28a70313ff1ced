import { sendLetters } from "~/core/outbox/send.server";
import { adminClient } from "~/core/supabase/admin.server";
import { chapterLetters } from "~/features/chapters/letters.server";
import { eventLetters } from "~/features/events/letters.server";
import { refreshFigures } from "~/features/insights/jobs.server";
import { memberLetters } from "~/features/members/letters.server";

const letters = { ...eventLetters, ...chapterLetters, ...memberLetters };
let isKeyMissed = false;

/** Says once what is missing; the outbox waits, pages and sign-in letters do not need the key. */
function missKey(): void {
  if (isKeyMissed) return;
  isKeyMissed = true;
  console.warn("No SUPABASE_SECRET_KEY: letters wait in the outbox and the figures are not counted anew. Everything else works.");
}

/** What runs beside the pages, started by the server. */
export const jobs = [
  {
    name: "outbox",
    everySeconds: 1,
    async run() {
      const admin = adminClient();
      if (!admin) return missKey();
      while ((await sendLetters(admin, letters)) > 0);
    },
  },
  {
    name: "figures",
    everySeconds: 20,
    async run() {
      if (!adminClient()) return missKey();
      await refreshFigures(new Date());
    },
  },
];
