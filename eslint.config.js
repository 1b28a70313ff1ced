import { readdirSync } from "node:fs";

import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import importX from "eslint-plugin-import-x";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const features = readdirSync("app/features", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Which folder may not import which. Arrows point one way: routes → features → core → nothing; ui → nothing; server → the built app. */
const zones = [
  { target: "./app/features", from: "./app/routes", message: "A feature never knows its routes." },
  { target: "./app/core", from: ["./app/features", "./app/routes", "./app/ui"], message: "core knows no feature, no page, no widget." },
  { target: "./app/ui", from: ["./app/features", "./app/routes"], message: "ui is told what to draw; it knows no domain." },
  { target: "./app/routes", from: "./app/routes", message: "Routes do not import routes: move the shared part into a feature." },
  {
    target: "./server",
    from: "./app/!(core)/**",
    message: "The server reaches the app through the exports of its build.",
  },
  { target: "./server", from: "./app/core/!(env.server.ts)", message: "Of core, the server knows the environment alone." },
  // Of another feature, a feature may import only the pure files.
  ...features.map((name) => ({
    target: `./app/features/${name}`,
    from: [`./app/features/!(${name})/!(schema.ts|rules.ts)`, `./app/features/!(${name})/*/**`],
    message: "Between features, only schema.ts and rules.ts may be imported. Compose the rest in the route.",
  })),
];

const adminClient = { group: ["**/supabase/admin.server"], message: "Only webhooks and jobs may step over row level security." };
const serverOnly = { group: ["**/*.server", "@supabase/*", "stripe"], allowTypeImports: true, message: "This file also runs in the browser." };
const zod = { group: ["zod", "zod/*"], message: "zod costs 27 KB in the browser: validate on the server." };

const maxLines = (max) => ["error", { max, skipBlankLines: true, skipComments: true }];

export default tseslint.config(
  { ignores: ["build", "node_modules", ".data", "app/core/supabase/database.types.ts", "test-results", "playwright-report"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx,mjs,cjs,js}"],
    plugins: { "import-x": importX },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver()] },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones }],
      "import-x/no-cycle": "error",
      "max-lines": maxLines(300),
      "no-console": ["error", { allow: ["error", "warn"] }],
      // `import { type A }` keeps the import at run time: the browser build would follow it into server-only packages.
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "none" }],
    },
  },
  { files: ["app/routes/**"], rules: { "max-lines": maxLines(150) } },
  {
    files: ["app/**", "server/**"],
    rules: { "no-restricted-imports": ["error", { paths: [{ name: "node:async_hooks", message: "Used once, it costs every promise of the process a hook: a sixth of each page with Node 20." }] }] },
  },
  // These print to the terminal on purpose.
  { files: ["scripts/**", "server/**", "supabase/seed/**", "tests/bench/**"], rules: { "no-console": "off" } },
  {
    files: ["scripts/*.cjs"],
    languageOptions: { sourceType: "commonjs" },
    // These run before anything is installed, on any Node: CommonJS and old syntax.
    rules: { "@typescript-eslint/no-require-imports": "off", "no-var": "off", "prefer-const": "off" },
  },
  {
    files: ["app/**"],
    // Only webhooks and jobs may use the key that bypasses row level security.
    ignores: ["app/routes/api.*", "app/features/*/jobs.server.ts", "app/jobs.server.ts"],
    rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns: [adminClient] }] },
  },
  {
    files: ["app/features/*/{schema,rules}.ts"],
    rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns: [adminClient, serverOnly] }] },
  },
  {
    files: ["app/features/*/ui/**", "app/ui/**"],
    plugins: { "react-hooks": reactHooks, "jsx-a11y": jsxA11y },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.flatConfigs.recommended.rules,
      // Lists without bullets lose their role in Safari; scrollable regions need a tab stop.
      "jsx-a11y/no-redundant-roles": ["error", { ul: ["list"], ol: ["list"] }],
      "jsx-a11y/no-noninteractive-tabindex": ["error", { tags: [], roles: ["region", "tabpanel"] }],
      "@typescript-eslint/no-restricted-imports": ["error", { patterns: [adminClient, serverOnly, zod] }],
    },
  },
  {
    files: ["app/**/*.tsx"],
    ignores: ["app/ui/post-form.tsx", "app/ui/resend-form.tsx"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "JSXOpeningElement[name.name='Form'] > JSXAttribute[name.name='method'][value.value='post']", message: "PostForm says in whose name it is sent." },
      ],
    },
  },
  {
    // Rules are pure functions: the time is passed to them.
    files: ["app/features/*/rules.ts"],
    rules: { "no-restricted-globals": ["error", "Date", "fetch", "process"] },
  },
);
