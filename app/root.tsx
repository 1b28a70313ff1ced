import { data, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, ScrollRestoration, useLocation, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";

import { useRestoreFormSnapshot } from "~/core/form-snapshot";
import { requestIdMeta, useDocumentContext } from "~/core/document-context";
import { notFound } from "~/core/http";
import { isLocale } from "~/core/i18n/config";
import { useI18nRuntime } from "~/core/i18n/context";
import { TranslationProvider } from "~/core/i18n/use-translation";
import { splitLocale } from "~/core/paths";
import { useRefusedFormTitle } from "~/core/use-refused-form-title";
import { useTrackSubmittedForm } from "~/core/submitted-form";
import { readTheme } from "~/core/theme";
import { findViewer } from "~/core/viewer.server";
import { fontPreloads } from "~/ui/fonts";
import { FailurePage, wordsFor } from "./failure-page";
import stylesheet from "~/styles/app.css?url";

export const handle = { i18n: ["common"] };

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/site.webmanifest" },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  if (params.lang !== undefined && !isLocale(params.lang)) throw notFound();
  return data({ theme: readTheme(request.headers.get("cookie")), viewer: await findViewer(context.visit) });
}

export function Layout({ children }: { children: ReactNode }) {
  // From the address, not from the route: an address without a route has a language too.
  const { locale } = splitLocale(useLocation().pathname);
  const runtime = useI18nRuntime();
  const { nonce, requestId, words, scripts } = useDocumentContext();
  const error = useRouteError();
  const refused = useRefusedFormTitle();
  const t = runtime.instance(locale).getFixedT(locale, "common");
  const known = useRouteLoaderData<typeof loader>("root");
  return (
    <html lang={locale} data-theme={known?.theme ?? undefined} data-words={words.join(" ")} data-words-version={runtime.version}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#E3F4F7" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0E2A35" media="(prefers-color-scheme: dark)" />
        {fontPreloads.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        {error ? <title>{`${t(`page.${wordsFor(error)}Title`)} · ${t("brand.name")}`}</title> : null}
        {!error && refused ? <title>{`${t("ui.errorPrefix")} ${refused}`}</title> : null}
        {error || refused ? null : <Meta />}
        {error ? <meta name={requestIdMeta} content={requestId} /> : null}
        <Links />
      </head>
      <body>
        <TranslationProvider value={runtime.instance(locale)}>{children}</TranslationProvider>
        <ScrollRestoration nonce={nonce} />
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: scripts?.context ?? "" }} />
        <script nonce={nonce} suppressHydrationWarning type="module" dangerouslySetInnerHTML={{ __html: scripts?.start ?? "" }} />
      </body>
    </html>
  );
}

export default function App() {
  useTrackSubmittedForm();
  useRestoreFormSnapshot();
  return <Outlet />;
}

export function ErrorBoundary() {
  return <FailurePage error={useRouteError()} />;
}
