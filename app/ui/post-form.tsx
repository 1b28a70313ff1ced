import { Form } from "@remix-run/react";
import type { ComponentProps } from "react";

import { untypedField, writerField } from "~/core/own-fields";
import { useViewer } from "~/core/use-viewer";

type Props = Omit<ComponentProps<typeof Form>, "method"> & {
  /** Its buttons, hidden fields and choices, those of all forms ("intent", "to") excepted: where nothing else was sent, nothing was typed. */
  untyped?: string[];
};

/** A form that changes something, in the name of whom its page was made for and of nobody else. */
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
