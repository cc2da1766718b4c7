import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { DataTable } from '../../../components/data-table';
import { Panel } from '../../../components/panel';
import { StatusPill } from '../../../components/status-pill';
import { bridgeValue } from '../../../lib/bridge-value';
import { desktop } from '../../../lib/desktop-bridge';
import { capitalize, formatCount } from '../../../lib/format';
import { notifyError } from '../../../lib/notices-store';
import { texts } from '../../../texts/texts';
import classes from './backup.module.css';

const words = texts.settings.backup.verify;

/** Looks for damage that no error has shown yet: pages, indexes, references, imports, schema. */
export function VerifyPanel() {
  const verify = useMutation({
    mutationFn: () => bridgeValue(desktop.verifyDatabase()),
    onError: notifyError,
  });
  return (
    <Panel
      title={words.title}
      note={words.note}
      actions={
        <Button
          variant="default"
          loading={verify.isPending}
          onClick={() => verify.mutate()}
          data-testid="verify-start"
        >
          {words.submit}
        </Button>
      }
    >
      {verify.data ? (
        <DataTable
          caption={words.caption}
          rows={verify.data.checks}
          rowKey={({ name }) => name}
          testId="verify-result"
          columns={[
            { id: 'name', header: words.check, render: ({ name }) => capitalize(name) },
            {
              id: 'looked',
              header: words.lookedAt,
              isNumber: true,
              width: 110,
              render: ({ looked }) => formatCount(looked),
            },
            {
              id: 'result',
              header: words.result,
              render: ({ problems }) => (
                <StatusPill tone={problems.length === 0 ? 'good' : 'act'}>
                  {problems.length === 0 ? words.good : problems.slice(0, 5).join('; ')}
                </StatusPill>
              ),
            },
          ]}
        />
      ) : (
        <p className={classes.text}>{words.about}</p>
      )}
    </Panel>
  );
}
