import { useTranslation } from "~/core/i18n/use-translation";
import { Ornament } from "~/ui/ornament";

import type { Status } from "../rules";

type Props = { member: { surname: string; given_name: string; patronymic: string | null; latin_name: string | null; number: number }; status: Status | null };

/** Who the member is to the association: name in two scripts, status, number. */
export function MemberPlate({ member, status }: Props) {
  const { t } = useTranslation("members");
  const name = [member.surname, member.given_name, member.patronymic].filter(Boolean).join(" ");
  return (
    <div className="mini-card">
      <Ornament />
      <div>
        {status ? <p className="s member-status">{t(`label.status.${status}`)}</p> : null}
        <p className="nm">{name}</p>
        {member.latin_name && member.latin_name !== name ? (
          <p className="s" lang="en">
            {member.latin_name}
          </p>
        ) : null}
        <p className="s num">{t("me.numberIs", { number: String(member.number) })}</p>
      </div>
    </div>
  );
}
