import CircleAlert from "lucide-react/icons/circle-alert";

import { Icon } from "./icon";

export function FieldError({ id, children }: { id?: string; children: string }) {
  return (
    <p className="field-error" id={id}>
      <Icon icon={CircleAlert} />
      <span>{children}</span>
    </p>
  );
}
