import CircleCheck from "lucide-react/icons/circle-check";
import X from "lucide-react/icons/x";
import { useState } from "react";

import { useTranslation } from "~/core/i18n/use-translation";

import { Icon } from "./icon";
import { IconButton } from "./icon-button";
import { useHydrated } from "./use-hydrated";

/** What has just been done. It is announced, and does not disappear by itself, so that slow readers have the time they need. */
export function Toast({ text }: { text: string }) {
  const { t } = useTranslation("common");
  const [isClosed, setClosed] = useState(false);
  // A live region announces what is inserted later, not what the document came with: a new key inserts it again.
  const isAlive = useHydrated();

  return (
    <div className="toasts" role="status">
      <div key={String(isAlive)}>
        {isClosed ? null : (
          <div className="toast toast-success">
            <Icon icon={CircleCheck} />
            <span>{text}</span>
            {isAlive ? <IconButton icon={X} label={t("ui.close")} onClick={() => setClosed(true)} /> : null}
          </div>
        )}
      </div>
    </div>
  );
}
