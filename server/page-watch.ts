import type { AppModule, PageVersion } from "./app-module";
import type { PageStore } from "./page-store";

const period = 1000;
/** A change becomes visible when its transaction ends, under the time at which it was written: look back further than any transaction lasts. */
const overlap = 15_000;
/** So long are stored pages shown although nobody can say whether they are still true. */
const patience = 60_000;

/** Asks once a second which pages are out of date, on every web node for itself, and empties the store of them. */
export class PageWatch {
  private readonly known = new Map<string, number>();
  private since = Date.now() - overlap;
  private heard = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly app: Pick<AppModule, "listChangedPages">,
    private readonly store: PageStore,
    private readonly now: () => number = Date.now,
  ) {}

  /** Whether the store may be trusted. While the database is away readers still get the pages of the last minute. */
  get isTrusted(): boolean {
    return this.now() - this.heard < patience;
  }

  start(): void {
    const again = () => {
      this.timer = setTimeout(() => void this.ask().finally(again), period);
      this.timer.unref();
    };
    void this.ask().finally(again);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** One question. A failure is no news: the log of the page that needs the database tells it. */
  async ask(): Promise<void> {
    const changed = await this.app.listChangedPages(new Date(this.since).toISOString()).catch(() => null);
    if (!changed) return;
    if (!this.isTrusted) this.store.emptyAll();
    this.heard = this.now();
    this.store.empty(changed.filter((page) => this.known.get(page.tag) !== page.version).map((page) => page.tag));
    for (const page of changed) this.remember(page);
  }

  private remember({ tag, version, changed_at }: PageVersion): void {
    this.known.set(tag, version);
    this.since = Math.max(this.since, Date.parse(changed_at) - overlap);
    if (this.known.size > 20_000) this.known.clear();
  }
}
