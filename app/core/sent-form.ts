import { useNavigation } from "@remix-run/react";
import { useEffect } from "react";

import { keptOf, type KeptForm } from "./kept-form";

let onItsWay: KeptForm | null = null;

/** Remembers the submitted form until its response is shown: if that is a failure page, the form is given back there. */
export function useSentForm(): void {
  const { formData, formAction, formMethod, location } = useNavigation();
  // A navigation to another address is a redirect: the form was accepted.
  const isUnanswered = formMethod !== "GET" && formAction === (location ? location.pathname + location.search : undefined);
  useEffect(() => {
    onItsWay = formData && isUnanswered ? keptOf(formData) : null;
  }, [formData, isUnanswered]);
}

/** The form that was being submitted when the page failed; null on the server, where the failed page is a document. */
export const sentForm = (): KeptForm | null => onItsWay;
