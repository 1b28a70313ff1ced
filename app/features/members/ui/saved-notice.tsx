import { useLocation } from "@remix-run/react";

import { useTranslation } from "~/core/i18n/use-translation";
import { Toast } from "~/ui/toast";

const messages = { person: "profile.saved", study: "profile.studySaved", consents: "myData.consentsSaved", withdrawn: "myData.consentsWithdrawn" } as const;
const isSaved = (name: string | null): name is keyof typeof messages => name !== null && Object.hasOwn(messages, name);

/** Says what has just been saved (`done`), in a toast, which is seen wherever on the long page the reader is. */
export function SavedNotice({ done }: { done: string | null }) {
  const { t } = useTranslation("members");
  const { key } = useLocation();
  return isSaved(done) ? <Toast key={key} text={t(messages[done])} /> : null;
}
