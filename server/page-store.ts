import { createHash } from "node:crypto";

import { chooseEncoding, isWorthIt, pack, type Encoding } from "./compress";

type Header = [name: string, value: string];
/** A page ready to be sent: with its length, its encoding and the ETag of exactly this version. */
type Packed = { headers: Header[]; body: Buffer };

export type StoredPage = {
  status: number;
  headers: Header[];
  etag: string;
  tags: string[];
  /** When the page goes out of date by itself. Milliseconds since 1970. */
  until: number;
  plain: Buffer;
  packed: Map<Encoding, Promise<Packed>>;
  bytes: number;
};
type Rendered = Pick<StoredPage, "status" | "headers" | "tags" | "until"> & { body: Buffer };

const mostBytes = 64 * 1024 * 1024;
const mostAddresses = 10_000;

/**
 * Visitors' pages, kept in memory and compressed once. When a tag changes, exactly the pages that carry it are dropped. `ticks` counts such changes: a page
 * whose rendering began before one of its tags changed is out of date and not kept.
 */
export class PageStore {
  private readonly pages = new Map<string, StoredPage>();
  private readonly emptiedAt = new Map<string, number>();
  /** Request address, exactly as written, to the key of its page. */
  private readonly addresses = new Map<string, string>();
  private readonly rendering = new Map<string, Promise<StoredPage | null>>();
  private ticks = 0;
  private allEmptiedAt = 0;
  private bytes = 0;

  constructor(private readonly limit = mostBytes) {}

  find(key: string, now = Date.now()): StoredPage | null {
    const page = this.pages.get(key);
    if (!page) return null;
    if (page.until <= now) {
      this.drop(key);
      return null;
    }
    // The map is kept in order of use: a page that was just used moves to the end.
    this.pages.delete(key);
    this.pages.set(key, page);
    return page;
  }

  /** Remembers that this address, requested without cookies, means the page with this key. */
  note(address: string, key: string): void {
    if (this.addresses.size >= mostAddresses) this.addresses.clear();
    this.addresses.set(address, key);
  }

  /** The stored page for an address that was noted before. */
  at(address: string): StoredPage | null {
    const key = this.addresses.get(address);
    return key === undefined ? null : this.find(key);
  }

  /** Renders once for all simultaneous requests; null when the result must not be stored. */
  render(key: string, render: () => Promise<Rendered | null>): Promise<StoredPage | null> {
    const running = this.rendering.get(key);
    if (running) return running;
    const startTick = this.ticks;
    const work = render()
      .then((rendered) => rendered && this.keep(key, rendered, startTick))
      .finally(() => this.rendering.delete(key));
    this.rendering.set(key, work);
    return work;
  }

  private keep(key: string, { body, ...rest }: Rendered, startTick: number): StoredPage {
    const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
    const page: StoredPage = { ...rest, etag, plain: body, packed: new Map(), bytes: body.length * 2 };
    const isOutdated = this.allEmptiedAt > startTick || page.tags.some((tag) => (this.emptiedAt.get(tag) ?? 0) > startTick);
    if (isOutdated || page.bytes > this.limit) return page;
    this.drop(key);
    this.pages.set(key, page);
    this.bytes += page.bytes;
    for (const oldest of this.pages.keys()) {
      if (this.bytes <= this.limit) break;
      this.drop(oldest);
    }
    return page;
  }

  /** The page in the best encoding that the reader accepts, compressed when that encoding is first requested. */
  static packed(page: StoredPage, accepted: string | undefined): Promise<Packed> {
    const type = page.headers.find(([name]) => name === "content-type")?.[1] ?? "";
    const encoding = isWorthIt(type, page.plain.length) ? chooseEncoding(accepted) : "identity";
    const known = page.packed.get(encoding) ?? packedIn(encoding, page);
    page.packed.set(encoding, known);
    return known;
  }

  invalidate(tags: Iterable<string>): void {
    const changed = new Set(tags);
    if (changed.size === 0) return;
    this.ticks += 1;
    for (const tag of changed) this.emptiedAt.set(tag, this.ticks);
    for (const [key, page] of this.pages) {
      if (page.tags.some((tag) => changed.has(tag))) this.drop(key);
    }
  }

  invalidateAll(): void {
    this.pages.clear();
    this.bytes = 0;
    this.ticks += 1;
    this.allEmptiedAt = this.ticks;
  }

  get size(): number {
    return this.pages.size;
  }

  private drop(key: string): void {
    this.bytes -= this.pages.get(key)?.bytes ?? 0;
    this.pages.delete(key);
  }
}

async function packedIn(encoding: Encoding, { headers, etag, plain }: StoredPage): Promise<Packed> {
  const body = await pack(plain, encoding, "well");
  const packed: Header[] = [["ETag", etag.replace(/"$/, `-${encoding}"`)], ["Content-Length", String(body.length)]];
  if (encoding !== "identity") packed.push(["Content-Encoding", encoding]);
  return { body, headers: [...headers, ...packed] };
}
