import { Link } from "@remix-run/react";
import Hourglass from "lucide-react/icons/hourglass";

import { formatDate } from "~/core/i18n/format";
import { localize, langAttribute } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { Badge } from "~/ui/badge";
import { Card } from "~/ui/card";

import type { MyPage } from "../queries.server";

/** The member's chapters, those that have not answered their request yet, and those that recently declined it. */
export function MyChapters({ status, memberships, requests, declined }: Pick<MyPage, "status" | "memberships" | "requests" | "declined">) {
  const { t } = useTranslation("members");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const heading = (slug: string, names: Record<string, string>) => {
    const name = localize(names, locale);
    return (
      <h3 lang={langAttribute(name)}>
        <Link to={localePath(locale, `/chapters/${slug}`)}>{name?.text}</Link>
      </h3>
    );
  };
  return (
    <>
      <h2 id="chapters" className="visually-hidden">
        {t("me.chapters")}
      </h2>
      {memberships.map(({ id, kind, slug, name, since, zone, leader }) => (
        <Card key={id} className="chapter-tile">
          <p className="small soft">{t(`label.membershipKind.${kind}`)}</p>
          {heading(slug, name)}
          <p className="soft">
            {leader ? t("me.leader", { name: leader }) : t("me.noLeader")}
            <br />
            {t("me.since", { date: formatDate(since, locale, "long", zone) })}
          </p>
          {kind === "home" ? (
            <p>
              <Link to={localePath(locale, "/chapters")}>{t("me.changeChapter")}</Link>
            </p>
          ) : null}
        </Card>
      ))}
      {requests.map(({ id, kind, slug, name, at }) => (
        <Card key={id} className="chapter-tile">
          <p className="small soft">{t(`label.membershipKind.${kind}`)}</p>
          {heading(slug, name)}
          <p>
            <Badge tone="sun" icon={Hourglass}>
              {t("me.waitingForAnswer")}
            </Badge>
          </p>
          <p className="soft">
            {t("me.requestedOn", { date: formatDate(at, locale, "long", "UTC") })}
            <br />
            {t("me.requestText")}
          </p>
        </Card>
      ))}
      {declined.map(({ id, kind, slug, name, at, reason }) => (
        <Card key={id} className="chapter-tile">
          <p className="small soft">{t(`label.membershipKind.${kind}`)}</p>
          {heading(slug, name)}
          <p>
            <Badge tone="warning">{t("me.declined")}</Badge>
          </p>
          <p className="as-written">{t("me.declinedReason", { reason })}</p>
          <p className="soft">{t("me.declinedOn", { date: formatDate(at, locale, "long", "UTC") })}</p>
        </Card>
      ))}
      {memberships.length + requests.length === 0 ? (
        <Card className="chapter-tile">
          <p className="soft">{status === "left" ? t("empty.leftChapters") : t("empty.myChapters")}</p>
          <p>
            {status === "left" ? (
              <Link to={localePath(locale, "/settings/privacy#leave")}>{common("action.comeBack")}</Link>
            ) : (
              <Link to={localePath(locale, "/chapters")}>{t("join.chapter.find")}</Link>
            )}
          </p>
        </Card>
      ) : null}
    </>
  );
}
