import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import X from "lucide-react/icons/x";
import { useState } from "react";

import { useTranslation } from "~/core/i18n/use-translation";

import { Icon } from "./icon";
import { IconButton } from "./icon-button";
import { useHydrated } from "./use-hydrated";

export type Toast = { id: string; tone: "success" | "warning" | "danger"; text: string };

/** What just happened. It is announced and does not go by itself: whoever reads slowly has the time they need. */
export function Toasts({ toasts }: { toasts: Toast[] }) {
  const { t } = useTranslation("common");
  const [closed, setClosed] = useState<string[]>([]);
  // A region announces what is put into it later, not what the document came with: the key puts it in anew.
  const isAlive = useHydrated();

  return (
    <div className="toasts" role="status">
      <div key={String(isAlive)}>
        {toasts
          .filter(({ id }) => !closed.includes(id))
          .map(({ id, tone, text }) => (
            <div key={id} className={`toast toast-${tone}`}>
              <Icon icon={tone === "success" ? CircleCheck : CircleAlert} />
              <span>{text}</span>
              {isAlive ? <IconButton icon={X} label={t("ui.close")} onClick={() => setClosed([...closed, id])} /> : null}
            </div>
          ))}
      </div>
    </div>
  );
}
