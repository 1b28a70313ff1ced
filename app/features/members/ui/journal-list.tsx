import { formatDateTime } from "~/core/i18n/format";
import { localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";

import type { JournalRow } from "../queries.server";
import { journalActions } from "../rules";

type Props = {
  rows: JournalRow[];
  /** For a card: without the chapter, event and purpose. */
  isShort?: boolean;
};

/** What was done about the member, by whom, when, and for what. Needs the namespace `chapters` for the names of offices. */
export function JournalList({ rows, isShort }: Props) {
  const { t } = useTranslation("members");
  const { t: chapters } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const locale = useLocale();

  const what = (action: string) => {
    const known = journalActions.find((name) => name === action);
    return known ? t(`label.action.${withUnderscore(known)}`) : t("label.action.unnamed");
  };
  const who = ({ is_mine: isMine, name, role }: JournalRow) => {
    if (isMine) return t("myData.yourself");
    if (!role) return common("brand.name");
    const office = role === "coordinator" ? t("myData.coordinator") : chapters(`label.role.${role}`);
    // The name is missing when the holder of the office has erased their account.
    return name ? t("myData.byRole", { role: office, name }) : office;
  };
  const more = ({ chapter, event, purpose }: JournalRow) => [
    chapter ? t("myData.inChapter", { chapter: localizedText(chapter, locale) }) : "",
    event ? t("myData.forEvent", { event: localizedText(event, locale) }) : "",
    purpose ? t("myData.forPurpose", { purpose }) : "",
  ];

  return (
    <ul role="list" className="journal">
      {rows.map((row) => (
        <li key={row.id}>
          <p className="journal-what">{what(row.action)}</p>
          <p>{who(row)}</p>
          {isShort ? null : more(row).filter(Boolean).map((line) => <p key={line}>{line}</p>)}
          <p>
            <time dateTime={row.at}>{formatDateTime(row.at, locale, "long", "UTC")}</time>
            {/* The full list says so once, above its entries. */}
            {isShort ? " UTC" : ""}
          </p>
        </li>
      ))}
    </ul>
  );
}

type WithUnderscore<Action extends string> = Action extends `${infer Noun}:${infer Verb}` ? `${Noun}_${Verb}` : never;
/** Keys of translations cannot contain a colon. */
const withUnderscore = <Action extends string>(action: Action) => action.replace(":", "_") as WithUnderscore<Action>;
