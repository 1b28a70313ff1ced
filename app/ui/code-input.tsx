import type { ComponentProps } from "react";

import { Input } from "./input";

/** The six digits of a letter: phones suggest them by themselves. Allows more than six characters, since spaces and hyphens may come along. */
export const CodeInput = (props: Pick<ComponentProps<typeof Input>, "name" | "defaultValue">) => (
  <Input className="code-input" inputMode="numeric" autoComplete="one-time-code" maxLength={12} spellCheck={false} {...props} />
);
