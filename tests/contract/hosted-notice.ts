const names = [
  "SUPABASE_CONTRACT_URL",
  "SUPABASE_CONTRACT_PUBLISHABLE_KEY",
  "SUPABASE_CONTRACT_SECRET_KEY",
  "SUPABASE_CONTRACT_DATABASE_URL",
];

/** Says at the end whether the contract was put to a hosted project too: a test that does not run must not look like one that passed. */
export default function setup() {
  const missing = names.filter((name) => !process.env[name]);
  return () => {
    const outcome = missing.length === 0 ? `run against ${process.env.SUPABASE_CONTRACT_URL}` : `not run (give ${missing.join(", ")})`;
    process.stdout.write(`Contract with hosted Supabase: ${outcome}\n`);
  };
}
