import { Link, type LinkProps } from "@remix-run/react";

import { buttonClass, type ButtonLook } from "./button-class";

export function ButtonLink({ tone, large, block, className, ...rest }: LinkProps & ButtonLook) {
  return <Link className={buttonClass({ tone, large, block, className })} {...rest} />;
}
