import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";

/** The headers a file is served with; the database has them too, but the storage service asks this adapter. */
type Kind = { mimetype: string; cacheControl: string };
type Metadata = Kind & { contentLength: number; size: number; lastModified: Date; eTag: string; contentRange?: string };
type BrowserCache = { ifNoneMatch?: string; range?: string };

/**
 * Stores the storage service's files on disk. Each file is named by the hash of its bucket and key, so that no key can lead out of the folder, be too long,
 * or need a folder where there is a file; its content type and cache setting are in a file beside it.
 */
export class FileStorage {
  readonly driver = { kind: "file" };
  private readonly base: string;

  constructor(folder: string) {
    this.base = resolve(folder);
  }

  private path(bucket: string, key: string): string {
    const hash = createHash("sha256").update(`${bucket}/${key}`).digest("hex");
    return join(this.base, hash.slice(0, 2), hash);
  }

  private async describe(file: string): Promise<Metadata> {
    const { size, mtime, mtimeMs } = await stat(file);
    const kind = JSON.parse(await readFile(`${file}.json`, "utf8")) as Kind;
    const eTag = `"${createHash("sha1").update(`${file}${mtimeMs}${size}`).digest("hex")}"`;
    return { ...kind, contentLength: size, size, lastModified: mtime, eTag };
  }

  async getObject(bucket: string, key: string, _version: string | undefined, headers?: BrowserCache) {
    const file = this.path(bucket, key);
    const metadata = await this.describe(file);
    if (headers?.ifNoneMatch === metadata.eTag) return { httpStatusCode: 304, metadata };
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(headers?.range ?? "") ?? [];
    if (from === undefined) return { httpStatusCode: 200, metadata, body: Readable.toWeb(createReadStream(file)) };
    const start = Number(from);
    const end = to ? Math.min(Number(to), metadata.size - 1) : metadata.size - 1;
    const part = { ...metadata, contentLength: end - start + 1, contentRange: `bytes ${start}-${end}/${metadata.size}` };
    return { httpStatusCode: 206, metadata: part, body: Readable.toWeb(createReadStream(file, { start, end })) };
  }

  async uploadObject(
    bucket: string,
    key: string,
    _version: string | undefined,
    body: Uint8Array | ReadableStream,
    mimetype: string,
    cacheControl: string,
  ) {
    const file = this.path(bucket, key);
    const bytes = body instanceof Uint8Array ? body : Buffer.from(await new Response(body).arrayBuffer());
    await place(file, bytes, { mimetype, cacheControl });
    return this.describe(file);
  }

  async deleteObject(bucket: string, key: string) {
    const file = this.path(bucket, key);
    await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })]);
  }

  async deleteObjects(bucket: string, keys: string[]) {
    for (const key of keys) await this.deleteObject(bucket, key);
  }

  async copyObject(bucket: string, source: string, _version: string | undefined, toBucket: string, target: string) {
    const [from, to] = [this.path(bucket, source), this.path(toBucket, target)];
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await copyFile(`${from}.json`, `${to}.json`);
    await copyFile(from, to);
    const { eTag, lastModified } = await this.describe(to);
    return { httpStatusCode: 200, eTag, lastModified };
  }

  headObject(bucket: string, key: string) {
    return this.describe(this.path(bucket, key));
  }

  async privateAssetUrl(bucket: string, key: string) {
    return `file://${this.path(bucket, key)}`;
  }
}

/** Writes to a temporary file and renames it: a reader sees either the old file or the new one. */
async function place(file: string, bytes: Uint8Array, kind: Kind): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${randomUUID()}`;
  await writeFile(temporary, bytes);
  await writeFile(`${file}.json`, JSON.stringify(kind));
  await rename(temporary, file);
}
