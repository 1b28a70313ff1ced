/** Fields in which a form tells of itself. In whose name: for whose account its page was made. In the other of two tabs somebody else may have signed in. */
export const writerField = "writer";

/** Which of its fields nobody types, choices too, by name, with blanks between. */
export const untypedField = "untyped";
