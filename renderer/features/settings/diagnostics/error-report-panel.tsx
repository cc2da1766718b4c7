import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { Panel } from '../../../components/panel';
import { desktop } from '../../../lib/desktop-bridge';
import { engine } from '../../../lib/engine-client';
import { localDay } from '../../../lib/format';
import { notify, notifyError } from '../../../lib/notices-store';
import classes from './diagnostics.module.css';

/** A report is read first, then saved; sending it is the user's own act. */
export function ErrorReportPanel() {
  const [text, setText] = useState<string | null>(null);
  const show = () => {
    engine.diagnostics.buildReport({}).then((report) => setText(report.text), notifyError);
  };
  const save = async () => {
    if (text === null) return;
    const name = `DOSO report ${localDay(new Date())}.json`;
    const path = await desktop.chooseSavePath({ defaultName: name, extension: 'json' });
    if (path === null) return;
    await engine.diagnostics.saveReport({ path, text });
    setText(null);
    notify({
      tone: 'good',
      title: 'Report saved',
      detail: path,
      action: { label: 'Show', run: () => void desktop.showInFolder(path) },
    });
  };
  return (
    <Panel
      title="Error report"
      actions={
        <Button variant="default" onClick={show} data-testid="report-show">
          Read it…
        </Button>
      }
    >
      <p className={classes.text}>
        Versions, sizes, counts of rows, failed jobs, slow statements and the end of the log. No vehicle, no
        customer, no amount. You read it before it is saved, and nothing is sent.
      </p>
      <Modal opened={text !== null} onClose={() => setText(null)} size={760} title="Error report">
        <pre className={classes.report} data-testid="report-text">
          {text}
        </pre>
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => setText(null)}>
            Close
          </Button>
          <Button onClick={() => void save().catch(notifyError)} data-testid="report-save">
            Save…
          </Button>
        </div>
      </Modal>
    </Panel>
  );
}
