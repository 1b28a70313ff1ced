import { createHash } from "node:crypto";

/** Reproducible random numbers: xoshiro128**, seeded with a word, so that each part of the demo has a stream of its own. */
export class Random {
  private readonly state: Uint32Array;

  constructor(word: string) {
    const digest = createHash("sha256").update(`kazalliance ${word}`).digest();
    this.state = new Uint32Array([digest.readUInt32LE(0), digest.readUInt32LE(4), digest.readUInt32LE(8), digest.readUInt32LE(12)]);
  }

  private next(): number {
    const s = this.state;
    const [a = 0, b = 0, c = 0, d = 0] = s;
    const rotated = Math.imul(b, 5);
    const result = Math.imul((rotated << 7) | (rotated >>> 25), 9) >>> 0;
    const [c2, d2] = [c ^ a, d ^ b];
    s[1] = b ^ c2;
    s[0] = a ^ d2;
    s[2] = c2 ^ (b << 9);
    s[3] = (d2 << 11) | (d2 >>> 21);
    return result;
  }

  /** From 0 (inclusive) to 1 (exclusive). */
  unit(): number {
    return this.next() / 0x1_0000_0000;
  }

  /** A whole number from `least` to `most`, both inclusive. */
  int(least: number, most: number): number {
    return least + Math.floor(this.unit() * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.unit() < share;
  }

  pick<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.unit() * list.length)];
    if (found === undefined) throw new Error("nothing to pick from");
    return found;
  }

  uuid(): string {
    const hex = Array.from({ length: 4 }, () => this.next().toString(16).padStart(8, "0")).join("");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }
}

/** Deals from a shuffled pack and adds a newly shuffled one when it runs out: nothing is repeated before everything has been dealt. */
export class Deck<T> {
  private pack: T[] = [];

  constructor(
    private readonly cards: readonly T[],
    private readonly random: Random,
  ) {}

  /** The next suitable card; if there is none at all, simply the next one. */
  deal(suits: (card: T) => boolean = () => true): T {
    let at = this.pack.findIndex(suits);
    if (at < 0) {
      this.pack = [...this.pack, ...this.shuffled()];
      at = this.pack.findIndex(suits);
    }
    const [card] = this.pack.splice(Math.max(0, at), 1);
    if (card === undefined) throw new Error("an empty deck");
    return card;
  }

  private shuffled(): T[] {
    const pack = [...this.cards];
    for (let last = pack.length - 1; last > 0; last -= 1) {
      const other = this.random.int(0, last);
      [pack[last], pack[other]] = [pack[other] as T, pack[last] as T];
    }
    return pack;
  }
}

/** Picks by weight, with a binary search: fast for long lists too. */
export class Weighted<T> {
  private readonly sums: number[] = [];
  private total = 0;

  constructor(
    private readonly items: readonly T[],
    weightOf: (item: T) => number,
  ) {
    for (const item of items) this.sums.push((this.total += Math.max(0, weightOf(item))));
    if (this.total <= 0) throw new Error("nothing has a weight");
  }

  pick(random: Random): T {
    const at = random.unit() * this.total;
    let low = 0;
    let high = this.sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sums[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return this.items[low] as T;
  }
}

/** Divides `total` among the items by weight, in whole numbers that add up exactly (largest remainders). */
export function apportion<T>(items: readonly T[], weightOf: (item: T) => number, total: number): Map<T, number> {
  const sum = items.reduce((all, item) => all + weightOf(item), 0);
  const shares = items.map((item) => ({ item, exact: (weightOf(item) / sum) * total }));
  const out = new Map(shares.map(({ item, exact }) => [item, Math.floor(exact)]));
  const missing = total - [...out.values()].reduce((all, share) => all + share, 0);
  const byRemainder = [...shares].sort((a, b) => (b.exact % 1) - (a.exact % 1));
  for (const { item } of byRemainder.slice(0, missing)) out.set(item, (out.get(item) ?? 0) + 1);
  return out;
}
