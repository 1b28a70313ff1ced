import type { ComponentPropsWithoutRef } from "react";

import { buttonClass, type ButtonLook } from "./button-class";

/** A button that does something on this page; `SubmitButton` sends a form, `ButtonLink` leads elsewhere. */
export function Button({
  tone,
  large,
  block,
  className,
  type = "button",
  ...rest
}: ComponentPropsWithoutRef<"button"> & ButtonLook) {
  return <button type={type} className={buttonClass({ tone, large, block, className })} {...rest} />;
}
