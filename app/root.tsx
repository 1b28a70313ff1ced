import { data, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useMatches, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { useState, type ReactNode } from "react";

import { requestIdMeta, useDocumentFacts } from "~/core/document-context";
import { notFound } from "~/core/http";
import { isLocale } from "~/core/i18n/config";
import { useI18nRuntime, wordsAddress } from "~/core/i18n/context";
import { TranslationProvider } from "~/core/i18n/use-translation";
import { splitLocale } from "~/core/paths";
import { useRefusedTitle } from "~/core/refused-form";
import { readTheme } from "~/core/theme";
import { findViewer } from "~/core/viewer.server";
import { fontPreloads } from "~/ui/fonts";
import { FailurePage, statusOf } from "./failure-page";
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
  // Of the address, not of the route: an address that nothing answers has a language too.
  const { locale } = splitLocale(useLocation().pathname);
  const runtime = useI18nRuntime();
  const { nonce, requestId } = useDocumentFacts();
  const error = useRouteError();
  const refused = useRefusedTitle();
  const t = runtime.instance(locale).getFixedT(locale, "common");
  const known = useRouteLoaderData<typeof loader>("root");
  const namespaces = useNamespaces();
  return (
    <html lang={locale} data-theme={known?.theme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#E3F4F7" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0E2A35" media="(prefers-color-scheme: dark)" />
        {fontPreloads(locale).map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        {error ? <title>{`${t(`page.${statusOf(error)}Title`)} · ${t("brand.name")}`}</title> : null}
        {!error && refused ? <title>{`${t("ui.errorPrefix")} ${refused}`}</title> : null}
        {error || refused ? null : <Meta />}
        {error ? <meta name={requestIdMeta} content={requestId} /> : null}
        {namespaces.map((name) => (
          <link key={name} rel="preload" as="fetch" crossOrigin="anonymous" href={wordsAddress(locale, name, runtime.version)} data-words={name} />
        ))}
        <Links />
      </head>
      <body>
        <TranslationProvider value={runtime.instance(locale)}>{children}</TranslationProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** Whose words the document names: those of its own page. What is gone to later is fetched on the way. */
function useNamespaces(): string[] {
  const matches = useMatches();
  const [first] = useState(() => [...new Set(["common", ...matches.flatMap((match) => (match.handle as { i18n?: string[] } | undefined)?.i18n ?? [])])]);
  return first;
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <FailurePage error={useRouteError()} />;
}
