import Copy from "lucide-react/icons/copy";
import { useState, type ReactNode } from "react";

import { useTranslation } from "~/core/i18n/use-translation";

import { Button } from "./button";
import { Icon } from "./icon";
import { Input } from "./input";
import { useHydrated } from "./use-hydrated";

type Props = { label: string; address: string; /** More actions, shown where scripts run. */ children?: ReactNode };

/** A URL to copy: by a button, or by hand where scripts do not run. */
export function AddressField({ label, address, children }: Props) {
  const { t } = useTranslation("common");
  const [isCopied, setCopied] = useState(false);
  const isHydrated = useHydrated();
  const copy = () => void navigator.clipboard.writeText(address).then(() => setCopied(true));
  return (
    <div className="stack address-field">
      <Input type="text" readOnly value={address} aria-label={label} onFocus={(event) => event.currentTarget.select()} />
      {isHydrated ? (
        <div className="row">
          <Button type="button" onClick={copy}>
            <Icon icon={Copy} /> {t("action.copyLink")}
          </Button>
          {children}
        </div>
      ) : null}
      <p role="status" className="small soft">
        {isCopied ? t("notice.linkCopied") : null}
      </p>
    </div>
  );
}
