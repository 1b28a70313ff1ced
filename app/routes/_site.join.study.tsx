import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { readForm } from "~/core/forms.server";
import { account, localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { saveJoinDraft } from "~/features/members/commands.server";
import { draftValues } from "~/features/members/form-values";
import { listPlaces } from "~/features/members/places.server";
import { findJoinDraft } from "~/features/members/queries.server";
import { readStudy } from "~/features/members/study.server";
import { JoinSteps } from "~/features/members/ui/join-steps";
import { StudyForm } from "~/features/members/ui/study-form";

export const handle = { i18n: ["members"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const { db, who } = await account(args);
  const locale = localeOf(args);
  if (who.member) throw redirect(localePath(locale, "/join/chapter"));
  const [places, draft] = await Promise.all([listPlaces(locale), findJoinDraft(db)]);
  const title = translatorFor(args, "members")("join.study.title");
  return { head: head(args, { title, isPublic: false }), places, draft: draftValues(draft), thisYear: new Date().getUTCFullYear() };
}

export async function action(args: ActionFunctionArgs) {
  const { db, who } = await account(args);
  const locale = localeOf(args);
  if (who.member) throw redirect(localePath(locale, "/join/chapter"));
  const reading = await readStudy(db, await readForm(args), locale);
  if (!reading.study) return data(reading.answer, { status: 422 });
  await saveJoinDraft(db, { ...(await findJoinDraft(db)), ...reading.study });
  return redirect(localePath(locale, "/join/you"));
}

export default function StudyPage() {
  const { places, draft, thisYear } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <JoinSteps current={1}>
      <StudyForm places={places} suggestions={answer?.suggestions ?? []} thisYear={thisYear} defaultValues={draft} answer={answer} />
    </JoinSteps>
  );
}
