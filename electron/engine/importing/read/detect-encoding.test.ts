import { encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { detectEncoding } from './detect-encoding';

const TEXT = 'Stock #,Model,Color\nA1,Citroën C4,Café brûlé\nA2,Niño,Señal\n';

describe('detectEncoding', () => {
  it.each([
    ['utf-8', encode(TEXT, 'utf8'), true],
    ['utf-8', encode(TEXT, 'utf8', { addBOM: true }), true],
    ['utf-16le', encode(TEXT, 'utf-16le', { addBOM: true }), false],
    ['utf-16le', encode(TEXT, 'utf-16le', { addBOM: false }), true],
    ['utf-16be', encode(TEXT, 'utf-16be', { addBOM: true }), false],
    ['windows-1252', encode(TEXT, 'windows-1252'), false],
  ])('finds %s', (encoding, head, isUtf8) => {
    expect(detectEncoding({ head, isUtf8 })).toBe(encoding);
  });
});
