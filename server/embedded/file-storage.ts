import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, resolve, sep } from "node:path";
import { Readable } from "node:stream";

type Metadata = { cacheControl: string; contentLength: number; size: number; mimetype: string; lastModified: Date; eTag: string; contentRange?: string };

/** Files of the storage service on disk: one file per object, written beside and moved into place. */
export class FileStorage {
  readonly driver = { kind: "file" };
  private readonly base: string;

  constructor(folder: string) {
    this.base = resolve(folder);
  }

  private path(bucket: string, key: string): string {
    const file = resolve(this.base, bucket, key);
    if (!file.startsWith(this.base + sep)) throw new Error("This name leads out of the storage folder.");
    return file;
  }

  private async describe(file: string, mimetype = "application/octet-stream"): Promise<Metadata> {
    const { size, mtime, mtimeMs } = await stat(file);
    const eTag = `"${createHash("sha1").update(`${file}${mtimeMs}${size}`).digest("hex")}"`;
    return { cacheControl: "no-cache", contentLength: size, size, mimetype, lastModified: mtime, eTag };
  }

  async getObject(bucket: string, key: string, _version: string | undefined, headers?: { ifNoneMatch?: string; range?: string }) {
    const file = this.path(bucket, key);
    const metadata = await this.describe(file);
    if (headers?.ifNoneMatch === metadata.eTag) return { httpStatusCode: 304, metadata };
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(headers?.range ?? "") ?? [];
    if (from === undefined) return { httpStatusCode: 200, metadata, body: Readable.toWeb(createReadStream(file)) };
    const start = Number(from);
    const end = to ? Number(to) : metadata.size - 1;
    const part = { ...metadata, contentLength: end - start + 1, contentRange: `bytes ${start}-${end}/${metadata.size}` };
    return { httpStatusCode: 206, metadata: part, body: Readable.toWeb(createReadStream(file, { start, end })) };
  }

  async uploadObject(bucket: string, key: string, _version: string | undefined, body: Uint8Array | ReadableStream, contentType: string, cacheControl: string) {
    const file = this.path(bucket, key);
    await mkdir(dirname(file), { recursive: true });
    const bytes = body instanceof Uint8Array ? body : Buffer.from(await new Response(body).arrayBuffer());
    const beside = `${file}.${randomUUID()}`;
    await writeFile(beside, bytes);
    await rename(beside, file);
    return { ...(await this.describe(file, contentType)), cacheControl };
  }

  async deleteObject(bucket: string, key: string) {
    await rm(this.path(bucket, key), { force: true });
  }

  async deleteObjects(bucket: string, keys: string[]) {
    for (const key of keys) await this.deleteObject(bucket, key);
  }

  async copyObject(bucket: string, source: string, _version: string | undefined, toBucket: string, target: string) {
    const file = this.path(toBucket, target);
    await mkdir(dirname(file), { recursive: true });
    await copyFile(this.path(bucket, source), file);
    const { eTag, lastModified } = await this.describe(file);
    return { httpStatusCode: 200, eTag, lastModified };
  }

  headObject(bucket: string, key: string) {
    return this.describe(this.path(bucket, key));
  }

  async privateAssetUrl(bucket: string, key: string) {
    return `file://${this.path(bucket, key)}`;
  }
}
