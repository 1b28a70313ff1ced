/** A hidden field with the account for which the form's page was rendered: meanwhile somebody else may have signed in, in another tab. */
export const writerField = "writer";

/** A hidden field with the names of those that nobody types, choices included, separated by spaces. */
export const untypedField = "untyped";
