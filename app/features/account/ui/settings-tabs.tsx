import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { useViewer } from "~/core/use-viewer";
import { Tabs } from "~/ui/tabs";

const pages = ["profile", "privacy", "account"] as const;

/** The pages of settings. No tabs for somebody who is not a member: they only have the account page. */
export function SettingsTabs({ current }: { current: (typeof pages)[number] }) {
  const { t } = useTranslation("account");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const viewer = useViewer();
  if (!viewer?.isMember) return null;
  const labels = { profile: common("ui.profile"), privacy: common("term.myData"), account: common("ui.account") };
  const tabs = pages.map((page) => ({ to: localePath(locale, `/settings/${page}`), label: labels[page], isCurrent: page === current }));
  return <Tabs label={t("settings.pages")} tabs={tabs} />;
}
