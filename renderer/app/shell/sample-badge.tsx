import { Button } from '@mantine/core';
import { useState } from 'react';
import { StatusPill } from '../../components/status-pill';
import { clearSample } from '../../lib/clear-sample';
import classes from './top-bar.module.css';

export function SampleBadge() {
  const [isClearing, setClearing] = useState(false);
  const clear = () => {
    setClearing(true);
    void clearSample().finally(() => setClearing(false));
  };
  return (
    <span className={classes.sample}>
      <StatusPill tone="caution" title="This store and every figure of it are made up." testId="sample-badge">
        Sample data
      </StatusPill>
      <Button
        variant="subtle"
        size="compact-xs"
        loading={isClearing}
        onClick={clear}
        data-testid="clear-sample"
      >
        Clear sample data
      </Button>
    </span>
  );
}
