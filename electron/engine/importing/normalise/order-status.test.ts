import { describe, expect, it } from 'vitest';
import { orderStatusOf } from './order-status';

describe('orderStatusOf', () => {
  it.each([
    ['1100', 'draft'],
    ['2000', 'accepted'],
    ['2500', 'placed'],
    ['3000', 'scheduled'],
    ['3300', 'scheduled'],
    ['3400', 'in_production'],
    ['3800', 'built'],
    ['4B00', 'on_hold'],
    ['4106', 'built'],
    ['4150', 'invoiced'],
    ['4200', 'in_transit'],
    ['4V03', 'in_transit'],
    ['5000', 'at_dealer'],
    ['6000', 'sold'],
    ['9000', 'cancelled'],
    ['4200 - Shipped', 'in_transit'],
    ['BX', 'placed'],
    ['BGL', 'accepted'],
    ['D1', 'scheduled'],
    ['JE', 'on_hold'],
    ['KZX', 'at_dealer'],
    ['In Transit', 'in_transit'],
    ['Accepted', 'accepted'],
  ])('reads %s as %s', (text, status) => {
    expect(orderStatusOf(text)).toBe(status);
  });

  it('does not know what it does not know', () => {
    expect(orderStatusOf('In Recon')).toBeUndefined();
    expect(orderStatusOf('7777')).toBeUndefined();
  });
});
