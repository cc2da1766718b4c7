import { Button } from '@mantine/core';
import { useState } from 'react';
import { StatusPill } from '../../components/status-pill';
import { clearSample } from '../../lib/clear-sample';
import { texts } from '../../texts/texts';
import classes from './top-bar.module.css';

const words = texts.shell.top;

export function SampleBadge() {
  const [isClearing, setClearing] = useState(false);
  const clear = () => {
    setClearing(true);
    void clearSample().finally(() => setClearing(false));
  };
  return (
    <span className={classes.sample}>
      <StatusPill tone="caution" title={words.sampleAbout} testId="sample-badge">
        {words.sample}
      </StatusPill>
      <Button
        variant="subtle"
        size="compact-xs"
        loading={isClearing}
        onClick={clear}
        data-testid="clear-sample"
      >
        {words.clearSample}
      </Button>
    </span>
  );
}
