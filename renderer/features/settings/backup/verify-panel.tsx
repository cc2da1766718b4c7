import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { DataTable } from '../../../components/data-table';
import { Panel } from '../../../components/panel';
import { StatusPill } from '../../../components/status-pill';
import { bridgeValue } from '../../../lib/bridge-value';
import { desktop } from '../../../lib/desktop-bridge';
import { capitalize, formatCount } from '../../../lib/format';
import { notifyError } from '../../../lib/notices-store';
import classes from './backup.module.css';

/** Looks for damage that no error has shown yet: pages, indexes, references, imports, schema. */
export function VerifyPanel() {
  const verify = useMutation({
    mutationFn: () => bridgeValue(desktop.verifyDatabase()),
    onError: notifyError,
  });
  return (
    <Panel
      title="Look for damage"
      note="other work waits while it runs"
      actions={
        <Button
          variant="default"
          loading={verify.isPending}
          onClick={() => verify.mutate()}
          data-testid="verify-start"
        >
          Verify
        </Button>
      }
    >
      {verify.data ? (
        <DataTable
          caption="What was looked at"
          rows={verify.data.checks}
          rowKey={({ name }) => name}
          testId="verify-result"
          columns={[
            { id: 'name', header: 'Check', render: ({ name }) => capitalize(name) },
            {
              id: 'looked',
              header: 'Looked at',
              isNumber: true,
              width: 110,
              render: ({ looked }) => formatCount(looked),
            },
            {
              id: 'result',
              header: 'Result',
              render: ({ problems }) => (
                <StatusPill tone={problems.length === 0 ? 'good' : 'act'}>
                  {problems.length === 0 ? 'Good' : problems.slice(0, 5).join('; ')}
                </StatusPill>
              ),
            },
          ]}
        />
      ) : (
        <p className={classes.text}>
          Every page and index, every reference, the rows of each import against its report, and the schema.
        </p>
      )}
    </Panel>
  );
}
