import { Form } from "@remix-run/react";
import type { ComponentProps, ReactNode } from "react";

import { ErrorSummary } from "./error-summary";
import { FormFields } from "./form-fields";

type Props = Pick<ComponentProps<typeof ErrorSummary>, "errors" | "answer"> & { id: string; action?: string; className?: string; children: ReactNode };

/** A form that the server checks: all its errors on top, where they take the focus, its fields below. */
export function CheckedForm({ errors, answer, children, ...form }: Props) {
  return (
    <Form method="post" noValidate {...form}>
      <FormFields>
        <ErrorSummary errors={errors} answer={answer} />
        {children}
      </FormFields>
    </Form>
  );
}
