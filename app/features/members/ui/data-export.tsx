import Download from "lucide-react/icons/download";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { Icon } from "~/ui/icon";
import { SectionHead } from "~/ui/section-head";

/** Everything that is kept about somebody, as a file: about a member, or about an account that is not a member yet. */
export function DataExport({ isMember }: { isMember: boolean }) {
  const { t } = useTranslation("members");
  const locale = useLocale();
  return (
    <section aria-labelledby="copy">
      <SectionHead id="copy" title={t("myData.copy")} text={isMember ? t("myData.copyText") : t("myData.copyAccountText")} />
      <ButtonLink to={localePath(locale, "/settings/privacy/data.json")} reloadDocument>
        <Icon icon={Download} /> {t("myData.copyAction")}
      </ButtonLink>
    </section>
  );
}
