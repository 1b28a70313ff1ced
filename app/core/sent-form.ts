import { useNavigation } from "@remix-run/react";
import { useEffect } from "react";

import { keptOf, type KeptForm } from "./kept-form";

let onItsWay: KeptForm | null = null;

/** Remembers the form that is on its way, until the page that answers it is there: a page that failed instead gives it back. */
export function useSentForm(): void {
  const { formData, formAction, formMethod, location } = useNavigation();
  // Whoever is led on already was answered: it has been taken.
  const isUnanswered = formMethod !== "GET" && formAction === (location ? location.pathname + location.search : undefined);
  useEffect(() => {
    onItsWay = formData && isUnanswered ? keptOf(formData) : null;
  }, [formData, isUnanswered]);
}

/** The form that was on its way when the page failed; null on the server, where the page that failed is a document. */
export const sentForm = (): KeptForm | null => onItsWay;
