import { Button, Drawer, Skeleton } from '@mantine/core';
import type { CorrectableRecord } from '@shared/contract/corrections';
import { useQuery } from '@tanstack/react-query';
import { ErrorPanel } from '../../../components/error-panel';
import { type RecordName, useCorrectingStore } from '../../../lib/correcting-store';
import { orpc } from '../../../lib/engine-client';
import { texts } from '../../../texts/texts';
import { RECORD_WORDS } from './correction-text';
import { CorrectionsTable } from './corrections-table';
import classes from './record-drawer.module.css';
import { RecordValue } from './record-value';

const words = texts.imports.corrections.record;

/** A unit or deal, each value of which can be corrected by hand; opened from wherever one is shown. */
export function RecordDrawer() {
  const { opened, close } = useCorrectingStore();
  return (
    <Drawer opened={opened !== null} onClose={close} size={600} title={words.title}>
      {opened && <OpenedRecord name={opened} />}
    </Drawer>
  );
}

function OpenedRecord({ name }: { name: RecordName }) {
  const close = useCorrectingStore((state) => state.close);
  const query = useQuery(orpc.corrections.getRecord.queryOptions({ input: name, retry: false }));
  if (query.data) return <RecordValues record={query.data} />;
  if (!query.isError) return <Skeleton height={240} />;
  return (
    <div className={classes.part}>
      <ErrorPanel error={query.error} />
      <Button variant="default" onClick={close}>
        {words.close}
      </Button>
    </div>
  );
}

function RecordValues({ record }: { record: CorrectableRecord }) {
  const { subject, key, storeCode, values, corrections } = record;
  return (
    <div className={classes.part} data-testid="correct-record">
      <div>
        <strong>{subject}</strong>
        <p className={classes.lead}>
          {[RECORD_WORDS[record.record], key, words.store(storeCode)].join(' · ')}
        </p>
        <p className={classes.lead}>{words.about}</p>
      </div>
      {corrections.length > 0 && (
        <section>
          <h3 className={classes.title}>{words.byHand}</h3>
          <CorrectionsTable corrections={corrections} isOfOneRecord />
        </section>
      )}
      <dl className={classes.values}>
        {values.map((value) => (
          <RecordValue key={value.field} record={record} value={value} />
        ))}
      </dl>
    </div>
  );
}
