import { Button, Skeleton } from '@mantine/core';
import type { ImportProfile } from '@shared/contract/imports';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Column, DataTable } from '../../components/data-table';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { Question } from '../../components/question';
import { orpc } from '../../lib/engine-client';
import { formatCount, formatQuantity } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import { COVERAGE_WORDS, KIND_WORDS, targetWord } from './import-words';
import { ProfileName } from './profile-name';
import classes from './profiles-panel.module.css';

const words = texts.imports.profiles;

/** What was answered about files before: used for the next file with the same columns, until it is forgotten. */
export function ProfilesPanel() {
  const profiles = useQuery(orpc.imports.listProfiles.queryOptions());
  const [doomed, setDoomed] = useState<ImportProfile | null>(null);
  const forget = useMutation(
    orpc.imports.forgetProfile.mutationOptions({
      onSuccess: () =>
        notify({
          tone: 'good',
          title: words.forgotten,
          detail: words.forgottenAbout,
        }),
      onError: notifyError,
    }),
  );
  return (
    <Panel title={words.title} note={words.note} isFlush testId="import-profiles">
      <QueryView query={profiles} loading={<Skeleton height={80} m="sm" />}>
        {(data) => <ProfilesTable profiles={data.profiles} onForget={setDoomed} />}
      </QueryView>
      <Question
        isOpen={doomed !== null}
        title={words.forgetTitle(doomed?.name ?? '')}
        yes={words.forgetYes}
        no={words.forgetNo}
        onYes={() => {
          if (doomed) forget.mutate({ profileId: doomed.id });
          setDoomed(null);
        }}
        onNo={() => setDoomed(null)}
        testId="forget-profile"
      >
        {words.forgetAbout}
      </Question>
    </Panel>
  );
}

type TableProps = { profiles: ImportProfile[]; onForget(profile: ImportProfile): void };

function ProfilesTable({ profiles, onForget }: TableProps) {
  if (profiles.length === 0) {
    return <EmptyState title={words.none}>{words.noneAbout}</EmptyState>;
  }
  return (
    <DataTable
      caption={words.caption}
      columns={profileColumns(onForget)}
      rows={profiles}
      rowKey={({ id }) => id}
      testId="profiles"
    />
  );
}

function profileColumns(onForget: (profile: ImportProfile) => void): Column<ImportProfile>[] {
  return [
    { id: 'name', header: words.name, width: 240, render: (profile) => <ProfileName profile={profile} /> },
    { id: 'kind', header: words.kind, render: ({ kind }) => KIND_WORDS[kind] },
    {
      id: 'map',
      header: words.columns,
      render: ({ map }) => <span className={classes.map}>{describeMap(map)}</span>,
    },
    {
      id: 'coverage',
      header: words.lists,
      render: ({ kind, coverage }) => (kind === 'inventory' ? COVERAGE_WORDS[coverage] : ''),
    },
    { id: 'uses', header: words.imports, isNumber: true, render: ({ usedBy }) => formatCount(usedBy) },
    {
      id: 'forget',
      header: '',
      render: (profile) => (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={words.forgetOf(profile.name)}
          onClick={() => onForget(profile)}
          data-testid={`forget-${profile.name}`}
        >
          {words.forget}
        </Button>
      ),
    },
  ];
}

const SHOWN_COLUMNS = 4;

function describeMap(map: ImportProfile['map']): string {
  const all = Object.entries(map).map(([source, target]) => `${source} → ${targetWord(target)}`);
  if (all.length === 0) return words.asRecognised;
  const more = all.length - SHOWN_COLUMNS;
  return [...all.slice(0, SHOWN_COLUMNS), ...(more > 0 ? [formatQuantity(more, 'moreColumn')] : [])].join(
    ', ',
  );
}
