import { useLocation, useSearchParams } from "@remix-run/react";

import { useTranslation } from "~/core/i18n/use-translation";
import { Toast } from "~/ui/toast";

const said = { person: "profile.saved", study: "profile.studySaved", consents: "myData.consentsSaved", withdrawn: "myData.consentsWithdrawn" } as const;
const isSaved = (name: string | null): name is keyof typeof said => name !== null && Object.hasOwn(said, name);

/** What has just been saved, by the name that the address carries; seen wherever on the long form the reader is. */
export function SavedNotice() {
  const { t } = useTranslation("members");
  const [search] = useSearchParams();
  const { key } = useLocation();
  const name = search.get("saved");
  return isSaved(name) ? <Toast key={key} text={t(said[name])} /> : null;
}
