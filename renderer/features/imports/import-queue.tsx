import { Button, Skeleton } from '@mantine/core';
import { type ImportPreview, type ImportReport, importReportSchema } from '@shared/contract/imports';
import type { Job } from '@shared/contract/jobs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ErrorPanel } from '../../components/error-panel';
import { JobProgress } from '../../components/job-progress';
import { Panel } from '../../components/panel';
import { engine, orpc } from '../../lib/engine-client';
import { formatQuantity } from '../../lib/format';
import { useJob } from '../../lib/use-job';
import { texts } from '../../texts/texts';
import { ImportOptionsBar } from './import-options-bar';
import classes from './import-queue.module.css';
import { toImportOptions, useImportQueue } from './import-queue-store';
import { PreviewCard } from './preview-card';

const words = texts.imports.screen.queue;

/** The files that wait for import: what was understood of each, how to read them, and the import itself. */
export function ImportQueue() {
  const { paths, options, answers, jobId, remove, clear, begin, finish } = useImportQueue();
  const input = { paths: [...paths], options: toImportOptions(options, answers) };
  const preview = useQuery(
    orpc.imports.preview.queryOptions({ input, placeholderData: keepPreviousData, staleTime: 0, gcTime: 0 }),
  );
  const files = (preview.data ?? []).filter(
    ({ path, key }) => paths.includes(path) && !answers[key]?.isLeftOut,
  );
  const ready = files.filter(({ refusal }) => refusal === null);
  const run = useJob('import', {
    jobId,
    onStart: begin,
    onEnd: (job) => {
      const report = reportOf(job, files);
      if (report) finish(report);
    },
  });
  const start = () =>
    void run.start(() =>
      engine.imports.start({ ...input, paths: [...new Set(ready.map(({ path }) => path))] }),
    );

  return (
    <Panel
      title={words.title(formatQuantity(files.length || paths.length, 'file'))}
      note={preview.isFetching ? words.looking : undefined}
      isFlush
      testId="import-queue"
      actions={
        <>
          <Button variant="default" onClick={clear} disabled={run.isRunning}>
            {words.clear}
          </Button>
          <Button
            disabled={ready.length === 0}
            loading={run.isRunning}
            onClick={start}
            data-testid="import-start"
          >
            {words.start(ready.length > 0 ? formatQuantity(ready.length, 'file') : null)}
          </Button>
        </>
      }
    >
      {run.isRunning ? (
        <div className={classes.part}>
          <JobProgress job={run.job} onCancel={run.cancel} />
        </div>
      ) : (
        <ImportOptionsBar />
      )}
      {run.job?.state === 'failed' && run.job.error && (
        <div className={classes.part}>
          <ErrorPanel error={{ ...run.job.error, data: { details: {}, nextStep: run.job.error.nextStep } }} />
        </div>
      )}
      {preview.isError && (
        <div className={classes.part}>
          <ErrorPanel error={preview.error} onRetry={() => void preview.refetch()} />
        </div>
      )}
      {preview.isPending && <Skeleton height={120} m="sm" />}
      {files.map((file) => (
        <PreviewCard key={file.key} preview={file} isBusy={run.isRunning} onRemove={() => remove(file)} />
      ))}
    </Panel>
  );
}

/** What the job reports, with the files that were refused before it began; null when it did not finish. */
function reportOf({ state, result }: Job, files: ImportPreview[]): ImportReport | null {
  const parsed = importReportSchema.safeParse(result?.report);
  if (state !== 'done' || !parsed.success) return null;
  const told = new Set(parsed.data.refused.map(({ message }) => message));
  const refused = files.flatMap(({ file, refusal }) =>
    refusal && !told.has(refusal.message) ? [{ file, ...refusal }] : [],
  );
  return { ...parsed.data, refused: [...parsed.data.refused, ...refused] };
}
