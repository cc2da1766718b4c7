import { describe, expect, it } from 'vitest';
import { reportName } from './report-name';

describe('the name offered for a report', () => {
  it('holds the store and its data date', () => {
    expect(reportName('pdf', { name: 'Harborview Chevrolet', dataDate: '2026-07-14' })).toBe(
      'DOSO Harborview Chevrolet 2026-07-14.pdf',
    );
  });

  it('leaves out what is unknown and what a file system refuses', () => {
    expect(reportName('xlsx', { name: 'A/B: "C"', dataDate: null })).toBe('DOSO A B C.xlsx');
    expect(reportName('xlsx', null)).toBe('DOSO.xlsx');
  });
});
