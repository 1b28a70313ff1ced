import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { readForm } from "~/core/forms.server";
import { account, localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { key } from "~/core/i18n/key";
import { head, wordsOf } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { becomeMember } from "~/features/members/commands.server";
import { findStudyDraft, listHomeRegions } from "~/features/members/queries.server";
import { suggestLatin } from "~/features/members/rules";
import { youStep } from "~/features/members/schema";
import { JoinSteps } from "~/features/members/ui/join-steps";
import { YouForm } from "~/features/members/ui/you-form";

export const handle = { i18n: ["members"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const { db, who } = await account(args);
  const locale = localeOf(args);
  if (who.member) throw redirect(localePath(locale, "/join/chapter"));
  const [study, regions] = await Promise.all([findStudyDraft(db), listHomeRegions(db, locale)]);
  if (!study) throw redirect(localePath(locale, "/join/study"));
  return { head: head(args, { title: wordsOf(args, "members")("join.you.title"), isPublic: false }), regions };
}

export async function action(args: ActionFunctionArgs) {
  const { db } = await account(args);
  const locale = localeOf(args);
  const study = await findStudyDraft(db);
  if (!study) throw redirect(localePath(locale, "/join/study"));
  const submission = parseWithZod(await readForm(args.request), { schema: youStep });
  if (submission.status !== "success") return data(submission.reply(), { status: 422 });

  const you = submission.value;
  const latinName = you.latinName ?? suggestLatin(`${you.surname} ${you.givenName}`);
  const result = await becomeMember(db, { you: { ...you, latinName }, study, locale });
  if (!result.ok) return data(submission.reply({ formErrors: [key("members", `refusal.${result.reason}`)] }), { status: 409 });
  return redirect(localePath(locale, "/join/chapter"));
}

export default function YouPage() {
  const { regions } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  return (
    <JoinSteps current={2}>
      <YouForm regions={regions} lastResult={lastResult} />
    </JoinSteps>
  );
}
