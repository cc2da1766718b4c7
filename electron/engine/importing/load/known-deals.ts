/**
 * The deals of a file by what they are matched by, and what became of each: staged, written as a new one, or the same
 * as a stored one. Of deals with one key the last counts.
 */
import type { SaleRow } from '../types';
import { copyCell } from './copy-text';
import { HashTable } from './hash-table';
import { HASH_LANES, HashedText, readHash } from './row-hash';

export type IdRange = { readonly storeId: number; readonly first: number; readonly last: number };

const TAB = 9;
const NEWLINE = 10;

/** Deals that are stored already, by store and row hash. */
export class StoredDeals {
  private readonly hashes = new HashTable();
  private ids = new Float64Array(1 << 10);
  private readonly key = new Int32Array(HASH_LANES);

  /** `pieces` hold lines of store, id and row hash. */
  constructor(pieces: readonly Uint8Array[]) {
    for (const piece of pieces) this.read(piece);
  }

  /** The id of the deal that says exactly this; -1 when there is none. */
  idOf(storeId: number, rowHash: Int32Array): number {
    if (this.hashes.size === 0) return -1;
    this.keyOf(storeId, rowHash);
    const number = this.hashes.find(this.key);
    return number < 0 ? -1 : (this.ids[number] ?? -1);
  }

  private keyOf(storeId: number, rowHash: Int32Array): void {
    this.key.set(rowHash);
    this.key[0] = (rowHash[0] ?? 0) ^ Math.imul(storeId, 0x9e3779b1);
  }

  private read(piece: Uint8Array): void {
    const hash = new Int32Array(HASH_LANES);
    let at = 0;
    while (at < piece.length) {
      const afterStore = piece.indexOf(TAB, at);
      const afterId = piece.indexOf(TAB, afterStore + 1);
      const end = piece.indexOf(NEWLINE, afterId);
      if (readHash(hash, piece, afterId + 1, end)) {
        this.keyOf(numberIn(piece, at, afterStore), hash);
        const number = this.hashes.size;
        if (this.hashes.add(this.key) < 0) this.keepId(number, numberIn(piece, afterStore + 1, afterId));
      }
      at = end + 1;
    }
  }

  private keepId(number: number, id: number): void {
    if (number >= this.ids.length) this.ids = grown(this.ids);
    this.ids[number] = id;
  }
}

function numberIn(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + (bytes[at] ?? 48) - 48;
  return value;
}

/** What stored deals and stays are matched by. */
export class StoredIdentities {
  private readonly lines: ReadonlySet<string>;

  constructor(lines: Uint8Array) {
    this.lines = new Set(new TextDecoder().decode(lines).split('\n'));
  }

  /** Whether a stored deal or stay may be of this deal's vehicle. */
  mayKnow(storeId: number, { dealNumber, vin, stockNumber }: SaleRow): boolean {
    const { lines } = this;
    if (lines.size <= 1) return false;
    return (
      (dealNumber !== null && lines.has(`${storeId}\tD\t${copyCell(dealNumber)}`)) ||
      (vin !== null && lines.has(`${storeId}\tV\t${copyCell(vin)}`)) ||
      (stockNumber !== null && lines.has(`${storeId}\tS\t${copyCell(stockNumber)}`))
    );
  }
}

export type PlacedDeals = {
  readonly accepted: number;
  readonly repaired: number;
  readonly ids: readonly IdRange[];
};

export type Placed = 'staged' | 'new' | 'same';
const PLACES = ['staged', 'new', 'same'] as const;

export type Repeats = {
  accepted: number;
  repaired: number;
  firstLine: number | null;
  /** Lines in the stage, ids of new deals and of their stays that do not count. */
  readonly stagedLines: number[];
  readonly saleIds: number[];
  readonly stayIds: number[];
};

/** Each deal of the file once, with where it went. */
export class DealsOfFile {
  readonly repeats: Repeats = {
    accepted: 0,
    repaired: 0,
    firstLine: null,
    stagedLines: [],
    saleIds: [],
    stayIds: [],
  };
  private readonly keys = new HashTable();
  private readonly text = new HashedText();
  private readonly key = new Int32Array(HASH_LANES);
  private lines = new Float64Array(1 << 10);
  private saleIds = new Float64Array(1 << 10);
  private stayIds = new Float64Array(1 << 10);
  /** Store, place and whether it was repaired. */
  private stores = new Float64Array(1 << 10);
  private flags = new Uint8Array(1 << 10);

  /** Call before `place`: a deal of the same key that came before does not count. */
  open(storeId: number, { dealNumber, vin, soldOn, stockNumber }: SaleRow): number {
    const { text } = this;
    text.clear();
    text.addNumber(storeId);
    for (const part of [
      dealNumber,
      vin,
      dealNumber === null ? soldOn : null,
      dealNumber === null ? stockNumber : null,
    ]) {
      text.add('\t');
      if (part !== null) text.add(part);
    }
    text.hashInto(this.key);
    const number = this.keys.add(this.key);
    if (number < 0) return this.keys.size - 1;
    this.repeat(number);
    return number;
  }

  place(
    number: number,
    deal: { storeId: number; line: number; isRepaired: boolean; at: Placed; saleId: number; stayId: number },
  ): void {
    if (number >= this.lines.length) this.growAll();
    this.lines[number] = deal.line;
    this.saleIds[number] = deal.saleId;
    this.stayIds[number] = deal.stayId;
    this.stores[number] = deal.storeId;
    this.flags[number] = PLACES.indexOf(deal.at) * 2 + Number(deal.isRepaired);
  }

  /** Deals that are stored already, or new ones, as ranges of their ids. */
  placedAt(place: Placed): PlacedDeals {
    const ids = new IdRanges();
    let accepted = 0;
    let repaired = 0;
    for (let number = 0; number < this.keys.size; number++) {
      const flag = this.flags[number] ?? 0;
      if (PLACES[flag >> 1] !== place) continue;
      if (flag & 1) repaired += 1;
      else accepted += 1;
      ids.add(this.stores[number] ?? 0, this.saleIds[number] ?? 0);
    }
    return { accepted, repaired, ids: ids.joined() };
  }

  private repeat(number: number): void {
    const { repeats } = this;
    const line = this.lines[number] ?? 0;
    const flag = this.flags[number] ?? 0;
    repeats[flag & 1 ? 'repaired' : 'accepted'] += 1;
    repeats.firstLine = Math.min(repeats.firstLine ?? line, line);
    const place = PLACES[flag >> 1];
    if (place === 'staged') repeats.stagedLines.push(line);
    if (place !== 'new') return;
    repeats.saleIds.push(this.saleIds[number] ?? 0);
    const stayId = this.stayIds[number] ?? 0;
    if (stayId > 0) repeats.stayIds.push(stayId);
  }

  private growAll(): void {
    this.lines = grown(this.lines);
    this.saleIds = grown(this.saleIds);
    this.stayIds = grown(this.stayIds);
    this.stores = grown(this.stores);
    const flags = new Uint8Array(this.flags.length * 2);
    flags.set(this.flags);
    this.flags = flags;
  }
}

function grown(values: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(values.length * 2);
  larger.set(values);
  return larger;
}

/** Ids that follow each other take no more room than one. */
class IdRanges {
  readonly ranges: { storeId: number; first: number; last: number }[] = [];

  joined(): IdRange[] {
    this.ranges.sort((one, other) => one.storeId - other.storeId || one.first - other.first);
    const joined = new IdRanges();
    for (const { storeId, first, last } of this.ranges) joined.addRange(storeId, first, last);
    return joined.ranges;
  }

  add(storeId: number, id: number): void {
    this.addRange(storeId, id, id);
  }

  private addRange(storeId: number, first: number, last: number): void {
    const open = this.ranges[this.ranges.length - 1];
    if (open && open.storeId === storeId && first === open.last + 1) open.last = last;
    else this.ranges.push({ storeId, first, last });
  }
}
