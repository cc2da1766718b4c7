import { Button, Loader } from '@mantine/core';
import { useEffect } from 'react';
import { ToneIcon } from '../../components/tone';
import { useEngineStatusStore } from '../../lib/engine-status-store';
import { texts } from '../../texts/texts';
import classes from './engine-banner.module.css';

const words = texts.engine.banner;

const SHOWN_AFTER_RESTART_MS = 12_000;

/** Says what happened to the engine, calmly, and goes away when it no longer matters. */
export function EngineBanner() {
  const { state, message, hasRestarted, acknowledgeRestart } = useEngineStatusStore();
  useEffect(() => {
    if (!hasRestarted || state !== 'ready') return;
    const timer = setTimeout(acknowledgeRestart, SHOWN_AFTER_RESTART_MS);
    return () => clearTimeout(timer);
  }, [hasRestarted, state, acknowledgeRestart]);

  if (state === 'restarting' || state === 'resting') {
    return (
      <div className={classes.banner} data-tone="caution" role="status" data-testid="engine-banner">
        <Loader size={14} color="var(--doso-caution)" />
        <span>{message ?? words.restarting}</span>
      </div>
    );
  }
  if (!hasRestarted) return null;
  return (
    <div className={classes.banner} data-tone="good" role="status" data-testid="engine-banner">
      <ToneIcon tone="good" />
      <span>{words.restarted}</span>
      <Button size="compact-xs" variant="subtle" color="gray" onClick={acknowledgeRestart}>
        {texts.components.dismiss}
      </Button>
    </div>
  );
}
