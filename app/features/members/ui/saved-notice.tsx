import { useSearchParams } from "@remix-run/react";

import { useTranslation } from "~/core/i18n/use-translation";
import { Notice } from "~/ui/notice";

const said = { person: "profile.saved", study: "profile.studySaved", consents: "myData.consentsSaved" } as const;
const isSaved = (name: string | null): name is keyof typeof said => name !== null && Object.hasOwn(said, name);

/** What has just been saved, by the name that the address carries. */
export function SavedNotice() {
  const { t } = useTranslation("members");
  const [search] = useSearchParams();
  const name = search.get("saved");
  if (!isSaved(name)) return null;
  return (
    <Notice tone="success" role="status">
      {t(said[name])}
    </Notice>
  );
}
