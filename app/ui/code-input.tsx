import type { ComponentProps } from "react";

import { Input } from "./input";

/** The six digits of a letter: the phone offers them by itself. Longer than six, since blanks and hyphens come along. */
export const CodeInput = (props: Pick<ComponentProps<typeof Input>, "name" | "defaultValue">) => (
  <Input className="code-input" inputMode="numeric" autoComplete="one-time-code" maxLength={12} spellCheck={false} {...props} />
);
