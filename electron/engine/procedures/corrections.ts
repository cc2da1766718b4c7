import { AREAS_OF_IMPORTS } from '../cycle/import-exports';
import { listCorrections, makeCorrection, takeCorrectionBack } from '../importing/corrections/correct';
import { readCorrectableRecord } from '../importing/corrections/read-record';
import { implementer } from './implementer';

export const corrections = {
  getRecord: implementer.corrections.getRecord.handler(({ context, input }) =>
    readCorrectableRecord(context.db, input.record, input.recordId),
  ),
  list: implementer.corrections.list.handler(({ context, input }) => listCorrections(context.db, input)),
  make: implementer.corrections.make.handler(async ({ context, input }) => {
    const correction = await makeCorrection(context.db, {
      ...input,
      note: input.note === undefined ? null : context.database.secrets.seal(input.note),
      madeAt: context.now().toISOString(),
    });
    context.events.dataChanged(...AREAS_OF_IMPORTS);
    return correction;
  }),
  takeBack: implementer.corrections.takeBack.handler(async ({ context, input }) => {
    const correction = await takeCorrectionBack(context.db, input.correctionId);
    context.events.dataChanged(...AREAS_OF_IMPORTS);
    return correction;
  }),
};
