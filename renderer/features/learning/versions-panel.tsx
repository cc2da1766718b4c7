import { Button } from '@mantine/core';
import type { WeightSet } from '@shared/contract/learning';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/data-table';
import { Panel } from '../../components/panel';
import { Question } from '../../components/question';
import { StatusPill } from '../../components/status-pill';
import { orpc } from '../../lib/engine-client';
import { formatDay, formatPercent } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import { PARTS } from './learning-words';

/** Every version of the weights, each a click away from being used again. */
export function VersionsPanel({ versions }: { versions: WeightSet[] }) {
  const [asked, setAsked] = useState<WeightSet | null>(null);
  const active = versions.find(({ isActive }) => isActive);
  const activate = useMutation(orpc.learning.activateWeights.mutationOptions({ onError: notifyError }));
  const use = (version: WeightSet) => {
    setAsked(null);
    activate.mutate(
      { weightSetId: version.id },
      {
        onSuccess: () =>
          notify({
            tone: 'good',
            title: `Version ${version.version} is in use`,
            detail: 'The next order plan is scored with it.',
            ...(active && {
              action: { label: 'Undo', run: () => activate.mutate({ weightSetId: active.id }) },
            }),
          }),
      },
    );
  };
  const columns: Column<WeightSet>[] = [
    { id: 'version', header: 'Version', render: ({ version }) => version, sortBy: ({ version }) => version },
    ...PARTS.map(
      ({ part, label }): Column<WeightSet> => ({
        id: part,
        header: label,
        isNumber: true,
        render: ({ weights }) => formatPercent(weights[part]),
      }),
    ),
    { id: 'made', header: 'Made', render: ({ createdAt }) => formatDay(createdAt.slice(0, 10)) },
    {
      id: 'use',
      header: '',
      render: (version) =>
        version.isActive ? (
          <StatusPill tone="good" testId="weights-active">
            In use
          </StatusPill>
        ) : (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => setAsked(version)}
            data-testid={`weights-use-${version.version}`}
          >
            Use again
          </Button>
        ),
    },
  ];
  return (
    <Panel title="Versions" isFlush>
      <DataTable
        caption="Versions of the weights"
        columns={columns}
        rows={versions}
        rowKey={({ id }) => id}
        maxHeight={252}
        testId="weights-versions"
      />
      <Question
        isOpen={asked !== null}
        title={`Use version ${asked?.version} again?`}
        yes="Use it"
        no="Leave as it is"
        onYes={() => asked && use(asked)}
        onNo={() => setAsked(null)}
        testId="weights-question"
      >
        Plans made from now on are scored with it. Plans already made stay as they are, and the version in use
        now stays in the list.
      </Question>
    </Panel>
  );
}
