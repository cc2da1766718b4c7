/** What importing and the watched folder say: remarks, problems, advice, progress. */
import { batches } from './importing/batches';
import { columns } from './importing/columns';
import { fields } from './importing/fields';
import { files } from './importing/files';
import { remarks } from './importing/remarks';
import { rows } from './importing/rows';
import { stores } from './importing/stores';
import { watching } from './importing/watching';

export const importing = { files, columns, fields, rows, remarks, batches, stores, watching };
