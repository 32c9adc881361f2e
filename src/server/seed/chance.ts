import { seededRandom } from '../../features/assessment/model/shuffle.ts'

/** Draws from one fixed seed: the same calls in the same order give the same data. */
export class Chance {
  readonly #random: () => number
  constructor(seed: number) {
    this.#random = seededRandom(seed)
  }

  /** 0 ≤ share < 1 */
  share = (): number => this.#random()
  happens = (probability: number): boolean => this.share() < probability
  /** Whole, both ends included. */
  between = (least: number, most: number): number =>
    least + Math.floor(this.share() * (most - least + 1))

  pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item {
    const item = items[Math.floor(this.share() * items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  /** The same items in another order. */
  shuffled<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, place: this.share() }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ item }) => item)
  }

  /** Many days near `least`, few near `most`: how people put things off. */
  skewed = (least: number, most: number): number =>
    least + Math.floor(this.share() ** 2 * (most - least + 1))

  /** A UUID of version 7 for an instant, so that seeded ids sort by time too. */
  id(at: Date): string {
    // One draw has 32 bits: six digits at most.
    const hex = (length: number) =>
      Math.floor(this.share() * 16 ** length)
        .toString(16)
        .padStart(length, '0')
    const time = at.getTime().toString(16).padStart(12, '0')
    const variant = (8 + Math.floor(this.share() * 4)).toString(16)
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(6)}`
  }
}
