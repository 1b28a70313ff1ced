import { type ChangeEvent, useEffect, useRef, useState } from "react";

/**
 * A field that others are drawn from, or that is filled in for the reader: shows `shown` until they answer themselves. Scripts come to a page that may have
 * been answered already, by its reader or by a browser that brings a form back; what is found in the field then is their answer too.
 */
export function useOwnAnswer<Control extends HTMLInputElement | HTMLSelectElement>(shown: string) {
  const ref = useRef<Control>(null);
  const [own, setOwn] = useState<string>();
  useEffect(() => {
    const found = ref.current?.value;
    if (found !== undefined && found !== shown) setOwn(found);
  }, [shown]);
  const value = own ?? shown;
  return { value, setOwn, attributes: { ref, value, onChange: ({ target }: ChangeEvent<Control>) => setOwn(target.value) } };
}
