import { Form, useRouteLoaderData } from "@remix-run/react";
import type { ComponentProps } from "react";

import { untypedField } from "~/core/kept-form";
import { writerField } from "~/core/writer-field";

type Props = Omit<ComponentProps<typeof Form>, "method"> & {
  /** Its buttons and hidden fields, those of all forms ("intent", "to") excepted: where nothing else was sent, nothing was typed. */
  untyped?: string[];
};

/** A form that changes something, in the name of whom its page was made for and of nobody else. */
export function PostForm({ untyped, children, ...form }: Props) {
  const root = useRouteLoaderData<{ viewer: { account: string } | null }>("root");
  return (
    <Form method="post" {...form}>
      {root?.viewer ? <input type="hidden" name={writerField} value={root.viewer.account} /> : null}
      {untyped ? <input type="hidden" name={untypedField} value={untyped.join(" ")} /> : null}
      {children}
    </Form>
  );
}
