import { parseWithZod } from "@conform-to/zod/v4";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { conflict, unprocessable } from "~/core/form-reply.server";
import { readForm } from "~/core/forms.server";
import { account, localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { key } from "~/core/i18n/translation-key";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { becomeMember, saveJoinDraft } from "~/features/members/commands.server";
import { personValues } from "~/features/members/form-values";
import { listHomeRegions } from "~/features/members/places.server";
import { findJoinDraft, studyIn } from "~/features/members/queries.server";
import { personSchema } from "~/features/members/schema";
import { JoinSteps } from "~/features/members/ui/join-steps";
import { PersonForm } from "~/features/members/ui/person-form";

export const handle = { i18n: ["members"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const { db, who } = await account(args);
  const locale = localeOf(args);
  if (who.member) throw redirect(localePath(locale, "/join/chapter"));
  const [draft, regions] = await Promise.all([findJoinDraft(db), listHomeRegions(locale)]);
  if (!studyIn(draft)) throw redirect(localePath(locale, "/join/study"));
  return { head: head(args, { title: translatorFor(args, "members")("join.you.title"), isPublic: false }), regions, draft: personValues(draft) };
}

export async function action(args: ActionFunctionArgs) {
  const { db, who } = await account(args);
  const locale = localeOf(args);
  if (who.member) throw redirect(localePath(locale, "/join/chapter"));
  const draft = await findJoinDraft(db);
  const study = studyIn(draft);
  // After a double click the second request may find the draft gone and the member created: the step before, which redirects members, tells the cases apart.
  if (!study) throw redirect(localePath(locale, "/join/study"));
  const form = await readForm(args);
  const regions = (await listHomeRegions(locale)).map(({ id }) => id);
  const submission = parseWithZod(form, { schema: personSchema({ regions }) });
  const isBack = form.get("intent") === "back";
  if (isBack || submission.status !== "success") {
    await saveJoinDraft(db, { ...draft, ...personValues(Object.fromEntries(form)) });
    return isBack ? redirect(localePath(locale, "/join/study")) : unprocessable(submission);
  }

  const result = await becomeMember(db, { person: submission.value, study, locale });
  if (!result.ok) return conflict(submission, key("members", `refusal.${result.reason}`));
  return redirect(localePath(locale, "/join/chapter"));
}

export default function YouPage() {
  const { regions, draft } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <JoinSteps current={2}>
      <PersonForm regions={regions} defaultValues={draft} answer={answer} />
    </JoinSteps>
  );
}
