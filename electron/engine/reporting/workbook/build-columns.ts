/** What a row is of: year, make, model and trim, and with an order the rest of what the maker is told. */
import type { Build } from '@shared/domain/build';
import type { TableColumn } from './add-table';

type OfBuild = { build: Build };

export const nameColumns: readonly TableColumn<OfBuild>[] = [
  { key: 'year', header: 'Year', width: 8, format: 'year', value: ({ build }) => build.modelYear },
  { key: 'make', header: 'Make', width: 14, format: 'text', value: ({ build }) => build.make },
  { key: 'model', header: 'Model', width: 20, format: 'text', value: ({ build }) => build.model },
  { key: 'trim', header: 'Trim', width: 16, format: 'text', value: ({ build }) => build.trim },
];

export const configurationColumns: readonly TableColumn<OfBuild>[] = [
  { key: 'body', header: 'Body', width: 18, format: 'text', value: ({ build }) => build.body },
  { key: 'drivetrain', header: 'Drive', width: 8, format: 'text', value: ({ build }) => build.drivetrain },
  { key: 'engine', header: 'Engine', width: 15, format: 'text', value: ({ build }) => build.engine },
  { key: 'package', header: 'Package', width: 12, format: 'text', value: ({ build }) => build.package },
];
