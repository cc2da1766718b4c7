import { ActionIcon, Button, Skeleton } from '@mantine/core';
import type { PlanConstraint } from '@shared/contract/plan-limits';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../../components/panel';
import { QueryView } from '../../components/query-view';
import { orpc } from '../../lib/engine-client';
import { notify, notifyError } from '../../lib/notices-store';
import { useScope } from '../../lib/session-store';
import { texts } from '../../texts/texts';
import { KeptLimitForm } from './kept-limit-form';
import classes from './kept-limits.module.css';

const words = texts.orderPlan.limits.kept;

/** Limits that every plan of the store takes: mix, minimum stock, what is blocked. */
export function KeptLimits() {
  const scope = useScope();
  const queryClient = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const list = useQuery(orpc.plan.listConstraints.queryOptions({ input: scope }));
  const save = useMutation(
    orpc.plan.saveConstraints.mutationOptions({
      onSuccess: (constraints) => {
        queryClient.setQueryData(orpc.plan.listConstraints.queryKey({ input: scope }), constraints);
        setAdding(false);
      },
      onError: notifyError,
    }),
  );
  const replace = (constraints: PlanConstraint[], onKept?: () => void) =>
    save.mutate({ ...scope, constraints }, { onSuccess: () => onKept?.() });
  const remove = (constraints: PlanConstraint[], gone: PlanConstraint) => {
    replace(
      constraints.filter(({ id }) => id !== gone.id),
      () =>
        notify({
          tone: 'good',
          title: words.removed(gone.label),
          action: { label: words.undo, run: () => replace(constraints) },
        }),
    );
  };
  return (
    <Panel
      title={words.title}
      note={words.note}
      isFlush
      testId="kept-limits"
      actions={
        !isAdding && (
          <Button
            variant="default"
            size="compact-xs"
            onClick={() => setAdding(true)}
            data-testid="kept-limit-add"
          >
            {words.add}
          </Button>
        )
      }
    >
      <QueryView query={list} loading={<Skeleton height={60} m="sm" />}>
        {(constraints) => (
          <>
            {isAdding && (
              <KeptLimitForm
                taken={constraints.map(({ id }) => id)}
                isBusy={save.isPending}
                onAdd={(constraint) => replace([...constraints, constraint])}
                onCancel={() => setAdding(false)}
              />
            )}
            {constraints.length === 0 && !isAdding && <p className={classes.empty}>{words.none}</p>}
            <ul className={classes.list}>
              {constraints.map((constraint) => (
                <li key={constraint.id} className={classes.limit}>
                  <span>{constraint.label}</span>
                  <ActionIcon
                    size="sm"
                    aria-label={words.remove(constraint.label)}
                    onClick={() => remove(constraints, constraint)}
                  >
                    <IconTrash size={14} />
                  </ActionIcon>
                </li>
              ))}
            </ul>
          </>
        )}
      </QueryView>
    </Panel>
  );
}
