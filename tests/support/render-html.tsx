import { readFileSync } from "node:fs";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";

import type { Locale } from "~/core/i18n/config";
import { I18nRuntimeProvider } from "~/core/i18n/context";
import { createI18n } from "~/core/i18n/create-i18n";
import { TranslationProvider } from "~/core/i18n/use-translation";

const read = (locale: Locale, name: string) => JSON.parse(readFileSync(`public/locales/${locale}/${name}.json`, "utf8")) as Record<string, unknown>;

/** Renders part of a page as HTML in a language, with the words that the page would load. */
export async function renderHtml(locale: Locale, namespaces: string[], element: ReactNode): Promise<string> {
  const words = createI18n(locale, { [locale]: Object.fromEntries(["common", ...namespaces].map((name) => [name, read(locale, name)])) });
  const runtime = { instance: () => words, version: "", load: () => Promise.reject(new Error("There are no other words.")) };
  const page = (
    <I18nRuntimeProvider value={runtime}>
      <TranslationProvider value={words}>{element}</TranslationProvider>
    </I18nRuntimeProvider>
  );
  const { query, dataRoutes } = createStaticHandler([{ path: "*", element: page }]);
  const context = await query(new Request(`http://127.0.0.1:3000/${locale}`));
  if (context instanceof Response) throw new Error("A page without a loader leads nowhere.");
  return renderToStaticMarkup(<StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />);
}
