/**
 * Rows on their way in. A stage is two temporary tables of the engine's session: nothing else can read them, and a
 * crash leaves nothing of them. Rows arrive by COPY, a chunk in each short transaction.
 */
import type { ImportKind } from '@shared/contract/imports';
import { type Build, buildKey } from '@shared/domain/build';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../../database/database';
import type { Tables } from '../../database/tables';
import type { AnyRow } from '../normalise/normalise-row';
import { type CopyValue, copyLine } from './copy-text';
import { rowHash } from './row-hash';
import { stageColumns } from './stage-columns';

export type StagedRow = {
  readonly line: number;
  readonly row: AnyRow;
  readonly raw: Readonly<Record<string, string>>;
  readonly isRepaired: boolean;
};

const BUILD_COLUMNS = [
  'make',
  'model',
  'model_year',
  'body',
  'trim',
  'drivetrain',
  'engine',
  'package',
  'exterior_color',
  'interior_color',
];

let stagesOpened = 0;

export class Stage {
  /** Names of the stage's tables: rows, builds, and what the final transaction derives from them. */
  readonly rows: string;
  readonly builds: string;
  readonly resolved: string;
  readonly matches: string;
  readonly placements: string;
  readonly storeCodes = new Set<string>();
  /** What rows call their store: the last name for each code, and under '' for rows that name no code. */
  readonly storeNames = new Map<string, string>();
  private readonly buildNumbers = new Map<string, number>();
  private readonly newBuilds: Build[] = [];

  constructor(
    private readonly database: Database,
    readonly kind: ImportKind,
  ) {
    stagesOpened += 1;
    this.rows = `stage_${stagesOpened}`;
    this.builds = `${this.rows}_build`;
    this.resolved = `${this.rows}_resolved`;
    this.matches = `${this.rows}_match`;
    this.placements = `${this.rows}_placement`;
  }

  async create(): Promise<void> {
    const columns = stageColumns[this.kind].map(({ name, type }) => `${name} ${type}`).join(', ');
    const builds = BUILD_COLUMNS.map((name) => `${name} ${name === 'model_year' ? 'int' : 'text'}`).join(
      ', ',
    );
    await this.database.db.transaction().execute(async (transaction) => {
      await sql
        .raw(
          `create temp table ${this.rows} (line int, row_hash text, store_code text, build_number int, is_repaired boolean, ${columns}, raw text)`,
        )
        .execute(transaction);
      await sql
        .raw(`create temp table ${this.builds} (build_number int, ${builds}, build_id bigint)`)
        .execute(transaction);
    });
  }

  /** Stages one chunk. */
  async add(staged: readonly StagedRow[]): Promise<void> {
    if (staged.length === 0) return;
    const columns = stageColumns[this.kind];
    const hashed = columns.map((column) => column.isHashed !== false);
    const isAllHashed = hashed.every(Boolean);
    const lines = staged.map(({ line, row, raw, isRepaired }) => {
      // Sealed before it is hashed: a hash of five digits and known values would give the digits away.
      const values = columns.map((column) => (column.isSecret ? this.seal(column.of(row)) : column.of(row)));
      const build = 'build' in row ? row.build : null;
      const key = build === null ? '' : buildKey(build);
      const hash = rowHash(key + copyLine(isAllHashed ? values : values.filter((_, index) => hashed[index])));
      if (row.storeCode !== null) this.storeCodes.add(row.storeCode);
      if ('storeName' in row && row.storeName !== null)
        this.storeNames.set(row.storeCode ?? '', row.storeName);
      const buildNumber = build === null ? null : this.buildNumber(build, key);
      const lead: CopyValue[] = [line, hash, row.storeCode, buildNumber, isRepaired];
      return copyLine([...lead, ...values, JSON.stringify(raw)]);
    });
    const names = [
      'line',
      'row_hash',
      'store_code',
      'build_number',
      'is_repaired',
      ...columns.map(({ name }) => name),
      'raw',
    ];
    const builds = this.newBuilds.splice(0);
    const firstBuild = this.buildNumbers.size - builds.length;
    await this.database.db.transaction().execute(async (transaction) => {
      await this.database.copyInto(transaction, this.rows, names, lines.join(''));
      await this.copyBuilds(transaction, builds, firstBuild);
    });
  }

  async drop(): Promise<void> {
    for (const table of [this.rows, this.builds, this.resolved, this.matches, this.placements]) {
      await sql.raw(`drop table if exists pg_temp.${table}`).execute(this.database.db);
    }
  }

  private seal(value: CopyValue): CopyValue {
    return value === null ? null : this.database.secrets.seal(String(value));
  }

  /** Builds are numbered within the stage; spellings that differ in case only are one build. */
  private buildNumber(build: Build, exactKey: string): number {
    const key = exactKey.toLowerCase();
    const known = this.buildNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.buildNumbers.size;
    this.buildNumbers.set(key, number);
    this.newBuilds.push(build);
    return number;
  }

  private async copyBuilds(
    transaction: Transaction<Tables>,
    builds: readonly Build[],
    firstNumber: number,
  ): Promise<void> {
    if (builds.length === 0) return;
    const lines = builds.map((build, index) =>
      copyLine([
        firstNumber + index,
        build.make,
        build.model,
        build.modelYear,
        build.body,
        build.trim,
        build.drivetrain,
        build.engine,
        build.package,
        build.exteriorColor,
        build.interiorColor,
      ]),
    );
    await this.database.copyInto(
      transaction,
      this.builds,
      ['build_number', ...BUILD_COLUMNS],
      lines.join(''),
    );
  }
}
