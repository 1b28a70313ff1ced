import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { redirectWithFlash } from "~/core/flash.server";
import { unprocessable } from "~/core/form-reply.server";
import { readForm } from "~/core/forms.server";
import { leader, localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { notFound } from "~/core/http";
import { localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { head, readListParams, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { appointmentConflict } from "~/features/chapters/appointment-conflict.server";
import { findAppointee, listMembers } from "~/features/chapters/desk-queries.server";
import { pathAfterTeamChange } from "~/features/chapters/desk-rules";
import { appoint } from "~/features/chapters/office-commands.server";
import { appointeeParams, appointmentSchema } from "~/features/chapters/office-schema";
import { AppointForm } from "~/features/chapters/ui/appoint-form";
import { AppointeeSearch } from "~/features/chapters/ui/appointee-search";
import { Breadcrumb } from "~/ui/breadcrumb";
import { FormPage } from "~/ui/layout/form-page";

export const handle = { i18n: ["chapters", "members"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const { db, chapter } = await leader(args, "team:appoint");
  const query = appointeeParams.parse(Object.fromEntries(readListParams(args.request)));
  const person = query.person ? await findAppointee(db, chapter.chapterId, query.person) : null;
  if (query.person && !person) throw notFound();
  const found = person ? null : await listMembers(db, chapter.chapterId, { q: query.q, page: query.page });
  if (found && (query.page ?? 1) > found.pages) throw notFound();
  const title = translatorFor(args, "chapters")("office.title");
  return { head: head(args, { title, isPublic: false }), chapter: { slug: chapter.slug, name: chapter.name }, query, person, found };
}

export async function action(args: ActionFunctionArgs) {
  const { db, chapter } = await leader(args, "team:appoint");
  const submission = parseWithZod(await readForm(args), { schema: appointmentSchema });
  if (submission.status !== "success") return unprocessable(submission);
  const result = await appoint(db, chapter.chapterId, submission.value);
  if (!result.ok) return appointmentConflict(submission, result.reason);
  return redirectWithFlash(localePath(localeOf(args), pathAfterTeamChange(chapter.slug, result.isInTeam, "appointed")));
}

export default function AppointPage() {
  const { chapter, query, person, found } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const desk = localePath(locale, `/lead/${chapter.slug}`);
  const title = t("office.title");
  const deskPages = [
    { to: desk, label: localizedText(chapter.name, locale) },
    { to: `${desk}/team`, label: t("desk.team") },
  ];
  return (
    <FormPage
      title={title}
      lead={person ? undefined : t("office.lead")}
      breadcrumb={<Breadcrumb items={deskPages} current={{ label: title }} />}
    >
      {person ? <AppointForm key={person.id} slug={chapter.slug} person={person} answer={answer} /> : null}
      {found ? <AppointeeSearch slug={chapter.slug} query={query} found={found} /> : null}
    </FormPage>
  );
}
