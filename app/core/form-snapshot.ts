import { useEffect } from "react";

/** The `sessionStorage` key for forms carried from one page to the next; while it is set, scripts that would wait for a touch start at once. */
export const formSnapshotKey = "carried-forms";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type FieldValue = { name: string; value: string; isTicked: boolean };
/** The field values of a page's forms, form by form, and the address of the page that takes them over. */
type FormSnapshot = { to: string; forms: FieldValue[][] };

/** Not carried: passwords are typed again, files cannot be put back, and the rest nobody types. (Nor are codes, below: they belong to their page.) */
const skippedTypes = ["hidden", "password", "file", "submit", "button", "reset"];

const isRestorable = (element: Element): element is Field =>
  (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) &&
  element.name !== "" && !element.disabled && !skippedTypes.includes(element.type) && element.autocomplete !== "one-time-code";

const postForms = () => [...document.querySelectorAll<HTMLFormElement>("main form[method=post]")];
const fieldsIn = (form: HTMLFormElement) => [...form.elements].filter(isRestorable);
const isTick = (field: Field): field is HTMLInputElement => field.type === "checkbox" || field.type === "radio";
const readField = (field: Field): FieldValue => ({ name: field.name, value: field.value, isTicked: isTick(field) && field.checked });

/** Null where the browser forbids storage: nothing is carried along there. */
function storage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** Stores what is typed into the forms of this page for `to`, the same page in another language. */
export function saveFormSnapshot(to: string): void {
  const snapshot: FormSnapshot = { to, forms: postForms().map((form) => fieldsIn(form).map(readField)) };
  if (snapshot.forms.flat().length > 0) storage()?.setItem(formSnapshotKey, JSON.stringify(snapshot));
}

/** Sets a value so that React notices it: with the native setter, and the events that typing fires. */
function typeInto(field: Field, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
  for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, { bubbles: true }));
}

function restore(fields: Field[], { name, value, isTicked }: FieldValue): void {
  const field = fields.find((candidate) => candidate.name === name && (!isTick(candidate) || candidate.value === value));
  if (!field) return;
  if (isTick(field)) {
    if (field.checked !== isTicked) field.click();
  } else if (field.value !== value) {
    typeInto(field, value);
  }
}

/** Restores what the reader had typed into the forms of this page before they switched to its language. */
export function useRestoreFormSnapshot(): void {
  useEffect(() => {
    const stored = storage()?.getItem(formSnapshotKey);
    if (!stored) return;
    storage()?.removeItem(formSnapshotKey);
    const { to, forms } = JSON.parse(stored) as FormSnapshot;
    if (to !== location.pathname + location.search) return;
    postForms().forEach((form, index) => {
      for (const value of forms[index] ?? []) restore(fieldsIn(form), value);
    });
  }, []);
}
