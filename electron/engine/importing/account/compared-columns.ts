import type { ImportKind } from '@shared/contract/imports';
import { stageColumns } from '../load/stage-columns';

/** What the file states; a day seen last, or a link, makes no record a changed one. */
export function comparedColumns(kind: ImportKind): string[] {
  const staged = stageColumns[kind].map(({ name }) => name).filter((name) => name !== 'age_days');
  return kind === 'allocation' || kind === 'market' ? staged : [...staged, 'build_id'];
}

/** Columns whose values are stored sealed: that they differ is told, not how. */
export function isSealedColumn(kind: ImportKind, column: string): boolean {
  return stageColumns[kind].some(({ name, isSecret }) => name === column && isSecret === true);
}
