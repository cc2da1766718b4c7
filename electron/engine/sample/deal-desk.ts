/**
 * Writes deals. A deal's later dates are drawn when it is written, and what lies after the data date is not
 * yet known: it stays null, and the deal's status follows from what is known (finalised, booked, pending).
 */
import type { RandomSource } from './random-source';
import type { DealStatus, Sale, SaleType, Unit } from './unit';

const UNWOUND_SHARE = 0.007;
/** A few deals wait for a lender or a title long after the others. */
const SLOW_SHARE = 0.02;

export class DealDesk {
  readonly #random: RandomSource;
  readonly #asOfDay: number;
  #dealNumber: number;

  constructor(random: RandomSource, asOfDay: number, firstDealNumber: number) {
    this.#random = random;
    this.#asOfDay = asOfDay;
    this.#dealNumber = firstDealNumber;
  }

  write(unit: Unit, type: SaleType, day: number, takeTrade: () => Unit | null): Sale {
    const random = this.#random;
    const retail = type === 'R' || type === 'L';
    const deliveryDay = day + (retail ? deliveryDelay(random) : random.integer(0, 4));
    const bookedDay = day + random.integer(0, 3) + (random.chance(SLOW_SHARE) ? random.integer(10, 35) : 0);
    const finalizedDay = bookedDay + random.integer(3, 14);
    const unwoundDay = day + random.integer(2, 12);
    const unwound = retail && random.chance(UNWOUND_SHARE) && unwoundDay <= this.#asOfDay;
    return {
      dealNumber: this.#dealNumber++,
      unit,
      type,
      status: unwound ? 'U' : this.#status(bookedDay, finalizedDay),
      contractDay: day,
      deliveryDay: this.#known(deliveryDay),
      bookedDay: this.#known(bookedDay),
      finalizedDay: unwound ? null : this.#known(finalizedDay),
      unwoundDay: unwound ? unwoundDay : null,
      trade: retail && !unwound ? takeTrade() : null,
    };
  }

  #known(day: number): number | null {
    return day <= this.#asOfDay ? day : null;
  }

  #status(bookedDay: number, finalizedDay: number): DealStatus {
    if (finalizedDay <= this.#asOfDay) return 'F';
    return bookedDay <= this.#asOfDay ? 'B' : 'P';
  }
}

/** Most drive off the same or the next day; some wait for a plate, an accessory or a transfer. */
function deliveryDelay(random: RandomSource): number {
  const kind = random.uniform();
  if (kind < 0.55) return 0;
  return kind < 0.85 ? random.integer(1, 3) : random.integer(4, 11);
}
