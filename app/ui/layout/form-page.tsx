import type { ReactNode } from "react";

import { PageHead } from "../page-head";

type Props = {
  title: string;
  lead?: ReactNode;
  breadcrumb?: ReactNode;
  /** A stepper above the fields. */ steps?: ReactNode;
  children: ReactNode;
};

/** A page that is one form: a column of 576 px in the middle. */
export function FormPage({ title, lead, breadcrumb, steps, children }: Props) {
  return (
    <>
      <PageHead title={title} lead={lead} breadcrumb={breadcrumb} />
      <div className="wrap section-tight">
        <div className="form-column">
          {steps}
          {children}
        </div>
      </div>
    </>
  );
}
