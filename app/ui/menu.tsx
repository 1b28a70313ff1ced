import { type ReactNode, useEffect, useRef } from "react";

type Props = {
  /** What opens it: the words or icon inside `summary`. */
  summary: ReactNode;
  /** Read aloud when the summary is an icon alone. */
  label?: string;
  className?: string;
  /** Links and buttons; a `nav` inside names itself. */
  children: ReactNode;
};

/** Opens without JavaScript; with JavaScript a click outside, Escape and a followed link close it. */
export function Menu({ summary, label, className, children }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const close = () => menu.current?.removeAttribute("open");
    const onClick = ({ target }: MouseEvent) => {
      if (!(target instanceof Element)) return;
      const isInside = menu.current?.contains(target);
      if (!isInside || target.closest("a")) close();
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== "Escape" || !menu.current?.open) return;
      close();
      menu.current.querySelector("summary")?.focus();
    };
    document.addEventListener("click", onClick);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("click", onClick);
      document.removeEventListener("keydown", onKey);
    };
  }, []);

  return (
    <details ref={menu} className={className ? `menu ${className}` : "menu"}>
      <summary className="icon-button" aria-label={label}>
        {summary}
      </summary>
      <div className="menu-panel">{children}</div>
    </details>
  );
}
