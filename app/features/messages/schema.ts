import { z } from "zod";

import { key } from "~/core/i18n/translation-key";
import { multiLine } from "~/core/text-schemas";

/** A message. `form`: the random id that the page gave to its form, so that the same text is sent only once. */
export const messageSchema = z.object({ form: z.uuid(), text: multiLine({ most: 2000, missing: key("messages", "form.missing") }) });
export type MessageInput = z.input<typeof messageSchema>;
