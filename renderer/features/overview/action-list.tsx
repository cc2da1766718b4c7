import type { Overview } from '@shared/contract/overview';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state';
import { Money } from '../../components/money';
import { Panel } from '../../components/panel';
import { TONE_WORDS, ToneIcon } from '../../components/tone';
import { drillInto } from '../../lib/data-filter';
import { texts } from '../../texts/texts';
import classes from './action-list.module.css';

const words = texts.overview.actions;

type Action = Overview['actions'][number];

const PATHS = {
  inventory: '/inventory',
  forecast: '/forecast',
  gaps: '/gaps',
  'order-plan': '/order-plan',
  imports: '/imports',
  sales: '/sales',
} as const;

/** What to do today, the most urgent first, then by the money at stake; each leads to the rows it speaks of. */
export function ActionList({ actions }: { actions: Action[] }) {
  return (
    <Panel
      title={texts.overview.charts.actions}
      note={actions.length > 0 ? words.note : undefined}
      isFlush
      isFilling
      testId="actions"
    >
      {actions.length === 0 ? (
        <EmptyState title={words.none}>{words.noneAbout}</EmptyState>
      ) : (
        <ul className={classes.list}>
          {actions.map((action) => (
            <ActionRow key={action.id} action={action} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function ActionRow({ action }: { action: Action }) {
  return (
    <li>
      <Link
        className={classes.row}
        to={PATHS[action.target.screen]}
        search={(before) => drillInto(before, action.target.filter)}
        data-testid={`action-${action.id}`}
      >
        <ToneIcon tone={action.severity} size={17} label={TONE_WORDS[action.severity]} />
        <span className={classes.words}>
          <strong className={classes.title}>{action.title}</strong>
          <span className={classes.detail}>{action.detail}</span>
          {action.amountCents !== null && (
            <span className={classes.amount}>
              <Money cents={action.amountCents} isCompact />{' '}
              <span className={classes.label}>{action.amountLabel}</span>
            </span>
          )}
        </span>
        <IconChevronRight size={15} color="var(--doso-dim)" aria-hidden />
      </Link>
    </li>
  );
}
