import type { Submission } from "@conform-to/dom";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { readFlash, redirectWithFlash } from "~/core/flash.server";
import { formReply } from "~/core/form-reply.server";
import { readForm } from "~/core/forms.server";
import { localeOf, member } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { key } from "~/core/i18n/translation-key";
import { useTranslation } from "~/core/i18n/use-translation";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { setLetterLanguage } from "~/features/account/commands.server";
import { SettingsTabs } from "~/features/account/ui/settings-tabs";
import { changeProfile, changeStudy } from "~/features/members/commands.server";
import { profileValues, studyValues } from "~/features/members/form-values";
import { listHomeRegions, listPlaces } from "~/features/members/places.server";
import { findDetails, listStudies } from "~/features/members/queries.server";
import { profileSchema } from "~/features/members/schema";
import { readStudy } from "~/features/members/study.server";
import { ChangeStudyForm } from "~/features/members/ui/change-study-form";
import { ProfileForm } from "~/features/members/ui/profile-form";
import { SavedNotice } from "~/features/members/ui/saved-notice";
import { StudyHistory } from "~/features/members/ui/study-history";
import { FormPage } from "~/ui/layout/form-page";
import { MeBreadcrumb } from "~/ui/me-breadcrumb";

export const handle = { i18n: ["members", "account"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const { db, me } = await member(args);
  const locale = localeOf(args);
  const [details, regions, places, studies] = await Promise.all([
    findDetails(db, me.id),
    listHomeRegions(locale),
    listPlaces(locale),
    listStudies(db, me.id),
  ]);
  const title = translatorFor(args, "members")("profile.title");
  const thisYear = new Date().getUTCFullYear();
  return { head: head(args, { title, isPublic: false }), me, details, regions, places, studies, thisYear, done: await readFlash(args.request) };
}

/** The response if the account was erased in another window; `suggestions` (universities that sound alike) is there because the page looks for it in every answer. */
const refusal = (submission: Submission<unknown, string[]>, reason: "not-a-member") =>
  data({ ...formReply(submission, { formErrors: [key("members", `refusal.${reason}`)] }), suggestions: [] }, { status: 409 });

export async function action(args: ActionFunctionArgs) {
  const { db, me } = await member(args);
  const locale = localeOf(args);
  const here = localePath(locale, "/settings/profile");
  const form = await readForm(args);
  if (form.get("intent") === "study" || form.has("meant")) {
    const reading = await readStudy(db, form, locale);
    if (!reading.study) return data(reading.answer, { status: 422 });
    const result = await changeStudy(db, reading.study);
    return result.ok ? redirectWithFlash(`${here}?notice=study`) : refusal(reading.submission, result.reason);
  }
  const regions = (await listHomeRegions(locale)).map(({ id }) => id);
  const submission = parseWithZod(form, { schema: profileSchema({ regions }) });
  if (submission.status !== "success") return data({ ...formReply(submission), suggestions: [] }, { status: 422 });
  const profile = submission.value;
  const result = await changeProfile(db, profile);
  if (!result.ok) return refusal(submission, result.reason);
  if (profile.locale !== me.locale) await setLetterLanguage(args.context.visit, profile.locale);
  return redirectWithFlash(`${here}?notice=person`);
}

export default function ProfilePage() {
  const { me, details, regions, places, studies, thisYear, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("members");
  const title = t("profile.title");
  const isOfStudy = answer?.initialValue?.intent === "study";
  return (
    <FormPage
      title={title}
      lead={t("profile.lead")}
      breadcrumb={<MeBreadcrumb current={title} />}
      steps={<SettingsTabs current="profile" />}
    >
      {answer ? null : <SavedNotice done={done} />}
      <ProfileForm regions={regions} defaultValues={profileValues(me, details)} answer={isOfStudy ? undefined : answer} />
      <ChangeStudyForm
        places={places}
        suggestions={answer?.suggestions ?? []}
        thisYear={thisYear}
        defaultValues={studyValues(studies[0])}
        answer={isOfStudy ? answer : undefined}
      />
      <StudyHistory studies={studies} />
    </FormPage>
  );
}
