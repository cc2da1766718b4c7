import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './question.module.css';

type Props = {
  isOpen: boolean;
  title: string;
  children: ReactNode;
  yes: string;
  no: string;
  onYes(): void;
  onNo(): void;
  testId?: string;
};

/** Asks before something is given up; Escape means no. */
export function Question({ isOpen, title, children, yes, no, onYes, onNo, testId }: Props) {
  return (
    <Modal opened={isOpen} onClose={onNo} size={420} title={title}>
      <div className={classes.question} data-testid={testId}>
        <p className={classes.text}>{children}</p>
        <div className={classes.actions}>
          <Button variant="default" onClick={onNo}>
            {no}
          </Button>
          <Button data-autofocus onClick={onYes} data-testid={testId && `${testId}-yes`}>
            {yes}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
