import Eye from "lucide-react/icons/eye";
import EyeOff from "lucide-react/icons/eye-off";
import { type ComponentPropsWithoutRef, useState } from "react";

import { useTranslation } from "~/core/i18n/use-translation";

import { IconButton } from "./icon-button";
import { Input } from "./input";
import { useHydrated } from "./use-hydrated";

/** A password field with a button that shows what is typed. Without JavaScript it is a plain one. */
export function PasswordInput(props: Omit<ComponentPropsWithoutRef<typeof Input>, "type" | "icon">) {
  const { t } = useTranslation("common");
  const [isShown, setShown] = useState(false);
  const canShow = useHydrated();
  return (
    <span className="input-group has-end">
      <Input spellCheck={false} autoCapitalize="none" {...props} type={isShown ? "text" : "password"} />
      {canShow ? (
        <IconButton
          icon={isShown ? EyeOff : Eye}
          label={t("action.showPassword")}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        />
      ) : null}
    </span>
  );
}
