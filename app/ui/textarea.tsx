import { type ComponentPropsWithoutRef, forwardRef } from "react";

import { useFieldAttributes } from "./field-context";

/** Several lines of text. Inside a `Field` it needs no id. */
export const Textarea = forwardRef<HTMLTextAreaElement, ComponentPropsWithoutRef<"textarea">>(function Textarea(
  { className, ...rest },
  ref,
) {
  const attributes = useFieldAttributes(rest);
  return <textarea ref={ref} className={className ? `input ${className}` : "input"} {...rest} {...attributes} />;
});
