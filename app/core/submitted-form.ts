import { useNavigation } from "@remix-run/react";
import { useEffect } from "react";

import { toUnsavedForm, type UnsavedForm } from "./unsaved-form";

let lastSubmitted: UnsavedForm | null = null;

/** Remembers the submitted form until its response is shown: if that is a failure page, the form is given back there. */
export function useTrackSubmittedForm(): void {
  const { formData, formAction, formMethod, location } = useNavigation();
  // A navigation to another address is a redirect: the form was accepted.
  const isUnanswered = formMethod !== "GET" && formAction === (location ? location.pathname + location.search : undefined);
  useEffect(() => {
    lastSubmitted = formData && isUnanswered ? toUnsavedForm(formData) : null;
  }, [formData, isUnanswered]);
}

/** The form that was being submitted when the page failed; null on the server, where the failed page is a document. */
export const submittedForm = (): UnsavedForm | null => lastSubmitted;
