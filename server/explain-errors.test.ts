import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";

import { explainErrors } from "./explain-errors";

const args = {} as LoaderFunctionArgs & ActionFunctionArgs;
const fault = new Error("The database is away");
const told = new Response(null, { status: 503 });
const fails = () => {
  throw fault;
};

/** The route module that Remix sees for these handlers. */
function handlersOf(handlers: object) {
  const entry = { module: { explain: (error: unknown) => (error === fault ? told : error) } };
  const build = explainErrors({ routes: { root: { id: "root", path: "", module: handlers } }, entry } as unknown as Parameters<typeof explainErrors>[0]);
  return (build as ServerBuild).routes.root?.module;
}

test.each(["loader", "action"] as const)("what a %s throws is thrown on as the app explains it, at once or later", async (name) => {
  await expect(handlersOf({ [name]: fails })?.[name]?.(args)).rejects.toBe(told);
  await expect(handlersOf({ [name]: () => Promise.reject(fault) })?.[name]?.(args)).rejects.toBe(told);
});

test("what else a route has, answers and lacks stays as it is", async () => {
  const page = () => null;
  const module = handlersOf({ default: page, loader: () => "answered" });
  expect([module?.default, await module?.loader?.(args), module?.action]).toEqual([page, "answered", undefined]);
});
