/** The catalogue of kinds of files: a further kind is one file beside this one and one line here. */
import type { ImportKind } from '@shared/contract/imports';
import { allocationKind } from './allocation';
import { feedbackKind } from './feedback';
import type { KindDefinition } from './field';
import { inventoryKind } from './inventory';
import { marketKind } from './market';
import { ordersKind } from './orders';
import { salesKind } from './sales';

export const kindDefinitions: Readonly<Record<ImportKind, KindDefinition>> = {
  inventory: inventoryKind,
  sales: salesKind,
  orders: ordersKind,
  allocation: allocationKind,
  market: marketKind,
  feedback: feedbackKind,
};

export const importKinds = Object.keys(kindDefinitions) as ImportKind[];
