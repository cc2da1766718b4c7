import type { MakeOrdering, OrderingProfile } from '@shared/contract/ordering-profile';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Panel } from '../../../components/panel';
import { orpc } from '../../../lib/engine-client';
import { notify, notifyError } from '../../../lib/notices-store';
import { texts } from '../../../texts/texts';
import { MakeOrderingForm } from './make-ordering-form';
import classes from './ordering.module.css';

const words = texts.settings.store.ordering;

/** How each make of the store takes orders: what the plan may choose, the codes it writes, and the days it counts to. */
export function OrderingPanel({ input }: { input: { storeCode?: string } }) {
  const makes = useQuery(orpc.plan.listOrdering.queryOptions({ input }));
  const save = useMutation(orpc.stores.updateSettings.mutationOptions({ onError: notifyError }));
  if (!makes.data || makes.data.length === 0) return null;
  const known = makes.data;
  const replace = (make: string, profile: OrderingProfile | null) =>
    save.mutate(
      { ...input, settings: { orderingProfiles: withProfile(known, make, profile) } },
      {
        onSuccess: () => notify({ tone: 'good', title: words.saved(make), detail: words.savedAbout }),
      },
    );
  return (
    <Panel title={words.title} testId="ordering">
      <p className={classes.lead}>{words.about}</p>
      {known.map((ordering) => (
        <MakeOrderingForm
          key={`${ordering.make} ${JSON.stringify(ordering)}`}
          ordering={ordering}
          isBusy={save.isPending}
          onSave={(profile) => replace(ordering.make, profile)}
          onReset={() => replace(ordering.make, null)}
        />
      ))}
    </Panel>
  );
}

/** The profiles that are not as DOSO knows them, with one changed or, by null, given up. */
function withProfile(
  known: readonly MakeOrdering[],
  make: string,
  profile: OrderingProfile | null,
): OrderingProfile[] {
  const others = known.flatMap(({ isDefault, dates: _, ...other }) =>
    isDefault || other.make === make ? [] : [other],
  );
  return profile ? [...others, profile] : others;
}
