import { data, type LoaderFunctionArgs } from "@remix-run/node";

import { cacheHeaders, forwardCacheHeaders } from "~/core/cache-headers";
import { headOf } from "~/core/head";
import { useTranslation } from "~/core/i18n/use-translation";
import { head, translatorFor } from "~/core/page.server";
import { AboutContents } from "~/features/content/ui/about-contents";
import { AboutSections } from "~/features/content/ui/about-sections";
import { Split } from "~/ui/layout/split";
import { PageHead } from "~/ui/page-head";

export const handle = { i18n: ["content"] };
export const meta = headOf;
export const headers = forwardCacheHeaders;

export function loader(args: LoaderFunctionArgs) {
  const t = translatorFor(args, "content");
  // Nothing on it comes from the database; it has a tag because only pages with tags are stored.
  return data({ head: head(args, { title: t("about.title"), description: t("about.description") }) }, { headers: cacheHeaders(["places"]) });
}

export default function AboutPage() {
  const { t } = useTranslation("content");
  return (
    <>
      <PageHead title={t("about.title")} lead={t("about.lead")} />
      <Split aside={<AboutContents />} asideOnPhones="first">
        <AboutSections />
      </Split>
    </>
  );
}
