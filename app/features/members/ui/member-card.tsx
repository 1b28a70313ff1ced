import { useTranslation } from "~/core/i18n/use-translation";
import type { Me } from "~/core/who.server";
import { Ornament } from "~/ui/ornament";

import { fullName, type Status } from "../rules";

type Props = { member: Pick<Me, "surname" | "givenName" | "patronymic" | "latinName" | "number">; status: Status | null };

/** Who the member is to the association: name in two scripts, status, number. */
export function MemberCard({ member, status }: Props) {
  const { t } = useTranslation("members");
  const name = fullName(member);
  return (
    <div className="mini-card">
      <Ornament />
      <div>
        {status ? <p className="s member-status">{t(`label.status.${status}`)}</p> : null}
        <p className="nm">{name}</p>
        {member.latinName && member.latinName !== name ? (
          <p className="s" lang="en">
            {member.latinName}
          </p>
        ) : null}
        <p className="s">{t("me.numberIs", { number: String(member.number) })}</p>
      </div>
    </div>
  );
}
