import { readFileSync } from "node:fs";
import { join } from "node:path";

import postgres, { type Sql } from "postgres";

import type { Settings } from "./settings";

/** The databases of the cluster. Roles are created once; each database is owned by `postgres`, which is not a superuser, as on hosted Supabase. */
export class Databases {
  private readonly admin: Sql;

  constructor(
    private readonly settings: Settings,
    private readonly projectDir: string,
  ) {
    this.admin = postgres(this.url("postgres", "supabase_admin", settings.adminPassword), {
      max: 1,
      idle_timeout: 20,
      connect_timeout: 5,
      backoff: () => 0.2,
      onnotice: () => {},
    });
  }

  async prepareCluster(): Promise<void> {
    await this.admin.unsafe(this.file("cluster.sql"));
    await this.admin.unsafe(`alter role postgres password '${this.settings.ownerPassword}'`);
    await this.admin.unsafe(`alter role authenticator login noinherit password '${this.settings.authenticatorPassword}'`);
  }

  /** Creates the database if it is missing, as a copy of `template` if one is given. Returns the connection URL of its owner. */
  async create(name: string, template?: string): Promise<string> {
    const existing = await this.admin`select 1 from pg_database where datname = ${name}`;
    if (existing.length === 0) {
      const copy = template ? `template "${template}" strategy file_copy` : "";
      await this.admin.unsafe(`create database "${name}" owner postgres ${copy}`);
    }
    return this.ownerUrl(name);
  }

  async drop(name: string): Promise<void> {
    await this.admin.unsafe(`drop database if exists "${name}" with (force)`);
  }

  /** Runs our own SQL files, which every database needs, as its owner. */
  prepare(url: string, ...files: string[]): Promise<void> {
    return this.run(
      url,
      files.map((file) => this.file(file)),
    );
  }

  async run(url: string, texts: string[]): Promise<void> {
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    try {
      for (const text of texts) await sql.unsafe(text);
    } finally {
      await sql.end();
    }
  }

  ownerUrl = (name: string) => this.url(name, "postgres", this.settings.ownerPassword);
  authenticatorUrl = (name: string) => this.url(name, "authenticator", this.settings.authenticatorPassword);

  async isHealthy(): Promise<boolean> {
    return this.admin`select 1`.then(
      () => true,
      () => false,
    );
  }

  close(): Promise<void> {
    return this.admin.end({ timeout: 2 });
  }

  private url(name: string, user: string, password: string): string {
    return `postgres://${user}:${password}@127.0.0.1:${this.settings.port}/${name}`;
  }

  private file(name: string): string {
    return readFileSync(join(this.projectDir, "server/embedded/sql", name), "utf8");
  }
}
