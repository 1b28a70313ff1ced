import type { ReactNode } from "react";

import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { FormPage } from "~/ui/layout/form-page";
import { Stepper } from "~/ui/stepper";

type Props = { current: 0 | 1 | 2; lead?: string; children: ReactNode };

/** The frame of the three steps of joining: what they are about, and which one the reader is at. */
export function JoinSteps({ current, lead, children }: Props) {
  const { t } = useTranslation("members");
  const locale = useLocale();
  const steps = [{ label: t("join.step.account") }, { label: t("join.step.study"), to: localePath(locale, "/join/study") }, { label: t("join.step.you") }];
  return (
    <FormPage title={t("join.title")} lead={lead} steps={<Stepper label={t("join.steps")} steps={steps} current={current} />}>
      {children}
    </FormPage>
  );
}
