/** Records what the user decides. The answer is the whole plan, so the screen shows what was stored. */
import type { Plan, PlanLine } from '@shared/contract/plan';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { orpc } from '../../lib/engine-client';
import { formatQuantity } from '../../lib/format';
import { dismissTopic, notify, notifyError } from '../../lib/notices-store';
import { useScope } from '../../lib/session-store';
import { texts } from '../../texts/texts';

export type Decision = 'accepted' | 'changed' | 'declined';
export type DecisionRequest = { lineIds: string[]; decision: Decision; quantity?: number; reason?: string };

export type Decisions = {
  isSaving: boolean;
  /** `onKept` follows once it is kept: what was typed for it stays until then. */
  decide(request: DecisionRequest, onKept?: () => void): void;
  undecide(lineIds: string[]): void;
};

const TOPIC = 'plan-decision';

export function useDecisions(plan: Plan): Decisions {
  const queryClient = useQueryClient();
  const scope = useScope();
  const store = (next: Plan) =>
    queryClient.setQueryData(orpc.plan.getLatest.queryKey({ input: scope }), (shown) =>
      shown && shown.id !== next.id ? shown : next,
    );
  const undo = useMutation(orpc.plan.undecide.mutationOptions({ onSuccess: store, onError: notifyError }));
  const decide = useMutation(
    orpc.plan.decide.mutationOptions({
      onSuccess: (next, { lines }) => {
        store(next);
        const lineIds = lines.map(({ lineId }) => lineId);
        const decision = lines[0]?.decision ?? 'accepted';
        notify({
          tone: 'good',
          topic: TOPIC,
          title: texts.orderPlan.lines.done[decision](formatQuantity(lineIds.length, 'line')),
          undo: () => undo.mutate({ planId: plan.id, lineIds }),
        });
      },
      onError: notifyError,
    }),
  );
  useEffect(() => () => dismissTopic(TOPIC), []);
  return {
    isSaving: decide.isPending || undo.isPending,
    decide: ({ lineIds, decision, quantity, reason }, onKept) => {
      const lines = lineIds.map((lineId) => ({
        lineId,
        decision,
        ...(quantity !== undefined && { quantity }),
        ...(reason && { reason }),
      }));
      decide.mutate({ planId: plan.id, lines }, { onSuccess: () => onKept?.() });
    },
    undecide: (lineIds) => undo.mutate({ planId: plan.id, lineIds }),
  };
}

export function isDecided({ decision }: PlanLine): boolean {
  return decision !== null;
}
