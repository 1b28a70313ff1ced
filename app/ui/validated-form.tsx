import type { ComponentProps, ReactNode } from "react";

import { ErrorSummary } from "./error-summary";
import { FormFields } from "./form-fields";
import { PostForm } from "./post-form";

type Props = ComponentProps<typeof ErrorSummary> &
  Pick<ComponentProps<typeof PostForm>, "untyped" | "action" | "className" | "preventScrollReset"> & { id: string; children: ReactNode };

/** A form that the server checks: a summary of all errors on top (under `title`), which takes the focus, and the fields below. */
export function ValidatedForm({ title, errors, answer, children, ...form }: Props) {
  return (
    <PostForm noValidate {...form}>
      <FormFields>
        <ErrorSummary title={title} errors={errors} answer={answer} />
        {children}
      </FormFields>
    </PostForm>
  );
}
