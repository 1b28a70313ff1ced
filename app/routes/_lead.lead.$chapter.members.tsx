import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { leader } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { notFound } from "~/core/http";
import { formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { head, readListParams, translatorFor } from "~/core/page.server";
import { listMembers } from "~/features/chapters/desk-queries.server";
import { memberListParams } from "~/features/chapters/desk-schema";
import { DeskHead } from "~/features/chapters/ui/desk-head";
import { MemberExport } from "~/features/chapters/ui/member-export";
import { MemberFilters } from "~/features/chapters/ui/member-filters";
import { MemberTable } from "~/features/chapters/ui/member-table";
import { NoMembers } from "~/features/chapters/ui/no-members";
import { PageBody } from "~/ui/layout/page-body";

export const handle = { i18n: ["chapters", "members"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const { db, chapter } = await leader(args, "members:read");
  const query = memberListParams.parse(Object.fromEntries(readListParams(args.request, { sort: "name" })));
  const found = await listMembers(db, chapter.chapterId, query);
  if ((query.page ?? 1) > found.pages) throw notFound();
  const title = translatorFor(args, "chapters")("desk.members");
  return { head: head(args, { title, isPublic: false }), chapter, query, found };
}

export default function MembersPage() {
  const { chapter, query, found } = useLoaderData<typeof loader>();
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const counts = { home: formatNumber(found.home, locale), guest: formatNumber(found.guest, locale) };
  return (
    <>
      <DeskHead chapter={chapter} title={t("desk.members")} lead={t("desk.member.lead", counts)} />
      <PageBody>
        <MemberFilters query={query} universities={found.universities} />
        {found.rows.length === 0 ? <NoMembers slug={chapter.slug} query={query} /> : <MemberTable query={query} found={found} />}
        {found.home + found.guest > 0 ? <MemberExport slug={chapter.slug} /> : null}
      </PageBody>
    </>
  );
}
