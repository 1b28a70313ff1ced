import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { ButtonLink } from "~/ui/button-link";
import { EmptyState } from "~/ui/empty-state";

import type { MemberListParams } from "../desk-schema";

/** No member matches the filters, or the chapter has none yet: what to do instead. */
export function NoMembers({ slug, query }: { slug: string; query: MemberListParams }) {
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const { sort: _sort, page: _page, ...filters } = query;
  return Object.values(filters).some(Boolean) ? (
    <EmptyState
      title={t("desk.member.nobody")}
      text={common("empty.search")}
      actions={
        <ButtonLink to={localePath(locale, `/lead/${slug}/members`)} tone="primary">
          {common("action.clearFilters")}
        </ButtonLink>
      }
    />
  ) : (
    <EmptyState
      title={t("desk.member.none")}
      text={t("desk.member.noneText")}
      actions={
        <ButtonLink to={localePath(locale, `/chapters/${slug}`)} tone="primary">
          {t("desk.action.page")}
        </ButtonLink>
      }
    />
  );
}
