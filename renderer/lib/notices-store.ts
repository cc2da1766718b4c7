/** Short notices in the corner: what was done, what failed and what to do next. */
import { create } from 'zustand';
import { texts } from '../texts/texts';
import { describeError } from './describe-error';
import { useEngineStatusStore } from './engine-status-store';
import { forgetUndo, offerUndo, undoLast } from './undo-store';

const words = texts.components;

export type Notice = {
  id: number;
  tone: 'good' | 'caution' | 'act';
  title: string;
  detail: string | null;
  action: { label: string; run(): void } | null;
  /** A later notice with the same topic takes its place. */
  topic: string | null;
};

type NoticesState = { notices: readonly Notice[]; nextId: number; dismiss(id: number): void };

export const useNoticesStore = create<NoticesState>((set) => ({
  notices: [],
  nextId: 1,
  dismiss: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
}));

const SHOWN_AT_ONCE = 4;

type NewNotice = Pick<Notice, 'tone' | 'title'> &
  Partial<Omit<Notice, 'id'>> & {
    /** Takes back what the notice tells of: its button, and Ctrl+Z for as long as it is the newest change. */
    undo?: () => void;
  };

export function notify({ undo, ...notice }: NewNotice): void {
  if (undo) {
    offerUndo({ what: notice.title, topic: notice.topic ?? null, undo });
    notice = { ...notice, action: { label: words.undo, run: () => void undoLast() } };
  }
  useNoticesStore.setState(({ notices, nextId }) => ({
    nextId: nextId + 1,
    notices: [
      ...notices.filter(({ topic }) => topic === null || topic !== notice.topic),
      { detail: null, action: null, topic: null, ...notice, id: nextId },
    ].slice(-SHOWN_AT_ONCE),
  }));
}

/** Takes back what can no longer be acted on. */
export function dismissTopic(topic: string): void {
  forgetUndo(topic);
  useNoticesStore.setState(({ notices }) => ({
    notices: notices.filter((notice) => notice.topic !== topic),
  }));
}

/** While the engine is given up, what failed can be tried again from here: a dialog may cover the screen that offers it. */
export function notifyError(error: unknown): void {
  const { title, message, nextStep } = describeError(error);
  const { state, retry } = useEngineStatusStore.getState();
  const isGivenUp = state === 'failed';
  notify({
    tone: 'act',
    title,
    detail: [message, nextStep].filter(Boolean).join(' '),
    ...(isGivenUp && {
      topic: 'engine',
      action: { label: words.tryAgain, run: retry },
    }),
  });
}
