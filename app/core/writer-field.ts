/** The field in which a form says for whose account its page was made: two tabs have one session, and in the other one somebody else may have signed in. */
export const writerField = "writer";
