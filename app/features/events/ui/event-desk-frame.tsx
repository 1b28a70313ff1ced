import Copy from "lucide-react/icons/copy";
import Eye from "lucide-react/icons/eye";
import Pencil from "lucide-react/icons/pencil";
import Users from "lucide-react/icons/users";
import type { ReactNode } from "react";

import { formatSpan } from "~/core/i18n/format";
import { localize, langAttribute, type LanguageMap } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button-link";
import { Icon } from "~/ui/icon";
import { PageHead } from "~/ui/page-head";
import { Tabs } from "~/ui/tabs";

import type { DeskEvent } from "../queries.server";
import { DeskBreadcrumb } from "./desk-breadcrumb";

type Props = {
  chapter: { slug: string; name: LanguageMap };
  event: DeskEvent;
  current: "attendees" | "edit";
  mayEdit: boolean;
  /** Uses the narrow column for forms instead of the whole width. */
  isForm?: boolean;
  children: ReactNode;
};

/** The frame of an event's pages for its leaders: title and time, links to its public page and to a copy, tabs for the attendees and the form. */
export function EventDeskFrame({ chapter, event, current, mayEdit, isForm, children }: Props) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const title = localize(event.title, locale);
  const lang = langAttribute(title);
  const desk = localePath(locale, `/lead/${chapter.slug}/events`);
  const editPath = `${desk}/${event.id}`;
  return (
    <>
      <PageHead
        title={title?.text}
        lang={lang}
        lead={formatSpan(event.startsAt, event.endsAt, locale, event.clock, event.endsClock)}
        breadcrumb={<DeskBreadcrumb chapter={chapter} current={{ label: title?.text ?? "", lang }} />}
        action={
          <>
            <ButtonLink to={localePath(locale, `/events/${event.slug}`)}>
              <Icon icon={Eye} /> {event.state === "draft" ? common("term.preview") : t("desk.publicPage")}
            </ButtonLink>
            {mayEdit ? (
              <ButtonLink to={`${desk}/new?from=${event.id}`}>
                <Icon icon={Copy} /> {t("desk.copy")}
              </ButtonLink>
            ) : null}
          </>
        }
      >
        {event.state === "published" ? null : (
          <p>
            <Badge tone={event.state === "draft" ? "warning" : "danger"}>{t(`label.state.${event.state}`)}</Badge>
          </p>
        )}
      </PageHead>
      <div className="wrap section-tight">
        <div className={isForm ? "form-column" : undefined}>
          {mayEdit ? (
            <Tabs
              label={t("desk.pages")}
              tabs={[
                { to: `${editPath}/attendees`, label: t("lead.whoComes"), icon: Users, isCurrent: current === "attendees" },
                { to: editPath, label: common("action.edit"), icon: Pencil, isCurrent: current === "edit" },
              ]}
            />
          ) : null}
          {children}
        </div>
      </div>
    </>
  );
}
