import type { LucideIcon } from "lucide-react";
import { type ComponentPropsWithoutRef, forwardRef } from "react";

import { useFieldAttributes } from "./field-context";
import { Icon } from "./icon";

type Props = ComponentPropsWithoutRef<"input"> & { icon?: LucideIcon };

/** One line of text. Inside a `Field` it needs no id. */
export const Input = forwardRef<HTMLInputElement, Props>(function Input({ icon, className, ...rest }, ref) {
  const attributes = useFieldAttributes(rest);
  const input = <input ref={ref} className={className ? `input ${className}` : "input"} {...rest} {...attributes} />;
  if (!icon) return input;
  return (
    <span className="input-group">
      <Icon icon={icon} />
      {input}
    </span>
  );
});
