import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { Panel } from '../../../components/panel';
import { desktop } from '../../../lib/desktop-bridge';
import { engine } from '../../../lib/engine-client';
import { localDay } from '../../../lib/format';
import { notify, notifyError } from '../../../lib/notices-store';
import { texts } from '../../../texts/texts';
import classes from './diagnostics.module.css';

const words = texts.settings.diagnostics.report;

/** A report is read first, then saved; sending it is the user's own act. */
export function ErrorReportPanel() {
  const [text, setText] = useState<string | null>(null);
  const show = () => {
    engine.diagnostics.buildReport({}).then((report) => setText(report.text), notifyError);
  };
  const save = async () => {
    if (text === null) return;
    const name = words.fileName(localDay(new Date()));
    const path = await desktop.chooseSavePath({ defaultName: name, extension: 'json' });
    if (path === null) return;
    await engine.diagnostics.saveReport({ path, text });
    setText(null);
    notify({
      tone: 'good',
      title: words.saved,
      detail: path,
      action: { label: words.show, run: () => void desktop.showInFolder(path) },
    });
  };
  return (
    <Panel
      title={words.title}
      actions={
        <Button variant="default" onClick={show} data-testid="report-show">
          {words.read}
        </Button>
      }
    >
      <p className={classes.text}>{words.about}</p>
      <Modal opened={text !== null} onClose={() => setText(null)} size={760} title={words.title}>
        <pre className={classes.report} data-testid="report-text">
          {text}
        </pre>
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => setText(null)}>
            {words.close}
          </Button>
          <Button onClick={() => void save().catch(notifyError)} data-testid="report-save">
            {words.save}
          </Button>
        </div>
      </Modal>
    </Panel>
  );
}
