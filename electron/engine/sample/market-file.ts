/** `market.parquet`: the market facts, one row a month, region and model; prices in dollars. */
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { MarketFact } from './market-facts';

export function marketParquet(facts: readonly MarketFact[]): Uint8Array {
  const text = (name: string, cell: (fact: MarketFact) => string) => {
    return { name, data: facts.map(cell), type: 'STRING' as const };
  };
  const buffer = parquetWriteBuffer({
    columnData: [
      text('period', (fact) => fact.period),
      text('region', (fact) => fact.region),
      text('segment', (fact) => fact.segment),
      text('make', (fact) => fact.make),
      text('model', (fact) => fact.model),
      { name: 'units', data: facts.map((fact) => fact.units), type: 'INT32' },
      { name: 'average_price', data: facts.map((fact) => fact.averagePriceDollars), type: 'DOUBLE' },
      { name: 'days_supply', data: facts.map((fact) => fact.daysSupply), type: 'DOUBLE' },
    ],
  });
  return new Uint8Array(buffer);
}
