import type { ComponentProps } from "react";

import { Input } from "./input";

type Props = Pick<ComponentProps<typeof Input>, "name" | "defaultValue"> & { /** "username" where it signs somebody in. */ autoComplete: "username" | "email" };

/** An address for letters: the phone shows its keyboard with "@", and changes nothing of what is typed. */
export const EmailInput = (props: Props) => <Input type="email" inputMode="email" autoCapitalize="none" spellCheck={false} {...props} />;
