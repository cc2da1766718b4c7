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
import { texts } from '../../texts/texts';
import { PARTS } from './learning-words';

const words = texts.learning.versions;

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
            title: words.used(version.version),
            detail: words.usedAbout,
            ...(active && {
              action: {
                label: texts.components.undo,
                run: () => activate.mutate({ weightSetId: active.id }),
              },
            }),
          }),
      },
    );
  };
  const columns: Column<WeightSet>[] = [
    {
      id: 'version',
      header: words.version,
      render: ({ version }) => version,
      sortBy: ({ version }) => version,
    },
    ...PARTS.map(
      ({ part, label }): Column<WeightSet> => ({
        id: part,
        header: label,
        isNumber: true,
        render: ({ weights }) => formatPercent(weights[part]),
      }),
    ),
    { id: 'made', header: words.made, render: ({ createdAt }) => formatDay(createdAt.slice(0, 10)) },
    {
      id: 'use',
      header: '',
      render: (version) =>
        version.isActive ? (
          <StatusPill tone="good" testId="weights-active">
            {words.inUse}
          </StatusPill>
        ) : (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => setAsked(version)}
            data-testid={`weights-use-${version.version}`}
          >
            {words.useAgain}
          </Button>
        ),
    },
  ];
  return (
    <Panel title={words.title} isFlush>
      <DataTable
        caption={words.caption}
        columns={columns}
        rows={versions}
        rowKey={({ id }) => id}
        maxHeight={252}
        testId="weights-versions"
      />
      <Question
        isOpen={asked !== null}
        title={words.question(asked?.version ?? 0)}
        yes={words.use}
        no={words.leave}
        onYes={() => asked && use(asked)}
        onNo={() => setAsked(null)}
        testId="weights-question"
      >
        {words.questionAbout}
      </Question>
    </Panel>
  );
}
