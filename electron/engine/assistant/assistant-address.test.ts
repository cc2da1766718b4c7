import { describe, expect, it } from 'vitest';
import { refuseOpenAddress } from './assistant-address';

describe('the address of a language model', () => {
  it('may be without encryption only within the house', () => {
    for (const address of [
      'https://api.openai.com/v1',
      'http://localhost:11434/v1',
      'http://127.0.0.1:8080/v1',
      'http://[::1]:8080/v1',
      'http://192.168.1.20/v1',
      'http://172.16.0.9/v1',
      'http://models.local/v1',
    ])
      expect(() => refuseOpenAddress(address), address).not.toThrow();
    for (const address of [
      'http://api.openai.com/v1',
      'http://172.32.0.9/v1',
      'http://localhost.evil.com/v1',
      'http://10.example.com/v1',
      'https://name:secret@api.openai.com/v1',
    ])
      expect(() => refuseOpenAddress(address), address).toThrow();
  });
});
