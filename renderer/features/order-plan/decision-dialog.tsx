import { Button, Modal, NumberInput, Textarea } from '@mantine/core';
import type { PlanLine } from '@shared/contract/plan';
import { buildTitle } from '@shared/domain/build';
import { type FormEvent, useState } from 'react';
import { formatCount, formatQuantity } from '../../lib/format';
import { texts } from '../../texts/texts';
import classes from './decision-dialog.module.css';
import type { DecisionRequest } from './use-decisions';

const words = texts.orderPlan.lines.dialog;

export type DialogRequest = { kind: 'changed' | 'declined'; lines: PlanLine[] };

type Ways = { isSaving: boolean; onClose(): void; onDecide(request: DecisionRequest): void };
type Props = Ways & { request: DialogRequest | null };

/** Asks what a change or a decline needs: how many, and why; the reason is what DOSO learns from. It stays until it is kept. */
export function DecisionDialog({ request, ...ways }: Props) {
  return (
    <Modal
      opened={request !== null}
      onClose={ways.onClose}
      size={440}
      title={request?.kind === 'changed' ? words.changeTitle : words.declineTitle}
    >
      {request && <DecisionForm request={request} {...ways} />}
    </Modal>
  );
}

const MOST_UNITS = 999;

function DecisionForm({ request, isSaving, onClose, onDecide }: Ways & { request: DialogRequest }) {
  const { kind, lines } = request;
  const first = lines[0];
  const [quantity, setQuantity] = useState<number | string>(
    first?.decision?.quantity ?? first?.quantity ?? 0,
  );
  const [reason, setReason] = useState('');
  const isQuantity = typeof quantity === 'number' && Number.isInteger(quantity) && quantity >= 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lineIds = lines.map(({ lineId }) => lineId);
    if (kind === 'declined') onDecide({ lineIds, decision: kind, reason });
    else if (isQuantity) onDecide({ lineIds, decision: kind, quantity, reason });
  };
  return (
    <form className={classes.form} onSubmit={submit} data-testid="decision-form">
      <p className={classes.what}>
        {lines.length === 1 && first ? buildTitle(first.build) : formatQuantity(lines.length, 'line')}
      </p>
      {kind === 'changed' && (
        <NumberInput
          data-autofocus
          label={words.units}
          description={first && lines.length === 1 ? words.planSays(formatCount(first.quantity)) : words.each}
          min={0}
          max={MOST_UNITS}
          allowDecimal={false}
          value={quantity}
          onChange={setQuantity}
          onFocus={(event) => event.currentTarget.select()}
          error={!isQuantity && words.wrong}
          data-testid="decision-quantity"
        />
      )}
      <Textarea
        data-autofocus={kind === 'declined' || undefined}
        label={words.reason}
        description={words.reasonAbout}
        maxLength={500}
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-testid="decision-reason"
      />
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button
          type="submit"
          disabled={kind === 'changed' && !isQuantity}
          loading={isSaving}
          data-testid="decision-save"
        >
          {kind === 'changed' ? words.change : words.decline}
        </Button>
      </div>
    </form>
  );
}
