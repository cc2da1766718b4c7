/**
 * A workbook is a zip archive whose entries carry the time of writing. They are set to one fixed date, so
 * that the same rows always give the same bytes. Offsets are those of the zip format's local file header
 * (signature PK\3\4, time at 10) and central directory header (PK\1\2, time at 12).
 */
const END_OF_DIRECTORY = 0x06054b50;
const CENTRAL_HEADER = 0x02014b50;
/** 1 January 2020, 00:00 in the DOS form: year - 1980 in 7 bits, month in 4, day in 5; then the time. */
const FIXED_DATE = ((2020 - 1980) << 9) | (1 << 5) | 1;

/** Returns a copy of `archive`; throws RangeError when it is no zip archive. */
export function withFixedZipDates(archive: Uint8Array): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const entries = view.getUint16(end + 10, true);
  let offset = view.getUint32(end + 16, true);
  for (let entry = 0; entry < entries; entry++) {
    if (view.getUint32(offset, true) !== CENTRAL_HEADER) throw new RangeError('damaged zip directory');
    setDate(view, offset + 12);
    setDate(view, view.getUint32(offset + 42, true) + 10);
    const variable = [28, 30, 32].reduce((sum, at) => sum + view.getUint16(offset + at, true), 0);
    offset += 46 + variable;
  }
  return bytes;
}

function setDate(view: DataView, at: number): void {
  view.setUint16(at, 0, true);
  view.setUint16(at + 2, FIXED_DATE, true);
}

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new RangeError('not a zip archive');
}
