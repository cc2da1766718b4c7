/** What was said about single files of an import, by keys that also tell apart the files of one archive. */
import type { ImportOptions } from '@shared/contract/imports';
import type { FileFacts } from './inspect-file';

type NamedFile = Pick<FileFacts, 'path' | 'sourcePath' | 'name'>;

export function fileKey({ path, sourcePath, name }: NamedFile): string {
  return path === sourcePath ? path : `${sourcePath}#${name}`;
}

/** The options for all files with the answers for this one over them. */
export function optionsOfFile(options: ImportOptions, file: NamedFile): ImportOptions {
  const { kind, coverage, map } = options.files?.[fileKey(file)] ?? {};
  return {
    kind: kind ?? options.kind,
    coverage: coverage ?? options.coverage,
    map: { ...options.map, ...map },
    ...(options.storeCode !== undefined && { storeCode: options.storeCode }),
    ...(options.asOf !== undefined && { asOf: options.asOf }),
    ...(options.profile !== undefined && { profile: options.profile }),
  };
}

export function isLeftOut({ files }: ImportOptions, file: NamedFile): boolean {
  return files?.[fileKey(file)]?.isLeftOut === true;
}
