import type { ReactNode } from "react";

import { Horizon } from "./horizon";

type Props = {
  title: ReactNode;
  /** Language of the title when it is not the page's. */
  lang?: string;
  lead?: ReactNode;
  breadcrumb?: ReactNode;
  /** The one action of the page. */
  action?: ReactNode;
  /** Facts, filters, an as-of line. */
  children?: ReactNode;
};

/** The sky band of a page: breadcrumb, title, its one action; it ends in the horizon. */
export function PageHead({ title, lang, lead, breadcrumb, action, children }: Props) {
  return (
    <div className="sky">
      <div className="wrap page-head">
        {breadcrumb}
        <div className="page-title">
          <div>
            <h1 lang={lang}>{title}</h1>
            {lead ? <div className="lead">{lead}</div> : null}
          </div>
          {action ? <div className="row">{action}</div> : null}
        </div>
        {children}
      </div>
      <Horizon />
    </div>
  );
}
