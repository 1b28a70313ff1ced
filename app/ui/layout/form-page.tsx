import type { ReactNode } from "react";

import { PageHead } from "../page-head";
import { PageBody } from "./page-body";

type Props = {
  title: string;
  lead?: ReactNode;
  breadcrumb?: ReactNode;
  /** A stepper under the title. */ steps?: ReactNode;
  children: ReactNode;
};

/** A page that is one form: its title and its fields are one column of 576 px in the middle. */
export function FormPage({ title, lead, breadcrumb, steps, children }: Props) {
  return (
    <div className="form-page">
      <PageHead title={title} lead={lead} breadcrumb={breadcrumb}>
        {steps}
      </PageHead>
      <PageBody>
        <div className="form-column">{children}</div>
      </PageBody>
    </div>
  );
}
