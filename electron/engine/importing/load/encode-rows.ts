/**
 * Turns normalised rows into lines of COPY text for the tables that they go to. What needs no look at the database is
 * settled here, so that it can run on another thread: builds get their ids, deals that are stored already are only
 * counted, and new deals of a first load are written as they will stand, each with the id of the stay that it ended.
 * Everything else is staged, and the final transaction decides.
 */
import type { ImportKind } from '@shared/contract/imports';
import { buildKey } from '@shared/domain/build';
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
import { PlanOutdated } from './plan-outdated';
import { HASH_LANES, hashInto, hashText } from './row-hash';
import { stageColumns } from './stage-columns';

/** Columns of the lines of `EncodedRows.sales`. */
export const NEW_SALE_COLUMNS: readonly string[] = [
  'id',
  'store_id',
  'build_id',
  'episode_id',
  ...stageColumns.sales.map(({ name }) => name),
  'raw',
  'row_hash',
  'batch_id',
];

/** Lines since the last time they were taken. */
export type EncodedRows = {
  readonly rows: number;
  readonly staged: Uint8Array;
  readonly sales: Uint8Array;
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
  private readonly hash = new Int32Array(HASH_LANES);
  private nextSaleId: number;
  private nextStayId: number;
  private readonly staged = new LineBuffer();
  private readonly sales = new LineBuffer();

  constructor(
    private readonly kind: ImportKind,
    columns: readonly TypedColumn[],
    private readonly plan: LoadPlan,
  ) {
    this.columns = stageColumns[kind];
    this.rawColumns = columns.filter(({ isPersonal }) => !isPersonal);
    this.builds = new BuildNumbers(plan.builds, plan.nextIds.build);
    this.stored = new StoredDeals(plan.storedHashes);
    this.identities = plan.identities === null ? null : new StoredIdentities(plan.identities);
    this.secrets = new SecretBox(plan.sealKey === null ? [] : [Buffer.from(plan.sealKey, 'base64')]);
    this.nextSaleId = plan.nextIds.sale;
    this.nextStayId = plan.nextIds.stockEpisode;
  }

  /** Throws PlanOutdated when the file names more stores than the plan allows for. */
  add(row: AnyRow, line: number, cells: readonly string[], isRepaired: boolean): void {
    this.noteStore(row);
    const build = 'build' in row ? row.build : null;
    const key = build === null ? '' : buildKey(build);
    // Sealed before it is hashed: a hash of five digits and known values would give the digits away.
    const values = this.columns.map((column) =>
      column.isSecret ? this.seal(column.of(row)) : column.of(row),
    );
    const typed = copyCells(values);
    hashInto(this.hash, `${key}${this.hashedText(values, typed)}\n`);
    const buildId = build === null ? null : this.builds.idOf(build, key);
    const storeId = 'soldOn' in row ? this.storeIdOf(row.storeCode) : null;
    if ('soldOn' in row && storeId !== null && buildId !== null)
      this.addDeal(row, { line, cells, isRepaired, storeId, buildId, typed });
    else this.stage(row, { line, cells, isRepaired, buildId, typed });
  }

  private addDeal(
    deal: SaleRow,
    row: {
      line: number;
      cells: readonly string[];
      isRepaired: boolean;
      storeId: number;
      buildId: number;
      typed: string;
    },
  ): void {
    const { line, isRepaired, storeId } = row;
    const number = this.deals.open(storeId, deal);
    const storedId = this.stored.idOf(storeId, this.hash);
    if (storedId > 0) {
      this.deals.place(number, { storeId, line, isRepaired, at: 'same', saleId: storedId, stayId: 0 });
    } else if (this.identities !== null && !this.identities.mayKnow(storeId, deal)) {
      const ids = this.writeDeal(deal, row);
      this.deals.place(number, { storeId, line, isRepaired, at: 'new', ...ids });
    } else {
      this.deals.place(number, { storeId, line, isRepaired, at: 'staged', saleId: 0, stayId: 0 });
      this.stage(deal, row);
    }
  }

  private stage(
    row: AnyRow,
    {
      line,
      cells,
      isRepaired,
      buildId,
      typed,
    }: { line: number; cells: readonly string[]; isRepaired: boolean; buildId: number | null; typed: string },
  ): void {
    const lead = `${line}\t${hashText(this.hash)}\t${copyCell(row.storeCode)}\t${buildId ?? '\\N'}\t${isRepaired ? 't' : 'f'}`;
    this.staged.add(`${lead}\t${typed}\t${this.rawText(cells)}\n`);
  }

  /** A deal whose vehicle nothing stored can be; a stay is to be recorded from its own in-date. */
  private writeDeal(
    deal: SaleRow,
    {
      cells,
      storeId,
      buildId,
      typed,
    }: { cells: readonly string[]; storeId: number; buildId: number; typed: string },
  ): { saleId: number; stayId: number } {
    const saleId = this.nextSaleId++;
    const hasStay =
      deal.dealState === 'counted' && deal.receivedOn !== null && deal.receivedOn <= deal.soldOn;
    const stayId = hasStay ? this.nextStayId++ : 0;
    const batchId = this.plan.nextIds.importBatch;
    const lead = `${saleId}\t${storeId}\t${buildId}\t${hasStay ? stayId : '\\N'}`;
    this.sales.add(`${lead}\t${typed}\t${this.rawText(cells)}\t${hashText(this.hash)}\t${batchId}\n`);
    return { saleId, stayId };
  }

  /** What only describes the day of the export does not make a row a changed one. */
  private hashedText(values: readonly CopyValue[], typed: string): string {
    if (this.columns.every((column) => column.isHashed !== false)) return typed;
    return copyCells(values.filter((_, index) => this.columns[index]?.isHashed !== false));
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
    const raw =
      this.kind === 'sales'
        ? this.rawColumns.map(({ index, field }) =>
            SEALED_FIELDS.has(field.name) ? '' : (cells[index] ?? ''),
          )
        : Object.fromEntries(
            this.rawColumns.flatMap(({ index, source, field }) =>
              cells[index] && !SEALED_FIELDS.has(field.name) ? [[source, cells[index]]] : [],
            ),
          );
    return copyCell(JSON.stringify(raw));
  }

  take(): EncodedRows {
    return {
      rows: this.waiting,
      staged: this.staged.take(),
      sales: this.sales.take(),
    };
  }

  /** Rows that wait to be taken. */
  get waiting(): number {
    return this.staged.count + this.sales.count;
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
      nextIds: { sale: this.nextSaleId, stockEpisode: this.nextStayId },
    };
  }
}
