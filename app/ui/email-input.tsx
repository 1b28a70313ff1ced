import type { ComponentProps } from "react";

import { Input } from "./input";

type Props = Pick<ComponentProps<typeof Input>, "name" | "defaultValue"> & { /** "username" where it signs somebody in. */ autoComplete: "username" | "email" };

/** An e-mail address: phones show the keyboard with "@", and do not change what is typed. */
export const EmailInput = (props: Props) => <Input type="email" inputMode="email" autoCapitalize="none" spellCheck={false} {...props} />;
