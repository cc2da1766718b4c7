import { Button, CopyButton, Drawer, Menu, Skeleton } from '@mantine/core';
import type { ImportKind } from '@shared/contract/imports';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DataTable } from '../../components/data-table';
import { QueryView } from '../../components/query-view';
import { StatusPill } from '../../components/status-pill';
import { orpc } from '../../lib/engine-client';
import { texts } from '../../texts/texts';
import { KIND_WORDS, KINDS } from './import-words';
import classes from './templates-menu.module.css';

const words = texts.imports.screen.templates;

/** DOSO's own file layouts, for what no system exports. */
export function TemplatesMenu() {
  const [kind, setKind] = useState<ImportKind | null>(null);
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} />} data-testid="templates">
            {words.button}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {KINDS.map((option) => (
            <Menu.Item key={option} onClick={() => setKind(option)}>
              {KIND_WORDS[option]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Drawer
        opened={kind !== null}
        onClose={() => setKind(null)}
        size={640}
        title={kind ? words.title(KIND_WORDS[kind]) : ''}
      >
        {kind && <Template kind={kind} />}
      </Drawer>
    </>
  );
}

function Template({ kind }: { kind: ImportKind }) {
  const template = useQuery(orpc.imports.getTemplate.queryOptions({ input: { kind } }));
  return (
    <QueryView query={template} loading={<Skeleton height={240} />}>
      {({ fileName, text, columns }) => (
        <div className={classes.template}>
          <div className={classes.actions}>
            <Button onClick={() => download(fileName, text)} data-testid="save-template">
              {words.save(fileName)}
            </Button>
            <CopyButton value={text}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? words.copied : words.copy}
                </Button>
              )}
            </CopyButton>
          </div>
          <pre className={classes.text}>{text}</pre>
          <DataTable
            caption={words.caption(fileName)}
            rows={columns}
            rowKey={({ name }) => name}
            columns={[
              { id: 'name', header: words.column, render: ({ name }) => <code>{name}</code> },
              {
                id: 'required',
                header: '',
                render: ({ isRequired }) =>
                  isRequired && <StatusPill tone="neutral">{words.needed}</StatusPill>,
              },
              {
                id: 'meaning',
                header: words.meaning,
                render: ({ meaning }) => <span className={classes.meaning}>{meaning}</span>,
              },
            ]}
          />
        </div>
      )}
    </QueryView>
  );
}

/** The browser's own download: the desktop shows its save dialog for it. */
function download(fileName: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
