import { Button, Menu } from '@mantine/core';
import type { Plan } from '@shared/contract/plan';
import { IconFileExport, IconMessage2, IconSignature } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { desktop } from '../../lib/desktop-bridge';
import { engine, orpc } from '../../lib/engine-client';
import { formatMoney, formatQuantity } from '../../lib/format';
import { notify, notifyError } from '../../lib/notices-store';
import { useScope } from '../../lib/session-store';
import { texts } from '../../texts/texts';
import { ExplainDialog } from './explain-dialog';
import { SignOffDialog } from './sign-off-dialog';

const words = texts.orderPlan.screen.actions;

/** What is done with a finished plan: sign it off, save its order sheet, and have it put into words where that is on. */
export function PlanActions({ plan }: { plan: Plan }) {
  const queryClient = useQueryClient();
  const scope = useScope();
  const [isSigning, setSigning] = useState(false);
  const [isExplaining, setExplaining] = useState(false);
  const { data: assistant } = useQuery(orpc.assistant.getState.queryOptions({ input: {} }));
  const signOff = useMutation(
    orpc.plan.signOff.mutationOptions({
      onSuccess: (signed) => {
        queryClient.setQueryData(orpc.plan.getLatest.queryKey({ input: scope }), signed);
        setSigning(false);
        notify({ tone: 'good', title: words.signed(signed.id) });
      },
      onError: notifyError,
    }),
  );
  const hasOrder = plan.lines.some(({ decision }) => (decision?.quantity ?? 0) > 0);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconFileExport size={14} />}
            disabled={!hasOrder}
            title={hasOrder ? words.saveDecided : words.acceptFirst}
            data-testid="order-sheet"
          >
            {words.sheet}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void saveSheet(plan, 'xlsx')}>{words.excel}</Menu.Item>
          <Menu.Item onClick={() => void saveSheet(plan, 'csv')}>{words.csv}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {plan.signedOffAt === null && plan.lines.length > 0 && (
        <Button
          variant="default"
          leftSection={<IconSignature size={14} />}
          onClick={() => setSigning(true)}
          data-testid="sign-off"
        >
          {words.signOff}
        </Button>
      )}
      {assistant?.isOn && plan.totals.units > 0 && (
        <Button
          variant="default"
          leftSection={<IconMessage2 size={14} />}
          onClick={() => setExplaining(true)}
          data-testid="explain-plan"
        >
          {words.explain}
        </Button>
      )}
      {isExplaining && <ExplainDialog plan={plan} onClose={() => setExplaining(false)} />}
      <SignOffDialog
        plan={plan}
        isOpen={isSigning}
        isBusy={signOff.isPending}
        onClose={() => setSigning(false)}
        onSign={(undecided, note) =>
          signOff.mutate({ planId: plan.id, undecided, ...(note !== '' && { note }) })
        }
      />
    </>
  );
}

async function saveSheet(plan: Plan, format: 'xlsx' | 'csv'): Promise<void> {
  const defaultName = `order-${plan.storeCode}-${plan.asOf}-plan-${plan.id}.${format}`;
  const path = await desktop.chooseSavePath({ defaultName, extension: format });
  if (path === null) return;
  try {
    const saved = await engine.plan.saveOrderSheet({ planId: plan.id, path });
    notify({
      tone: 'good',
      title: words.sheetSaved,
      detail: `${formatQuantity(saved.units, 'unit')}, ${formatMoney(saved.costCents)}: ${saved.path}`,
      action: { label: words.open, run: () => void desktop.openFile(saved.path) },
    });
  } catch (error) {
    notifyError(error);
  }
}
