import type { AppModule, PageVersion } from "./app-module";
import type { PageStore } from "./page-store";

const period = 1000;
/**
 * A change becomes visible when its transaction commits, but carries the time at which it was written: so we look back further than any transaction lasts.
 * Milliseconds.
 */
const overlap = 15_000;
/** How long stored pages are still shown while we cannot find out whether they are up to date. Milliseconds. */
const patience = 60_000;

/** Asks the database once a second which pages are out of date, on each web node separately, and drops them from the store. */
export class PageWatch {
  private readonly known = new Map<string, number>();
  private since = Date.now() - overlap;
  private lastAnswerAt = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly app: Pick<AppModule, "listChangedPages">,
    private readonly store: PageStore,
    private readonly now: () => number = Date.now,
  ) {}

  /** Whether stored pages may be shown. While the database is away, readers can still get them for a minute. */
  get isTrusted(): boolean {
    return this.now() - this.lastAnswerAt < patience;
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

  /** Asks once. A failure is not logged here: the next page that needs the database logs it. */
  async ask(): Promise<void> {
    const changed = await this.app.listChangedPages(new Date(this.since).toISOString()).catch(() => null);
    if (!changed) return;
    if (!this.isTrusted) this.store.invalidateAll();
    this.lastAnswerAt = this.now();
    const outdated = changed.filter(({ tag, version }) => this.known.get(tag) !== version);
    this.store.invalidate(outdated.map(({ tag }) => tag));
    for (const page of changed) this.remember(page);
  }

  private remember({ tag, version, changed_at }: PageVersion): void {
    this.known.set(tag, version);
    this.since = Math.max(this.since, Date.parse(changed_at) - overlap);
    if (this.known.size > 20_000) this.known.clear();
  }
}
