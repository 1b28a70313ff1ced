const names = [
  "SUPABASE_CONTRACT_URL",
  "SUPABASE_CONTRACT_PUBLISHABLE_KEY",
  "SUPABASE_CONTRACT_SECRET_KEY",
  "SUPABASE_CONTRACT_DATABASE_URL",
];

/** Prints at the end whether the contract tests also ran against a hosted project: tests that did not run must not look as if they had passed. */
export default function setup() {
  const missing = names.filter((name) => !process.env[name]);
  return () => {
    const outcome = missing.length === 0 ? `run against ${process.env.SUPABASE_CONTRACT_URL}` : `not run (give ${missing.join(", ")})`;
    process.stdout.write(`Contract with hosted Supabase: ${outcome}\n`);
  };
}
