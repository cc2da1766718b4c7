import { Button } from '@mantine/core';
import { IconFileUpload, IconSparkles } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { JobProgress } from '../../components/job-progress';
import { engine } from '../../lib/engine-client';
import { useJob } from '../../lib/use-job';
import classes from './first-run.module.css';

/** What an empty DOSO offers: the dealer's own files, or a made-up store to look round in. */
export function FirstRun() {
  const navigate = useNavigate();
  const sample = useJob('sample');
  return (
    <main className={classes.page} data-testid="first-run">
      <h1 className={classes.title}>What to order, what to move, and why</h1>
      <p className={classes.lead}>
        DOSO works from the exports of your dealer management system, on this computer alone. Nothing leaves
        it.
      </p>
      <div className={classes.choices}>
        <section className={classes.choice} data-primary>
          <IconFileUpload size={26} stroke={1.5} aria-hidden />
          <h2 className={classes.name}>Your own files</h2>
          <p className={classes.text}>
            Drop an inventory list and a sales report anywhere in this window: CSV, text, Excel, JSON or
            Parquet, as your system writes them. You see what was understood before anything is stored.
          </p>
          <Button size="sm" onClick={() => void navigate({ to: '/imports' })} data-testid="first-run-import">
            Import files
          </Button>
        </section>
        <section className={classes.choice}>
          <IconSparkles size={26} stroke={1.5} aria-hidden />
          <h2 className={classes.name}>The sample store</h2>
          <p className={classes.text}>
            A made-up dealership with three years of sales, today's stock and an open order bank. It is marked
            as sample data throughout, and one click clears it again.
          </p>
          {sample.isRunning ? (
            <JobProgress job={sample.job} onCancel={sample.cancel} />
          ) : (
            <Button
              size="sm"
              variant="default"
              onClick={() => void sample.start(() => engine.stores.loadSample({}))}
              data-testid="load-sample"
            >
              Try the sample store
            </Button>
          )}
        </section>
      </div>
    </main>
  );
}
