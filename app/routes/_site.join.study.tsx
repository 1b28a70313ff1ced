import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { readForm } from "~/core/forms.server";
import { account, localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { key } from "~/core/i18n/key";
import { head, wordsOf } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { keepDraft, resolveUniversity } from "~/features/members/commands.server";
import { findDraft, listPlaces } from "~/features/members/queries.server";
import { studyStep } from "~/features/members/schema";
import { JoinSteps } from "~/features/members/ui/join-steps";
import { StudyForm } from "~/features/members/ui/study-form";

export const handle = { i18n: ["members"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const { db, who } = await account(args);
  const locale = localeOf(args);
  if (who.member) throw redirect(localePath(locale, "/join/chapter"));
  const [places, draft] = await Promise.all([listPlaces(db, locale), findDraft(db)]);
  const title = wordsOf(args, "members")("join.study.title");
  return { head: head(args, { title, isPublic: false }), places, draft: text(draft), thisYear: new Date().getUTCFullYear() };
}

/** A draft as a form holds it: every value is text. */
const text = (draft: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, value === true ? "on" : typeof value === "boolean" || value === null ? "" : String(value)]));

export async function action(args: ActionFunctionArgs) {
  const { db } = await account(args);
  const submission = parseWithZod(await readForm(args.request), { schema: studyStep });
  if (submission.status !== "success") return data({ result: submission.reply(), meant: [] }, { status: 422 });
  const study = submission.value;
  if (!study.city.startsWith(`${study.country.toLowerCase()}-`)) {
    return data({ result: submission.reply({ fieldErrors: { city: [key("members", "join.study.cityElsewhere")] } }), meant: [] }, { status: 422 });
  }
  const found = await resolveUniversity(db, { typed: study.university, city: study.city });
  if (!("id" in found) && !study.isElsewhere) {
    const result = submission.reply({ fieldErrors: { university: [key("members", "join.study.universityUnknown")] } });
    return data({ result, meant: found.meant }, { status: 422 });
  }
  await keepDraft(db, { ...study, universityId: "id" in found ? found.id : null });
  return redirect(localePath(localeOf(args), "/join/you"));
}

export default function StudyPage() {
  const { places, draft, thisYear } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <JoinSteps current={1}>
      <StudyForm places={places} meant={answered?.meant ?? []} thisYear={thisYear} defaultValue={draft} lastResult={answered?.result} />
    </JoinSteps>
  );
}
