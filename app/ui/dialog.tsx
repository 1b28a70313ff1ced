import { useNavigate } from "@remix-run/react";
import X from "lucide-react/icons/x";
import { type ReactNode, useEffect, useId, useRef } from "react";

import { useTranslation } from "~/core/i18n/use-translation";

import { IconLink } from "./icon-link";

type Props = {
  title: string;
  /** The address without the dialog. */
  closeTo: string;
  children: ReactNode;
  /** A `ButtonLink` to `closeTo` first, then the form whose action cannot be undone. */
  actions: ReactNode;
};

/**
 * A dialog that is part of the address (`?ask=cancel`): the page renders it if the address says so, and links open and close it, even without
 * JavaScript. With JavaScript it becomes modal: focus stays inside, Escape closes it, focus goes back to what opened it.
 */
export function Dialog({ title, closeTo, children, actions }: Props) {
  const { t } = useTranslation("common");
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const opener = document.activeElement;
    // Served open for browsers without JavaScript: only a closed dialog can be opened as a modal one.
    dialog.current?.close();
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      open
      className="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        navigate(closeTo, { preventScrollReset: true });
      }}
    >
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <IconLink to={closeTo} icon={X} label={t("ui.close")} preventScrollReset />
      </div>
      <div className="dialog-body">{children}</div>
      <div className="dialog-actions">{actions}</div>
    </dialog>
  );
}
