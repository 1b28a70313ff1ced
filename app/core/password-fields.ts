/** Password fields: what was typed there is never written into a page, and has to be typed again. */
export const passwordFields = ["password", "current"];
