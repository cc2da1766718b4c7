import { Button } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { GuideSteps } from '../../features/first-run/guide-steps';
import { useGuideStore } from '../../lib/guide-store';
import { useStores } from '../../lib/use-stores';
import { texts } from '../../texts/texts';
import classes from './guide-bar.module.css';

const words = texts.shell.guide;

/** The last two steps of the first start, over the screens where they happen. */
export function GuideBar() {
  const { step, go } = useGuideStore();
  const { pathname } = useLocation();
  const { data: stores } = useStores();
  const hasData = stores?.some(({ dataDate }) => dataDate !== null) ?? false;
  useEffect(() => {
    if (step === 3 && hasData && pathname === '/') go(4);
    if (step === 4 && pathname !== '/') go(null);
  }, [step, hasData, pathname, go]);
  if (step !== 3 && step !== 4) return null;
  return (
    <aside className={classes.bar} data-testid="guide-bar">
      <GuideSteps step={step} />
      <span className={classes.words}>{step === 3 ? words.read : words.look}</span>
      <Button variant="subtle" size="compact-xs" onClick={() => go(null)}>
        {words.dismiss}
      </Button>
    </aside>
  );
}
