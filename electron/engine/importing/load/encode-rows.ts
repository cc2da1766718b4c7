/**
 * Turns normalised rows into lines of COPY text for the tables that they go to. What needs no look at the database is
 * settled here, so that it can run on another thread: builds get their ids, deals that are stored already are only
 * counted, and new deals of a first load are written as they will stand, each with the id of the stay that it ended.
 * Everything else is staged, and the final transaction decides.
 */
import type { ImportKind } from '@shared/contract/imports';
import { SecretBox } from '../../security/secret-box';
import type { TypedColumn } from '../normalise/column-typing';
import type { AnyRow } from '../normalise/normalise-row';
import { SEALED_FIELDS } from '../normalise/row-reader';
import type { SaleRow } from '../types';
import { BuildNumbers } from './build-numbers';
import { type CopyValue, copyCell, copyCells } from './copy-text';
import { DealsOfFile, type PlacedDeals, type Repeats, StoredDeals, StoredIdentities } from './known-deals';
import { LineBuffer } from './line-buffer';
import type { LoadPlan } from './load-plan';
import { NewDeals } from './new-deals';
import { PlanOutdated } from './plan-outdated';
import { HASH_LANES, HashedText, hashText } from './row-hash';
import { stageColumns } from './stage-columns';

/** Rows since the last time they were taken. */
export type EncodedRows = {
  readonly rows: number;
  /** Lines of COPY text. */
  readonly staged: Uint8Array;
  /** New deals and the stays that they ended, in the binary format of COPY. */
  readonly sales: Uint8Array;
  readonly stays: Uint8Array;
};

/** What the rows of a file said together. */
export type EncodedFile = {
  /** COPY lines of builds that are new. */
  readonly newBuilds: readonly string[];
  readonly storeCodes: readonly string[];
  /** What rows call their store: the last name for each code, and under '' for rows that name no code. */
  readonly storeNames: ReadonlyMap<string, string>;
  /** Stores that are new, by the id that their rows were given. */
  readonly newStores: ReadonlyMap<string, number>;
  readonly same: PlacedDeals;
  /** New deals that were written beside the real tables. */
  readonly added: PlacedDeals;
  readonly repeats: Repeats;
  /** The ids after those that were given to new deals and stays. */
  readonly nextIds: { readonly sale: number; readonly stockEpisode: number };
};

type EncodedRow = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly isRepaired: boolean;
  readonly buildId: number | null;
};

/** No cell has this index. */
const SEALED = -1;

export class RowEncoder {
  private readonly columns;
  private readonly rawColumns: readonly TypedColumn[];
  private readonly builds: BuildNumbers;
  private readonly stored: StoredDeals;
  private readonly identities: StoredIdentities | null;
  private readonly deals = new DealsOfFile();
  private readonly storeCodes = new Set<string>();
  private readonly storeNames = new Map<string, string>();
  private readonly newStores = new Map<string, number>();
  private readonly secrets: SecretBox;
  /** Of the row that is being encoded: its hash, its values and its raw cells. */
  private readonly text = new HashedText();
  private readonly hash = new Int32Array(HASH_LANES);
  private readonly values: CopyValue[] = [];
  private readonly raw: string[] = [];
  private readonly rawIndexes: readonly number[];
  private readonly staged = new LineBuffer();
  private readonly newDeals: NewDeals;

  constructor(
    private readonly kind: ImportKind,
    columns: readonly TypedColumn[],
    private readonly plan: LoadPlan,
  ) {
    this.columns = stageColumns[kind];
    this.rawColumns = columns.filter(({ isPersonal }) => !isPersonal);
    this.rawIndexes = this.rawColumns.map(({ index, field }) =>
      SEALED_FIELDS.has(field.name) ? SEALED : index,
    );
    this.builds = new BuildNumbers(plan.builds, plan.nextIds.build);
    this.stored = new StoredDeals(plan.storedHashes);
    this.identities = plan.identities === null ? null : new StoredIdentities(plan.identities);
    this.secrets = new SecretBox(plan.sealKey === null ? [] : [Buffer.from(plan.sealKey, 'base64')]);
    this.newDeals = new NewDeals(plan.nextIds);
  }

  /** Throws PlanOutdated when the file names more stores than the plan allows for. */
  add(row: AnyRow, line: number, cells: readonly string[], isRepaired: boolean): void {
    this.noteStore(row);
    const build = 'build' in row ? this.builds.numberOf(row.build) : null;
    this.readValues(row);
    this.text.hashInto(this.hash, build?.hash);
    const encoded = { line, cells, isRepaired, buildId: build?.id ?? null };
    const storeId = 'soldOn' in row ? this.storeIdOf(row.storeCode) : null;
    if ('soldOn' in row && storeId !== null && build !== null)
      this.addDeal(row, { ...encoded, storeId, buildId: build.id });
    else this.stage(row, encoded);
  }

  /** The stage's columns, and what of them is hashed: the build's key before it, a line of COPY text. */
  private readValues(row: AnyRow): void {
    const { text, values } = this;
    text.clear();
    let isFirst = true;
    for (let at = 0; at < this.columns.length; at++) {
      const column = this.columns[at];
      if (column === undefined) break;
      // Sealed before it is hashed: a hash of five digits and known values would give the digits away.
      const value = column.isSecret ? this.seal(column.of(row)) : column.of(row);
      values[at] = value;
      // What only describes the day of the export does not make a row a changed one.
      if (column.isHashed === false) continue;
      if (!isFirst) text.add('\t');
      isFirst = false;
      if (typeof value === 'number') text.addNumber(value);
      else text.add(copyCell(value));
    }
    text.add('\n');
  }

  private addDeal(deal: SaleRow, row: EncodedRow & { storeId: number; buildId: number }): void {
    const { line, isRepaired, storeId } = row;
    const number = this.deals.open(storeId, deal);
    const storedId = this.stored.idOf(storeId, this.hash);
    if (storedId > 0) {
      this.deals.place(number, { storeId, line, isRepaired, at: 'same', saleId: storedId, stayId: 0 });
    } else if (this.identities !== null && !this.identities.mayKnow(storeId, deal)) {
      // A deal whose vehicle nothing stored can be.
      const { buildId } = row;
      const raw = this.rawTexts(row.cells);
      const ids = this.newDeals.add(deal, { storeId, buildId, values: this.values, raw, rowHash: this.hash });
      this.deals.place(number, {
        storeId,
        line,
        isRepaired,
        at: 'new',
        saleId: ids.saleId,
        stayId: ids.stayId,
      });
    } else {
      this.deals.place(number, { storeId, line, isRepaired, at: 'staged', saleId: 0, stayId: 0 });
      this.stage(deal, row);
    }
  }

  private stage(row: AnyRow, { line, cells, isRepaired, buildId }: EncodedRow): void {
    const lead = `${line}\t${hashText(this.hash)}\t${copyCell(row.storeCode)}\t${buildId ?? '\\N'}\t${isRepaired ? 't' : 'f'}`;
    this.staged.add(`${lead}\t${copyCells(this.values)}\t${copyCell(this.rawText(cells))}\n`);
  }

  private seal(value: CopyValue): CopyValue {
    return value === null ? null : this.secrets.seal(String(value));
  }

  private noteStore(row: AnyRow): void {
    const { storeCode } = row;
    if (storeCode !== null) this.storeCodes.add(storeCode);
    if ('storeName' in row && row.storeName !== null) this.storeNames.set(storeCode ?? '', row.storeName);
  }

  /** Null when the final transaction decides. */
  private storeIdOf(code: string | null): number | null {
    const { stores, nextIds } = this.plan;
    if (stores === null) return null;
    if (stores.onlyId !== null) {
      if (this.storeCodes.size > 1) throw new PlanOutdated('the file names several stores');
      return stores.onlyId;
    }
    if (code === null) return null;
    const known = stores.idsByCode.get(code) ?? this.newStores.get(code);
    if (known !== undefined) return known;
    const id = nextIds.store + this.newStores.size;
    this.newStores.set(code, id);
    return id;
  }

  /**
   * Mapped, non-personal cells as the file has them. Of deals, of which there are many, the cells alone, in the order of
   * their batch's columns; of others an object by column. What is stored sealed has no readable copy here.
   */
  private rawText(cells: readonly string[]): string {
    if (this.kind === 'sales') return JSON.stringify(this.rawTexts(cells));
    return JSON.stringify(
      Object.fromEntries(
        this.rawColumns.flatMap(({ index, source, field }) =>
          cells[index] && !SEALED_FIELDS.has(field.name) ? [[source, cells[index]]] : [],
        ),
      ),
    );
  }

  private rawTexts(cells: readonly string[]): readonly string[] {
    const { raw, rawIndexes } = this;
    for (let at = 0; at < rawIndexes.length; at++) raw[at] = cells[rawIndexes[at] ?? SEALED] ?? '';
    return raw;
  }

  take(): EncodedRows {
    return {
      rows: this.waiting,
      staged: this.staged.take(),
      ...this.newDeals.take(),
    };
  }

  /** Rows that wait to be taken. */
  get waiting(): number {
    return this.staged.count + this.newDeals.count;
  }

  finish(): EncodedFile {
    return {
      newBuilds: this.builds.newLines,
      storeCodes: [...this.storeCodes],
      storeNames: this.storeNames,
      newStores: this.newStores,
      same: this.deals.placedAt('same'),
      added: this.deals.placedAt('new'),
      repeats: this.deals.repeats,
      nextIds: this.newDeals.nextIds,
    };
  }
}
