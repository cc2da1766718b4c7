import { Button, CloseButton } from '@mantine/core';
import { useEffect } from 'react';
import { ToneIcon } from '../../components/tone';
import { type Notice, useNoticesStore } from '../../lib/notices-store';
import { texts } from '../../texts/texts';
import classes from './notices.module.css';

const words = texts.components;

const SHOWN_MS = 7_000;

/** Failures stay until they are dismissed; the rest leave by themselves. */
export function Notices() {
  const { notices, dismiss } = useNoticesStore();
  return (
    <div className={classes.corner} aria-live="polite">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} onClose={() => dismiss(notice.id)} />
      ))}
    </div>
  );
}

function NoticeCard({ notice, onClose }: { notice: Notice; onClose(): void }) {
  const { tone, title, detail, action } = notice;
  useEffect(() => {
    if (tone === 'act') return;
    const timer = setTimeout(() => useNoticesStore.getState().dismiss(notice.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice.id, tone]);
  return (
    <div className={classes.notice} data-testid="notice">
      <ToneIcon tone={tone} size={18} />
      <div className={classes.words}>
        <strong className={classes.title}>{title}</strong>
        {detail && <p className={classes.detail}>{detail}</p>}
      </div>
      {action && (
        <Button
          size="compact-xs"
          variant="light"
          onClick={() => {
            action.run();
            onClose();
          }}
        >
          {action.label}
        </Button>
      )}
      <CloseButton size="sm" aria-label={words.dismiss} onClick={onClose} />
    </div>
  );
}
