import { Button, SegmentedControl } from '@mantine/core';
import type { ColumnMapping, ImportPreview } from '@shared/contract/imports';
import { fieldWordWithin } from '@shared/domain/field-words';
import { useState } from 'react';
import { ToneIcon } from '../../components/tone';
import { formatPercent, formatQuantity } from '../../lib/format';
import { texts } from '../../texts/texts';
import { columnExamples } from './column-examples';
import { TargetChoice } from './column-target';
import { useImportQueue } from './import-queue-store';
import { isGuess } from './import-words';
import classes from './preview-questions.module.css';

const words = texts.imports.preview.questions;

const SHOWN_AT_ONCE = 4;

/** What the file does not say and DOSO is not sure of: asked before anything is stored, and once only. */
export function PreviewQuestions({ preview }: { preview: ImportPreview }) {
  const guesses = preview.columns.filter(isGuess);
  const isCoverageAsked = useIsCoverageAsked(preview);
  if (guesses.length === 0 && !isCoverageAsked) return null;
  const more = guesses.length - SHOWN_AT_ONCE;
  return (
    <ul className={classes.questions} aria-label={words.about(preview.file)} data-testid="import-questions">
      {isCoverageAsked && <CoverageQuestion preview={preview} />}
      {guesses.slice(0, SHOWN_AT_ONCE).map((column) => (
        <GuessQuestion key={column.source} preview={preview} column={column} />
      ))}
      {more > 0 && <li className={classes.more}>{words.more(formatQuantity(more, 'moreGuess'))}</li>}
    </ul>
  );
}

/** Asked until a profile knows; an answer given here stays in sight, to be changed. */
function useIsCoverageAsked({ key, coverage }: ImportPreview): boolean {
  const isAnswered = useImportQueue((state) => state.answers[key]?.coverage !== undefined);
  return coverage !== null && (coverage === 'unknown' || isAnswered);
}

function CoverageQuestion({ preview: { key, file } }: { preview: ImportPreview }) {
  const said = useImportQueue((state) => state.answers[key]?.coverage);
  const answer = useImportQueue((state) => state.answer);
  const consequence =
    said === 'full' ? words.closes : said === 'partial' ? words.closesNone : words.closesLater;
  return (
    <li className={classes.question}>
      <ToneIcon tone={said ? 'good' : 'caution'} size={15} />
      <span className={classes.words}>
        <strong>{words.whole}</strong> <span className={classes.dim}>{consequence}</span>
      </span>
      <SegmentedControl
        aria-label={words.wholeOf(file)}
        data={[
          { value: 'full', label: words.full },
          { value: 'partial', label: words.partial },
        ]}
        value={said ?? ''}
        onChange={(value) => answer(key, { coverage: value === 'full' ? 'full' : 'partial' })}
        data-testid="import-coverage"
      />
    </li>
  );
}

function GuessQuestion({ preview, column }: { preview: ImportPreview; column: ColumnMapping }) {
  const [isChoosing, setChoosing] = useState(false);
  const mapColumn = useImportQueue((state) => state.mapColumn);
  const { source, target, confidence } = column;
  return (
    <li className={classes.question} data-testid={`question-${source}`}>
      <ToneIcon tone="caution" size={15} />
      <span className={classes.words}>
        <strong>{words.isIt(source, fieldWordWithin(target ?? ''))}</strong>{' '}
        <span className={classes.dim}>
          {words.sure(formatPercent(confidence), columnExamples(preview, source))}
        </span>
      </span>
      {isChoosing && preview.kind ? (
        <TargetChoice
          fileKey={preview.key}
          column={column}
          kind={preview.kind}
          onDone={() => setChoosing(false)}
        />
      ) : (
        <>
          <Button size="compact-xs" variant="default" onClick={() => setChoosing(true)}>
            {words.somethingElse}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => mapColumn(preview.key, source, target)}
            data-testid={`confirm-${source}`}
          >
            {words.yes}
          </Button>
        </>
      )}
    </li>
  );
}
