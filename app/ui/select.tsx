import { type ComponentPropsWithoutRef, forwardRef } from "react";

import { useFieldAttributes } from "./field-context";

/** The platform's own list; options are children. Inside a `Field` it needs no id. */
export const Select = forwardRef<HTMLSelectElement, ComponentPropsWithoutRef<"select">>(function Select(
  { className, ...rest },
  ref,
) {
  const attributes = useFieldAttributes(rest);
  return <select ref={ref} className={className ? `select ${className}` : "select"} {...rest} {...attributes} />;
});
