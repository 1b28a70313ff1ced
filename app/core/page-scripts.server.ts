import type { RemixServerProps } from "@remix-run/react";

import type { PageScripts } from "./document-context";
import { formSnapshotKey } from "./form-snapshot";

type RemixDocument = RemixServerProps["context"];

/** Milliseconds until scripts start without a touch: somebody who only reads gets what the browser adds, times on their own clock. */
const longestWait = 4000;

const startNow = "start();";

/** Pages are read, and forms are sent, without scripts: for visitors they load at the first touch, or at once if there are forms to be restored. */
const startWhenTouched = `const touches = ["pointermove", "pointerdown", "keydown", "focusin", "scroll"];
const touched = () => {
  for (const touch of touches) removeEventListener(touch, touched, true);
  clearTimeout(timer);
  start();
};
const timer = setTimeout(touched, ${longestWait});
for (const touch of touches) addEventListener(touch, touched, { capture: true, passive: true });
try {
  if (sessionStorage.getItem("${formSnapshotKey}")) touched();
} catch {}`;

/** The files of the modules that a document needs; those in `first` must run before the others. */
function filesOf({ manifest, staticHandlerContext }: RemixDocument) {
  const entries = staticHandlerContext.matches.flatMap(({ route }) => manifest.routes[route.id] ?? []);
  const shared = new Set([...manifest.entry.imports, ...entries.flatMap(({ imports = [] }) => imports)]);
  return {
    first: manifest.hmr ? [manifest.hmr.runtime] : [],
    shared: [manifest.url, ...shared],
    routes: Object.fromEntries(entries.map(({ id, module }) => [id, module])),
    entry: manifest.entry.module,
  };
}

/** The translation namespaces that the document's routes name in their `handle`. */
export function routeNamespaces({ routeModules, staticHandlerContext }: RemixDocument): string[] {
  // Remix does not know the type of a route's handle; a test makes sure that ours have this one.
  const handles = staticHandlerContext.matches.map(({ route }) => routeModules[route.id]?.handle as { i18n?: string[] } | undefined);
  return [...new Set(handles.flatMap((handle) => handle?.i18n ?? []))];
}

/**
 * What Remix's own `<Scripts>` would write, as two inline scripts: the loaders' data, and the start of hydration, at once or when the reader first touches
 * the page. `files` are those it will load.
 */
export function pageScripts(remix: RemixDocument, { atOnce }: { atOnce: boolean }): PageScripts & { files: string[] } {
  const { first, shared, routes, entry } = filesOf(remix);
  return {
    context: `window.__remixContext = ${remix.serverHandoffString};
window.__remixContext.stream = new ReadableStream({ start(controller) { window.__remixContext.streamController = controller; } }).pipeThrough(new TextEncoderStream());`,
    start: `const load = (files) => Promise.all(files.map((file) => import(file)));
async function start() {
  const routes = ${JSON.stringify(routes)};
  await load(${JSON.stringify(first)});
  const [modules] = await Promise.all([load(Object.values(routes)), load(${JSON.stringify(shared)})]);
  window.__remixRouteModules = Object.fromEntries(Object.keys(routes).map((id, index) => [id, modules[index]]));
  await import(${JSON.stringify(entry)});
}
${atOnce ? startNow : startWhenTouched}`,
    files: [...shared, ...Object.values(routes), entry],
  };
}

/** The header that lets a browser fetch scripts and words before it has read the page. */
export const preloadHeader = (scripts: string[], words: string[]): string =>
  [...scripts.map((file) => `<${file}>; rel=modulepreload`), ...words.map((file) => `<${file}>; rel=preload; as=fetch; crossorigin=anonymous`)].join(", ");
