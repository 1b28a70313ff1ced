import type { ReactNode } from "react";

import { formatDate } from "~/core/i18n/format";
import { localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { fullName } from "~/features/members/rules";
import { Avatar } from "~/ui/avatar";
import { Badge } from "~/ui/badge";
import { Badges } from "~/ui/badges";

import type { JoinRequest } from "../desk-queries.server";

type Props = {
  request: JoinRequest;
  /** The chapter's time zone. */
  zone: string;
  /** Buttons, or a badge; on the right on wide screens. */
  actions?: ReactNode;
  level: 2 | 3;
  children?: ReactNode;
};

/** A request to join: who, what they study, their home chapter, when they asked, and their message. */
export function RequestItem({ request, zone, actions, level, children }: Props) {
  const { t } = useTranslation("chapters");
  const { t: members } = useTranslation("members");
  const locale = useLocale();
  const name = fullName(request);
  const Heading = `h${level}` as const;
  return (
    <li className="request">
      <div className="person">
        <Avatar name={name} />
        <div>
          <Heading className="person-name">{name}</Heading>
          {request.university ? <p className="person-meta">{request.university}</p> : null}
          <p className="person-meta">
            {request.degree ? `${members(`label.degree.${request.degree}`)} · ` : null}
            {t("desk.request.sentOn", { date: formatDate(request.at, locale, "dayMonth", zone) })}
          </p>
          <Badges>
            <Badge tone="sky">{originOf(request)}</Badge>
          </Badges>
        </div>
      </div>
      {request.message ? (
        <blockquote className="request-message" dir="auto">
          {request.message}
        </blockquote>
      ) : null}
      {actions ? <div className="acts">{actions}</div> : null}
      {children}
    </li>
  );

  function originOf({ kind, home }: JoinRequest): string {
    const chapter = localizedText(home, locale);
    if (kind === "guest") return chapter ? t("desk.request.guestOf", { chapter }) : t("desk.request.guest");
    return chapter ? t("desk.request.transfer", { chapter }) : t("desk.request.first");
  }
}
