import { canDeliver } from "~/core/mail/deliver.server";
import { sendLetters } from "~/core/outbox/send.server";
import { adminClient } from "~/core/supabase/admin.server";
import { accountLetters } from "~/features/account/letters.server";
import { chapterLetters } from "~/features/chapters/letters.server";
import { eventLetters } from "~/features/events/letters.server";
import { refreshFigures } from "~/features/insights/jobs.server";
import { memberLetters } from "~/features/members/letters.server";
import { messageLetters } from "~/features/messages/letters.server";

const letters = { ...accountLetters, ...eventLetters, ...chapterLetters, ...memberLetters, ...messageLetters };
const warned = new Set<string>();

/** Says once what is missing, since jobs run every few seconds. */
function warnOnce(sentence: string): void {
  if (warned.has(sentence)) return;
  warned.add(sentence);
  console.warn(sentence);
}

const warnNoKey = () => warnOnce("No SUPABASE_SECRET_KEY: letters wait in the outbox and the figures are not counted anew. Everything else works.");
const warnNoMailServer = () => warnOnce("No SMTP_URL: letters wait in the outbox until there is a mail server.");

/** Background jobs, run by the server, whose `stopping` signal ends a long run between two steps. */
export const jobs = [
  {
    name: "outbox",
    everySeconds: 1,
    async run(stopping: AbortSignal) {
      const admin = adminClient();
      if (!admin) return warnNoKey();
      if (!canDeliver()) return warnNoMailServer();
      while (!stopping.aborted && (await sendLetters(admin, letters)) > 0);
    },
  },
  {
    name: "figures",
    everySeconds: 20,
    async run(stopping: AbortSignal) {
      if (!adminClient()) return warnNoKey();
      await refreshFigures(new Date(), stopping);
    },
  },
];
