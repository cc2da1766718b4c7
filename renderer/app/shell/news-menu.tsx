import { ActionIcon, Button, Indicator, Popover, Tooltip, UnstyledButton } from '@mantine/core';
import type { Notification } from '@shared/contract/notifications';
import { IconBell } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { StatusPill } from '../../components/status-pill';
import { NO_FILTER } from '../../lib/data-filter';
import { engine, orpc } from '../../lib/engine-client';
import { formatInstant } from '../../lib/format';
import { notifyError } from '../../lib/notices-store';
import { useSessionStore } from '../../lib/session-store';
import { useFiguresFirst } from '../../lib/use-figures-first';
import { useStores } from '../../lib/use-stores';
import { texts } from '../../texts/texts';
import list from './menu-list.module.css';
import classes from './news-menu.module.css';

const words = texts.shell.news;

/** What happened and what is due, kept until it is read; each leads to its rows. */
export function NewsMenu() {
  const [isOpen, setOpen] = useState(false);
  const enabled = useFiguresFirst();
  const { data } = useQuery(orpc.notifications.list.queryOptions({ input: {}, enabled }));
  const unread = data?.unread ?? 0;
  const markRead = useMarkRead();
  const open = useOpenNews();
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={400} shadow="md" trapFocus>
      <Tooltip label={words.button(unread)} disabled={isOpen}>
        <Indicator label={unread} size={15} disabled={unread === 0} offset={4}>
          <Popover.Target>
            <ActionIcon
              aria-label={words.button(unread)}
              onClick={() => setOpen(!isOpen)}
              data-testid="news"
              data-unread={unread}
            >
              <IconBell size={17} stroke={1.7} />
            </ActionIcon>
          </Popover.Target>
        </Indicator>
      </Tooltip>
      <Popover.Dropdown p={0} data-testid="news-menu">
        <div className={classes.head}>
          <h2 className={list.title}>{words.title}</h2>
          {unread > 0 && (
            <Button variant="subtle" size="compact-xs" onClick={() => markRead()}>
              {words.markAllRead}
            </Button>
          )}
        </div>
        {data?.notifications.length === 0 && <p className={list.empty}>{words.none}</p>}
        <ul className={list.list}>
          {data?.notifications.map((one) => (
            <NewsRow
              key={one.id}
              notification={one}
              onOpen={() => {
                markRead([one.id]);
                open(one);
                setOpen(false);
              }}
            />
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function NewsRow({ notification, onOpen }: { notification: Notification; onOpen(): void }) {
  const { kind, title, detail, createdAt, isRead } = notification;
  return (
    <li>
      <UnstyledButton
        className={`${list.row} ${classes.entry}`}
        data-unread={!isRead || undefined}
        onClick={onOpen}
      >
        <span className={classes.line}>
          <StatusPill tone={kind === 'trouble' ? 'act' : kind === 'aging' ? 'caution' : 'neutral'}>
            {words.kinds[kind]}
          </StatusPill>
          <strong className={classes.name}>{title}</strong>
          {!isRead && <span className={classes.dot} role="img" aria-label={words.unread} />}
        </span>
        <span className={list.detail}>{detail}</span>
        <span className={list.detail}>{formatInstant(createdAt)}</span>
      </UnstyledButton>
    </li>
  );
}

function useMarkRead(): (ids?: string[]) => void {
  const queryClient = useQueryClient();
  return (ids) => {
    engine.notifications
      .markRead(ids ? { ids } : {})
      .then(() => queryClient.invalidateQueries({ queryKey: orpc.notifications.key() }))
      .catch(notifyError);
  };
}

/** Goes to the rows that the news is about, in the store that it is about. */
function useOpenNews(): (notification: Notification) => void {
  const navigate = useNavigate();
  const { data: stores = [] } = useStores();
  const chooseStore = useSessionStore((state) => state.chooseStore);
  return ({ target }) => {
    if (stores.length > 1 && stores.some(({ code }) => code === target.storeCode))
      chooseStore(target.storeCode);
    void navigate({ to: target.screen, search: { ...NO_FILTER, ...target.search } as never });
  };
}
