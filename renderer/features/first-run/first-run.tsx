import { Button, TextInput } from '@mantine/core';
import { IconFileUpload, IconSparkles } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { JobProgress } from '../../components/job-progress';
import { engine } from '../../lib/engine-client';
import { useGuideStore } from '../../lib/guide-store';
import { useJob } from '../../lib/use-job';
import { texts } from '../../texts/texts';
import { BringFiles } from './bring-files';
import classes from './first-run.module.css';
import { GuideSteps } from './guide-steps';

const words = texts.firstRun;
const STORE_CODE = /^[A-Za-z0-9_-]{0,40}$/;

type Props = {
  /** Takes over with the chosen files and the store they are for. */
  onFiles(storeCode: string): void;
};

/** The first start: choose the store, bring its files or take the sample, see them read, and look. */
export function FirstRun({ onFiles }: Props) {
  const { step, go } = useGuideStore();
  const [code, setCode] = useState('');
  const sample = useJob('sample');
  return (
    <main className={classes.page} data-testid="first-run">
      <h1 className={classes.title}>{words.title}</h1>
      <p className={classes.lead}>{words.lead}</p>
      <GuideSteps step={sample.isRunning ? 3 : (step ?? 1)} />
      {sample.isRunning ? (
        <section className={classes.reading}>
          <h2 className={classes.name}>{words.read.sample}</h2>
          <JobProgress job={sample.job} onCancel={sample.cancel} />
        </section>
      ) : step === 2 ? (
        <BringFiles onBack={() => go(1)} onChoose={() => onFiles(code)} />
      ) : (
        <ChooseStore
          code={code}
          onCode={setCode}
          onOwn={() => go(2)}
          onSample={() => void sample.start(() => engine.stores.loadSample({}))}
        />
      )}
    </main>
  );
}

type ChooseProps = { code: string; onCode(code: string): void; onOwn(): void; onSample(): void };

function ChooseStore({ code, onCode, onOwn, onSample }: ChooseProps) {
  const isGood = STORE_CODE.test(code);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isGood) onOwn();
  };
  return (
    <div className={classes.choices}>
      <form className={classes.choice} data-primary onSubmit={submit}>
        <IconFileUpload size={26} stroke={1.5} aria-hidden />
        <h2 className={classes.name}>{words.store.own}</h2>
        <p className={classes.text}>{words.store.ownAbout}</p>
        <TextInput
          label={words.store.code}
          description={words.store.codeHint}
          error={isGood ? null : words.store.codeBad}
          value={code}
          onChange={(event) => onCode(event.currentTarget.value.trim())}
          className={classes.code}
          data-testid="first-run-code"
        />
        <Button size="sm" type="submit" disabled={!isGood} data-testid="first-run-own">
          {words.next}
        </Button>
      </form>
      <section className={classes.choice}>
        <IconSparkles size={26} stroke={1.5} aria-hidden />
        <h2 className={classes.name}>{words.store.sample}</h2>
        <p className={classes.text}>{words.store.sampleAbout}</p>
        <p className={classes.text}>{words.data.sampleAbout}</p>
        <Button size="sm" variant="default" onClick={onSample} data-testid="load-sample">
          {words.data.load}
        </Button>
      </section>
    </div>
  );
}
