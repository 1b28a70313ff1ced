import { formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { MoreLink } from "~/ui/more-link";

import type { JoinRequest } from "../desk-queries.server";
import { DecisionButtons } from "./decision-buttons";
import { RequestItem } from "./request-item";

type Props = { slug: string; requests: { count: number; rows: JoinRequest[] }; zone: string };

/** The first pending requests, which can be answered right there. */
export function DeskRequests({ slug, requests: { count, rows }, zone }: Props) {
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const list = localePath(locale, `/lead/${slug}/requests`);
  return (
    <section aria-labelledby="requests">
      <div className="section-head desk-heading">
        <h2 id="requests">
          {t("desk.requests")} <span className="count">{formatNumber(count, locale)}</span>
        </h2>
        <MoreLink to={list}>{t("desk.request.all")}</MoreLink>
      </div>
      <ul role="list" className="requests">
        {rows.map((request) => (
          <RequestItem
            key={request.id}
            request={request}
            zone={zone}
            level={3}
            actions={<DecisionButtons request={request} action={list} declineTo={`${list}?decline=${request.id}`} from="overview" />}
          />
        ))}
      </ul>
    </section>
  );
}
