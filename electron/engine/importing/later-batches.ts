/** Which imports have to be undone, newest first, before a store is as it was before one of them. */

export type BatchStores = { readonly id: number; readonly storeIds: readonly number[] };

/**
 * Those after `id` that touch a store of it, or a store that one of these touches: a file of several stores is undone whole.
 * @param since batches from `id` on that are not undone, newest first
 */
export function laterBatches(since: readonly BatchStores[], id: number): number[] {
  const stores = new Set(since.find((batch) => batch.id === id)?.storeIds);
  const touches = ({ storeIds }: BatchStores) => storeIds.some((store) => stores.has(store));
  for (let known = -1; known !== stores.size; ) {
    known = stores.size;
    for (const batch of since.filter(touches)) for (const store of batch.storeIds) stores.add(store);
  }
  return since.filter((batch) => batch.id > id && touches(batch)).map((batch) => batch.id);
}
