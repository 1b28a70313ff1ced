import { z } from "zod";

/** An empty variable counts as unset. */
const optional = z
  .string()
  .optional()
  .transform((value) => value?.trim() || null);

const optionalAddress = optional.refine((value) => value === null || /^[^@\s<>]+@[^@\s<>]+$/.test(value), "an e-mail address, and nothing else");

/** Fewer would leave chapters without anybody to lead them. */
const demoMembers = z
  .string()
  .optional()
  .transform((value) => Number(value?.trim() || 30_000))
  .refine((members) => Number.isSafeInteger(members) && members >= 500, "a whole number from 500 on");

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  SITE_URL: optional,
  DATA_DIR: z.string().min(1).default(".data"),
  DEMO: optional,
  DEMO_MEMBERS: demoMembers,
  SUPABASE_URL: optional,
  SUPABASE_PUBLISHABLE_KEY: optional,
  SUPABASE_SECRET_KEY: optional,
  SEND_EMAIL_HOOK_SECRET: optional,
  SMTP_URL: optional,
  MAILBOX: optional,
  MAIL_FROM: z.string().min(3).default("KazAlliance <no-reply@kazalliance.example>"),
  CONTACT_EMAIL: optionalAddress,
  LIMIT_PEPPER: optional,
  TRUST_PROXY: optional,
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

type Env = z.output<typeof schema> & { SITE_URL: string };

let settings: Env | undefined;

/** The settings of this process, read once. Throws one readable sentence naming each variable that makes no sense. */
export function env(): Env {
  if (settings) return settings;
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")} (${issue.message})`).join(", ");
    // For the person at the terminal, who has no use for a stack.
    throw Object.assign(new Error(`These settings make no sense: ${problems}`), { isSentence: true });
  }
  const { SITE_URL, HOST, PORT, ...rest } = parsed.data;
  const host = HOST.includes(":") ? `[${HOST}]` : HOST;
  settings = { ...rest, HOST, PORT, SITE_URL: (SITE_URL ?? `http://${host}:${PORT}`).replace(/\/+$/, "") };
  return settings;
}
