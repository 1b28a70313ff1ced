/** Fields for passwords: what was typed there is typed once more, and written into no page. */
export const passwordFields = ["password", "current"];
