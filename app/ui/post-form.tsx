import { Form } from "@remix-run/react";
import type { ComponentProps } from "react";

import { untypedField, writerField } from "~/core/hidden-fields";
import { useViewer } from "~/core/use-viewer";

type Props = Omit<ComponentProps<typeof Form>, "method"> & {
  /** The names of its buttons, hidden fields and choices, except those of all forms ("intent", "to"): if nothing else was sent, nothing was typed. */
  untyped?: string[];
};

/** A form that changes something, only in the name of the person for whom its page was rendered. */
export function PostForm({ untyped, children, ...form }: Props) {
  const viewer = useViewer();
  return (
    <Form method="post" {...form}>
      {viewer ? <input type="hidden" name={writerField} value={viewer.account} /> : null}
      {untyped ? <input type="hidden" name={untypedField} value={untyped.join(" ")} /> : null}
      {children}
    </Form>
  );
}
