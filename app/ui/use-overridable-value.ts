import { type ChangeEvent, useEffect, useRef, useState } from "react";

/**
 * For a field on which other fields depend, or which is filled in for the reader: shows `shown` until they change it. Before scripts run it may have been
 * changed already, by the reader or by a browser that restores a form; the value then found in the field counts as theirs too.
 */
export function useOverridableValue<Control extends HTMLInputElement | HTMLSelectElement>(shown: string) {
  const ref = useRef<Control>(null);
  const [own, setOwn] = useState<string>();
  useEffect(() => {
    const found = ref.current?.value;
    if (found !== undefined && found !== shown) setOwn(found);
  }, [shown]);
  const value = own ?? shown;
  return { value, setOwn, attributes: { ref, value, onChange: ({ target }: ChangeEvent<Control>) => setOwn(target.value) } };
}
