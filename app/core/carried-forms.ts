import { useEffect } from "react";

/** Where the tab keeps them, from one page to the next; scripts that wait for a touch do not wait when there is something. */
export const carriedForms = "carried-forms";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Said = { name: string; value: string; isTicked: boolean };
/** What stands in the forms of a page, form by form, and to which page it goes. */
type Carried = { to: string; forms: Said[][] };

/** Passwords are typed once more, codes belong to their page, files cannot be put back, and the rest nobody types. */
const left = ["hidden", "password", "file", "submit", "button", "reset"];

const isSaid = (element: Element): element is Field =>
  (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) &&
  element.name !== "" && !element.disabled && !left.includes(element.type) && element.autocomplete !== "one-time-code";

const postForms = () => [...document.querySelectorAll<HTMLFormElement>("main form[method=post]")];
const fieldsIn = (form: HTMLFormElement) => [...form.elements].filter(isSaid);
const isTick = (field: Field): field is HTMLInputElement => field.type === "checkbox" || field.type === "radio";
const saidIn = (field: Field): Said => ({ name: field.name, value: field.value, isTicked: isTick(field) && field.checked });

/** Null where a browser lets nobody store anything: nothing is taken along there. */
function storage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** Takes along what stands in the forms of this page: `to` is the same page in another language. */
export function carryForms(to: string): void {
  const carried: Carried = { to, forms: postForms().map((form) => fieldsIn(form).map(saidIn)) };
  if (carried.forms.flat().length > 0) storage()?.setItem(carriedForms, JSON.stringify(carried));
}

/** React hears of a value that was set past it only as it would of a reader's. */
function type(field: Field, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
  for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, { bubbles: true }));
}

function putBack(fields: Field[], { name, value, isTicked }: Said): void {
  const field = fields.find((one) => one.name === name && (!isTick(one) || one.value === value));
  if (!field) return;
  if (isTick(field)) {
    if (field.checked !== isTicked) field.click();
  } else if (field.value !== value) type(field, value);
}

/** What the reader had in the forms of this page before they asked for its language stands there again. */
export function useCarriedForms(): void {
  useEffect(() => {
    const kept = storage()?.getItem(carriedForms);
    if (!kept) return;
    storage()?.removeItem(carriedForms);
    const { to, forms } = JSON.parse(kept) as Carried;
    if (to !== location.pathname + location.search) return;
    postForms().forEach((form, at) => forms[at]?.forEach((said) => putBack(fieldsIn(form), said)));
  }, []);
}
