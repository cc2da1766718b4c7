/** Small export files for tests, written where the test says. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { modelYearCode, vinCheckDigit } from '@shared/domain/vin';

/** A valid VIN of a 2026 light truck, told apart by its serial number. */
export function vinOf(serial: number): string {
  const draft = `1GCPYBEK0${modelYearCode(2026)}Z${String(100_000 + serial).padStart(6, '0')}`;
  return `${draft.slice(0, 8)}${vinCheckDigit(draft)}${draft.slice(9)}`;
}

/** An inventory list of `count` new trucks as of 2026-10-31; returns its path. */
export function writeSmallInventory(folder: string, count: number): string {
  const header = 'Stock #,VIN,New/Used,Year,Make,Model,Series,Price,MSRP,Unit Cost,Inventory Date,Age,Status';
  const rows = Array.from({ length: count }, (_, index) => {
    const age = 10 + index;
    const day = new Date(Date.UTC(2026, 9, 31 - age));
    const inDate = `${day.getUTCMonth() + 1}/${day.getUTCDate()}/${day.getUTCFullYear()}`;
    return `T${100 + index},${vinOf(index)},N,2026,Chevrolet,Silverado 1500,LT,52000,54000,49000,${inDate},${age},AVAILABLE`;
  });
  const file = path.join(folder, 'small-inventory.csv');
  writeFileSync(file, `${[header, ...rows].join('\n')}\n`);
  return file;
}
