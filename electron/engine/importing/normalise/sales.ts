/**
 * Deals. A sale counts when it is booked or finalised; pending deals are kept as a pipeline, unwound ones as
 * reversed, quotes are not sales and are ignored. The date figures use is contract, else accounting, else
 * delivery. Grosses are kept as stated, losses too; only a missing total is derived.
 */

import type { CalendarDay } from '@shared/domain/calendar-day';
import { addDays } from '@shared/domain/calendar-day';
import type { Cents } from '@shared/domain/money';
import { engineTexts } from '@shared/texts/engine-texts';
import type { DealState, SaleRow, SaleType, VehicleCondition } from '../types';
import { conditionOf, type FileHints, readConditionWord } from './condition';
import { readBuild } from './read-build';
import type { RowReader } from './row-reader';
import { dealStateWord, dealTypeWord, flagWord, saleTypeWord } from './vocabularies';

const words = engineTexts.importing.rows;

export type Ignored = { readonly ignored: string };

/** Null when the row was rejected; the reader then says why. */
export function normaliseSale(reader: RowReader, hints: FileHints): SaleRow | Ignored | null {
  const state = readDealState(reader);
  const type = readSaleType(reader);
  if (state === 'quote' || type === 'quote') return { ignored: words.ignored.quote };
  const dealNumber = reader.identifier('dealNumber');
  const vin = reader.vin('vin');
  const stockNumber = reader.identifier('stockNumber');
  if (vin === null && stockNumber === null && dealNumber === null) {
    reader.note(
      reader.has('vin') ? 'vin' : 'stockNumber',
      'MISSING_IDENTITY',
      'rejected',
      words.missing.dealIdentity,
    );
    return null;
  }
  const dates = readDates(reader);
  const build = readBuild(reader, vin);
  if (dates === null || build === null) return null;
  const odometerMiles = reader.miles('odometer');
  const { condition, isCertified } = readCondition(reader, hints, odometerMiles, build.modelYear);
  const gross = readGross(reader);
  // Each by its name: spreading objects took a fifth of the time of reading a row.
  return {
    storeCode: reader.identifier('storeCode'),
    dealNumber,
    vin,
    stockNumber,
    build,
    condition,
    isCertified,
    saleType: type,
    dealState: state,
    soldOn: dates.soldOn,
    contractOn: dates.contractOn,
    accountingOn: dates.accountingOn,
    deliveredOn: dates.deliveredOn,
    receivedOn: readReceivedOn(reader, dates.soldOn),
    odometerMiles,
    priceCents: reader.price('price'),
    costCents: reader.price('cost'),
    msrpCents: reader.price('msrp'),
    frontGrossCents: gross.frontGrossCents,
    backGrossCents: gross.backGrossCents,
    totalGrossCents: gross.totalGrossCents,
    zip: readZip(reader),
  };
}

function readDealState(reader: RowReader): DealState | 'quote' {
  if (reader.word('isQuote', flagWord, words.wordsFor.yesOrNo) === true) return 'quote';
  if (reader.word('isUnwound', flagWord, words.wordsFor.yesOrNo) === true) return 'reversed';
  const state = reader.word('dealState', dealStateWord, words.wordsFor.dealStatus);
  if (state !== null) return state;
  return reader.word('isCompleted', flagWord, words.wordsFor.yesOrNo) === false ? 'pending' : 'counted';
}

function readSaleType(reader: RowReader): SaleType | 'quote' {
  const sale = reader.word('saleType', saleTypeWord, words.wordsFor.saleType);
  const deal = reader.word('dealType', dealTypeWord, words.wordsFor.dealType);
  if (sale !== null && sale !== 'retail') return sale;
  return deal ?? sale ?? reader.section.saleType ?? 'retail';
}

type SaleDates = Pick<SaleRow, 'soldOn' | 'contractOn' | 'accountingOn' | 'deliveredOn'>;

function readDates(reader: RowReader): SaleDates | null {
  const contractOn = reader.day('contractOn');
  const accountingOn = reader.day('accountingOn');
  const deliveredOn = reader.day('deliveredOn');
  const soldOn = contractOn ?? accountingOn ?? deliveredOn;
  if (soldOn !== null) return { soldOn, contractOn, accountingOn, deliveredOn };
  const column = ['contractOn', 'accountingOn', 'deliveredOn'].find((field) => reader.has(field)) ?? null;
  reader.note(column, 'MISSING_DATE', 'rejected', words.missing.dealDate);
  return null;
}

function readReceivedOn(reader: RowReader, soldOn: CalendarDay): CalendarDay | null {
  const stated = reader.day('receivedOn');
  if (stated !== null) return stated;
  const days = reader.integer('daysInStock');
  return days === null || days < 0 || days > 5_000 ? null : addDays(soldOn, -days);
}

function readCondition(
  reader: RowReader,
  hints: FileHints,
  odometerMiles: number | null,
  modelYear: number | null,
): { condition: VehicleCondition; isCertified: boolean } {
  const word = readConditionWord(reader);
  const isCertified =
    word === 'certified' || reader.word('isCertified', flagWord, words.wordsFor.certified) === true;
  const condition = conditionOf(reader, hints, { word, isCertified, odometerMiles, modelYear });
  return { condition, isCertified };
}

type Gross = { frontGrossCents: Cents | null; backGrossCents: Cents | null; totalGrossCents: Cents | null };

/** A stated total may differ from front + back (we-owes, holdback, pack): it is kept as stated. */
function readGross(reader: RowReader): Gross {
  const frontGrossCents = reader.money('frontGross');
  const backGrossCents = reader.money('backGross');
  const stated = reader.money('totalGross') ?? reader.money('grossProfit');
  const isDerivable = frontGrossCents !== null || backGrossCents !== null;
  const derived = isDerivable ? (frontGrossCents ?? 0) + (backGrossCents ?? 0) : null;
  return { frontGrossCents, backGrossCents, totalGrossCents: stated ?? derived };
}

/** Five digits with their leading zeros; ZIP+4 is cut to the ZIP. */
function readZip(reader: RowReader): string | null {
  const text = reader.text('zip')?.replace(/\.0+$/, '');
  if (text === undefined) return null;
  const digits = /^(\d{3,5})(?:-?\d{4})?$/.exec(text)?.[1];
  return digits === undefined ? text.toUpperCase().slice(0, 10) : digits.padStart(5, '0');
}
