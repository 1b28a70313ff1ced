import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { redirectWithFlash } from "~/core/flash.server";
import { readForm } from "~/core/forms.server";
import { localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { useTranslation } from "~/core/i18n/use-translation";
import { head } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { followLink } from "~/features/account/commands.server";
import { titleOf } from "~/features/account/link-title.server";
import { pathAfterLetter, pathAfterSignIn } from "~/features/account/after-sign-in.server";
import { followLinkSchema } from "~/features/account/schema";
import { readJoinCookie } from "~/features/members/join-cookie.server";
import { AccountLayout } from "~/features/account/ui/account-layout";
import { AccountNotice } from "~/features/account/ui/account-notice";
import { FollowLinkForm, NewLink, SpentLink, useLinkWords } from "~/features/account/ui/follow-link";

export const handle = { i18n: ["account"] };
export const meta = headOf;

export function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const link = followLinkSchema.safeParse(Object.fromEntries(searchParams));
  const isHalf = searchParams.get("notice") === "half-confirmed";
  const title = titleOf(isHalf ? "email_change" : link.data?.type, localeOf(args));
  return { head: head(args, { title, isPublic: false }), link: link.data ?? null, isHalf, to: pathAfterSignIn(searchParams.get("to"), localeOf(args)) };
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args);
  const locale = localeOf(args);
  const link = followLinkSchema.safeParse(Object.fromEntries(form));
  if (!link.success) return redirect(localePath(locale, "/auth/confirm"));

  const { type, token_hash: sealed } = link.data;
  const result = await followLink(args.context.visit, { type, sealed, opener: (await readJoinCookie(args.request)).opener ?? null });
  if (!result.ok) return data({ status: "error" as const, type }, { status: 410 });
  if (result.isHalf) return redirect(`${localePath(locale, "/auth/confirm")}?notice=half-confirmed`);
  const next = {
    email: pathAfterLetter(result, pathAfterSignIn(form.get("to"), locale), locale),
    recovery: localePath(locale, "/reset/new"),
    email_change: `${localePath(locale, "/settings/account")}?notice=email-changed`,
  };
  return redirectWithFlash(next[type]);
}

export default function ConfirmPage() {
  const { t } = useTranslation("account");
  const { link, isHalf, to } = useLoaderData<typeof loader>();
  const spent = useActionData<typeof action>();
  const words = useLinkWords();
  if (spent) {
    return (
      <AccountLayout title={words[spent.type].title}>
        <SpentLink type={spent.type} answer={spent} />
      </AccountLayout>
    );
  }
  if (isHalf) {
    return (
      <AccountLayout title={t("confirm.changeTitle")}>
        <AccountNotice />
      </AccountLayout>
    );
  }
  if (!link) {
    return (
      <AccountLayout title={t("confirm.brokenTitle")} lead={t("confirm.brokenText")}>
        <NewLink type={null} />
      </AccountLayout>
    );
  }
  return (
    <AccountLayout title={words[link.type].title} lead={words[link.type].text}>
      <FollowLinkForm type={link.type} sealed={link.token_hash} to={to} />
    </AccountLayout>
  );
}
