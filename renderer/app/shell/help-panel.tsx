import { Drawer } from '@mantine/core';
import { termsOf } from '@shared/domain/glossary';
import { useLocation } from '@tanstack/react-router';
import { texts } from '../../texts/texts';
import { screenAt } from '../screens';
import classes from './help-panel.module.css';
import { useSheetStore } from './sheet-store';

const words = texts.shell.help;

/** What the figures of the screen mean, from the one glossary. */
export function HelpPanel() {
  const { sheet, close } = useSheetStore();
  const screen = screenAt(useLocation().pathname);
  if (!screen) return null;
  return (
    <Drawer
      opened={sheet === 'help'}
      onClose={close}
      position="right"
      size={400}
      title={words.title(screen.label)}
    >
      <dl className={classes.terms} data-testid="help-panel">
        {termsOf(screen.id).map(({ term, meaning, formula, window }) => (
          <div key={term}>
            <dt className={classes.term}>{term}</dt>
            <dd className={classes.meaning}>
              {meaning}
              {formula && (
                <span className={classes.basis}>
                  {words.formula}: {formula}
                </span>
              )}
              {window && (
                <span className={classes.basis}>
                  {words.window}: {window}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className={classes.basis}>{words.all}</p>
    </Drawer>
  );
}
